//! Answers to interactive messages.

use serde::Deserialize;
use serde_json::Value;

use crate::{
    read::{member, members, tolerant},
    time::Timestamp,
};

/// An answer to an interactive message.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum InteractiveReply {
    /// A reply button was tapped.
    Button(ReplyButton),
    /// A row of a list was chosen.
    List(ListReply),
    /// A flow was completed, or an address was given.
    Flow(FlowReply),
    /// The person allowed or refused calls.
    CallPermission(CallPermissionReply),
    /// The person chose a way to pay.
    Payment(PaymentMethod),
    /// A kind this version does not name, or one without its object.
    Other {
        /// The word under `type`; empty when there was none.
        kind: String,
        /// What stands under that word; null when nothing does.
        payload: Value,
    },
}

macro_rules! parts {
    ($($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $field:ident: $type:ty,)* })*) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, Deserialize)]
        #[serde(default)]
        #[non_exhaustive]
        pub struct $name {
            $($(#[$doc])* pub $field: $type,)*
        }
    )*};
}

parts! {
    /// The button that was tapped.
    ReplyButton {
        /// The id it was given.
        id: String,
        /// What it says.
        title: String,
    }
    /// The row that was chosen.
    ListReply {
        /// The id it was given.
        id: String,
        /// What it says.
        title: String,
        /// Its second line.
        description: Option<String>,
    }
    /// What a flow or an address form gave.
    FlowReply {
        /// `flow` or `address_message`.
        name: Option<String>,
        /// `Sent`, or the address as text.
        body: Option<String>,
        /// JSON in a string: decode it when needed with [`FlowReply::response`].
        response_json: Option<String>,
    }
    /// Whether the person allows calls.
    CallPermissionReply {
        /// `accept` or `reject`.
        response: Option<String>,
        /// Whether it holds for good.
        is_permanent: Option<bool>,
        /// Until when it holds.
        expiration_timestamp: Option<Timestamp>,
        /// `user_action` or `automatic`.
        response_source: Option<String>,
    }
    /// The way to pay that was chosen.
    PaymentMethod {
        /// Such as `offsite_card_pay`.
        payment_method: Option<String>,
        /// When.
        payment_timestamp: Option<Timestamp>,
        /// The order.
        reference_id: Option<String>,
        /// Last digits of the card.
        last_four_digits: Option<String>,
        /// The stored credential.
        credential_id: Option<String>,
    }
}

impl FlowReply {
    /// The answers; `None` when `response_json` is no JSON.
    pub fn response(&self) -> Option<Value> {
        serde_json::from_str(self.response_json.as_deref()?).ok()
    }
}

impl InteractiveReply {
    pub(super) fn read(json: &str) -> Result<(Self, Vec<String>), String> {
        let parts = members(json).ok_or("`interactive` is not an object")?;
        let kind = member(&parts, "type")
            .and_then(|kind| serde_json::from_str::<String>(kind).ok())
            .unwrap_or_default();
        let Some(payload) = member(&parts, &kind) else {
            return Ok((Self::Other { kind, payload: Value::Null }, Vec::new()));
        };
        Ok(match kind.as_str() {
            "button_reply" => tolerant(payload).map(|(part, notes)| (Self::Button(part), notes))?,
            "list_reply" => tolerant(payload).map(|(part, notes)| (Self::List(part), notes))?,
            "nfm_reply" => tolerant(payload).map(|(part, notes)| (Self::Flow(part), notes))?,
            "call_permission_reply" => {
                tolerant(payload).map(|(part, notes)| (Self::CallPermission(part), notes))?
            }
            "payment_method" => {
                tolerant(payload).map(|(part, notes)| (Self::Payment(part), notes))?
            }
            _ => {
                tolerant(payload).map(|(payload, notes)| (Self::Other { kind, payload }, notes))?
            }
        })
    }

    /// The id of the button or row.
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Button(reply) => Some(&reply.id),
            Self::List(reply) => Some(&reply.id),
            _ => None,
        }
    }

    /// What the button or row says.
    pub fn title(&self) -> Option<&str> {
        match self {
            Self::Button(reply) => Some(&reply.title),
            Self::List(reply) => Some(&reply.title),
            _ => None,
        }
    }
}
