//! From a webhook body to events. Total: whatever the bytes, every item is in the result.

use super::{
    Event,
    change::word,
    envelope::Place,
    findings::{Entry, Findings},
};
use crate::read::{Broken, Cursor, elements};

/// `object` of everything about WhatsApp, as JSON.
const OBJECT: &str = "\"whatsapp_business_account\"";

/// Takes a webhook body apart. Reads any bytes and never fails: an item that cannot be read
/// becomes an event of kind [`EventKind::Unread`](super::EventKind::Unread) that has its bytes and the reason, and its
/// neighbours are unharmed. Check the signature over the same bytes before you call this.
///
/// ```
/// let body = br#"{"object":"whatsapp_business_account","entry":[{"id":"2","changes":[{"field":"messages","value":{
///     "metadata":{"phone_number_id":"1"},
///     "messages":[{"id":"wamid.A","from":"15550001111","timestamp":"1700000000","type":"text","text":{"body":"hi"}},
///                 {"id":"wamid.B","from":"15550001111","type":"hologram","hologram":{}}]}}]}]}"#;
/// let events = wharf_model::webhook::read(body);
/// assert_eq!(events[0].name(), "message.text");
/// assert_eq!(events[1].unread().as_deref(), Some("unknown message type `hologram`"));
/// ```
pub fn read(body: &[u8]) -> Vec<Event> {
    let text = String::from_utf8_lossy(body);
    // What some editors put before a file.
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    if Cursor::new(text).peek() == b'['
        && let Some(bodies) = elements(text)
    {
        // The platform never sends a list; people keep several bodies in one file.
        let read = |body: &serde_json::value::RawValue| read_one(body.get(), body.get().as_bytes());
        return bodies.into_iter().flat_map(read).collect();
    }
    read_one(text, body)
}

fn read_one(text: &str, body: &[u8]) -> Vec<Event> {
    let mut findings = Findings::default();
    let mut top = Top::default();
    let mut cursor = Cursor::new(text);
    let walked = findings.body(&mut cursor, &mut top).and_then(|()| cursor.end());
    let reason = match (walked, top.object) {
        (Err(Broken), _) => "the body is not a JSON object".to_owned(),
        (Ok(()), Some(OBJECT)) if !top.has_entry => "it has no `entry`".to_owned(),
        (Ok(()), Some(OBJECT)) => return findings.into_events(),
        (Ok(()), Some(other)) => format!("it is about {other}, not a WhatsApp account"),
        (Ok(()), None) => {
            if let Some(events) = read_bare(text, &top) {
                return events;
            } else if top.has_entry {
                return findings.into_events();
            }
            "it has no `object`".to_owned()
        }
    };
    vec![Event::unread_body(reason, body)]
}

/// Reads an entry, a change or a value without the envelope, as some published examples are.
fn read_bare(text: &str, top: &Top<'_>) -> Option<Vec<Event>> {
    let mut cursor = Cursor::new(text);
    let mut findings = Findings::default();
    let bare = top.bare?;
    if bare != Bare::Entry {
        findings.entries.push(Entry::default());
    }
    match bare {
        Bare::Entry => findings.entry(&mut cursor),
        Bare::Change => findings.change(&mut cursor),
        Bare::Value(field) => findings.bare_value(&mut cursor, field),
    }
    .ok()?;
    Some(findings.into_events())
}

/// What stands at the top of a body.
#[derive(Default)]
struct Top<'a> {
    object: Option<&'a str>,
    has_entry: bool,
    /// What it would be without the envelope: the outermost counts.
    bare: Option<Bare>,
}

/// What some published examples are, without the envelope.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Bare {
    /// A value of this field.
    Value(&'static str),
    /// A change.
    Change,
    /// An entry.
    Entry,
}

impl<'a> Findings<'a> {
    fn body(&mut self, cursor: &mut Cursor<'a>, top: &mut Top<'a>) -> Result<(), Broken> {
        let walk = |cursor: &mut Cursor<'a>, name: std::borrow::Cow<'a, str>| {
            if name == "entry" {
                top.has_entry = true;
                return self.list(cursor, "`entry` is not a list", Place::Entries, Self::entry);
            }
            let json = cursor.raw()?;
            let is_there = json != "null";
            match &*name {
                "object" => top.object = Some(json).filter(|_| is_there),
                "changes" if is_there => top.bare = top.bare.max(Some(Bare::Entry)),
                "value" if is_there => top.bare = top.bare.max(Some(Bare::Change)),
                "messages" | "statuses" | "message_echoes" if is_there => {
                    top.bare = top.bare.or(Some(Bare::Value("messages")));
                }
                "history" if is_there && top.bare < Some(Bare::Change) => {
                    top.bare = Some(Bare::Value("history"));
                }
                _ => {}
            }
            Ok(())
        };
        cursor.object(walk).map(drop)
    }

    /// Every element of a list; or that it is none.
    pub(super) fn list(
        &mut self,
        cursor: &mut Cursor<'a>,
        reason: &str,
        place: Place,
        each: fn(&mut Self, &mut Cursor<'a>) -> Result<(), Broken>,
    ) -> Result<(), Broken> {
        if cursor.peek() == b'[' {
            return cursor.array(|cursor| each(self, cursor)).map(drop);
        }
        let json = cursor.raw()?;
        self.unread_beside(reason, json, place);
        Ok(())
    }

    pub(super) fn entry(&mut self, cursor: &mut Cursor<'a>) -> Result<(), Broken> {
        let (found, changes) = (self.found.len(), self.changes.len());
        self.entries.push(Entry::default());
        if cursor.peek() != b'{' {
            let json = cursor.raw()?;
            self.unread_beside("an entry is not an object", json, Place::Entry);
            return Ok(());
        }
        let (mut id, mut time, mut field, mut has_changes) = (None, None, String::new(), false);
        let json = cursor.object(|cursor, name| {
            match &*name {
                "id" => id = Some(cursor.raw()?).filter(|&json| json != "null"),
                "time" => time = Some(cursor.raw()?).filter(|&json| json != "null"),
                "field" => field = word(cursor)?,
                "changes" => {
                    has_changes = true;
                    self.list(cursor, "`changes` is not a list", Place::Changes, Self::change)?;
                }
                _ => drop(cursor.raw()?),
            }
            Ok(())
        })?;
        if !field.is_empty() && self.outer_field.is_none() {
            // One published example has the name of the field here; it may come after the changes.
            self.found.truncate(found);
            self.changes.truncate(changes);
            self.entries.pop();
            self.outer_field = Some(field);
            self.entry(&mut Cursor::new(json))?;
            self.outer_field = None;
            return Ok(());
        }
        if let Some(entry) = self.entries.last_mut() {
            (entry.id, entry.time) = (id, time);
        }
        if !has_changes {
            self.unread_beside("an entry has no `changes`", json, Place::Entry);
        }
        Ok(())
    }
}
