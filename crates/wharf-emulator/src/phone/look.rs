//! What a page shows: a person, a business number or a group, and what was said there.

use axum::http::HeaderMap;
use maud::{Markup, html};
use serde::Deserialize;
use url::form_urlencoded;
use wharf_model::{
    id::{MessageId, PhoneNumberId},
    time::Timestamp,
};

use super::times::Zone;
use crate::world::{Chat, Group, Number, Person, World};

/// What is asked for beside the person.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Asked {
    /// The business number, by id; the first one when absent.
    pub(super) number: Option<String>,
    /// The group, by id; none when the chat with a number is asked for.
    pub(super) group: Option<String>,
    /// The message that is answered.
    pub(super) reply: Option<String>,
    /// Whether old messages are shown, too.
    pub(super) all: Option<String>,
    /// Whether the phone is shown without what is beside it.
    pub(super) alone: Option<String>,
}

/// What a page shows.
#[derive(Clone, Copy, Debug)]
pub(super) struct View<'a> {
    pub(super) world: &'a World,
    pub(super) person: &'a Person,
    pub(super) number: &'a Number,
    pub(super) chat: Option<&'a Chat>,
    /// The group that is open, in place of the chat.
    pub(super) group: Option<&'a Group>,
    pub(super) asked: &'a Asked,
    pub(super) now: Timestamp,
    /// Whether the clock stands still.
    pub(super) frozen: bool,
    pub(super) zone: Zone,
}

impl Asked {
    /// The number that is asked for, if it is one of the world's.
    pub(super) fn number<'a>(&self, world: &'a World) -> Option<&'a Number> {
        let named = self.number.as_deref().and_then(|id| PhoneNumberId::new(id).ok());
        named.and_then(|id| world.numbers.get(&id)).or_else(|| world.first_number())
    }
}

impl<'a> View<'a> {
    /// `None`: there is no such person.
    pub(super) fn new(
        world: &'a World,
        wa_id: &str,
        asked: &'a Asked,
        headers: &HeaderMap,
        now: Timestamp,
    ) -> Option<Self> {
        let person = world.people.get(wa_id)?;
        let group = asked.group.as_deref().and_then(|id| world.groups.get(id));
        let group = group.filter(|group| group.has(wa_id));
        let of_group = group.and_then(|group| world.numbers.get(&group.number));
        let number = of_group.or_else(|| asked.number(world))?;
        let chat = world.chat(&number.id, wa_id).filter(|_| group.is_none());
        let zone = Zone::of(headers);
        Some(Self { world, person, number, chat, group, asked, now, frozen: false, zone })
    }

    /// Whether a group is asked for that this person is not in.
    pub(super) fn is_lost(&self) -> bool {
        self.asked.group.is_some() && self.group.is_none()
    }

    /// The path of this person's phone.
    pub(super) fn path(&self) -> String {
        format!("/phone/{}", self.person.wa_id)
    }

    /// Where a form for this verb goes.
    pub(super) fn action(&self, verb: &str) -> String {
        format!("/phone/{}/{verb}", self.person.wa_id)
    }

    /// What goes behind the path so that the same chat is shown.
    pub(super) fn query(&self) -> String {
        self.query_to(self.number, self.group)
    }

    /// The same for another chat on the same phone.
    pub(super) fn query_to(&self, number: &Number, group: Option<&Group>) -> String {
        let group = group.map(|group| group.id.as_str());
        query(Some(number.id.as_str()), group, self.asked.alone.is_some())
    }

    /// Fields of a form that say which chat it is in.
    pub(super) fn place(&self) -> Markup {
        html! {
            input type="hidden" name="number" value=(self.number.id);
            @if let Some(group) = self.group { input type="hidden" name="group" value=(group.id); }
            @if self.asked.alone.is_some() { input type="hidden" name="alone" value="1"; }
        }
    }

    /// Until when the business may write anything; `None` when only templates arrive.
    pub(super) fn window_until(&self) -> Option<Timestamp> {
        let until = match self.group {
            Some(group) => group.window_until(),
            None => self.person.window_until(&self.number.id),
        };
        until.filter(|until| self.now < *until)
    }

    /// Whether the business is typing.
    pub(super) fn is_typing(&self) -> bool {
        self.chat.and_then(|chat| chat.typing_until).is_some_and(|until| self.now < until)
    }

    /// The message that is being answered, if it is in this chat.
    pub(super) fn reply(&self) -> Option<MessageId> {
        let id = MessageId::new(self.asked.reply.as_deref()?).ok()?;
        self.line(&id).map(|line| line.entry.id.clone())
    }
}

/// What goes behind the path of a phone: which chat is shown, and whether it stands alone.
pub(super) fn query(number: Option<&str>, group: Option<&str>, alone: bool) -> String {
    let named = [("number", number), ("group", group), ("alone", alone.then_some("1"))];
    let given = named.into_iter().filter_map(|(name, value)| Some((name, value?)));
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(given).finish();
    if query.is_empty() { query } else { format!("?{query}") }
}

/// A word within a query.
pub(super) fn escaped(word: &str) -> String {
    form_urlencoded::byte_serialize(word.as_bytes()).collect()
}
