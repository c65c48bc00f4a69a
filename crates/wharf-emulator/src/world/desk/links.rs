//! `/{phone-number-id}/message_qrdls`: links and QR codes that open a chat.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use wharf_model::time::Timestamp;

use super::{at_most, required, text};
use crate::world::{Refusal, World, moment};

/// Characters of the message that is there already.
const MESSAGE_MAX: usize = 140;
/// Links of a number.
const LINKS_MOST: usize = 2_000;

/// A link that opens a chat with a message already written.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Link {
    message: String,
    #[serde(with = "moment")]
    made_at: Timestamp,
}

impl Link {
    /// Every field of it.
    pub(crate) fn node(&self, code: &str, image: Option<&str>) -> Map<String, Value> {
        let mut node = Map::new();
        node.insert("code".to_owned(), code.into());
        node.insert("prefilled_message".to_owned(), self.message.as_str().into());
        node.insert("deep_link_url".to_owned(), format!("https://wa.me/message/{code}").into());
        node.insert("creation_time".to_owned(), self.made_at.as_secs().into());
        if let Some(format) = image {
            let url = format!("https://scontent.xx.fbcdn.net/qr/{code}.{format}");
            node.insert("qr_image_url".to_owned(), url.into());
        }
        node
    }
}

impl World {
    /// Makes a link, or changes the one that `code` names.
    pub(crate) fn set_link(
        &mut self,
        id: &str,
        body: &Value,
        now: Timestamp,
    ) -> Result<Value, Refusal> {
        self.number(id, "post")?;
        let message =
            text(body, "prefilled_message").ok_or_else(|| required("prefilled_message"))?;
        at_most("prefilled_message", message, MESSAGE_MAX)?;
        let image = match text(body, "generate_qr_image") {
            None => None,
            Some(format) if format.eq_ignore_ascii_case("PNG") => Some("png"),
            Some(format) if format.eq_ignore_ascii_case("SVG") => Some("svg"),
            Some(_) => return Err(Refusal::new(100, "generate_qr_image: must be PNG or SVG")),
        };
        let new = self.ids.code();
        let links = &mut self.number_mut(id)?.desk.links;
        let (code, link) = if let Some(code) = text(body, "code") {
            let link = links.get_mut(code).ok_or_else(|| no_code(code))?;
            message.clone_into(&mut link.message);
            (code.to_owned(), link.clone())
        } else {
            if links.len() >= LINKS_MOST {
                return Err(Refusal::new(100, "2,000 links are as many as a number may have"));
            }
            let link = Link { message: message.to_owned(), made_at: now };
            links.insert(new.clone(), link.clone());
            (new, link)
        };
        let mut node = link.node(&code, image);
        node.remove("creation_time");
        Ok(Value::Object(node))
    }

    /// Takes a link away.
    pub(crate) fn delete_link(&mut self, id: &str, code: &str) -> Result<Value, Refusal> {
        match self.number_mut(id)?.desk.links.remove(code) {
            Some(_) => Ok(json!({"success": true})),
            None => Err(no_code(code)),
        }
    }
}

/// This number has no such link.
pub(crate) fn no_code(code: &str) -> Refusal {
    Refusal::new(100, format!("code: this number has no link {code}"))
}
