//! The envelope around the content of a message.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{
    Content, DirectCategory, DirectSendConfig, Interactive, Rule,
    check::{Checker, PARAMETER, Violation},
};
use crate::{
    id::{MessageId, UserId},
    limits::CALLBACK_DATA_CHARS_MAX,
    open::open_enum,
};

open_enum! {
    /// The product a request is about. There is one.
    #[derive(Default)]
    pub enum Product {
        /// WhatsApp.
        #[default]
        Whatsapp = "whatsapp",
    }
}

open_enum! {
    /// What `to` names.
    #[derive(Default)]
    pub enum RecipientType {
        /// One person.
        #[default]
        Individual = "individual",
        /// A group.
        Group = "group",
    }
}

/// A message as it is on the wire.
///
/// Reading keeps what it cannot name: unknown types in [`Content::Other`], unknown kinds of
/// interactive messages and parameters in theirs, unknown fields beside `type` in `extra`. Unknown
/// fields *inside* a part that has a type here are not kept: who passes on the messages of others
/// passes on their JSON.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Message {
    /// Always `whatsapp`.
    pub messaging_product: Product,
    /// What `to` names; a person when absent.
    pub recipient_type: Option<RecipientType>,
    /// A phone number with `+` and country code, or a group's id. Wins over `recipient`.
    pub to: Option<String>,
    /// A person by business-scoped user id.
    pub recipient: Option<UserId>,
    /// The message this one quotes.
    pub context: Option<Context>,
    /// At most 512 characters that come back in every status of this message.
    pub biz_opaque_callback_data: Option<String>,
    /// The key hash that the person must still have, or it is not delivered (error 137000 by webhook).
    /// Only where the number's identity check is on.
    pub recipient_identity_key_hash: Option<String>,
    /// Direct Send: what it is about. A template is not needed then.
    pub category: Option<DirectCategory>,
    /// Direct Send: seconds it is tried for.
    pub ttl_seconds: Option<u64>,
    /// Direct Send: more about it.
    pub direct_send_config: Option<DirectSendConfig>,
    /// What it carries.
    pub content: Content,
    /// Fields this version does not name, as they came.
    pub extra: Map<String, Value>,
}

/// The message that is quoted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Context {
    /// Its id.
    pub message_id: MessageId,
}

impl Message {
    /// A message to a phone number, written with country code.
    pub fn new(to: impl Into<String>, content: impl Into<Content>) -> Self {
        Self { to: Some(to.into()), ..Self::bare(content.into()) }
    }

    /// A message to a person known by business-scoped user id only.
    pub fn to_user(user: UserId, content: impl Into<Content>) -> Self {
        Self { recipient: Some(user), ..Self::bare(content.into()) }
    }

    /// A message to a group.
    pub fn to_group(group: impl Into<String>, content: impl Into<Content>) -> Self {
        let recipient_type = Some(RecipientType::Group);
        Self { recipient_type, to: Some(group.into()), ..Self::bare(content.into()) }
    }

    fn bare(content: Content) -> Self {
        Self {
            messaging_product: Product::Whatsapp,
            recipient_type: Some(RecipientType::Individual),
            to: None,
            recipient: None,
            context: None,
            biz_opaque_callback_data: None,
            recipient_identity_key_hash: None,
            category: None,
            ttl_seconds: None,
            direct_send_config: None,
            content,
            extra: Map::new(),
        }
    }

    /// The same, quoting a message.
    #[must_use]
    pub fn quoting(mut self, message_id: MessageId) -> Self {
        self.context = Some(Context { message_id });
        self
    }

    /// The same, with text of yours that comes back in its statuses.
    #[must_use]
    pub fn callback_data(mut self, data: impl Into<String>) -> Self {
        self.biz_opaque_callback_data = Some(data.into());
        self
    }

    /// The same, delivered only if the person's identity key has this hash still.
    #[must_use]
    pub fn identity_key_hash(mut self, hash: impl Into<String>) -> Self {
        self.recipient_identity_key_hash = Some(hash.into());
        self
    }

    /// Every documented limit this message breaks, the platform's answer to each, and what is
    /// merely doubtful ([`Severity::Warning`](super::Severity::Warning)); empty when there is nothing to say.
    ///
    /// Each limit is a constant in [`limits`](crate::limits).
    pub fn check(&self) -> Vec<Violation> {
        let mut check = Checker::default();
        self.check_recipient(&mut check);
        check.optional(
            "biz_opaque_callback_data",
            self.biz_opaque_callback_data.as_deref(),
            CALLBACK_DATA_CHARS_MAX,
        );
        if self.context.is_some() && self.content.kind() == "reaction" {
            let what = "a reaction cannot quote: its `message_id` already says where it goes";
            check.warn("context", Rule::NotAllowed, what);
        }
        self.check_direct(&mut check);
        if let Some(Interactive::Button(buttons)) = self.content.interactive() {
            buttons.check(self.mixes_buttons(), &mut check);
        } else {
            self.content.check(&mut check);
        }
        check.found
    }

    fn check_recipient(&self, check: &mut Checker) {
        let to = self.to.as_deref().unwrap_or_default();
        if to.is_empty() && self.recipient.is_none() {
            let what = "a message needs `to` (a phone number or group) or `recipient` (a user id)";
            check.missing("to", what);
        } else if !to.is_empty() && self.recipient.is_some() {
            let what = "`to` and `recipient` are both given: `to` is used";
            check.warn("recipient", Rule::NotAllowed, what);
        }
        let group = self.recipient_type == Some(RecipientType::Group);
        let grouped = matches!(
            self.content,
            Content::Interactive(_)
                | Content::Contacts(_)
                | Content::Reaction(_)
                | Content::Location(_)
        );
        if group && matches!(self.content, Content::Interactive(_)) {
            check.invalid("type", Rule::NotAllowed, "a group takes no interactive messages");
        } else if group && grouped {
            let what = "only text, media, templates and pins are documented for groups";
            check.warn("type", Rule::NotAllowed, what);
        } else if !group && matches!(self.content, Content::Pin(_)) {
            let what = "a pin goes to a group: `recipient_type` must be `group`";
            check.invalid("recipient_type", Rule::Required, what);
        }
        if !group && !to.is_empty() && !to.starts_with('+') {
            let what = "without a leading + the platform may take it for a number of the business's own country";
            check.warn("to", Rule::Format, what);
        }
        if let Some(kind) = &self.recipient_type {
            check.listed("recipient_type", kind.is_listed(), RecipientType::WORDS, PARAMETER);
        }
    }
}

crate::quiet_debug! { Message { recipient_type, category, content } }
