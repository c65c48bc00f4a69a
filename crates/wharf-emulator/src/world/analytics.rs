//! Numbers of messages, conversations, prices and templates, from what really happened (Cloud API,
//! "Analytics"). Days and months are those of UTC. Nothing costs anything here, as with a test number.

mod call;
mod conversation;
mod country;
mod group;
mod message;
mod price;
mod query;
mod template;

use super::{Author, Entry, Number, ShownTemplate, World, webhook::category};

pub(crate) use self::query::words;

/// What a filter's or a parameter's value is, by its name.
pub(crate) type Wanted<'a> = &'a dyn Fn(&str) -> Option<String>;

/// A message of the business, with what became of it.
pub(super) struct Fact<'a> {
    pub(super) number: &'a Number,
    pub(super) wa_id: &'a str,
    pub(super) entry: &'a Entry,
}

impl<'a> Fact<'a> {
    /// When it came so far, in Unix seconds.
    pub(super) fn at(&self, status: &str) -> Option<i64> {
        Some(self.entry.reached_at(status)?.as_secs())
    }

    /// The template, if it is of one.
    pub(super) fn template(&self) -> Option<&'a ShownTemplate> {
        match &self.entry.matter {
            super::Matter::Business { template, .. } => template.as_deref(),
            super::Matter::Person { .. } => None,
        }
    }

    /// `MARKETING`, `SERVICE` and the like.
    fn category(&self) -> String {
        category(self.entry).to_uppercase()
    }

    /// Where the person's number is from.
    fn country(&self) -> &'static str {
        country::of(self.wa_id)
    }
}

impl World {
    /// Messages of the business, chat by chat, oldest first.
    pub(super) fn facts(&self) -> impl Iterator<Item = Fact<'_>> {
        self.said_by(Author::Business)
    }

    fn said_by(&self, author: Author) -> impl Iterator<Item = Fact<'_>> {
        let chats = self.chats.iter().filter_map(|((number, wa_id), chat)| {
            Some((self.numbers.get(number)?, wa_id.as_str(), chat))
        });
        chats.flat_map(move |(number, wa_id, chat)| {
            let entries = chat.entries.iter().filter(move |entry| entry.author == author);
            entries.map(move |entry| Fact { number, wa_id, entry })
        })
    }
}
