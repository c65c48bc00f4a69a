//! Sending through the Marketing Messages API.

use std::borrow::Cow;

use crate::{
    endpoint::{Endpoint, path::PathBuilder},
    id::PhoneNumberId,
    message::{Message, Sent},
};

/// Sends a marketing template through the Marketing Messages API: `POST /{phone-number-id}/marketing_messages`.
/// Templates only. `product_policy` and `message_activity_sharing` go into the message's `extra`;
/// [`SendMarketing::strict`] and [`SendMarketing::share_activity`] put them there.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SendMarketing {
    /// The business phone number.
    pub number: PhoneNumberId,
    /// What it carries.
    pub body: Message,
}

impl SendMarketing {
    /// The request with what it must have.
    pub fn new(number: PhoneNumberId, body: Message) -> Self {
        Self { number, body }
    }
}

impl Endpoint for SendMarketing {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = Message;
    type Response = Sent;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.number).word("marketing_messages").into()
    }

    fn body(&self) -> Option<&Message> {
        Some(&self.body)
    }
}

impl SendMarketing {
    /// Fails instead of falling back to the Cloud API where the message is not eligible.
    #[must_use]
    pub fn strict(mut self) -> Self {
        self.body.extra.insert("product_policy".to_owned(), "STRICT".into());
        self
    }

    /// Whether what people do with the message is shared with the platform, to choose better recipients.
    #[must_use]
    pub fn share_activity(mut self, share: bool) -> Self {
        self.body.extra.insert("message_activity_sharing".to_owned(), share.into());
        self
    }
}
