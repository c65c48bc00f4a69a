//! What a page shows: a person, a business number, and what they said.

use axum::http::HeaderMap;
use serde::Deserialize;
use wharf_model::{
    id::{MessageId, PhoneNumberId},
    time::Timestamp,
};

use super::times::Zone;
use crate::world::{Chat, Number, Person, World};

/// What is asked for beside the person.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Asked {
    /// The business number, by id; the first one when absent.
    pub(super) number: Option<String>,
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
        let number = asked.number(world)?;
        let chat = world.chat(&number.id, wa_id);
        let zone = Zone::of(headers);
        Some(Self { world, person, number, chat, asked, now, frozen: false, zone })
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
        format!("?number={}", self.number.id)
    }

    /// Until when the business may write anything; `None` when only templates arrive.
    pub(super) fn window_until(&self) -> Option<Timestamp> {
        self.person.window_until(&self.number.id).filter(|until| self.now < *until)
    }

    /// Whether the business is typing.
    pub(super) fn is_typing(&self) -> bool {
        self.chat.and_then(|chat| chat.typing_until).is_some_and(|until| self.now < until)
    }

    /// The message that is being answered, if it is in this chat.
    pub(super) fn reply(&self) -> Option<MessageId> {
        let id = MessageId::new(self.asked.reply.as_deref()?).ok()?;
        self.chat?.entry(&id).map(|entry| entry.id.clone())
    }
}
