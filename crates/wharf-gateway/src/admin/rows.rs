//! What is shown of a send, an event and the rest: never a text, never a whole phone number.

use serde_json::{Value, json};
use url::Url;
use wharf_model::time::Timestamp;
use wharf_store::{
    inbox::{AT_ONCE, Cursor, DeadLetter, Event, Parked, Setback},
    outbox::Send,
};

use super::time::iso;
use crate::{front::public_id, handoff::Circuit};

pub(super) fn send(send: &Send) -> Value {
    json!({
        "id": public_id(send.id),
        "lane": send.lane,
        "to": masked(&send.conversation),
        "state": send.state.as_str(),
        "wamid": send.wamid,
        "attempt": send.attempt,
        "setbacks": send.setbacks,
        "answer_status": send.answer.as_ref().map(|answer| answer.status),
        "reason": send.reason.as_deref().map(without_numbers),
        "callback_data": send.callback_data,
        "created_at": iso(send.created_at),
        "changed_at": iso(send.changed_at),
    })
}

pub(super) fn event(event: &Event) -> Value {
    json!({
        "seq": event.seq,
        "lane": event.lane,
        "conversation": masked(&event.conversation),
        "field": event.field,
        "kind": event.kind,
        "item": event.item,
        "send": event.send.map(public_id),
        "happened_at": event.happened_at.map(iso),
        "received_at": iso(event.received_at),
        "unread": event.unread,
    })
}

pub(super) fn dead_letter(letter: &DeadLetter) -> Value {
    json!({
        "subscriber": letter.subscriber,
        "reason": letter.reason,
        "buried_at": iso(letter.buried_at),
        "event": event(&letter.event),
    })
}

pub(super) fn subscriber(circuit: &Circuit, cursors: &[Cursor], parked: &[Parked]) -> Value {
    let cursors = cursors.iter().map(|cursor| {
        let mut row = setback(cursor.setback.as_ref());
        row["lane"] = cursor.lane.as_str().into();
        row["seq"] = cursor.seq.into();
        row["newest"] = cursor.newest.into();
        row
    });
    let parked = parked.iter().map(|parked| {
        let mut row = setback(Some(&parked.setback));
        row["lane"] = parked.event.lane.as_str().into();
        row["seq"] = parked.event.seq.into();
        row["kind"] = parked.event.kind.as_str().into();
        row["conversation"] = masked(&parked.event.conversation).into();
        row
    });
    let silence = circuit
        .silence()
        .map(|(attempts, until)| json!({"attempts": attempts, "retry_at": next_try(until)}));
    json!({
        "name": circuit.subscriber.name,
        "url": without_secrets(&circuit.subscriber.url),
        "silent": silence,
        "cursors": cursors.collect::<Vec<_>>(),
        "parked": parked.collect::<Vec<_>>(),
    })
}

fn setback(setback: Option<&Setback>) -> Value {
    json!({
        "attempts": setback.map_or(0, |setback| setback.attempts),
        "retry_at": setback.and_then(|setback| next_try(setback.retry_at)),
        "reason": setback.map(|setback| without_numbers(&setback.reason)),
    })
}

/// When something is tried again; none when it is due at once.
pub(super) fn next_try(at: Timestamp) -> Option<String> {
    (at > AT_ONCE).then(|| iso(at))
}

/// The last four characters of a name, number or id of a person.
pub(super) fn masked(whom: &str) -> String {
    let shown = whom.chars().count().saturating_sub(4).min(4);
    if shown == 0 {
        return if whom.is_empty() { String::new() } else { "…".to_owned() };
    }
    let skip = whom.chars().count() - shown;
    std::iter::once('…').chain(whom.chars().skip(skip)).collect()
}

/// A text without what may be a phone number: seven digits in a row, or more.
pub(super) fn without_numbers(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut digits = String::new();
    for char in text.chars().chain(std::iter::once('\0')) {
        if char.is_ascii_digit() {
            digits.push(char);
            continue;
        }
        shown.push_str(&if digits.len() < 7 {
            std::mem::take(&mut digits)
        } else {
            masked(&digits)
        });
        digits.clear();
        if char != '\0' {
            shown.push(char);
        }
    }
    shown
}

/// Where a subscriber is, without what may be a password in the URL.
pub(super) fn without_secrets(url: &str) -> String {
    let Ok(mut url) = Url::parse(url) else { return String::new() };
    url.set_query(None);
    // Cannot fail for a URL with a host, which these have.
    let _cleared = url.set_username("").and_then(|()| url.set_password(None));
    url.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_shown_in_full() {
        for (given, shown) in [
            ("+15550001111", "…1111"),
            ("", ""),
            ("1234", "…"),
            ("12345", "…5"),
            ("US.1349123", "…9123"),
        ] {
            assert_eq!(masked(given), shown);
        }
        assert_eq!(
            without_numbers("(#131026) cannot reach 15550001111, code 1234567"),
            "(#131026) cannot reach …1111, code …567"
        );
        assert_eq!(
            without_secrets("http://u:p@127.0.0.1:8080/hook?key=1"),
            "http://127.0.0.1:8080/hook"
        );
    }
}
