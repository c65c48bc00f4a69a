//! What stood around an item, and how to put it around it again.

use super::Event;
use crate::read::elements;

/// Where an event's JSON stood in its body.
#[derive(Clone, Copy, Debug)]
pub(super) enum Place {
    /// It is the body.
    Body,
    /// It is what stands under `entry`.
    Entries,
    /// It is an entry.
    Entry,
    /// It is what stands under `changes`.
    Changes,
    /// It is a change.
    Change,
    /// It is the value of a change.
    Value,
    /// It is a member of the value: the names on the way to it.
    Member(&'static [&'static str]),
    /// It is in a list: the names on the way to that.
    Item(&'static [&'static str]),
}

impl Place {
    /// The name of the member it is, or is in.
    pub(super) fn member(self) -> Option<&'static str> {
        match self {
            Self::Member(names) | Self::Item(names) => names.last().copied(),
            _ => None,
        }
    }
}

/// What stood around an item; shared by the events of one change. JSON texts as they came, one after the other.
#[derive(Debug, Default)]
pub(super) struct Envelope {
    text: Box<str>,
    id_end: usize,
    time_end: usize,
}

impl Envelope {
    /// The envelope of a body about WhatsApp; what was absent is empty.
    pub(super) fn new(id: &str, time: &str, metadata: &str) -> Self {
        let text = [id, time, metadata].concat().into();
        Self { text, id_end: id.len(), time_end: id.len() + time.len() }
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
        let raw = self.raw.as_str();
        let contact = self.contact_json.as_deref().unwrap_or_default();
        let around = self.envelope.text.len() + contact.len() + self.field.len() + 192;
        let mut body = String::with_capacity(raw.len() + around);
        body.push_str("{\"object\":\"whatsapp_business_account\",\"entry\":");
        match self.place {
            // A list within a list of bodies: by itself it would be taken for another list of bodies.
            Place::Body if elements(raw).is_some() => return format!("[{raw}]").into_bytes(),
            Place::Body => return self.raw.as_bytes().to_vec(),
            Place::Entries => body.push_str(raw),
            Place::Entry => body.extend(["[", raw, "]"]),
            _ => {
                body.push_str("[{\"id\":");
                let id = self.envelope.id();
                body.push_str(if id.is_empty() { "\"\"" } else { id });
                if !self.envelope.time().is_empty() {
                    body.extend([",\"time\":", self.envelope.time()]);
                }
                body.push_str(",\"changes\":");
                self.push_changes(&mut body);
                body.push_str("}]");
            }
        }
        body.push('}');
        body.into_bytes()
    }

    fn push_changes(&self, body: &mut String) {
        let raw = self.raw.as_str();
        match self.place {
            Place::Changes => return body.push_str(raw),
            Place::Change => return body.extend(["[", raw, "]"]),
            _ => {}
        }
        body.push_str("[{\"value\":");
        match self.place {
            Place::Member(names) => self.push_value(body, names, ["", raw, ""]),
            Place::Item(names) => self.push_value(body, names, ["[", raw, "]"]),
            _ => body.push_str(raw),
        }
        let field = serde_json::to_string(&self.field).unwrap_or_default();
        body.extend([",\"field\":", &field, "}]"]);
    }

    fn push_value(&self, body: &mut String, names: &[&str], json: [&str; 3]) {
        let Some((last, objects)) = names.split_last() else { return };
        body.push_str("{\"messaging_product\":\"whatsapp\",");
        if !self.envelope.metadata().is_empty() {
            body.extend(["\"metadata\":", self.envelope.metadata(), ","]);
        }
        for name in objects {
            body.extend(["\"", name, "\":{"]);
        }
        if let Some(contact) = &self.contact_json {
            body.extend(["\"contacts\":[", contact, "],"]);
        }
        body.extend(["\"", last, "\":"]);
        body.extend(json);
        body.push('}');
        body.extend(objects.iter().map(|_| '}'));
    }
}
