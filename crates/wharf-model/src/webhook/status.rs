//! What became of a message that a business sent (webhook field `messages`, `statuses[]`).

mod payment;

pub use payment::{Amount, Payment, PaymentError, Transaction, TransactionMethod};
use serde::Deserialize;

use crate::{
    error::GraphError,
    id::{GroupId, MessageId, UserId},
    open::open_enum,
    read::{Broken, Cursor, tolerant},
    time::Timestamp,
};

open_enum! {
    /// How far a message got.
    pub enum Progress {
        /// It left the platform: one tick.
        Sent = "sent",
        /// It is on the device.
        Delivered = "delivered",
        /// It was shown in an open chat.
        Read = "read",
        /// A voice message was played for the first time.
        Played = "played",
        /// It was not sent or not delivered; `errors` says why.
        Failed = "failed",
        /// It was deleted (legacy).
        Deleted = "deleted",
        /// It arrived, but an item in it could not be shown (legacy).
        Warning = "warning",
        /// A payment is under way: no delivery. See `Status::payment`.
        Pending = "pending",
        /// A payment succeeded: no delivery. See `Status::payment`.
        Captured = "captured",
    }
}

/// What became of a message that a business sent. Statuses repeat, skip steps and come out of order.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Status {
    /// The message.
    pub id: Option<MessageId>,
    /// How far it got.
    pub status: Progress,
    /// When.
    pub timestamp: Option<Timestamp>,
    /// Whom it went to, by phone, or the group; may differ from what was given as `to`.
    pub recipient_id: Option<String>,
    /// `individual` or `group`.
    pub recipient_type: Option<String>,
    /// Whom it went to, by user id.
    pub recipient_user_id: Option<UserId>,
    /// Whom it went to, by user id across linked portfolios. Two spellings exist; both are read.
    pub recipient_parent_user_id: Option<UserId>,
    /// The member of the group this is about. Two spellings exist; both are read.
    pub recipient_participant_id: Option<String>,
    /// The member of the group, by user id.
    pub recipient_participant_user_id: Option<UserId>,
    /// The member of the group, by user id across linked portfolios.
    pub recipient_participant_parent_user_id: Option<UserId>,
    /// The recipient's identity key, if the check is on.
    pub recipient_identity_key_hash: Option<String>,
    /// The group it went to, in some versions.
    pub group_id: Option<GroupId>,
    /// What the sender attached to the message.
    pub biz_opaque_callback_data: Option<String>,
    /// The template that a direct send made.
    pub template_id: Option<String>,
    /// `payment` for a payment, which is no delivery; usually absent.
    pub kind: Option<String>,
    /// The conversation it was billed in (legacy, and free entry points).
    pub conversation: Option<Conversation>,
    /// How it is billed: by `type` and `category`.
    pub pricing: Option<Pricing>,
    /// The payment this is about; then `kind` is `payment`.
    pub payment: Option<Box<Payment>>,
    /// Why it failed.
    pub errors: Vec<GraphError>,
}

/// The conversation a message was billed in.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Conversation {
    /// Its id.
    pub id: Option<String>,
    /// When it ends.
    pub expiration_timestamp: Option<Timestamp>,
    /// What began it.
    pub origin: Option<Origin>,
    /// Group pages put the pricing here.
    pub pricing: Option<Pricing>,
}

/// What began a conversation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Origin {
    /// `marketing`, `service`, `referral_conversion`, …
    #[serde(rename = "type")]
    pub kind: Option<String>,
}

