//! A message as a phone shows it: said in a chat or in a group, by whoever it was.

use wharf_model::id::MessageId;

use super::look::View;
use crate::world::{Author, Entry, Said};

/// A message, and what a group adds to it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    pub(super) entry: &'a Entry,
    /// Who in the group said it, and what the others make of it.
    pub(super) said: Option<&'a Said>,
}

/// Who said something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Speaker<'a> {
    /// The business.
    Business,
    /// Whose phone it is.
    Me,
    /// Somebody else in a group, by digits.
    Other(&'a str),
}

impl Speaker<'_> {
    /// Which side of the phone it is on, as a style knows it.
    pub(super) fn side(self) -> &'static str {
        match self {
            Self::Business => "by-business",
            Self::Me => "by-person",
            Self::Other(_) => "by-other",
        }
    }
}

impl<'a> From<&'a Said> for Line<'a> {
    fn from(said: &'a Said) -> Self {
        Self { entry: &said.entry, said: Some(said) }
    }
}

impl<'a> Line<'a> {
    /// Who said it.
    pub(super) fn speaker(self, view: &View<'_>) -> Speaker<'a> {
        match self.said {
            None if self.entry.author == Author::Business => Speaker::Business,
            None => Speaker::Me,
            Some(said) => match said.by.as_deref() {
                None => Speaker::Business,
                Some(by) if by == view.person.wa_id => Speaker::Me,
                Some(by) => Speaker::Other(by),
            },
        }
    }

    /// The emoji on it, each with the name of whoever put it there.
    pub(super) fn emoji(self, view: &View<'a>) -> Vec<(&'a str, &'a str)> {
        if let Some(said) = self.said {
            let all = said.reactions.iter();
            return all.map(|(by, emoji)| (view.person_name(by), emoji.as_str())).collect();
        }
        let on = &self.entry.marks().reactions;
        let business = on.business.as_deref().map(|emoji| (view.number.name.as_str(), emoji));
        let person = on.person.as_deref().map(|emoji| (view.person.name.as_str(), emoji));
        business.into_iter().chain(person).collect()
    }

    /// The emoji that this phone's person put on it.
    pub(super) fn my_emoji(self, view: &View<'_>) -> Option<&'a str> {
        match self.said {
            Some(said) => said.reactions.get(&view.person.wa_id).map(String::as_str),
            None => self.entry.marks().reactions.person.as_deref(),
        }
    }
}

impl<'a> View<'a> {
    /// How many messages there are.
    pub(super) fn count(&self) -> usize {
        match self.group {
            Some(group) => group.said.len(),
            None => self.chat.map_or(0, |chat| chat.entries.len()),
        }
    }

    /// The message at a place.
    pub(super) fn line_at(&self, at: usize) -> Option<Line<'a>> {
        match self.group {
            Some(group) => group.said.get(at).map(Line::from),
            None => Some(Line { entry: self.chat?.entries.get(at)?, said: None }),
        }
    }

    /// The message of this id, and its place.
    pub(super) fn find(&self, id: &MessageId) -> Option<(usize, Line<'a>)> {
        let at = match self.group {
            Some(group) => group.said.iter().rposition(|said| said.entry.id == *id),
            None => self.chat?.entries.iter().rposition(|entry| entry.id == *id),
        }?;
        Some((at, self.line_at(at)?))
    }

    /// The message of this id.
    pub(super) fn line(&self, id: &MessageId) -> Option<Line<'a>> {
        self.find(id).map(|(_, line)| line)
    }

    /// What whoever said something is called.
    pub(super) fn name(&self, speaker: Speaker<'a>) -> &'a str {
        match speaker {
            Speaker::Business => &self.number.name,
            Speaker::Me => &self.person.name,
            Speaker::Other(wa_id) => self.person_name(wa_id),
        }
    }

    /// What somebody is called; their digits when nobody knows.
    pub(super) fn person_name(&self, wa_id: &'a str) -> &'a str {
        self.world.people.get(wa_id).map_or(wa_id, |person| person.name.as_str())
    }
}
