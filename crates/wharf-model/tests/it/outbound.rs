//! Messages a business sends.

mod any;
mod definition;
mod direct;
mod files;
mod interactive;
mod limits;
mod sending;
mod template;

use serde_json::{Value, json};
use wharf_model::{
    id::{MediaId, MessageId},
    message::{
        AddressRequest, Buttons, Card, Content, CtaUrl, Document, FlowMessage, Image, List,
        Location, LocationRequest, Message, Reaction, Severity, Template, Text, VoiceCall,
        interactive::{Row, Section},
    },
};

const TO: &str = "+15550001111";

/// Writes a message, compares, reads it back, and finds no fault with it.
#[expect(clippy::needless_pass_by_value, reason = "reads better at the calls")]
fn check(content: impl Into<Content>, kind: &str, payload: Value) {
    let message = Message::new(TO, content);
    let wire = serde_json::to_value(&message).unwrap();
    let expected = json!({
        "messaging_product": "whatsapp", "recipient_type": "individual", "to": TO, "type": kind, kind: payload,
    });
    assert_eq!(wire, expected);
    assert_eq!(Message::from_value(wire).unwrap(), message);
    assert_eq!(message.check(), []);
}

#[test]
fn every_kind_of_the_guide_is_written_as_the_platform_wants_it() {
    check(Text::new("hi").preview_url(true), "text", json!({"body": "hi", "preview_url": true}));
    let link = "https://example.com/image.png";
    check(Image::link(link).caption("Look!"), "image", json!({"link": link, "caption": "Look!"}));
    let id = MediaId::new("7").unwrap();
    check(Document::id(id).filename("a.pdf"), "document", json!({"id": "7", "filename": "a.pdf"}));
    let button =
        |id: &str, title: &str| json!({"type": "reply", "reply": {"id": id, "title": title}});
    check(
        Buttons::new("Choose an option:").reply("option1", "Option 1").reply("option2", "Option 2"),
        "interactive",
        json!({"type": "button", "body": {"text": "Choose an option:"},
            "action": {"buttons": [button("option1", "Option 1"), button("option2", "Option 2")]}}),
    );
    check(
        List::new("What?", "Menu")
            .header("Today")
            .section(Section::new("Drinks").row(Row::new("tea", "Tea"))),
        "interactive",
        json!({"type": "list", "header": {"type": "text", "text": "Today"}, "body": {"text": "What?"},
            "action": {"button": "Menu", "sections": [{"title": "Drinks", "rows": [{"id": "tea", "title": "Tea"}]}]}}),
    );
    check(
        Template::new("hello_world", "en_US"),
        "template",
        json!({"name": "hello_world", "language": {"code": "en_US"}}),
    );
    check(
        Template::new("order", "en_US").body(["42"]).url_suffix(0, "42"),
        "template",
        json!({"name": "order", "language": {"code": "en_US"}, "components": [
            {"type": "body", "parameters": [{"type": "text", "text": "42"}]},
            {"type": "button", "sub_type": "url", "index": "0", "parameters": [{"type": "text", "text": "42"}]}]}),
    );
    check(
        Card::new("John Doe").phone("1234567890", "WORK"),
        "contacts",
        json!([{"name": {"formatted_name": "John Doe", "first_name": "John"},
            "phones": [{"phone": "1234567890", "type": "WORK"}]}]),
    );
    check(
        Location::new(52.5, 13.4).name("Here"),
        "location",
        json!({"latitude": 52.5, "longitude": 13.4, "name": "Here"}),
    );
    let wamid = MessageId::new("wamid.A").unwrap();
    check(Reaction::new(wamid, "👍"), "reaction", json!({"message_id": "wamid.A", "emoji": "👍"}));
    check(
        CtaUrl::new("See", "Open", "https://example.com"),
        "interactive",
        json!({"type": "cta_url", "body": {"text": "See"}, "action": {"name": "cta_url",
            "parameters": {"display_text": "Open", "url": "https://example.com"}}}),
    );
    check(
        LocationRequest::new("Where?"),
        "interactive",
        json!({"type": "location_request_message", "body": {"text": "Where?"}, "action": {"name": "send_location"}}),
    );
}

