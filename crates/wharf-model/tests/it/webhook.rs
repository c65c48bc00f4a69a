//! Webhook bodies, friendly and hostile.

use proptest::prelude::*;
use serde_json::{Value, json};
use wharf_model::{
    time::Timestamp,
    webhook::{self, EventKind, Received, message::InteractiveReply, status::Progress},
};

fn body(value: &Value) -> Vec<u8> {
    json!({"object": "whatsapp_business_account", "entry": [{"id": "2", "changes": [{"field": "messages", "value": value}]}]})
        .to_string()
        .into_bytes()
}

fn text(id: &str) -> Value {
    json!({"id": id, "from": "15550001111", "timestamp": "1700000000", "type": "text", "text": {"body": "hi"}})
}

#[test]
fn any_number_of_entries_changes_and_items_arrive() {
    let change = |n: usize| {
        json!({"field": "messages", "value": {"metadata": {"phone_number_id": "1"},
            "messages": [text(&format!("{n}a")), text(&format!("{n}b"))],
            "statuses": [{"id": format!("{n}c"), "status": "sent", "timestamp": 1, "recipient_id": "1"}]}})
    };
    let entry =
        |n: usize| json!({"id": n.to_string(), "changes": [change(2 * n), change(2 * n + 1)]});
    let body =
        json!({"object": "whatsapp_business_account", "entry": [entry(0), entry(1)]}).to_string();
    let items: Vec<_> = webhook::read(body.as_bytes())
        .iter()
        .filter_map(|event| event.item().map(str::to_owned))
        .collect();
    let expected: Vec<_> =
        (0..4).flat_map(|n| ["a", "b", "c"].map(|item| format!("{n}{item}"))).collect();
    assert_eq!(items, expected);
}

#[test]
fn a_stranger_costs_its_neighbours_nothing() {
    let events = webhook::read(&body(&json!({"metadata": {"phone_number_id": 1}, "messages": [
        text("a"), 7, {"id": "b", "type": "image", "image": "no object"}, null, text("c")]})));
    let names: Vec<_> = events.iter().map(|event| event.name().into_owned()).collect();
    assert_eq!(names, ["message.text", "unread", "unread", "unread", "message.text"]);
    assert_eq!(events[2].raw.json().unwrap()["id"], "b");
    assert_eq!(events[4].number_id().unwrap().as_str(), "1");
}

#[test]
fn the_same_event_has_the_same_key_in_any_body() {
    let both = webhook::read(&body(
        &json!({"metadata": {"phone_number_id": "1"}, "messages": [text("a"), text("b")]}),
    ));
    let one = webhook::read(&body(
        &json!({"messages": [text("b")], "metadata": {"phone_number_id": "1"}}),
    ));
    assert_eq!(both[1].key(), one[0].key());
    assert_ne!(both[0].key(), one[0].key());
}

#[test]
fn examples_without_the_envelope_are_read() {
    let value = json!({"messages": [text("a")]});
    let change = json!({"field": "messages", "value": value});
    let entry = json!({"id": "2", "changes": [change]});
    for bare in
        [value.clone(), change.clone(), entry.clone(), json!({"entry": [entry]}), json!([change])]
    {
        let events = webhook::read(bare.to_string().as_bytes());
        assert_eq!(
            events.iter().map(|event| event.name().into_owned()).collect::<Vec<_>>(),
            ["message.text"],
            "{bare}"
        );
    }
}

#[test]
fn depth_is_no_danger() {
    for open in ["[", "{\"message\":", "{\"text\":{\"body\":"] {
        let deep = open.repeat(100_000);
        let body = format!(
            "{{\"object\":\"whatsapp_business_account\",\"entry\":[{{\"changes\":[{{\"field\":\"messages\",\"value\":{{\"messages\":[{deep}"
        );
        assert_eq!(webhook::read(body.as_bytes()).len(), 1);
        let shut: String = deep
            .chars()
            .rev()
            .filter_map(|char| match char {
                '[' => Some(']'),
                '{' => Some('}'),
                _ => None,
            })
            .collect();
        let inner = if open == "[" { "" } else { "1" };
        let whole = format!("{body}{inner}{shut}]}}}}]}}]}}");
        assert_eq!(webhook::read(whole.as_bytes())[0].name(), "unread");
    }
}

#[test]
fn an_unknown_word_costs_one_word() {
    let events = webhook::read(&body(&json!({"statuses": [
        {"id": "a", "status": "teleported", "timestamp": "asdf", "recipient_id": 15_550_001_111_u64, "errors": [{"code": "131047"}]}]})));
    let EventKind::Status(status) = &events[0].kind else { panic!("{events:?}") };
    assert_eq!(status.status.as_str(), "teleported");
    assert!(!status.status.is_listed());
    assert_eq!((status.timestamp, status.recipient_id.as_deref()), (None, Some("15550001111")));
    assert_eq!(status.errors[0].code, 131_047);
    assert!(events[0].notes.len() >= 2, "{:?}", events[0].notes);
}

