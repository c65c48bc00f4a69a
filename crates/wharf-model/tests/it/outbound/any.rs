//! Any JSON at all, and any message at all.

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use wharf_model::{
    message::{
        Buttons, Content, CtaUrl, DirectCategory, Image, Interactive, List, Location, Message,
        OrderDetails, Parameter, ProductList, Template, TemplateCard, Text, VoiceCall,
        interactive::{Order, OrderItem, ProductSection, Row, Section},
    },
    phone,
    template::Definition,
};

const WORDS: &[&str] = &[
    "messaging_product",
    "whatsapp",
    "type",
    "text",
    "body",
    "interactive",
    "button",
    "list",
    "cta_url",
    "address_message",
    "product",
    "product_list",
    "catalog_message",
    "flow",
    "carousel",
    "cards",
    "card_index",
    "order_details",
    "order_status",
    "voice_call",
    "action",
    "parameters",
    "buttons",
    "sections",
    "rows",
    "header",
    "template",
    "components",
    "name",
    "language",
    "code",
    "payment_settings",
    "order",
    "items",
    "image",
    "link",
    "limited_time_offer",
    "currency",
    "date_time",
    "fallback_value",
    "HEADER",
    "BODY",
    "BUTTONS",
    "URL",
    "format",
    "TEXT",
    "example",
    "body_text",
    "to",
    "recipient_type",
    "category",
    "ttl_seconds",
    "context",
    "pin",
    "contacts",
];

fn word() -> impl Strategy<Value = String> {
    prop_oneof![3 => prop::sample::select(WORDS).prop_map(str::to_owned), 1 => ".*"]
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        word().prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 96, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(word(), inner, 0..6)
                .prop_map(|map| map.into_iter().collect::<Value>()),
        ]
    })
}

/// One word of a message that is right replaced by something else.
fn bent(whole: Value, at: usize, with: &Value) -> Value {
    fn walk(value: &mut Value, left: &mut usize, with: &Value) {
        if *left == 0 {
            *value = with.clone();
        }
        *left = left.wrapping_sub(1);
        match value {
            Value::Array(items) => items.iter_mut().for_each(|item| walk(item, left, with)),
            Value::Object(map) => map.values_mut().for_each(|item| walk(item, left, with)),
            _ => {}
        }
    }
    let (mut whole, mut left) = (whole, at);
    walk(&mut whole, &mut left, with);
    whole
}

/// What was read is written and read again as the same, and may be checked.
fn holds(wire: Value) {
    let Ok(message) = Message::from_value(wire) else { return };
    let _found = message.check();
    let again = Message::from_value(serde_json::to_value(&message).unwrap());
    assert_eq!(again.as_ref(), Ok(&message));
}

fn content() -> impl Strategy<Value = Content> {
    let text = || ".{0,30}";
    prop_oneof![
        (text(), any::<Option<bool>>()).prop_map(|(body, preview)| {
            let text = Text::new(body);
            preview.map_or(text.clone(), |preview| text.preview_url(preview)).into()
        }),
        (text(), text()).prop_map(|(link, caption)| Image::link(link).caption(caption).into()),
        // Millionths of a degree: JSON's decimals come back to the last bit only when they are few.
        (-90_000_000..90_000_000_i32, -180_000_000..180_000_000_i32, text()).prop_map(
            |(north, east, name)| {
                Location::new(f64::from(north) / 1e6, f64::from(east) / 1e6).name(name).into()
            }
        ),
        prop::collection::vec((text(), text()), 0..5).prop_map(|replies| {
            replies
                .into_iter()
                .fold(Buttons::new("b"), |all, (id, title)| all.reply(id, title))
                .into()
        }),
        prop::collection::vec((text(), text()), 0..5).prop_map(|rows| {
            let rows =
                rows.into_iter().map(|(id, title)| Row::new(id.clone(), title).description(id));
            List::new("b", "open").section(rows.fold(Section::new("s"), Section::row)).into()
        }),
        (text(), text(), text()).prop_map(|(body, label, url)| CtaUrl::new(body, label, url)
            .header(Image::link("https://example.com"))
            .into()),
        (text(), any::<u64>(), text()).prop_map(|(body, minutes, payload)| {
            VoiceCall::new(body).minutes(minutes).payload(payload).into()
        }),
        (text(), any::<i64>(), any::<u64>(), any::<i64>()).prop_map(
            |(name, cost, quantity, tax)| {
                OrderDetails::new(
                    "b",
                    "o",
                    "BRL",
                    Order::new([OrderItem::new(name, cost, quantity)], tax),
                )
                .into()
            }
        ),
        prop::collection::vec(text(), 0..4).prop_map(|items| {
            let section = items.into_iter().fold(ProductSection::new("s"), ProductSection::item);
            ProductList::new("h", "b", "c").section(section).into()
        }),
        (prop::collection::vec(text(), 0..4), any::<u8>(), any::<i64>()).prop_map(
            |(texts, index, number)| {
                Template::new("t", "en_US")
                    .body(texts.clone())
                    .url_suffix(index, "x")
                    .offer_ends(number)
                    .card(TemplateCard::new().body_of([Parameter::currency(number, "USD", "$")]))
                    .header_named("n", "x")
                    .into()
            }
        ),
    ]
}