#[test]
fn what_has_no_name_here_is_passed_on() {
    let wire = json!({"messaging_product": "whatsapp", "to": "1", "type": "hologram", "hologram": {"n": 1}, "new": [1]});
    let message = Message::from_value(wire.clone()).unwrap();
    assert_eq!(message.content.kind(), "hologram");
    assert_eq!(serde_json::to_value(&message).unwrap(), wire);
}

#[test]
fn an_unreadable_message_says_where() {
    let path = |wire: Value| Message::from_value(wire).unwrap_err().path;
    let with = |kind: &str, payload: Value| json!({"messaging_product": "whatsapp", "to": "1", "type": kind, kind: payload});
    assert_eq!(path(json!({"to": "1", "text": {"body": "x"}})), "messaging_product");
    assert_eq!(path(json!({"messaging_product": "whatsapp", "type": "text"})), "text");
    assert_eq!(path(with("text", json!({"body": 7}))), "text.body");
    assert_eq!(path(with("contacts", json!([{"phones": 7}]))), "contacts[0].phones");
}

#[test]
fn all_broken_limits_are_reported_at_once() {
    let long = "x".repeat(21);
    let buttons =
        Buttons::new("").reply("a", &long).reply("a", "B").reply("c", "B").reply("d", "D");
    let mut paths: Vec<_> =
        Message::new("", buttons).check().into_iter().map(|found| found.path).collect();
    paths.sort();
    assert_eq!(
        paths,
        [
            "interactive.action.buttons",
            "interactive.action.buttons[0].reply.title",
            "interactive.action.buttons[1].reply.id",
            "interactive.action.buttons[2].reply.title",
            "interactive.body.text",
            "to",
        ]
    );
    let found = Message::new(TO, "x".repeat(4097)).check();
    assert_eq!((found[0].limit, found[0].given, found[0].code), (Some(4096), Some(4097), 100));
    assert_eq!(Message::new(TO, "x".repeat(4096)).check(), []);
    assert_eq!(Message::new(TO, Location::new(91.0, 0.0)).check()[0].path, "location.latitude");
    let warned = Message::new(TO, Location::new(1.0, 0.0).address("Street")).check();
    assert_eq!(warned[0].severity, Severity::Warning);
}

#[test]
fn nothing_personal_is_in_debug() {
    let shown = format!("{:?}", Message::new(TO, Text::new("for your eyes only")));
    assert!(shown.contains("Content(text)"), "{shown}");
    assert!(!shown.contains("eyes") && !shown.contains(TO), "{shown}");
}

#[test]
fn nothing_that_a_person_reads_is_in_debug() {
    let eyes = "for your eyes only";
    let row = Row::new("r", eyes).description(eyes);
    let shown = [
        format!("{:?}", Text::new(eyes)),
        format!("{:?}", Image::link(eyes).caption(eyes)),
        format!("{:?}", Document::link(eyes).filename(eyes)),
        format!("{:?}", Location::new(1.0, 1.0).name(eyes).address(eyes)),
        format!("{:?}", Card::new(eyes).phone(eyes, "WORK").email(eyes, "HOME").company(eyes)),
        format!("{:?}", Buttons::new(eyes).reply("a", eyes).header(eyes).footer(eyes)),
        format!("{:?}", List::new(eyes, eyes).section(Section::new(eyes).row(row))),
        format!("{:?}", CtaUrl::new(eyes, eyes, eyes)),
        format!("{:?}", AddressRequest::new(eyes, "IN").value("name", eyes).error("name", eyes)),
        format!("{:?}", VoiceCall::new(eyes).label(eyes).payload(eyes)),
        format!("{:?}", FlowMessage::named(eyes, "f", eyes).token(eyes)),
        format!("{:?}", Template::new("t", "en_US").body([eyes]).code(eyes).flow(0, eyes)),
    ];
    for shown in shown {
        assert!(!shown.contains("eyes"), "{shown}");
    }
}
