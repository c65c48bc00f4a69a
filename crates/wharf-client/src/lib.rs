#![doc = include_str!("../README.md")]

mod account;
mod attempt;
mod batch;
mod body;
mod call;
mod client;
mod error;
mod fetch;
mod forward;
mod media;
mod meta;
mod number;
mod paging;
mod post_webhook;
mod raw;
mod retry;
mod token;
mod transport;

pub use account::{Account, Flows, Templates};
pub use attempt::Attempt;
pub use batch::{BATCH_CALLS_MAX, Batch, Batched, Slot};
pub use call::Answer;
pub use client::{Builder, Client, recipient_from_env};
pub use error::{BoxError, Class, Error, Excerpt, Kind};
pub use http;
pub use media::{Download, FileHandle, Upload, UploadSession};
pub use meta::{Meta, Usage};
pub use number::PhoneNumber;
pub use paging::{List, Paged, Pages};
pub use post_webhook::WebhookAnswer;
pub use raw::Raw;
pub use retry::{Next, Retry, Stop, Tried};
pub use token::{AccessToken, BadToken};
