//! A message that came in (webhook field `messages`, `messages[]`), and the same shape as an echo.

mod context;
mod interactive;
mod parts;
mod received;

pub use context::{Context, Identity, Referral, ReferredProduct};
pub use interactive::{
    CallPermissionReply, FlowReply, InteractiveReply, ListReply, PaymentMethod, ReplyButton,
};
pub use parts::{
    ButtonTap, Edit, File, Location, Order, ProductItem, ReceivedCard, ReceivedPhone,
    ReceivedReaction, Revoke, System, Text, Unsupported,
};
pub use received::Received;
use serde::Deserialize;

use crate::{
    error::GraphError,
    id::{GroupId, MessageId, UserId},
    read::tolerant,
    time::Timestamp,
};

/// A message that came in. Every part but the content may be absent.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Inbound {
    /// Its id: quote it, mark it as read, react to it.
    pub id: Option<MessageId>,
    /// The sender's phone, digits without `+`; absent for people with a username. Better: `Event::person`.
    pub from: Option<String>,
    /// The sender's business-scoped user id.
    pub from_user_id: Option<UserId>,
    /// The sender's user id across linked portfolios.
    pub from_parent_user_id: Option<UserId>,
    /// The group it was written in.
    pub group_id: Option<GroupId>,
    /// Whom it went to; echoes and history only.
    pub to: Option<String>,
    /// Whom it went to, by user id; echoes and history only.
    pub to_user_id: Option<UserId>,
    /// When it was sent.
    pub timestamp: Option<Timestamp>,
    /// What it answers, whether it was forwarded, which product it is about.
    pub context: Option<Context>,
    /// The advertisement it began with.
    pub referral: Option<Referral>,
    /// The sender's identity key, if the check is on.
    pub identity: Option<Identity>,
    /// Why it could not be brought; with `unsupported`.
    pub errors: Vec<GraphError>,
    /// Where it stood when history was brought over: `READ`, `DELIVERED`, …
    pub history_status: Option<String>,
    /// What it carries.
    pub content: Received,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Head {
    id: Option<MessageId>,
    from: Option<String>,
    from_user_id: Option<UserId>,
    from_parent_user_id: Option<UserId>,
    group_id: Option<GroupId>,
    to: Option<String>,
    to_user_id: Option<UserId>,
    timestamp: Option<Timestamp>,
    context: Option<Context>,
    referral: Option<Referral>,
    identity: Option<Identity>,
    errors: Option<Vec<GraphError>>,
    history_context: Option<HistoryContext>,
    r#type: Option<String>,
}

#[derive(Deserialize)]
struct HistoryContext {
    status: Option<String>,
}

impl Inbound {
    pub(super) fn read(json: &str) -> Result<(Self, Vec<String>), String> {
        let (head, mut notes): (Head, _) = tolerant(json)?;
        let (content, more) = Received::read(head.r#type, json)?;
        notes.extend(more);
        let message = Self {
            id: head.id,
            from: head.from.filter(|from| !from.is_empty()),
            from_user_id: head.from_user_id,
            from_parent_user_id: head.from_parent_user_id,
            group_id: head.group_id,
            to: head.to,
            to_user_id: head.to_user_id,
            timestamp: head.timestamp,
            context: head.context,
            referral: head.referral,
            identity: head.identity,
            errors: head.errors.unwrap_or_default(),
            history_status: head.history_context.and_then(|context| context.status),
            content,
        };
        Ok((message, notes))
    }

    /// Its text, whatever its type: the body, a caption, the title of the button or row that was tapped.
    pub fn text(&self) -> Option<&str> {
        match &self.content {
            Received::Text(text) => Some(&text.body),
            Received::Image(file) | Received::Video(file) | Received::Document(file) => {
                file.caption.as_deref()
            }
            Received::Button(tap) => tap.text.as_deref(),
            Received::Interactive(reply) => reply.title(),
            _ => None,
        }
    }

    /// The file it carries.
    pub fn file(&self) -> Option<&File> {
        match &self.content {
            Received::Image(file)
            | Received::Video(file)
            | Received::Audio(file)
            | Received::Voice(file)
            | Received::Document(file)
            | Received::Sticker(file) => Some(file),
            _ => None,
        }
    }

    /// The id of the button or row that was tapped, or the payload of a template's button.
    pub fn tapped(&self) -> Option<&str> {
        match &self.content {
            Received::Button(tap) => tap.payload.as_deref(),
            Received::Interactive(reply) => reply.id(),
            _ => None,
        }
    }
}

crate::quiet_debug! { Inbound { id, timestamp, content } }
