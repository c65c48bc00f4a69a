//! Everything the platform would remember: `(state, request, now) → (answer, effects)`.
//!
//! No I/O, no clock and no chance of its own. Answers are returned; effects are collected and
//! taken by the shell after each step.

mod account;
mod agenda;
mod analytics;
mod app;
mod apps;
mod callbacks;
mod calls;
mod chat;
pub(crate) mod civil;
mod content;
mod desk;
mod flows;
mod groups;
mod history;
mod ids;
mod late;
mod marketing;
mod media;
mod messages;
mod moment;
mod numbers;
mod outbox;
mod people;
mod rates;
mod receipt;
mod recipient;
mod refusal;
pub(crate) mod rewrite;
mod schedule;
mod script;
mod snapshot;
mod spelling;
mod statuses;
mod tap;
mod target;
mod tell;
mod templates;
mod texted;
mod typed;
mod typing;
mod uploads;
mod webhook;
mod window;
mod writing;

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use wharf_model::{
    id::{AccountId, MessageId, PhoneNumberId},
    time::Timestamp,
};

pub(crate) use self::{
    account::AccountNews,
    analytics::words,
    app::App,
    calls::{Act, Allowance, Call, Dial, Stage},
    chat::{Author, Chat, Entry, Matter, Standing},
    desk::{Link, is_username, no_code},
    flows::{
        ALERTS, Alert, Answered, Choice, Flow, FlowView, Flows, Part, Published, Question,
        STATUSES, Turn, Use,
    },
    groups::{Group, Joined, LINK as INVITE_LINK, Said},
    ids::Draws,
    media::{File, NewFile, UPLOAD_BYTES_MAX},
    messages::Posted,
    numbers::{Number, Opinion},
    outbox::{Outbox, Post, Told},
    people::{Changes, Habits, Person},
    refusal::Refusal,
    script::Script,
    target::{Target, TargetError},
    templates::{
        ButtonKind, Definition, Offer, ShownButton, ShownCard, ShownTemplate, Verdict, previews,
        search_library,
    },
    writing::Written,
};
use self::{
    account::State, agenda::Agenda, apps::Apps, calls::Calls, groups::Groups, ids::Ids,
    media::Files, rates::Rates, templates::Templates, uploads::Uploads,
};
use crate::{
    config::{Config, Delays, Rules},
    fault::Faults,
};

/// Something that happens outside the world because of a step.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Effect {
    /// Something on this person's phone is different.
    Changed {
        /// Whose phone.
        wa_id: String,
    },
}

/// Nodes of a list, with every field, by what is unique about them.
pub(crate) type Nodes = Vec<(String, Map<String, Value>)>;

/// What there is to write about on one phone: a business number and a person.
pub(crate) type ChatKey = (PhoneNumberId, String);

/// Where a message is. Messages stay where they were put.
#[derive(Clone, Debug)]
struct Place {
    key: Arc<ChatKey>,
    at: usize,
}

/// Everything the platform would remember.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct World {
    pub(crate) account: AccountId,
    pub(crate) apps: Apps,
    /// What was set on the account, as it was given.
    pub(crate) account_extra: Map<String, Value>,
    pub(crate) state: State,
    pub(crate) faults: Faults,
    pub(crate) outbox: Outbox,
    pub(crate) numbers: BTreeMap<PhoneNumberId, Number>,
    pub(crate) people: BTreeMap<String, Person>,
    /// Digits that somebody had and nobody has now.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    vacated: BTreeSet<String>,
    /// What numbers were told of people by a message of type `system`: it can be marked as read, and stands in no chat.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    notes: BTreeSet<(PhoneNumberId, MessageId)>,
    pub(crate) templates: Templates,
    pub(crate) flows: Flows,
    pub(crate) files: Files,
    pub(crate) uploads: Uploads,
    pub(crate) groups: Groups,
    pub(crate) calls: Calls,
    #[serde(with = "chats")]
    chats: BTreeMap<ChatKey, Chat>,
    /// Where each message is.
    #[serde(skip)]
    places: HashMap<MessageId, Place>,
    ids: Ids,
    agenda: Agenda,
    delays: Delays,
    pub(crate) rules: Rules,
    rates: Rates,
    #[serde(skip)]
    effects: Vec<Effect>,
    #[serde(skip)]
    checks: Vec<&'static str>,
    /// The moment of the step that is under way.
    #[serde(with = "moment")]
    now: Timestamp,
}

