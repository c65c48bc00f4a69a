//! Every fixture, one line each: what was found in it.

use std::{fmt::Write as _, fs, path::Path};

use wharf_model::webhook::{self, Event};

fn line(event: &Event) -> String {
    let unread = event.unread().map(|reason| format!(" UNREAD {reason}")).unwrap_or_default();
    format!("{} {}{unread}", event.field, event.name())
}

/// Every webhook fixture with the events found in it.
pub(crate) fn all() -> Vec<(String, Vec<u8>, Vec<Event>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/webhook");
    let mut all: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let body = fs::read(&path).unwrap();
            let events = webhook::read(&body);
            (path.file_stem().unwrap().to_string_lossy().into_owned(), body, events)
        })
        .collect();
    all.sort_by(|one, other| one.0.cmp(&other.0));
    assert!(all.len() >= 190, "the fixtures are gone: {} left", all.len());
    all
}

/// Fixtures whose shape is hostile: what must be unread in them, and why.
const UNREAD: &[(&str, &[&str])] = &[
    ("x_empty_object", &["it has no `object`"]),
    ("x_no_value", &["a change has no `value`"]),
    ("x_other_object", &["it is about \"page\", not a WhatsApp account"]),
    ("x_type_without_payload", &["a message of type `image` has no `image`"]),
    ("x_unknown_field", &["unknown field `brand_new_field`"]),
    ("x_unknown_message_type", &["unknown message type `poll_creation`"]),
    ("x_value_is_string", &["`value` is not an object"]),
    ("x_value_null", &["a change has no `value`"]),
];

/// Fixtures without anything in them.
const EMPTY: &[&str] = &["x_empty_entry"];

#[test]
fn known_shapes_are_read_and_hostile_ones_say_why_not() {
    let mut report = String::new();
    for (name, _, events) in all() {
        let unread: Vec<_> =
            events.iter().filter_map(Event::unread).map(std::borrow::Cow::into_owned).collect();
        let expected = UNREAD
            .iter()
            .find(|(fixture, _)| *fixture == name)
            .map_or(&[][..], |(_, reasons)| reasons);
        if unread != expected || events.is_empty() != EMPTY.contains(&name.as_str()) {
            let lines: Vec<_> = events.iter().map(line).collect();
            writeln!(report, "{name}: {lines:#?}").unwrap();
        }
    }
    assert!(report.is_empty(), "{report}");
}

#[test]
fn each_event_can_be_handed_on_as_a_body_of_its_own() {
    for (name, _, events) in all() {
        for event in events {
            let body = event.to_body();
            let again = webhook::read(&body);
            let [same] = &again[..] else {
                panic!("{name}: {again:#?} from {}", String::from_utf8_lossy(&body))
            };
            assert_eq!((same.name(), same.item()), (event.name(), event.item()), "{name}");
            assert_eq!(same.person(), event.person(), "{name}");
            assert_eq!(same.raw.as_bytes(), event.raw.as_bytes(), "{name}");
        }
    }
}
