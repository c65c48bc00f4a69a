//! Answers to interactive messages.

use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value;

use crate::{
    read::{member, members, tolerant, tolerant_at},
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
    pub(super) fn nothing() -> Self {
        Self::Other { kind: String::new(), payload: Value::Null }
    }

    pub(super) fn read(json: &str, notes: &mut Vec<String>) -> Result<Self, String> {
        let parts = members(json).ok_or("`interactive` is not an object")?;
        let kind = member(&parts, "type")
            .and_then(|kind| tolerant_at::<String>("type", kind, notes))
            .unwrap_or_default();
        // Old address answers have their own type, and the flow's object.
        let name = match kind.as_str() {
            "address_message" | "interactive" | "" if member(&parts, "nfm_reply").is_some() => {
                "nfm_reply"
            }
            kind => kind,
        };
        let Some(payload) = member(&parts, name) else {
            return Ok(Self::Other { kind, payload: Value::Null });
        };
        match name {
            "button_reply" => part(payload, notes).map(Self::Button),
            "list_reply" => part(payload, notes).map(Self::List),
            "nfm_reply" => {
                let mut reply: FlowReply = part(payload, notes)?;
                let action = || tolerant_at("action", member(&parts, "action")?, notes);
                reply.name = reply.name.or_else(action);
                Ok(Self::Flow(reply))
            }
            "call_permission_reply" => part(payload, notes).map(Self::CallPermission),
            "payment_method" => part(payload, notes).map(Self::Payment),
            _ => part(payload, notes).map(|payload| Self::Other { kind, payload }),
        }
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

fn part<T: DeserializeOwned>(json: &str, notes: &mut Vec<String>) -> Result<T, String> {
    let (part, more) = tolerant(json)?;
    notes.extend(more);
    Ok(part)
}