impl World {
    /// What the ids of a world come from that follows this one.
    pub(crate) fn next_seed(&self) -> u64 {
        self.ids.clone().draw()
    }

    /// The world at its beginning; people who have just written have done so at `now`.
    pub(crate) fn new(config: &Config, now: Timestamp) -> Self {
        let mut world = Self {
            account: config.account.clone(),
            apps: Apps::new(App::new(config.app.clone(), "Wharf")),
            account_extra: Map::new(),
            state: State::default(),
            faults: Faults::new(config.seed),
            outbox: Outbox::new(config.webhooks_at_once),
            numbers: config.numbers.iter().map(Number::new).collect(),
            people: BTreeMap::new(),
            vacated: BTreeSet::new(),
            notes: BTreeSet::new(),
            templates: Templates::dev(),
            flows: Flows::default(),
            files: Files::default(),
            uploads: Uploads::default(),
            groups: Groups::default(),
            calls: Calls::default(),
            chats: BTreeMap::new(),
            places: HashMap::new(),
            ids: Ids::new(config.seed),
            agenda: Agenda::default(),
            delays: config.delays,
            rules: config.rules.clone(),
            rates: Rates::default(),
            effects: Vec::new(),
            checks: Vec::new(),
            now,
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

    /// What the last steps looked at before they answered.
    pub(crate) fn take_checks(&mut self) -> Vec<&'static str> {
        std::mem::take(&mut self.checks)
    }

    /// Notes what is looked at now: the last one is what a refusal is about.
    fn checks(&mut self, what: &'static str) {
        self.checks.push(what);
    }

    /// What a webhook must say back before it is registered.
    pub(crate) fn challenge(&mut self) -> String {
        self.ids.challenge()
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
        let Place { key, at } = self.places.get(id)?;
        self.chats.get(&**key)?.entries.get(*at).map(|entry| &**entry)
    }

    fn entry_mut(&mut self, id: &MessageId) -> Option<&mut Entry> {
        let Place { key, at } = self.places.get(id)?;
        self.chats.get_mut(&**key)?.entries.get_mut(*at).map(|entry| &mut **entry)
    }

    /// The chat that a message is in.
    fn place(&self, id: &MessageId) -> Option<&ChatKey> {
        self.places.get(id).map(|place| &*place.key)
    }

    /// Finds again where each message is.
    fn find_places(&mut self) {
        let places = self.chats.iter().flat_map(|(key, chat)| {
            let key = Arc::new(key.clone());
            let entries = chat.entries.iter().enumerate();
            entries.map(move |(at, entry)| (entry.id.clone(), Place { key: Arc::clone(&key), at }))
        });
        self.places = places.collect();
        self.groups.find_places();
    }

    fn say(&mut self, key: ChatKey, entry: Entry) {
        self.changed(&key.1);
        let chat = self.chats.entry(key.clone()).or_default();
        // Messages of one chat share its name.
        let before = chat.entries.last().and_then(|last| self.places.get(&last.id));
        let key = before.map_or_else(|| Arc::new(key), |place| Arc::clone(&place.key));
        let place = Place { key, at: chat.entries.len() };
        self.places.insert(entry.id.clone(), place);
        chat.entries.push(entry.into());
    }

    /// Everything may be different.
    pub(crate) fn all_changed(&mut self) {
        let everybody: Vec<_> = self.people.keys().cloned().collect();
        for wa_id in everybody {
            self.changed(&wa_id);
        }
    }

    fn changed(&mut self, wa_id: &str) {
        let effect = Effect::Changed { wa_id: wa_id.to_owned() };
        // One step often changes a phone in several places.
        if !self.effects.contains(&effect) {
            self.effects.push(effect);
        }
    }
}

/// Chats in a snapshot: a list, since their keys are pairs.
mod chats {
    use std::collections::BTreeMap;

    use serde::{Deserialize as _, Deserializer, Serializer};

    use super::{Chat, ChatKey};

    pub(super) fn serialize<S: Serializer>(
        chats: &BTreeMap<ChatKey, Chat>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(chats.iter())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<BTreeMap<ChatKey, Chat>, D::Error> {
        Ok(Vec::<(ChatKey, Chat)>::deserialize(deserializer)?.into_iter().collect())
    }
}