/// How a message is billed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Pricing {
    /// Whether it costs; deprecated: look at `kind`.
    pub billable: Option<bool>,
    /// `PMP` (per message) or `CBP` (per conversation, until July 2025).
    pub pricing_model: Option<String>,
    /// `regular`, `free_customer_service`, `free_entry_point`, …
    #[serde(rename = "type", alias = "pricing_type")]
    pub kind: Option<String>,
    /// `marketing`, `utility`, `authentication`, `service`, …; `authentication_international` is also spelled
    /// with a hyphen.
    pub category: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Wire {
    id: Option<MessageId>,
    status: Option<Progress>,
    timestamp: Option<Timestamp>,
    recipient_id: Option<String>,
    recipient_type: Option<String>,
    recipient_user_id: Option<UserId>,
    recipient_parent_user_id: Option<UserId>,
    parent_recipient_user_id: Option<UserId>,
    recipient_participant_id: Option<String>,
    participant_recipient_id: Option<String>,
    recipient_participant_user_id: Option<UserId>,
    recipient_participant_parent_user_id: Option<UserId>,
    recipient_identity_key_hash: Option<String>,
    group_id: Option<GroupId>,
    biz_opaque_callback_data: Option<String>,
    template_id: Option<String>,
    r#type: Option<String>,
    message: Option<OldRecipient>,
    conversation: Option<Conversation>,
    pricing: Option<Pricing>,
    payment: Option<Box<Payment>>,
    errors: Option<Vec<GraphError>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct OldRecipient {
    recipient_id: Option<String>,
}

impl Status {
    /// Reads the status at the cursor and passes over it; its JSON beside it.
    pub(super) fn walk<'a>(
        cursor: &mut Cursor<'a>,
        notes: &mut Vec<String>,
    ) -> Result<(Result<Self, String>, &'a str), Broken> {
        if let Some((wire, json)) = cursor.read() {
            return Ok((Self::from_wire(wire), json));
        }
        let json = cursor.raw()?;
        let status = tolerant(json).and_then(|(wire, more)| {
            notes.extend(more);
            Self::from_wire(wire)
        });
        Ok((status, json))
    }

    fn from_wire(wire: Wire) -> Result<Self, String> {
        let nested =
            wire.conversation.as_ref().and_then(|conversation| conversation.pricing.clone());
        Ok(Self {
            id: wire.id,
            status: wire.status.ok_or("a status has no `status`")?,
            timestamp: wire.timestamp,
            recipient_id: wire
                .recipient_id
                .or(wire.message.and_then(|message| message.recipient_id))
                .filter(|id| !id.is_empty()),
            recipient_type: wire.recipient_type,
            recipient_user_id: wire.recipient_user_id,
            recipient_parent_user_id: wire
                .recipient_parent_user_id
                .or(wire.parent_recipient_user_id),
            recipient_participant_id: wire
                .recipient_participant_id
                .or(wire.participant_recipient_id),
            recipient_participant_user_id: wire.recipient_participant_user_id,
            recipient_participant_parent_user_id: wire.recipient_participant_parent_user_id,
            recipient_identity_key_hash: wire.recipient_identity_key_hash,
            group_id: wire.group_id,
            biz_opaque_callback_data: wire.biz_opaque_callback_data,
            template_id: wire.template_id,
            kind: wire.r#type,
            pricing: wire.pricing.or(nested),
            conversation: wire.conversation,
            payment: wire.payment,
            errors: wire.errors.unwrap_or_default(),
        })
    }

    /// Whether it is about a payment, not about a message's way.
    pub fn is_payment(&self) -> bool {
        self.kind.as_deref() == Some("payment") || self.payment.is_some()
    }

    /// Whether the message went to a group: then `recipient_id` is nobody's phone.
    pub fn is_to_group(&self) -> bool {
        self.recipient_type.as_deref() == Some("group") || self.group_id.is_some()
    }

    /// The group the message went to.
    pub fn group(&self) -> Option<GroupId> {
        let by_type = || {
            self.recipient_id
                .as_deref()
                .filter(|_| self.is_to_group())
                .and_then(|id| id.parse().ok())
        };
        self.group_id.clone().or_else(by_type)
    }

    /// Whether the message is paid for. Where `billable` is absent, `type` tells.
    pub fn is_billable(&self) -> Option<bool> {
        let pricing = self.pricing.as_ref()?;
        pricing.billable.or_else(|| pricing.kind.as_deref().map(|kind| kind == "regular"))
    }
}

crate::quiet_debug! { Status { id, status, timestamp, errors } }