proptest! {
    #[test]
    fn any_value_as_a_message_never_panics(value in any_json()) {
        holds(value);
    }

    #[test]
    fn any_payload_of_any_type_never_panics(kind in word(), interactive in word(), payload in any_json(), inner in any_json()) {
        holds(json!({"messaging_product": "whatsapp", "to": "1", "type": kind, (kind.as_str()): payload}));
        let mut fields = match inner {
            Value::Object(fields) => fields,
            other => Map::from_iter([("action".to_owned(), other)]),
        };
        fields.insert("type".to_owned(), interactive.into());
        holds(json!({"messaging_product": "whatsapp", "to": "1", "type": "interactive", "interactive": fields}));
    }

    #[test]
    fn a_message_is_read_as_it_was_written(content in content(), data in ".*", seconds in any::<Option<u64>>()) {
        let mut message = Message::new("+15550001111", content).callback_data(data);
        if let Some(seconds) = seconds {
            message = message.direct(DirectCategory::Utility).ttl_seconds(seconds);
        }
        let _found = message.check();
        let wire = serde_json::to_string(&message).unwrap();
        let read: Message = serde_json::from_str(&wire).unwrap();
        prop_assert_eq!(&read, &message);
        let known = !matches!(read.content, Content::Other { .. })
            && !matches!(read.content.interactive(), Some(Interactive::Other(_)));
        prop_assert!(known && read.extra.is_empty());
    }

    #[test]
    fn a_message_with_a_bent_word_never_panics(content in content(), at in 0..40_usize, with in any_json()) {
        let whole = serde_json::to_value(Message::new("+15550001111", content)).unwrap();
        holds(bent(whole, at, &with));
    }

    #[test]
    fn any_value_as_a_template_never_panics(value in any_json(), at in 0..40_usize, sent in content()) {
        let whole = json!({"name": "t", "language": "en_US", "category": "UTILITY", "components": [
            {"type": "HEADER", "format": "TEXT", "text": "{{1}}", "example": {"header_text": ["x"]}},
            {"type": "BODY", "text": "Hi {{1}}!", "example": {"body_text": [["x"]]}},
            {"type": "BUTTONS", "buttons": [{"type": "URL", "text": "x", "url": "https://x/{{1}}", "example": ["y"]}]},
            {"type": "CAROUSEL", "cards": [{"components": [{"type": "HEADER", "format": "IMAGE"}]}]}]});
        if let Ok(definition) = serde_json::from_value::<Definition>(bent(whole, at, &value)) {
            let _found = (definition.check(), definition.parameters());
            if let Content::Template(template) = &sent {
                let _found = definition.check_send(template);
            }
            let again: Definition = serde_json::from_value(serde_json::to_value(&definition).unwrap()).unwrap();
            prop_assert_eq!(again, definition);
        }
    }

    #[test]
    fn any_text_as_a_phone_number_never_panics(text in ".*", digits in "\\+?[0-9 ()-]{0,20}") {
        for text in [text, digits] {
            if let Some(normal) = phone::normalise(&text) {
                prop_assert!(normal.starts_with('+'));
                prop_assert_eq!(phone::normalise(&normal), Some(normal.clone()));
                prop_assert!(phone::equivalent(&text, &normal));
                let canonical = phone::canonical(&text).unwrap();
                prop_assert_eq!(phone::canonical(&canonical), Some(canonical.clone()));
            }
        }
    }
}
