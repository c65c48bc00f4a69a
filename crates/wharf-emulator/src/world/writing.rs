//! A person writes to the business.

mod check;

use serde::Deserialize;
use serde_json::{Map, Value, json};
use wharf_model::{
    id::{GroupId, MessageId, PhoneNumberId},
    time::Timestamp,
};

use super::{Author, ChatKey, Entry, Matter, Standing, World, webhook};

/// What a person writes, as the control API takes it.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    /// The business number; the first one when absent.
    pub(crate) to: Option<PhoneNumberId>,
    /// The word under `type`.
    pub(crate) kind: String,
    /// What stands under that word.
    pub(crate) payload: Value,
    /// The message it quotes.
    pub(crate) quotes: Option<MessageId>,
    /// What else stands in its context: that it was passed on, a product.
    pub(crate) context: Map<String, Value>,
    /// The advertisement that they came from.
    pub(crate) referral: Option<Value>,
}

/// Why somebody cannot write this, and what would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Problem(pub(crate) String);

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Types that carry a file by id.
const FILES: &[&str] = &["image", "video", "audio", "document", "sticker"];

/// A reaction as a person sends it; no emoji takes it back.
#[derive(Deserialize)]
pub(super) struct Reaction {
    pub(super) message_id: MessageId,
    #[serde(default)]
    pub(super) emoji: Option<String>,
}

/// What stands around a message: the one it quotes, and where it came from.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Context {
    message_id: Option<MessageId>,
    /// Passed on, five times at most.
    #[serde(default)]
    forwarded: bool,
    /// Passed on more often.
    #[serde(default)]
    frequently_forwarded: bool,
    /// The product that they ask about.
    referred_product: Option<Map<String, Value>>,
}

impl Context {
    /// What of it is no quote, as a webhook has it.
    fn rest(&self) -> Map<String, Value> {
        let mut rest = Map::new();
        for (name, is) in
            [("forwarded", self.forwarded), ("frequently_forwarded", self.frequently_forwarded)]
        {
            if is {
                rest.insert(name.to_owned(), true.into());
            }
        }
        if let Some(product) = &self.referred_product {
            rest.insert("referred_product".to_owned(), product.clone().into());
        }
        rest
    }
}

/// Takes a field out of a body.
fn take<T: serde::de::DeserializeOwned>(
    body: &mut Map<String, Value>,
    name: &str,
) -> Result<Option<T>, String> {
    let Some(value) = body.remove(name) else { return Ok(None) };
    serde_json::from_value(value).map(Some).map_err(|error| format!("{name}: {error}"))
}

impl Written {
    /// A text to the first number.
    pub(crate) fn text(body: &str) -> Self {
        Self::to(None, "text", json!({"body": body}))
    }

    /// Something of any type, to a number.
    pub(crate) fn of(to: PhoneNumberId, kind: &str, payload: Value) -> Self {
        Self::to(Some(to), kind, payload)
    }

    /// The same; to the first number if none is named.
    pub(crate) fn to(to: Option<PhoneNumberId>, kind: &str, payload: Value) -> Self {
        Self {
            to,
            kind: kind.to_owned(),
            payload,
            quotes: None,
            context: Map::new(),
            referral: None,
        }
    }

    /// The group that a body names, and the rest of it.
    pub(super) fn group_of(
        mut body: Map<String, Value>,
    ) -> Result<(Map<String, Value>, Option<GroupId>), String> {
        let group = take(&mut body, "group_id")?;
        Ok((body, group))
    }

    /// What the control API takes: a type, what stands under it, whom it goes to, what it quotes.
    pub(crate) fn read(mut body: Map<String, Value>) -> Result<Self, String> {
        let kind: String = take(&mut body, "type")?.ok_or("type: is required, such as text")?;
        let to: Option<PhoneNumberId> = take(&mut body, "to")?;
        let context: Option<Context> = take(&mut body, "context")?;
        let referral: Option<Value> = take(&mut body, "referral")?;
        if let Some(referral) = &referral {
            check::referral(referral)?;
        }
        let payload = body.remove(&kind).unwrap_or_else(|| json!({}));
        if let Some(name) = body.keys().next() {
            return Err(format!(
                "{name}: unknown; there are type, the field that `type` names, to, group_id, context, referral"
            ));
        }
        let (quotes, context) = match context {
            Some(context) => (context.message_id.clone(), context.rest()),
            None => (None, Map::new()),
        };
        Ok(Self { quotes, context, referral, ..Self::to(to, &kind, payload) })
    }

