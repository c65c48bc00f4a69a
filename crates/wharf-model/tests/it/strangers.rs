//! Bodies as others really write them: what is odd costs no more than itself, and nobody gets another's name.

use serde_json::{Value, json};
use wharf_model::webhook::{Event, Update, read};

fn of(value: &Value) -> Vec<Event> {
    let body = json!({"object": "whatsapp_business_account", "entry": [{"id": "2", "changes": [{"field": "messages", "value": value}]}]});
    read(body.to_string().as_bytes())
}

#[test]
fn nobody_is_given_the_name_or_id_of_another() {
    let ann = json!([{"wa_id": "15550000111", "user_id": "US.111", "profile": {"name": "Ann"}}]);
    let text = |who: Value| {
        let mut message =
            json!({"id": "wamid.A", "timestamp": "1", "type": "text", "text": {"body": "x"}});
        message.as_object_mut().unwrap().extend(who.as_object().unwrap().clone());
        message
    };
    for (who, contacts, name) in [
        (json!({"from": "447700900222"}), &ann, None),
        (json!({"from_user_id": "GB.222"}), &ann, None),
        (json!({"from": "15550000111"}), &ann, Some("Ann")),
        (json!({"from": "447700900222", "from_user_id": "US.111"}), &ann, Some("Ann")),
        // Nothing of the one contact speaks against it.
        (
            json!({"from_user_id": "US.9"}),
            &json!([{"wa_id": "15550000111", "profile": {"name": "Ann"}}]),
            Some("Ann"),
        ),
        // Brazil writes numbers in two ways, also when there are several contacts.
        (
            json!({"from": "551187654321"}),
            &json!([{"wa_id": "1", "profile": {"name": "Bea"}}, {"wa_id": "5511987654321", "profile": {"name": "Ann"}}]),
            Some("Ann"),
        ),
    ] {
        let events = of(&json!({"contacts": contacts, "messages": [text(who.clone())]}));
        let person = events[0].person();
        assert_eq!(person.name.as_deref(), name, "{who}");
        assert_ne!((name, person.key()), (None, Some("US.111")), "{who}");
    }
    let status = json!({"id": "wamid.A", "status": "sent", "timestamp": "1", "recipient_id": "447700900222"});
    assert_eq!(
        of(&json!({"contacts": ann, "statuses": [status]}))[0].person().key(),
        Some("447700900222")
    );
}

#[test]
fn what_an_echo_field_brings_is_an_echo_whatever_its_array_is_called() {
    for field in ["smb_message_echoes", "message_echoes", "history"] {
        let change = json!({"field": field, "value": {"metadata": {"phone_number_id": "1"}, "messages": [
            {"id": "wamid.A", "from": "1", "to": "2", "timestamp": "1", "type": "text", "text": {"body": "x"}}]}});
        let body = json!({"object": "whatsapp_business_account", "entry": [{"id": "2", "changes": [change]}]});
        assert_eq!(read(body.to_string().as_bytes())[0].name(), "echo.text", "{field}");
    }
}

#[test]
fn a_change_that_forgets_its_field_is_read_as_messages() {
    let text = |id: &str| json!({"id": id, "from": "1", "timestamp": "1", "type": "text", "text": {"body": "x"}});
    for field in [json!(null), json!({})] {
        let mut change = json!({"value": {"metadata": {"phone_number_id": "1"}, "messages": [text("a"), text("b")]}});
        if field.is_null() {
            change["field"] = field;
        }
        let body = json!({"object": "whatsapp_business_account", "entry": [{"id": "2", "changes": [change]}]});
        let events = read(body.to_string().as_bytes());
        let names: Vec<_> = events
            .iter()
            .map(|event| (event.name().into_owned(), event.item().unwrap().to_owned()))
            .collect();
        assert_eq!(
            names,
            [
                ("message.text".to_owned(), "a".to_owned()),
                ("message.text".to_owned(), "b".to_owned())
            ]
        );
        assert!(
            events.iter().all(|event| event.notes.iter().any(|note| note.contains("no `field`")))
        );
    }
}

#[test]
fn what_is_left_out_of_a_list_is_noted() {
    let whole = |field: &str, value: Value| {
        let body = json!({"object": "whatsapp_business_account", "entry": [{"id": "2", "changes": [{"field": field, "value": value}]}]});
        read(body.to_string().as_bytes()).remove(0)
    };
    let event = whole(
        "user_preferences",
        json!({"user_preferences": ["junk", {"wa_id": "1", "value": "stop"}, 7]}),
    );
    assert_eq!(event.notes.len(), 2, "{:?}", event.notes);
    assert_eq!(whole("calls", json!({"calls": {}})).notes.len(), 1);
    assert!(whole("calls", json!({"calls": [], "errors": null})).notes.is_empty());
    let flat = whole("user_preferences", json!({"wa_id": "1", "value": "stop"}));
    assert!(matches!(flat.update(), Some(Update::Preferences(all)) if all.len() == 1));
}

#[test]
fn a_message_with_nothing_in_it_keeps_its_head() {
    for (kind, payload) in [
        ("text", json!(null)),
        ("video", json!(null)),
        ("contacts", json!(null)),
        ("request_welcome", json!({})),
    ] {
        let mut message = json!({"id": "wamid.A", "from": "1", "timestamp": "1"});
        if kind != "request_welcome" {
            message["type"] = kind.into();
        }
        message[kind] = payload;
        let events = of(&json!({"messages": [message]}));
        assert_eq!(
            (events[0].name().as_ref(), events[0].item()),
            (format!("message.{kind}").as_str(), Some("wamid.A"))
        );
    }
    let request = json!({"id": "wamid.A", "timestamp": "1", "message": {"type": "text", "text": {"body": "x"}, "to": "2"}, "template": {"id": "77"}});
    let body = json!({"object": "whatsapp_business_account", "entry": [{"id": "2", "changes": [{"field": "standby", "value": {"standby": {"message_echoes": [request]}}}]}]});
    assert_eq!(read(body.to_string().as_bytes())[0].name(), "echo.text");
    let with_mark =
        format!("\u{feff}{}", json!({"object": "whatsapp_business_account", "entry": []}));
    assert!(read(with_mark.as_bytes()).is_empty());
}
