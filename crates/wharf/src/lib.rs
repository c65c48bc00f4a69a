#![doc = include_str!("../README.md")]

mod env;
pub mod webhook;

pub use wharf_client::{
    AccessToken, Account, Answer, BATCH_CALLS_MAX, BadToken, Batch, Batched, BoxError, Builder,
    Class, Client, Download, Error, Excerpt, FileHandle, Flows, Kind, List, Meta, Next, Paged,
    Pages, PhoneNumber, Raw, Retry, Slot, Stop, Templates, Tried, Upload, UploadSession, Usage,
    http, recipient_from_env,
};
pub use wharf_model::{
    account, analytics, business, call, endpoint, error, flow, group, id, limits, media, message,
    number, page, phone, solution, template, templates, time,
};
pub use wharf_webhook::{AppSecret, Secrets, VerifyToken, axum, flows};

pub use crate::{
    env::{account_from_env, account_from_vars},
    webhook::{Callback, Webhook, filter},
};

/// What most apps need, in one line.
///
/// ```
/// use wharf::prelude::*;
///
/// let hello = Text::new("hello");
/// assert_eq!(hello.body, "hello");
/// ```
pub mod prelude {
    pub use wharf_client::{AccessToken, Class, Client, Error, Kind, Retry, Upload};
    pub use wharf_model::{
        error::Advice,
        id::{MediaId, MessageId, PhoneNumberId},
        message::{
            Audio, Buttons, Card, Contacts, CtaUrl, Document, Image, List, Location,
            LocationRequest, Message, Reaction, Sent, Sticker, Template, Text, Video,
            interactive::{Row, Section},
        },
        webhook::{Event, EventKind, Inbound, Received, Status, status::Progress},
    };

    pub use crate::{
        Callback,
        webhook::{Context, Webhook},
    };
}
