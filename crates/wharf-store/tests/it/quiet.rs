//! What is kept is personal: it never shows by accident.

use wharf_model::time::Timestamp;
use wharf_store::{
    journal::{Arrival, Indexed, NewEvent},
    outbox::{Answer, Claim, IdempotencyKey, NewSend, Outcome},
};

const SECRET: &str = "+15550001111";
const NOW: Timestamp = Timestamp::from_secs(1);

#[test]
fn nothing_personal_is_in_debug() {
    let secret = || SECRET.to_owned();
    let idempotency =
        IdempotencyKey { account: "a".to_owned(), key: secret(), fingerprint: [7; 32] };
    let send = NewSend {
        lane: "1".to_owned(),
        conversation: secret(),
        version: "v25.0".to_owned(),
        body: secret().into(),
        callback_data: Some(secret()),
        idempotency: Some(idempotency),
        created_at: NOW,
    };
    let event = NewEvent {
        key: secret(),
        lane: "1".to_owned(),
        conversation: secret(),
        field: "messages".to_owned(),
        kind: "message.text".to_owned(),
        item: None,
        happened_at: None,
        body: secret().into(),
        unread: None,
        evidence: None,
    };
    let arrival = Arrival { id: 1, body: secret().into(), received_at: NOW };
    let outcome = Outcome::Unknown {
        answer: Some(Answer { status: 502, body: secret().into() }),
        reason: "it hung up".to_owned(),
    };
    let claim = Claim { id: 1, token: secret() };
    let shown = format!("{send:?} {event:?} {arrival:?} {outcome:?} {claim:?}")
        + &format!("{:?}", Indexed { arrival: 1, events: vec![event] });
    let as_numbers = format!("{:?}", SECRET.as_bytes());
    assert!(!shown.contains(SECRET) && !shown.contains(&as_numbers), "{shown}");
    assert!(shown.contains("502") && shown.contains("message.text"), "{shown}");
}
