//! Each shape that the values of a template have.

use serde_json::{Value, json};
use wharf_model::{
    id::MediaId,
    message::{
        Component, Content, Document, Image, Location, Message, Parameter, Rule, TapTarget,
        Template, TemplateCard, Video, Violation,
        interactive::{
            Order, OrderItem, OrderParameters, OrderProgress, OrderStatusParameters, ProductSection,
        },
    },
};

use super::TO;

/// The example is read as what the constructor makes, and written back equal, without fault.
#[expect(clippy::needless_pass_by_value, reason = "reads better at the calls")]
fn same(made: Template, components: Value) {
    let wire = json!({"messaging_product": "whatsapp", "recipient_type": "individual", "to": TO,
        "type": "template", "template": {"name": "t", "language": {"code": "en_US"}, "components": components}});
    let message = Message::from_value(wire.clone()).unwrap();
    assert_eq!(message, Message::new(TO, made), "{components}");
    assert_eq!(serde_json::to_value(&message).unwrap(), wire);
    assert_eq!(message.check(), [], "{components}");
    let Content::Template(template) = message.content else { unreachable!("{components}") };
    for parameter in template.components.iter().flat_map(|component| &component.parameters) {
        assert!(!matches!(parameter, Parameter::Other(_)), "{components}");
    }
}

fn t() -> Template {
    Template::new("t", "en_US")
}

#[test]
fn headers() {
    let header = |parameter: Value| json!([{"type": "header", "parameters": [parameter]}]);
    let link = "https://example.com/a";
    same(t().header_text("Ana"), header(json!({"type": "text", "text": "Ana"})));
    same(
        t().header_named("name", "Ana"),
        header(json!({"type": "text", "parameter_name": "name", "text": "Ana"})),
    );
    let id = MediaId::new("1").unwrap();
    same(t().header_image(Image::id(id)), header(json!({"type": "image", "image": {"id": "1"}})));
    same(
        t().header_video(Video::link(link)),
        header(json!({"type": "video", "video": {"link": link}})),
    );
    same(t().header_gif(Video::link(link)), header(json!({"type": "gif", "gif": {"link": link}})));
    same(
        t().header_document(Document::link(link).filename("a.pdf")),
        header(json!({"type": "document", "document": {"link": link, "filename": "a.pdf"}})),
    );
    same(
        t().header_location(Location::new(1.5, 2.5).name("n").address("a")),
        header(json!({"type": "location",
            "location": {"latitude": 1.5, "longitude": 2.5, "name": "n", "address": "a"}})),
    );
    same(
        t().header_product("1", "2"),
        header(
            json!({"type": "product", "product": {"catalog_id": "1", "product_retailer_id": "2"}}),
        ),
    );
}

#[test]
fn bodies() {
    let body = |parameters: Value| json!([{"type": "body", "parameters": parameters}]);
    same(
        t().body(["a", "b"]),
        body(json!([{"type": "text", "text": "a"}, {"type": "text", "text": "b"}])),
    );
    same(
        t().body_named([("first_name", "Ana")]),
        body(json!([{"type": "text", "parameter_name": "first_name", "text": "Ana"}])),
    );
    same(
        t().body_of([
            Parameter::currency(100_990, "USD", "$100.99"),
            Parameter::date_time("February 25, 1977"),
            Parameter::group("Y2Fw"),
        ]),
        body(json!([
            {"type": "currency", "currency": {"fallback_value": "$100.99", "code": "USD", "amount_1000": 100_990}},
            {"type": "date_time", "date_time": {"fallback_value": "February 25, 1977"}},
            {"type": "group_id", "group_id": "Y2Fw"}])),
    );
    let old = json!({"type": "date_time", "date_time": {"fallback_value": "noon", "hour": 12, "calendar": "GREGORIAN"}});
    let read: Parameter = serde_json::from_value(old.clone()).unwrap();
    assert_eq!(read.shown(), Some("noon"));
    assert_eq!(serde_json::to_value(&read).unwrap(), old);
}

#[test]
fn buttons() {
    let button = |sub_type: &str, parameter: Value| json!([{"type": "button", "sub_type": sub_type, "index": "0", "parameters": [parameter]}]);
    let action = |action: Value| json!({"type": "action", "action": action});
    same(t().url_suffix(0, "42"), button("url", json!({"type": "text", "text": "42"})));
    same(
        t().quick_reply(0, "y"),
        button("quick_reply", json!({"type": "payload", "payload": "y"})),
    );
    same(
        t().copy_code(0, "25OFF"),
        button("copy_code", json!({"type": "coupon_code", "coupon_code": "25OFF"})),
    );
    same(t().flow(0, "secret"), button("flow", action(json!({"flow_token": "secret"}))));
    same(
        t().flow_with(0, "secret", json!({"k": "v"})),
        button("flow", action(json!({"flow_token": "secret", "flow_action_data": {"k": "v"}}))),
    );
    same(
        t().catalog(0, "sku"),
        button("catalog", action(json!({"thumbnail_product_retailer_id": "sku"}))),
    );
    same(
        t().products(0, "sku", [ProductSection::new("Hot").item("tea")]),
        button(
            "mpm",
            action(json!({"thumbnail_product_retailer_id": "sku", "sections": [
            {"title": "Hot", "product_items": [{"product_retailer_id": "tea"}]}]})),
        ),
    );
    same(
        t().voice_call(0, 60, "p"),
        json!([{"type": "button", "sub_type": "voice_call", "index": "0", "parameters": [
            {"type": "ttl_minutes", "ttl_minutes": 60}, {"type": "payload", "payload": "p"}]}]),
    );
    let order = Order::new([OrderItem::new("tea", 100, 1).retailer_id("t")], 0);
    same(
        t().order_details(0, OrderParameters::new("o", "BRL", order)),
        button(
            "order_details",
            action(json!({"order_details": {
            "reference_id": "o", "type": "digital-goods", "payment_type": "br", "currency": "BRL",
            "total_amount": {"value": 100, "offset": 100}, "order": {"status": "pending",
                "items": [{"retailer_id": "t", "name": "tea", "amount": {"value": 100, "offset": 100}, "quantity": 1}],
                "subtotal": {"value": 100, "offset": 100}, "tax": {"value": 0, "offset": 100}}}})),
        ),
    );
    same(
        t().code("123456"),
        json!([{"type": "body", "parameters": [{"type": "text", "text": "123456"}]},
            {"type": "button", "sub_type": "url", "index": "0", "parameters": [{"type": "text", "text": "123456"}]}]),
    );
}

