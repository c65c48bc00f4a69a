//! Who it is, whatever the platform told of them.

use super::{Event, EventKind, Inbound, Received, Status};
use crate::id::UserId;

/// A person as one event shows them. Every part may be absent.
#[derive(Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Person {
    /// Their business-scoped user id.
    pub user_id: Option<UserId>,
    /// Their user id across linked portfolios.
    pub parent_user_id: Option<UserId>,
    /// Their phone, as digits without `+`.
    pub phone: Option<String>,
    /// Their id by phone, where the platform gave it apart from `phone`.
    pub wa_id: Option<String>,
    /// Their display name.
    pub name: Option<String>,
    /// Their username.
    pub username: Option<String>,
}

impl Person {
    /// What to know them by: the user id, else the phone, else the `wa_id`.
    pub fn key(&self) -> Option<&str> {
        self.user_id
            .as_ref()
            .map(UserId::as_str)
            .or(self.phone.as_deref())
            .or(self.wa_id.as_deref())
    }

    /// A phone number to answer to, with `+`.
    pub fn number(&self) -> Option<String> {
        self.phone
            .as_deref()
            .or(self.wa_id.as_deref())
            .map(|digits| format!("+{}", digits.trim_start_matches('+')))
    }

    /// The country their user id was given in: two letters.
    pub fn country(&self) -> Option<&str> {
        let id = self.user_id.as_ref().or(self.parent_user_id.as_ref())?.as_str();
        id.split_once('.').map(|(country, _)| country).filter(|country| country.len() == 2)
    }

    /// By what an item says itself.
    pub(super) fn by(whom: Whom<'_>) -> Self {
        Self {
            user_id: whom.user_id.cloned(),
            parent_user_id: whom.parent_user_id.cloned(),
            phone: whom.phone.map(str::to_owned),
            ..Self::default()
        }
        .settled()
    }

    /// With a user id where it belongs, and nothing that is empty.
    fn settled(mut self) -> Self {
        if self.phone.as_deref().is_some_and(is_user_id) {
            let strayed = self.phone.take().and_then(|text| UserId::new(text).ok());
            self.user_id = self.user_id.or(strayed);
        }
        self.phone = self.phone.filter(|phone| !phone.is_empty());
        self.wa_id = self.wa_id.filter(|wa_id| !wa_id.is_empty());
        self
    }
}

/// Whether a text is a business-scoped user id (`CC.…`), which some payloads carry where a phone belongs.
fn is_user_id(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() > 3
        && bytes[0].is_ascii_uppercase()
        && bytes[1].is_ascii_uppercase()
        && bytes[2] == b'.'
}

/// Whom an item names itself.
#[derive(Clone, Copy, Default)]
pub(super) struct Whom<'a> {
    pub(super) user_id: Option<&'a UserId>,
    pub(super) parent_user_id: Option<&'a UserId>,
    pub(super) phone: Option<&'a str>,
}

impl EventKind {
    /// Whom an item names itself: the sender of a message, the recipient of a status or an echo.
    pub(super) fn whom(&self) -> Whom<'_> {
        match self {
            Self::Message(message) => sender(message),
            Self::Echo(message) => Whom {
                user_id: message.to_user_id.as_ref(),
                parent_user_id: message.to_parent_user_id.as_ref(),
                phone: message.to.as_deref(),
            },
            Self::Status(status) => recipient(status),
            Self::Error(_) | Self::Update | Self::Unread(_) => Whom::default(),
        }
    }
}

fn sender(message: &Inbound) -> Whom<'_> {
    let mut whom = Whom {
        user_id: message.from_user_id.as_ref(),
        parent_user_id: message.from_parent_user_id.as_ref(),
        phone: message.from.as_deref(),
    };
    // A note that someone's user id changed may name nobody but the new one.
    if let Received::System(note) = &message.content
        && whom.user_id.is_none()
        && whom.phone.is_none()
    {
        whom.user_id = note.user_id.as_ref();
        whom.phone = note.wa_id.as_deref();
    }
    whom
}

/// In a group it is the member, for the group is nobody.
fn recipient(status: &Status) -> Whom<'_> {
    let participant = Whom {
        user_id: status.recipient_participant_user_id.as_ref(),
        parent_user_id: status.recipient_participant_parent_user_id.as_ref(),
        phone: status.recipient_participant_id.as_deref(),
    };
    if status.is_to_group() {
        return participant;
    }
    Whom {
        user_id: status.recipient_user_id.as_ref().or(participant.user_id),
        parent_user_id: status.recipient_parent_user_id.as_ref().or(participant.parent_user_id),
        phone: status.recipient_id.as_deref().or(participant.phone),
    }
}

impl Event {
    /// Who it is about: the sender of a message, the recipient of a status, the one person an update
    /// speaks of. What the item says comes first, then the contact beside it.
    pub fn person(&self) -> Person {
        let mut person = match &self.kind {
            EventKind::Update if self.contact.is_none() => {
                self.update().and_then(|update| update.person()).unwrap_or_default()
            }
            kind => Person::by(kind.whom()),
        };
        let Some(contact) = &self.contact else { return person };
        let profile = contact.profile.as_ref();
        person.user_id = person.user_id.or_else(|| contact.user_id.clone());
        person.parent_user_id = person.parent_user_id.or_else(|| contact.parent_user_id.clone());
        person.wa_id.clone_from(&contact.wa_id);
        person.name = profile.and_then(|profile| profile.name.clone());
        person.username = profile.and_then(|profile| profile.username.clone());
        person.settled()
    }
}

crate::quiet_debug! { Person {} }
