//! Filters of everything else, and of where an event came from and to.

use std::sync::Arc;

use wharf_model::{
    id::{Id, PhoneNumberId},
    webhook::{Event, EventKind, Inbound, Status, Unread, Update, status::Progress},
};

use super::Filter;

/// Every event.
pub fn any() -> Filter<Arc<Event>> {
    Filter::of(|context| Some(Arc::clone(&context.event)))
}

/// What becomes of messages that were sent.
pub fn status() -> Filter<Status> {
    Filter::new(|event: &Event| match &event.kind {
        EventKind::Status(status) => Some((**status).clone()),
        _ => None,
    })
}

/// Statuses that say just this, such as [`Progress::Failed`].
pub fn progress(progress: Progress) -> Filter<Status> {
    status().only(move |status| status.status == progress)
}

/// What the platform tells of the account, its templates, calls, groups, flows and people.
pub fn update() -> Filter<Update> {
    Filter::new(Event::update)
}

/// Messages that the business sent from its phone app or by another program.
pub fn echo() -> Filter<Inbound> {
    Filter::new(|event: &Event| match &event.kind {
        EventKind::Echo(message) => Some((**message).clone()),
        _ => None,
    })
}

/// What nobody could read.
pub fn unread() -> Filter<Unread> {
    Filter::new(|event: &Event| match &event.kind {
        EventKind::Unread(unread) => Some(unread.clone()),
        _ => None,
    })
}

/// What came to this business number; for programs that serve several.
pub fn to_number(number: PhoneNumberId) -> Filter {
    Filter::is(move |event| event.number_id() == Some(&number))
}

/// What is about this person: their user id, or their phone as digits.
pub fn from_person(key: impl Into<String>) -> Filter {
    let key = key.into();
    let key = key.trim_start_matches('+').to_owned();
    Filter::is(move |event| {
        let person = event.person();
        let ids = [person.user_id.as_ref().map(Id::as_str), person.phone.as_deref()];
        ids.into_iter().chain([person.wa_id.as_deref()]).flatten().any(|id| id == key)
    })
}
