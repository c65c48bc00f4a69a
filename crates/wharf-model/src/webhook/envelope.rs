//! What stood around an item, and how to put it around it again.

use std::fmt::Write as _;

use super::Event;

/// What stood around an item; shared by the events of one change. JSON texts as they came, one after the other.
#[derive(Debug, Default)]
pub(super) struct Envelope {
    /// Whether the body was about WhatsApp, or at least looked like it.
    is_ours: bool,
    text: Box<str>,
    id_end: usize,
    time_end: usize,
}

impl Envelope {
    /// The envelope of a body about WhatsApp; what was absent is empty.
    pub(super) fn new(id: &str, time: &str, metadata: &str) -> Self {
        let text = [id, time, metadata].concat().into();
        Self { is_ours: true, text, id_end: id.len(), time_end: id.len() + time.len() }
    }

    fn id(&self) -> &str {
        self.text.get(..self.id_end).unwrap_or_default()
    }

    /// When the platform sent it, as it came; empty when it did not say.
    pub(super) fn time(&self) -> &str {
        self.text.get(self.id_end..self.time_end).unwrap_or_default()
    }

    fn metadata(&self) -> &str {
        self.text.get(self.time_end..).unwrap_or_default()
    }
}

impl Event {
    /// A webhook body with this event alone, in the platform's shape and in the bytes that came.
    pub fn to_body(&self) -> Vec<u8> {
        let envelope = &*self.envelope;
        if !envelope.is_ours {
            return self.raw.as_bytes().to_vec();
        }
        let raw = self.raw.as_str();
        let contact = self.contact_json.as_deref().unwrap_or_default();
        let size = raw.len() + envelope.text.len() + contact.len() + self.field.len() + 192;
        let mut body = String::with_capacity(size);
        body.push_str("{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":");
        body.push_str(if envelope.id().is_empty() { "\"\"" } else { envelope.id() });
        if !envelope.time().is_empty() {
            body.push_str(",\"time\":");
            body.push_str(envelope.time());
        }
        body.push_str(",\"changes\":[{\"value\":");
        self.push_value(&mut body, raw);
        body.push_str(",\"field\":");
        let field = serde_json::to_string(&self.field).unwrap_or_default();
        body.push_str(&field);
        body.push_str("}]}]}");
        body.into_bytes()
    }

    fn push_value(&self, body: &mut String, raw: &str) {
        let Some((array, objects)) = self.place.split_last() else {
            body.push_str(raw);
            return;
        };
        body.push_str("{\"messaging_product\":\"whatsapp\"");
        if !self.envelope.metadata().is_empty() {
            body.push_str(",\"metadata\":");
            body.push_str(self.envelope.metadata());
        }
        body.push(',');
        for name in objects {
            let _infallible = write!(body, "\"{name}\":{{");
        }
        if let Some(contact) = &self.contact_json {
            let _infallible = write!(body, "\"contacts\":[{contact}],");
        }
        // The one member beside the arrays that is a single object.
        let (open, close) = if *array == "conversation_context" { ("", "") } else { ("[", "]") };
        let _infallible = write!(body, "\"{array}\":{open}{raw}{close}}}");
        for _ in objects {
            body.push('}');
        }
    }
}
