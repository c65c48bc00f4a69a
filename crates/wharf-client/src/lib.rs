#![doc = include_str!("../README.md")]

mod attempt;
mod call;
mod client;
mod error;
mod forward;
mod media;
mod number;
mod post_webhook;
mod token;
mod transport;

pub use attempt::Attempt;
pub use call::{Answer, Meta};
pub use client::{Builder, Client, recipient_from_env};
pub use error::{BoxError, Class, Error, Excerpt, Kind};
pub use media::Upload;
pub use number::PhoneNumber;
pub use post_webhook::WebhookAnswer;
pub use token::{AccessToken, BadToken};
