//! Everything the platform would remember: `(state, request, now) → (answer, effects)`.
//!
//! No I/O, no clock and no chance of its own. Answers are returned; effects are collected and
//! taken by the shell after each step.

mod agenda;
mod chat;
mod ids;
mod media;
mod messages;
mod numbers;
mod people;
mod receipt;
mod recipient;
mod refusal;
mod statuses;
mod tap;
mod templates;
mod typing;
mod webhook;
mod window;
mod writing;

use std::collections::{BTreeMap, HashMap};

use serde_json::Value;
use wharf_model::{
    id::{AccountId, MessageId, PhoneNumberId},
    time::Timestamp,
};

use self::{agenda::Agenda, ids::Ids, media::Files, templates::Templates};
pub(crate) use self::{
    chat::{Author, Chat, Entry, Matter, Reactions, Standing},
    media::{File, NewFile, UPLOAD_BYTES_MAX},
    messages::Posted,
    numbers::Number,
    people::Person,
    refusal::Refusal,
    templates::{ButtonKind, Definition, ShownTemplate},
    writing::Written,
};
use crate::config::{Config, Delays};

/// Something that happens outside the world because of a step.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Effect {
    /// The platform tells the app.
    Webhook {
        /// The account it is about.
        account: AccountId,
        /// The field under `changes`.
        field: &'static str,
        /// The value under `changes`.
        value: Value,
    },
    /// Something on this person's phone is different.
    Changed {
        /// Whose phone.
        wa_id: String,
    },
}

/// What there is to write about on one phone: a business number and a person.
pub(crate) type ChatKey = (PhoneNumberId, String);

/// Everything the platform would remember.
#[derive(Debug)]
pub(crate) struct World {
    pub(crate) account: AccountId,
    pub(crate) numbers: BTreeMap<PhoneNumberId, Number>,
    pub(crate) people: BTreeMap<String, Person>,
    pub(crate) templates: Templates,
    pub(crate) files: Files,
    chats: BTreeMap<ChatKey, Chat>,
    /// Which chat a message is in.
    places: HashMap<MessageId, ChatKey>,
    ids: Ids,
    agenda: Agenda,
    delays: Delays,
    effects: Vec<Effect>,
}

impl World {
    /// The world at its beginning; people who have just written have done so at `now`.
    pub(crate) fn new(config: &Config, now: Timestamp) -> Self {
        let mut world = Self {
            account: config.account.clone(),
            numbers: config.numbers.iter().map(Number::new).collect(),
            people: BTreeMap::new(),
            templates: Templates::dev(),
            files: Files::default(),
            chats: BTreeMap::new(),
            places: HashMap::new(),
            ids: Ids::new(config.seed),
            agenda: Agenda::default(),
            delays: config.delays,
            effects: Vec::new(),
        };
        for person in &config.people {
            let Some(wa_id) = world.add_person(&person.phone, &person.name) else { continue };
            if let Some(text) = &person.just_wrote {
                let written = Written::text(text);
                if let Err(problem) = world.write(&wa_id, written, now) {
                    tracing::warn!(%problem, "a person could not write at the start");
                }
            }
        }
        world
    }

    /// What the last steps did outside the world.
    pub(crate) fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    /// An id for an answer, as the platform's support would ask for.
    pub(crate) fn trace(&mut self) -> String {
        self.ids.trace()
    }

    /// The number that people write to when they name none.
    pub(crate) fn first_number(&self) -> Option<&Number> {
        self.numbers.values().next()
    }

    /// The chat of a business number and a person, if they have said anything.
    pub(crate) fn chat(&self, number: &PhoneNumberId, wa_id: &str) -> Option<&Chat> {
        self.chats.get(&(number.clone(), wa_id.to_owned()))
    }

    /// A person's chats, with the business numbers they are with.
    pub(crate) fn chats_of(&self, wa_id: &str) -> impl Iterator<Item = (&Number, &Chat)> {
        let mine = self.chats.iter().filter(move |((_, person), _)| person == wa_id);
        mine.filter_map(|((number, _), chat)| Some((self.numbers.get(number)?, chat)))
    }

    /// Somebody looks at a chat on the phone in the browser. The platform hears nothing of it.
    pub(crate) fn look_at(&mut self, number: &PhoneNumberId, wa_id: &str) {
        let Some(chat) = self.chats.get_mut(&(number.clone(), wa_id.to_owned())) else { return };
        let news = chat.unseen() > 0;
        chat.seen = chat.entries.len();
        if news {
            self.changed(wa_id);
        }
    }

    /// A message, wherever it was said.
    pub(crate) fn entry(&self, id: &MessageId) -> Option<&Entry> {
        self.chats.get(self.places.get(id)?)?.entry(id)
    }

    fn entry_mut(&mut self, id: &MessageId) -> Option<&mut Entry> {
        self.chats.get_mut(self.places.get(id)?)?.entry_mut(id)
    }

    fn say(&mut self, key: ChatKey, entry: Entry) {
        self.places.insert(entry.id.clone(), key.clone());
        self.changed(&key.1);
        self.chats.entry(key).or_default().entries.push(entry);
    }

    fn changed(&mut self, wa_id: &str) {
        let effect = Effect::Changed { wa_id: wa_id.to_owned() };
        // One step often changes a phone in several places.
        if !self.effects.contains(&effect) {
            self.effects.push(effect);
        }
    }
}