    /// What is wrong with it.
    pub(super) fn check(&self) -> Result<(), Problem> {
        check::payload(&self.kind, &self.payload)
    }
}

impl World {
    /// Somebody writes: it is in the chat, the window opens, and the app is told.
    pub(crate) fn write(
        &mut self,
        wa_id: &str,
        written: Written,
        now: Timestamp,
    ) -> Result<MessageId, Problem> {
        written.check()?;
        let number = match &written.to {
            Some(id) => self.numbers.get(id),
            None => self.first_number(),
        };
        let number = number
            .ok_or_else(|| Problem("to: there is no such business number".to_owned()))?
            .clone();
        let unknown =
            || Problem(format!("nobody has the number {wa_id}; PUT /_control/users/{wa_id} first"));
        let payload = self.with_file(&written)?;
        let reaction = (written.kind == "reaction").then(|| reaction(&payload)).transpose()?;
        // Somebody who is blocked does not learn of it: it stays on their phone.
        let heard = !number.desk.blocked.contains(wa_id);
        let person = self.people.get_mut(wa_id).ok_or_else(unknown)?;
        if heard {
            person.wrote.insert(number.id.clone(), now);
        }
        let person = person.clone();
        let key: ChatKey = (number.id.clone(), wa_id.to_owned());
        let id = self.ids.message(wa_id);
        let mut message = json!({
            "from_user_id": person.user_id,
            "id": id,
            "timestamp": now,
            "type": written.kind,
        });
        message[written.kind.as_str()] = payload.clone();
        if let Some(context) = self.context_of(&written, &number.wa_id, wa_id) {
            message["context"] = context;
        }
        if let Some(referral) = &written.referral {
            message["referral"] = referral.clone();
        }
        self.take(&number.id, now);
        let manner = self.manner(wa_id);
        if heard {
            self.tell("messages", &webhook::message(&number, &person, manner, message));
        }
        if let Some(Reaction { message_id, emoji }) = reaction
            && let Some(entry) = self.entry_mut(&message_id)
        {
            entry.marks_mut().reactions.person = emoji.filter(|emoji| !emoji.is_empty());
        }
        let matter = Matter::Person { kind: written.kind, payload };
        let standing = if heard { Standing::Delivered } else { Standing::Sent };
        let mut entry = Entry::new(id.clone(), Author::Person, now, matter, standing);
        entry.quotes = written.quotes;
        if written.referral.is_some() {
            entry.marks_mut().referral = written.referral;
        }
        self.say(key, entry);
        Ok(id)
    }

    /// Writes what the control API takes, in a group if it names one.
    pub(crate) fn write_anywhere(
        &mut self,
        wa_id: &str,
        body: Map<String, Value>,
        now: Timestamp,
    ) -> Result<MessageId, Problem> {
        let (body, group) = Written::group_of(body).map_err(Problem)?;
        let written = Written::read(body).map_err(Problem)?;
        match group {
            Some(group) => self.write_in_group(wa_id, &group, written, now),
            None => self.write(wa_id, written, now),
        }
    }

    /// What stands under `context` in a webhook.
    fn context_of(&self, written: &Written, business: &str, person: &str) -> Option<Value> {
        let mut context = written.context.clone();
        if let Some(quoted) = &written.quotes {
            context.insert("from".to_owned(), self.author_of(quoted, business, person).into());
            context.insert("id".to_owned(), quoted.as_str().into());
        }
        (!context.is_empty()).then(|| context.into())
    }

    fn author_of(&self, id: &MessageId, business: &str, person: &str) -> String {
        let by_person = self.entry(id).is_some_and(|entry| entry.author == Author::Person);
        if by_person { person.to_owned() } else { business.to_owned() }
    }

    /// The payload; one that names a file says what the platform says of files.
    pub(super) fn with_file(&self, written: &Written) -> Result<Value, Problem> {
        let mut payload = written.payload.clone();
        if FILES.contains(&written.kind.as_str()) {
            let id = payload["id"].as_str().unwrap_or_default().to_owned();
            let Some(file) = self.files.by_text(&id) else {
                let hint = "upload it first: POST /{version}/{phone-number-id}/media";
                return Err(Problem(format!("{}.id: there is no such file; {hint}", written.kind)));
            };
            payload["mime_type"] = file.mime_type.as_str().into();
            payload["sha256"] = file.sha256_base64().into();
        }
        Ok(payload)
    }
}

/// Reads a reaction.
pub(super) fn reaction(payload: &Value) -> Result<Reaction, Problem> {
    serde_json::from_value(payload.clone()).map_err(|error| Problem(format!("reaction: {error}")))
}
