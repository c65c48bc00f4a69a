//! Sending a marketing template: `POST /{phone-number-id}/marketing_messages` (Marketing Messages API for WhatsApp).

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};

use super::{
    Content, Message, Rule, Sent, UnreadableMessage, Violation,
    check::{Checker, PARAMETER},
    wire::take,
};
use crate::{endpoint::Endpoint, id::PhoneNumberId, open::open_enum};

/// Sends a template of category marketing by the Marketing Messages API.
///
/// Only templates, else error 100; only of category marketing, else 131055 or 134100. A template
/// that is new or was idle for a week may need ten minutes first (134101). Like every send it has
/// no idempotency key.
///
/// ```
/// use wharf_model::{id::PhoneNumberId, message::{MarketingMessage, Message, ProductPolicy, SendMarketing, Template}};
///
/// let message = Message::new("+15550001111", Template::new("autumn_sale", "en_US"));
/// let message = MarketingMessage::new(message).policy(ProductPolicy::Strict);
/// assert_eq!(message.check(), []);
/// let request = SendMarketing::new(PhoneNumberId::new("106540352242922")?, message);
/// # Ok::<(), wharf_model::id::EmptyId>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct SendMarketing {
    /// The number that sends.
    pub from: PhoneNumberId,
    /// What it sends.
    pub message: MarketingMessage,
}

/// A message with what the Marketing Messages API wants to know besides.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct MarketingMessage {
    /// The message: a template.
    pub message: Message,
    /// What to do when the account has not joined the Marketing Messages API.
    pub product_policy: Option<ProductPolicy>,
    /// Whether what becomes of the message is shared with Meta; the account's setting when absent.
    pub message_activity_sharing: Option<bool>,
}

open_enum! {
    /// What to do when the account has not joined the Marketing Messages API.
    pub enum ProductPolicy {
        /// Send it by the Cloud API instead: what happens when nothing is said.
        CloudApiFallback = "CLOUD_API_FALLBACK",
        /// Do not send it.
        Strict = "STRICT",
    }
}

impl MarketingMessage {
    /// A message with a template of category marketing.
    pub fn new(message: Message) -> Self {
        Self { message, product_policy: None, message_activity_sharing: None }
    }

    /// The same, with what to do when the account has not joined.
    #[must_use]
    pub fn policy(mut self, policy: ProductPolicy) -> Self {
        self.product_policy = Some(policy);
        self
    }

    /// The same, and says whether what becomes of the message is shared with Meta.
    #[must_use]
    pub fn share_activity(mut self, share: bool) -> Self {
        self.message_activity_sharing = Some(share);
        self
    }

    /// Every documented limit it breaks; empty when none.
    pub fn check(&self) -> Vec<Violation> {
        let mut check = Checker { found: self.message.check() };
        if !matches!(self.message.content, Content::Template(_)) {
            let what = "a marketing message must be a template message";
            check.broken("type", Rule::OneOf, PARAMETER, what);
        }
        if let Some(policy) = &self.product_policy {
            let words = ProductPolicy::WORDS;
            check.listed("product_policy", policy.is_listed(), words, PARAMETER);
        }
        check.found
    }

    /// Reads one from JSON that was parsed already; says where it is wrong.
    pub fn from_value(value: Value) -> Result<Self, UnreadableMessage> {
        let Value::Object(mut fields) = value else { return Err(UnreadableMessage::no_object()) };
        Ok(Self {
            product_policy: take(&mut fields, POLICY)?,
            message_activity_sharing: take(&mut fields, SHARING)?,
            message: Message::from_value(Value::Object(fields))?,
        })
    }
}

const POLICY: &str = "product_policy";
const SHARING: &str = "message_activity_sharing";

impl Serialize for MarketingMessage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut extra = Map::new();
        if let Some(policy) = &self.product_policy {
            extra.insert(POLICY.to_owned(), policy.as_str().into());
        }
        if let Some(share) = self.message_activity_sharing {
            extra.insert(SHARING.to_owned(), share.into());
        }
        self.message.write(&extra, serializer)
    }
}

impl<'de> Deserialize<'de> for MarketingMessage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_value(Value::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

impl SendMarketing {
    /// Sends `message` from `from`.
    pub fn new(from: PhoneNumberId, message: MarketingMessage) -> Self {
        Self { from, message }
    }
}

impl Endpoint for SendMarketing {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = MarketingMessage;
    type Response = Sent;

    fn path(&self) -> Cow<'_, str> {
        format!("{}/marketing_messages", self.from).into()
    }

    fn body(&self) -> Option<&MarketingMessage> {
        Some(&self.message)
    }
}

crate::quiet_debug! { MarketingMessage { message, product_policy, message_activity_sharing } }
