//! Filters of messages that came in.

use wharf_model::{
    id::{GroupId, MessageId},
    webhook::{Event, EventKind, Inbound, Received, message::File},
};

use super::Filter;

fn of<T: 'static>(pick: impl Fn(&Inbound) -> Option<T> + Send + Sync + 'static) -> Filter<T> {
    Filter::new(move |event: &Event| match &event.kind {
        EventKind::Message(message) => pick(message),
        _ => None,
    })
}

/// Every message, of any type.
pub fn message() -> Filter<Inbound> {
    of(|message| Some(message.clone()))
}

/// Text messages: the text.
pub fn text() -> Filter<String> {
    of(|message| match &message.content {
        Received::Text(text) => Some(text.body.clone()),
        _ => None,
    })
}

/// Text messages that are these words, in any case and with any space around: the text as it was written.
pub fn text_is(words: impl Into<String>) -> Filter<String> {
    let words = words.into().trim().to_lowercase();
    text().only(move |text| text.trim().to_lowercase() == words)
}

/// Text messages with these words in them, in any case: the whole text.
pub fn text_contains(words: impl Into<String>) -> Filter<String> {
    let words = words.into().to_lowercase();
    text().only(move |text| text.to_lowercase().contains(&words))
}

/// Messages of a type, by the platform's word for it: `image`, `location`, `contacts`, `order`, …
pub fn kind(word: &'static str) -> Filter<Inbound> {
    message().only(move |message| message.content.kind() == word)
}

/// Messages that carry a file: picture, video, sound, voice, document, sticker.
pub fn file() -> Filter<File> {
    of(|message| message.file().cloned())
}

/// Taps on buttons and rows of lists, template buttons included: the id or payload they were given.
pub fn tap() -> Filter<String> {
    of(|message| message.tapped().map(str::to_owned))
}

/// Taps on the button or row with this id.
pub fn tapped(id: impl Into<String>) -> Filter {
    let id = id.into();
    tap().only(move |tapped| *tapped == id).map(drop)
}

/// Messages that were forwarded.
pub fn forwarded() -> Filter {
    of(|message| {
        let context = message.context.as_ref()?;
        (context.forwarded || context.frequently_forwarded).then_some(())
    })
}

/// Messages that quote another: the other's id.
pub fn quoting() -> Filter<MessageId> {
    of(|message| message.context.as_ref()?.id.clone())
}

/// Messages that were written in a group: the group.
pub fn in_group() -> Filter<GroupId> {
    of(|message| message.group_id.clone())
}

impl<T: 'static> Filter<T> {
    /// The same, for some values only.
    #[must_use]
    pub fn only(self, fits: impl Fn(&T) -> bool + Send + Sync + 'static) -> Self {
        Self::of(move |context| self.pick(context).filter(|value| fits(value)))
    }
}
