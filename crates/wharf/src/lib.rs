#![doc = include_str!("../README.md")]

pub mod webhook;

pub use wharf_client::{
    AccessToken, Answer, Batch, Class, Client, Download, Error, FileHandle, Kind, List, Meta,
    PhoneNumber, Retry, Tried, Upload, UploadSession, recipient_from_env,
};
pub use wharf_model::{endpoint, error, id, limits, media, message, number, page, phone, time};
pub use wharf_webhook::{AppSecret, Secrets, VerifyToken, flows};

pub use crate::webhook::{Callback, Webhook, filter};

/// What most apps need, in one line.
///
/// ```
/// use wharf::prelude::*;
///
/// let hello = Text::new("hello");
/// assert_eq!(hello.body, "hello");
/// ```
pub mod prelude {
    pub use wharf_client::{Client, Error, Upload};
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