#[test]
fn a_tap_tells_which_button() {
    let tap = json!({"id": "a", "from": "1", "timestamp": "1", "type": "interactive", "context": {"id": "wamid.Q", "from": "2"},
        "interactive": {"type": "button_reply", "button_reply": {"id": "y", "title": "Yes"}}});
    let events = webhook::read(&body(&json!({"messages": [tap]})));
    let EventKind::Message(message) = &events[0].kind else { panic!("{events:?}") };
    assert_eq!((message.tapped(), message.text()), (Some("y"), Some("Yes")));
    assert!(matches!(&message.content, Received::Interactive(InteractiveReply::Button(_))));
    assert_eq!(message.context.as_ref().unwrap().id.as_ref().unwrap().as_str(), "wamid.Q");
}

#[test]
fn people_are_known_by_whatever_the_platform_told() {
    let events = webhook::read(&body(&json!({
        "contacts": [{"profile": {"name": "Ada"}, "user_id": "US.1"}, {"profile": {"name": "Bea"}, "wa_id": "155"}],
        "messages": [{"from_user_id": "US.1", "id": "a", "timestamp": "1", "type": "text", "text": {"body": "x"}},
                     {"from": "155", "id": "b", "timestamp": "1", "type": "text", "text": {"body": "x"}},
                     {"from": "US.9", "id": "c", "timestamp": "1", "type": "text", "text": {"body": "x"}}]})));
    let people: Vec<_> = events.iter().map(webhook::Event::person).collect();
    assert_eq!((people[0].key(), people[0].name.as_deref()), (Some("US.1"), Some("Ada")));
    assert_eq!((people[1].key(), people[1].name.as_deref()), (Some("155"), Some("Bea")));
    assert_eq!(
        (people[2].key(), people[2].phone.as_deref(), people[2].name.as_deref()),
        (Some("US.9"), None, None)
    );
}

#[test]
fn statuses_keep_their_time_and_rank() {
    let events = webhook::read(&body(&json!({"statuses": [
        {"id": "a", "status": "read", "timestamp": 1_700_000_000_000_i64, "recipient_id": "1",
         "pricing": {"billable": true, "pricing_model": "PMP", "category": "utility", "type": "regular"}}]})));
    let EventKind::Status(status) = &events[0].kind else { panic!("{events:?}") };
    assert_eq!(
        (status.status.clone(), status.timestamp),
        (Progress::Read, Some(Timestamp::from_secs(1_700_000_000)))
    );
    assert_eq!(status.pricing.as_ref().unwrap().kind.as_deref(), Some("regular"));
}

#[test]
fn nothing_personal_is_in_debug() {
    let value = json!({
        "contacts": [{"profile": {"name": "Ada"}, "wa_id": "15550001111"}],
        "messages": [text("a"), {"id": "b", "from": "15550001111", "type": "secret", "secret": "hi"},
                     {"id": "c", "type": "text", "text": {"body": [["hi"]]}}, "hi"],
        "statuses": [{"id": "d", "status": "sent", "recipient_id": "15550001111", "errors": "hi"}]});
    let mut events = webhook::read(&body(&value));
    let group = json!({"field": "group_participants_update", "value": {
        "groups": [{"subject": "hi", "added_participants": [{"wa_id": "15550001111"}]}]}});
    events.extend(webhook::read(group.to_string().as_bytes()));
    for event in events {
        let (person, update) = (event.person(), event.update());
        let shown = format!("{event:?} {person:?} {update:?} {:?}", event.unread());
        for personal in ["Ada", "15550001111", "hi\"", "\"hi"] {
            assert!(!shown.contains(personal), "{shown}");
        }
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".*".prop_map(Value::from),
    ];
    let name = prop_oneof![
        ".*",
        prop::sample::select(vec![
            "messages",
            "groups",
            "calls",
            "initiated_by",
            "statuses",
            "contacts",
            "metadata",
            "id",
            "from",
            "type",
            "text",
            "body",
            "timestamp",
            "status",
            "errors",
            "code",
            "interactive",
            "history",
            "standby",
            "image",
            "context",
            "phone_number_id",
            "profile",
        ])
        .prop_map(str::to_owned),
    ];
    leaf.prop_recursive(5, 64, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(name.clone(), inner, 0..6)
                .prop_map(|map| map.into_iter().collect::<Value>()),
        ]
    })
}

proptest! {
    #[test]
    fn any_bytes_give_events(bytes: Vec<u8>) {
        let events = webhook::read(&bytes);
        prop_assert!(!events.is_empty() || bytes.starts_with(b"["));
    }

    #[test]
    fn any_value_of_any_field_gives_events(value in any_json(), field in prop::sample::select(
        vec!["messages", "standby", "history", "smb_message_echoes", "calls", "group_status_update", "account_update", "brand_new"])) {
        let body = json!({"object": "whatsapp_business_account", "entry": [{"id": "2", "changes": [{"field": field, "value": value}]}]});
        let events = webhook::read(body.to_string().as_bytes());
        prop_assert!(!events.is_empty());
        for event in &events {
            let _re_made = event.to_body();
            let _read = event.update();
            let _key = event.person().key().map(str::to_owned);
        }
    }

    #[test]
    fn no_item_is_lost_whatever_it_is(items in prop::collection::vec(any_json(), 1..8)) {
        let events = webhook::read(&body(&json!({"messages": items.clone(), "statuses": items.clone()})));
        prop_assert_eq!(events.len(), 2 * items.len());
    }
}
