//! Messages as JSON: read field by field, so that an error says where, and nothing on top is lost.

use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize, Serializer, de::DeserializeOwned, ser::SerializeMap as _,
};
use serde_json::{Map, Value};

use super::{Content, Message};

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

impl UnreadableMessage {
    pub(super) fn no_object() -> Self {
        Self { path: String::new(), what: "a message is a JSON object".to_owned() }
    }
}

impl Message {
    /// Reads a message from JSON that was parsed already; says where it is wrong.
    pub fn from_value(value: Value) -> Result<Self, UnreadableMessage> {
        let Value::Object(mut fields) = value else { return Err(UnreadableMessage::no_object()) };
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
            recipient_identity_key_hash: take(&mut fields, "recipient_identity_key_hash")?,
            category: take(&mut fields, "category")?,
            ttl_seconds: take(&mut fields, "ttl_seconds")?,
            direct_send_config: take(&mut fields, "direct_send_config")?,
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
        "pin" => Pin,
    })
}

fn missing(path: &str) -> UnreadableMessage {
    UnreadableMessage { path: path.to_owned(), what: "is required".to_owned() }
}

/// Takes a field out; null counts as absent.
pub(super) fn take<T: DeserializeOwned>(
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

impl Message {
    /// Writes it, with some more fields at its end.
    pub(super) fn write<S: Serializer>(
        &self,
        more: &Map<String, Value>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("messaging_product", &self.messaging_product)?;
        macro_rules! optional {
            ($($field:ident)*) => {$(
                if let Some(value) = &self.$field {
                    map.serialize_entry(stringify!($field), value)?;
                }
            )*};
        }
        optional!(recipient_type to recipient context biz_opaque_callback_data recipient_identity_key_hash);
        optional!(category ttl_seconds direct_send_config);
        let kind = self.content.kind();
        map.serialize_entry("type", kind)?;
        macro_rules! content {
            ($($variant:ident)*) => {
                match &self.content {
                    $(Content::$variant(content) => map.serialize_entry(kind, content)?,)*
                    Content::Other { payload: Value::Null, .. } => {}
                    Content::Other { payload, .. } => map.serialize_entry(kind, payload)?,
                }
            };
        }
        content!(Text Image Video Audio Document Sticker Location Contacts Reaction Interactive Template Pin);
        for (name, value) in self.extra.iter().chain(more) {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl Serialize for Message {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.write(&Map::new(), serializer)
    }
}

impl<'de> Deserialize<'de> for Message {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_value(Value::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}
