//! A message that came in (webhook field `messages`, `messages[]`), and the same shape as an echo.

mod context;
mod interactive;
mod parts;
mod received;

pub use context::{Context, Identity, Referral, ReferredProduct, WelcomeMessage};
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
    read::{Broken, Cursor},
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
    /// An id of the sender that the platform does not explain.
    pub from_logical_id: Option<String>,
    /// The group it was written in.
    pub group_id: Option<GroupId>,
    /// Whom it went to; echoes and history only.
    pub to: Option<String>,
    /// Whom it went to, by user id; echoes and history only.
    pub to_user_id: Option<UserId>,
    /// Whom it went to, by user id across linked portfolios; echoes and history only.
    pub to_parent_user_id: Option<UserId>,
    /// When it was sent.
    pub timestamp: Option<Timestamp>,
    /// What it answers, whether it was forwarded, which product it is about.
    pub context: Option<Box<Context>>,
    /// The advertisement it began with.
    pub referral: Option<Box<Referral>>,
    /// The sender's identity key, if the check is on.
    pub identity: Option<Identity>,
    /// Why it could not be brought; with `unsupported`.
    pub errors: Vec<GraphError>,
    /// Where it stood when history was brought over: `READ`, `DELIVERED`, …
    pub history_status: Option<String>,
    /// Where shared contacts came from: `contact_request` when they answer one. Some versions say so on the card.
    pub origin: Option<String>,
    /// What it carries.
    pub content: Received,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct HistoryContext {
    status: Option<String>,
}

/// What of a message is not its head: names with the JSON that stands there.
type Rest<'a> = Vec<(std::borrow::Cow<'a, str>, &'a str)>;

impl Inbound {
    /// A message with nothing in it.
    fn empty() -> Self {
        Self {
            id: None,
            from: None,
            from_user_id: None,
            from_parent_user_id: None,
            from_logical_id: None,
            group_id: None,
            to: None,
            to_user_id: None,
            to_parent_user_id: None,
            timestamp: None,
            context: None,
            referral: None,
            identity: None,
            errors: Vec::new(),
            history_status: None,
            origin: None,
            content: Received::MediaPlaceholder,
        }
    }

    /// Reads the message at the cursor, which is an object, and passes over it; its JSON beside it.
    pub(super) fn walk<'a>(
        cursor: &mut Cursor<'a>,
        notes: &mut Vec<String>,
    ) -> Result<(Result<Self, String>, &'a str), Broken> {
        let mut message = Self::empty();
        let mut kind = None;
        let mut rest = Rest::new();
        let json = cursor.object(|cursor, name| {
            match &*name {
                "type" => kind = cursor.member("type", notes)?,
                name if message.head(cursor, name, notes)? => {}
                _ => rest.push((name, cursor.raw()?)),
            }
            Ok(())
        })?;
        message.from = message.from.filter(|from| !from.is_empty());
        let content = Received::read(kind, &rest, notes);
        Ok((content.map(|content| Self { content, ..message }.with_request(&rest)), json))
    }

    /// Reads the member `name`, if it is one that all messages have in common.
    fn head(
        &mut self,
        cursor: &mut Cursor<'_>,
        name: &str,
        notes: &mut Vec<String>,
    ) -> Result<bool, Broken> {
        match name {
            "id" => self.id = cursor.member(name, notes)?,
            "from" => self.from = cursor.member(name, notes)?,
            "from_user_id" => self.from_user_id = cursor.member(name, notes)?,
            "from_parent_user_id" => self.from_parent_user_id = cursor.member(name, notes)?,
            "from_logical_id" => self.from_logical_id = cursor.member(name, notes)?,
            "group_id" => self.group_id = cursor.member(name, notes)?,
            "to" => self.to = cursor.member(name, notes)?,
            "to_user_id" => self.to_user_id = cursor.member(name, notes)?,
            "to_parent_user_id" => self.to_parent_user_id = cursor.member(name, notes)?,
            "timestamp" => self.timestamp = cursor.member(name, notes)?,
            "context" => self.context = cursor.member(name, notes)?,
            "referral" => self.referral = cursor.member(name, notes)?,
            "identity" => self.identity = cursor.member(name, notes)?,
            "origin" => self.origin = cursor.member(name, notes)?,
            "errors" => self.errors = cursor.member(name, notes)?.unwrap_or_default(),
            "history_context" => {
                let context: Option<HistoryContext> = cursor.member(name, notes)?;
                self.history_status = context.and_then(|context| context.status);
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// An echo of `standby` wraps the request that sent it, which says to whom it went.
    fn with_request(mut self, rest: &Rest<'_>) -> Self {
        if self.to.is_none()
            && self.to_user_id.is_none()
            && let Some(request) = received::member(rest, "message")
        {
            let mut cursor = Cursor::new(request);
            let mut notes = Vec::new();
            let _always_json = cursor.object(|cursor, name| {
                match &*name {
                    "to" => self.to = cursor.member("to", &mut notes)?,
                    "recipient" => self.to_user_id = cursor.member("recipient", &mut notes)?,
                    _ => drop(cursor.raw()?),
                }
                Ok(())
            });
        }
        self
    }

    /// Reads one message.
    pub(super) fn read(json: &str) -> Option<Self> {
        let mut cursor = Cursor::new(json);
        Self::walk(&mut cursor, &mut Vec::new()).ok()?.0.ok()
    }

    /// Its text, whatever its type: the body, a caption, the title of the button or row that was tapped.
    pub fn text(&self) -> Option<&str> {
        self.content.text()
    }

    /// The file it carries.
    pub fn file(&self) -> Option<&File> {
        self.content.file()
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
