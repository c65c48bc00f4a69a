//! The envelope around the content of a message.

use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize, Serializer, de::DeserializeOwned, ser::SerializeMap as _,
};
use serde_json::{Map, Value};

use super::{Content, check::Checker, check::Violation};
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
/// Reading keeps what it cannot name: unknown types in [`Content::Other`], unknown fields in `extra`.
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

/// JSON that is not a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadableMessage {
    /// Where, as a JSON path such as `text.body`; empty when the whole is meant.
    pub path: String,
    /// What is wrong with it.
    pub what: String,
}

impl fmt::Display for UnreadableMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() {
            write!(f, "{}", self.what)
        } else {
            write!(f, "{}: {}", self.path, self.what)
        }
    }
}

impl std::error::Error for UnreadableMessage {}

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

    /// Every documented limit this message breaks; empty when none.
    pub fn check(&self) -> Vec<Violation> {
        let mut check = Checker::default();
        if self.to.as_deref().unwrap_or_default().is_empty() && self.recipient.is_none() {
            check.missing(
                "to",
                "a message needs `to` (a phone number or group) or `recipient` (a user id)",
            );
        }
        if let Some(data) = &self.biz_opaque_callback_data {
            check.text("biz_opaque_callback_data", data, 0, CALLBACK_DATA_CHARS_MAX);
        }
        if self.context.is_some() && self.content.kind() == "reaction" {
            check.warn(
                "context",
                "a reaction cannot quote: its `message_id` already says where it goes",
            );
        }
        self.content.check(&mut check);
        check.found
    }

    /// Reads a message from JSON that was parsed already; says where it is wrong.
    pub fn from_value(value: Value) -> Result<Self, UnreadableMessage> {
        let Value::Object(mut fields) = value else {
            return Err(UnreadableMessage {
                path: String::new(),
                what: "a message is a JSON object".to_owned(),
            });
        };
        let kind = take(&mut fields, "type")?.unwrap_or_else(|| "text".to_owned());
        let content = content(&mut fields, kind)?;
        Ok(Self {
            messaging_product: take(&mut fields, "messaging_product")?
                .ok_or_else(|| missing("messaging_product"))?,
            recipient_type: take(&mut fields, "recipient_type")?,
            to: take(&mut fields, "to")?,
            recipient: take(&mut fields, "recipient")?,
            context: take(&mut fields, "context")?,
            biz_opaque_callback_data: take(&mut fields, "biz_opaque_callback_data")?,
            content,
            extra: fields,
        })
    }
}

fn content(fields: &mut Map<String, Value>, kind: String) -> Result<Content, UnreadableMessage> {
    macro_rules! known {
        ($($word:literal => $variant:ident),* $(,)?) => {
            match kind.as_str() {
                $($word => Content::$variant(take(fields, $word)?.ok_or_else(|| missing($word))?),)*
                _ => {
                    let payload = fields.remove(&kind).unwrap_or_default();
                    Content::Other { kind, payload }
                }
            }
        };
    }
    Ok(known! {
        "text" => Text,
        "image" => Image,
        "video" => Video,
        "audio" => Audio,
        "document" => Document,
        "sticker" => Sticker,
        "location" => Location,
        "contacts" => Contacts,
        "reaction" => Reaction,
        "interactive" => Interactive,
        "template" => Template,
    })
}

fn missing(path: &str) -> UnreadableMessage {
    UnreadableMessage { path: path.to_owned(), what: "is required".to_owned() }
}

/// Takes a field out; null counts as absent.
fn take<T: DeserializeOwned>(
    fields: &mut Map<String, Value>,
    name: &str,
) -> Result<Option<T>, UnreadableMessage> {
    let Some(value) = fields.remove(name).filter(|value| !value.is_null()) else { return Ok(None) };
    serde_path_to_error::deserialize(value).map(Some).map_err(|error| {
        let inner = error.path().to_string();
        let path = match inner.as_str() {
            "." => name.to_owned(),
            inner if inner.starts_with('[') => format!("{name}{inner}"),
            inner => format!("{name}.{inner}"),
        };
        UnreadableMessage { path, what: error.into_inner().to_string() }
    })
}

impl Serialize for Message {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("messaging_product", &self.messaging_product)?;
        if let Some(recipient_type) = &self.recipient_type {
            map.serialize_entry("recipient_type", recipient_type)?;
        }
        if let Some(to) = &self.to {
            map.serialize_entry("to", to)?;
        }
        if let Some(recipient) = &self.recipient {
            map.serialize_entry("recipient", recipient)?;
        }
        if let Some(context) = &self.context {
            map.serialize_entry("context", context)?;
        }
        if let Some(data) = &self.biz_opaque_callback_data {
            map.serialize_entry("biz_opaque_callback_data", data)?;
        }
        let kind = self.content.kind();
        map.serialize_entry("type", kind)?;
        match &self.content {
            Content::Text(content) => map.serialize_entry(kind, content)?,
            Content::Image(content) => map.serialize_entry(kind, content)?,
            Content::Video(content) => map.serialize_entry(kind, content)?,
            Content::Audio(content) => map.serialize_entry(kind, content)?,
            Content::Document(content) => map.serialize_entry(kind, content)?,
            Content::Sticker(content) => map.serialize_entry(kind, content)?,
            Content::Location(content) => map.serialize_entry(kind, content)?,
            Content::Contacts(content) => map.serialize_entry(kind, content)?,
            Content::Reaction(content) => map.serialize_entry(kind, content)?,
            Content::Interactive(content) => map.serialize_entry(kind, content)?,
            Content::Template(content) => map.serialize_entry(kind, content)?,
            Content::Other { payload: Value::Null, .. } => {}
            Content::Other { payload, .. } => map.serialize_entry(kind, payload)?,
        }
        for (name, value) in &self.extra {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Message {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_value(Value::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

crate::quiet_debug! { Message { recipient_type, content } }