#[test]
fn offers_cards_and_the_rest() {
    same(
        t().offer_ends(1_893_456_000_000),
        json!([{"type": "limited_time_offer", "parameters": [{"type": "limited_time_offer",
            "limited_time_offer": {"expiration_time_ms": 1_893_456_000_000_i64}}]}]),
    );
    same(
        t().order_status(OrderStatusParameters::new("o", OrderProgress::Shipped)),
        json!([{"type": "order_status", "parameters": [{"type": "order_status",
            "order_status": {"reference_id": "o", "order": {"status": "shipped"}}}]}]),
    );
    same(
        t().tap_target(TapTarget::new("https://example.com", "Look")),
        json!([{"type": "tap_target_configuration", "parameters": [{"type": "tap_target_configuration",
            "tap_target_configuration": [{"url": "https://example.com", "title": "Look"}]}]}]),
    );
    let card = |index: u8| {
        json!({"card_index": index, "components": [
            {"type": "header", "parameters": [{"type": "image", "image": {"link": "https://example.com/a"}}]},
            {"type": "body", "parameters": [{"type": "text", "text": "Tea"}]},
            {"type": "button", "sub_type": "quick_reply", "index": "0",
                "parameters": [{"type": "payload", "payload": "p"}]}]})
    };
    let made = || {
        TemplateCard::new()
            .header_image(Image::link("https://example.com/a"))
            .body(["Tea"])
            .quick_reply(0, "p")
    };
    same(
        t().body(["Ana"]).card(made()).card(made()),
        json!([{"type": "body", "parameters": [{"type": "text", "text": "Ana"}]},
            {"type": "carousel", "cards": [card(0), card(1)]}]),
    );
}

#[test]
fn others_write_it_in_capitals_with_numbers_and_new_kinds() {
    let component: Component =
        serde_json::from_value(json!({"type": "BUTTON", "sub_type": "CATALOG",
        "index": 0, "parameters": [{"type": "ACTION", "action": {}}]}))
        .unwrap();
    assert!(component.is_button("catalog"));
    assert_eq!(component.place(), Some(0));
    assert_eq!(component.parameters[0].kind(), "action");
    let new = json!({"type": "scent", "scent": "rose"});
    let read: Parameter = serde_json::from_value(new.clone()).unwrap();
    assert_eq!((read.kind(), serde_json::to_value(&read).unwrap()), ("scent", new));
}

#[test]
fn what_no_template_takes_is_found() {
    let has = |template: Template, path: &str, rule: Rule, code: u32| {
        let found = Message::new(TO, template).check();
        let fits = |one: &Violation| (one.path.as_str(), one.rule, one.code) == (path, rule, code);
        assert!(found.iter().any(fits), "{path} {rule}: {found:?}");
    };
    let first = "template.components[0].parameters[0]";
    for text in ["a\nb", "a\tb", "a     b"] {
        has(t().body([text]), &format!("{first}.text"), Rule::Format, 132_018);
    }
    assert_eq!(Message::new(TO, t().body(["a    b"])).check(), []);
    has(t().body([""]), &format!("{first}.text"), Rule::CharsMin, 131_008);
    let mixed = t().body_of([Parameter::text("a"), Parameter::named("n", "b")]);
    has(mixed, "template.components[0].parameters", Rule::Alike, 132_012);
    let twice = t().body_named([("n", "a"), ("n", "b")]);
    has(twice, "template.components[0].parameters[1].parameter_name", Rule::Unique, 131_009);
    has(t().body(["a"]).body(["b"]), "template.components[1]", Rule::Unique, 131_009);
    has(
        t().quick_reply(1, "a").url_suffix(1, "b"),
        "template.components[1]",
        Rule::Unique,
        131_009,
    );
    has(t().url_suffix(10, "a"), "template.components[0].index", Rule::Range, 131_008);
    let nowhere = t().header_location(Location::new(1.0, 1.0));
    has(nowhere, &format!("{first}.location.name"), Rule::Required, 131_008);
    has(t().card(TemplateCard::new()), "template.components[0].cards", Rule::CountMin, 132_000);
    has(t().voice_call(0, 0, "p"), &format!("{first}.ttl_minutes"), Rule::Range, 131_009);
    has(
        t().body_of([Parameter::currency(1, "usd", "$1")]),
        &format!("{first}.currency.code"),
        Rule::Format,
        131_009,
    );
}
