//! Each interactive kind, as the platform's documentation shows it.

use serde_json::{Value, json};
use wharf_model::message::{
    AddressRequest, Buttons, CallPermissionRequest, Carousel, CatalogMessage, ContactInfoRequest,
    Content, CtaUrl, FlowMessage, Image, Interactive, List, LocationRequest, Message, OrderDetails,
    OrderStatus, ProductList, ProductMessage, Rule, Video, Violation, VoiceCall,
    interactive::{
        Button, CarouselCard, Charge, GatewayPayment, Order, OrderItem, OrderProgress, PaymentLink,
        PaymentState, Pix, ProductSection, Row, SavedAddress, Section,
    },
};

use super::TO;

/// The example is read as what the constructor makes, written back equal, and without fault.
#[expect(clippy::needless_pass_by_value, reason = "reads better at the calls")]
fn same(made: impl Into<Content>, interactive: Value) {
    let kind = interactive["type"].as_str().unwrap().to_owned();
    let wire = json!({"messaging_product": "whatsapp", "recipient_type": "individual", "to": TO,
        "type": "interactive", "interactive": interactive});
    let message = Message::from_value(wire.clone()).unwrap();
    assert_eq!(message, Message::new(TO, made), "{kind}");
    assert_eq!(serde_json::to_value(&message).unwrap(), wire, "{kind}");
    assert_eq!(message.check(), [], "{kind}");
    let typed = |read: &Interactive| read.kind() == kind && !matches!(read, Interactive::Other(_));
    assert!(matches!(&message.content, Content::Interactive(read) if typed(read)), "{kind}");
    assert!(Interactive::KINDS.contains(&kind.as_str()));
}

#[test]
fn buttons_lists_and_links() {
    same(
        Buttons::new("Pick one")
            .reply("y", "Yes")
            .reply("n", "No")
            .header(Image::link("https://example.com/a.png"))
            .footer("Soon"),
        json!({"type": "button", "header": {"type": "image", "image": {"link": "https://example.com/a.png"}},
            "body": {"text": "Pick one"}, "footer": {"text": "Soon"}, "action": {"buttons": [
                {"type": "reply", "reply": {"id": "y", "title": "Yes"}},
                {"type": "reply", "reply": {"id": "n", "title": "No"}}]}}),
    );
    same(
        List::new("Which?", "Menu")
            .section(Section::new("Hot").row(Row::new("tea", "Tea").description("Green")))
            .section(Section::new("Cold").row(Row::new("water", "Water"))),
        json!({"type": "list", "body": {"text": "Which?"}, "action": {"button": "Menu", "sections": [
            {"title": "Hot", "rows": [{"id": "tea", "title": "Tea", "description": "Green"}]},
            {"title": "Cold", "rows": [{"id": "water", "title": "Water"}]}]}}),
    );
    same(
        CtaUrl::new("See the dates.", "See Dates", "https://example.com/dates").footer("2026"),
        json!({"type": "cta_url", "body": {"text": "See the dates."}, "footer": {"text": "2026"},
            "action": {"name": "cta_url", "parameters":
                {"display_text": "See Dates", "url": "https://example.com/dates"}}}),
    );
}

#[test]
fn requests_for_a_place_an_address_a_number_a_call() {
    same(
        LocationRequest::new("Where are you?"),
        json!({"type": "location_request_message", "body": {"text": "Where are you?"},
            "action": {"name": "send_location"}}),
    );
    same(
        AddressRequest::new("Where to?", "IN")
            .value("name", "Ada")
            .value("in_pin_code", "400063")
            .saved(SavedAddress::new("home", [("city", "Mumbai")]))
            .error("in_pin_code", "We do not deliver there."),
        json!({"type": "address_message", "body": {"text": "Where to?"}, "action": {
            "name": "address_message", "parameters": {"country": "IN",
                "values": {"name": "Ada", "in_pin_code": "400063"},
                "saved_addresses": [{"id": "home", "value": {"city": "Mumbai"}}],
                "validation_errors": {"in_pin_code": "We do not deliver there."}}}}),
    );
    same(
        ContactInfoRequest::new("May we have your number?"),
        json!({"type": "request_contact_info", "body": {"text": "May we have your number?"},
            "action": {"name": "request_contact_info"}}),
    );
    same(
        CallPermissionRequest::new("May we call you?"),
        json!({"type": "call_permission_request", "body": {"text": "May we call you?"},
            "action": {"name": "call_permission_request"}}),
    );
    same(
        CallPermissionRequest::bare(),
        json!({"type": "call_permission_request", "action": {"name": "call_permission_request"}}),
    );
    same(
        VoiceCall::new("Call us.").label("Call Now").minutes(100).payload("order-42"),
        json!({"type": "voice_call", "body": {"text": "Call us."}, "action": {"name": "voice_call",
            "parameters": {"display_text": "Call Now", "ttl_minutes": 100, "payload": "order-42"}}}),
    );
    same(
        VoiceCall::new("Call us."),
        json!({"type": "voice_call", "body": {"text": "Call us."}, "action": {"name": "voice_call"}}),
    );
}

#[test]
fn products_and_catalogs() {
    same(
        ProductMessage::new("367025965434465", "sku-1").body("This?").footer("While they last"),
        json!({"type": "product", "body": {"text": "This?"}, "footer": {"text": "While they last"},
            "action": {"catalog_id": "367025965434465", "product_retailer_id": "sku-1"}}),
    );
    same(
        ProductMessage::new("1", "2"),
        json!({"type": "product", "action": {"catalog_id": "1", "product_retailer_id": "2"}}),
    );
    same(
        ProductList::new("Today", "Which?", "146265584024623")
            .section(ProductSection::new("Hot").item("tea").item("coffee"))
            .section(ProductSection::new("Cold").item("water")),
        json!({"type": "product_list", "header": {"type": "text", "text": "Today"},
            "body": {"text": "Which?"}, "action": {"catalog_id": "146265584024623", "sections": [
                {"title": "Hot", "product_items": [
                    {"product_retailer_id": "tea"}, {"product_retailer_id": "coffee"}]},
                {"title": "Cold", "product_items": [{"product_retailer_id": "water"}]}]}}),
    );
    same(
        CatalogMessage::new("Hello!").footer("Best deals").thumbnail("2lc20305pt"),
        json!({"type": "catalog_message", "body": {"text": "Hello!"}, "footer": {"text": "Best deals"},
            "action": {"name": "catalog_message",
                "parameters": {"thumbnail_product_retailer_id": "2lc20305pt"}}}),
    );
}

#[test]
fn flows() {
    same(
        FlowMessage::new("Book a table", "123".parse().unwrap(), "Book")
            .token("secret")
            .draft()
            .screen_with("DATES", json!({"guests": 2})),
        json!({"type": "flow", "body": {"text": "Book a table"}, "action": {"name": "flow", "parameters": {
            "flow_message_version": "3", "flow_id": "123", "flow_cta": "Book", "flow_token": "secret",
            "mode": "draft", "flow_action": "navigate",
            "flow_action_payload": {"screen": "DATES", "data": {"guests": 2}}}}}),
    );
    same(
        FlowMessage::named("Book a table", "booking", "Book").data_exchange(),
        json!({"type": "flow", "body": {"text": "Book a table"}, "action": {"name": "flow", "parameters": {
            "flow_message_version": "3", "flow_name": "booking", "flow_cta": "Book",
            "flow_action": "data_exchange"}}}),
    );
}

#[test]
fn carousels() {
    let image = || Image::link("https://example.com/a.png");
    let header = json!({"type": "image", "image": {"link": "https://example.com/a.png"}});
    same(
        Carousel::new("Our best")
            .card(CarouselCard::url(image(), "Open", "https://example.com/1").body("One"))
            .card(CarouselCard::url(image(), "Open", "https://example.com/2").body("Two")),
        json!({"type": "carousel", "body": {"text": "Our best"}, "action": {"cards": [
            {"card_index": 0, "type": "cta_url", "header": header, "body": {"text": "One"},
                "action": {"name": "cta_url", "parameters":
                    {"display_text": "Open", "url": "https://example.com/1"}}},
            {"card_index": 1, "type": "cta_url", "header": header, "body": {"text": "Two"},
                "action": {"name": "cta_url", "parameters":
                    {"display_text": "Open", "url": "https://example.com/2"}}}]}}),
    );
    let video = || Video::link("https://example.com/a.mp4");
    let card = |index: u8| {
        json!({"card_index": index, "type": "cta_url",
            "header": {"type": "video", "video": {"link": "https://example.com/a.mp4"}},
            "action": {"buttons": [
                {"type": "quick_reply", "quick_reply": {"id": "y", "title": "Yes"}},
                {"type": "quick_reply", "quick_reply": {"id": "n", "title": "No"}}]}})
    };
    let replies = || CarouselCard::replies(video(), [("y", "Yes"), ("n", "No")]);
    same(
        Carousel::new("Which?").card(replies()).card(replies()),
        json!({"type": "carousel", "body": {"text": "Which?"}, "action": {"cards": [card(0), card(1)]}}),
    );
    same(
        Carousel::new("Which?")
            .card(CarouselCard::product("1", "a"))
            .card(CarouselCard::product("1", "b")),
        json!({"type": "carousel", "body": {"text": "Which?"}, "action": {"cards": [
            {"card_index": 0, "type": "product", "action": {"catalog_id": "1", "product_retailer_id": "a"}},
            {"card_index": 1, "type": "product", "action": {"catalog_id": "1", "product_retailer_id": "b"}}]}}),
    );
}

#[test]
fn orders_and_their_status() {
    let item = OrderItem::new("bread", 1500, 2).retailer_id("1234567").sale(1000);
    let order = Order::new([item], 100)
        .shipping(Charge::hundredths(100).description("by bike"))
        .discount(Charge::hundredths(50).program("regulars"))
        .expires(1_893_456_000);
    let pix = Pix::new("00020101", "Bakery", "39580525000189", "CNPJ");
    same(
        OrderDetails::new("Your order", "order-42", "BRL", order)
            .pay_by(pix)
            .pay_by(PaymentLink::new("https://example.com/pay"))
            .header(Image::link("https://example.com/bread.png")),
        json!({"type": "order_details",
            "header": {"type": "image", "image": {"link": "https://example.com/bread.png"}},
            "body": {"text": "Your order"}, "action": {"name": "review_and_pay", "parameters": {
                "reference_id": "order-42", "type": "digital-goods", "payment_type": "br",
                "payment_settings": [
                    {"type": "pix_dynamic_code", "pix_dynamic_code": {"code": "00020101",
                        "merchant_name": "Bakery", "key": "39580525000189", "key_type": "CNPJ"}},
                    {"type": "payment_link", "payment_link": {"uri": "https://example.com/pay"}}],
                "currency": "BRL", "total_amount": {"value": 2150, "offset": 100},
                "order": {"status": "pending", "items": [{"retailer_id": "1234567", "name": "bread",
                        "amount": {"value": 1500, "offset": 100}, "quantity": 2,
                        "sale_amount": {"value": 1000, "offset": 100}}],
                    "subtotal": {"value": 2000, "offset": 100}, "tax": {"value": 100, "offset": 100},
                    "shipping": {"value": 100, "offset": 100, "description": "by bike"},
                    "discount": {"value": 50, "offset": 100, "discount_program_name": "regulars"},
                    "expiration": {"timestamp": "1893456000"}}}}}),
    );
    same(
        OrderStatus::new("On its way", "order-42", OrderProgress::PartiallyShipped)
            .description("the bread")
            .payment(PaymentState::Captured, 1_893_456_000),
        json!({"type": "order_status", "body": {"text": "On its way"}, "action": {"name": "review_order",
            "parameters": {"reference_id": "order-42",
                "order": {"status": "partially-shipped", "description": "the bread"},
                "payment": {"status": "captured", "timestamp": 1_893_456_000}}}}),
    );
}

#[test]
fn ways_to_pay_in_india_and_ways_that_are_new_pass() {
    let wire = json!({"messaging_product": "whatsapp", "to": TO, "type": "interactive", "interactive": {
        "type": "order_details", "body": {"text": "b"}, "action": {"name": "review_and_pay", "parameters": {
            "reference_id": "o", "type": "physical-goods", "payment_settings": [
                {"type": "payment_gateway", "payment_gateway": {"type": "razorpay",
                    "configuration_name": "main", "razorpay": {"receipt": "r", "notes": {"k": "v"}}}},
                {"type": "shells", "shells": {"count": 7}}],
            "currency": "INR", "total_amount": {"value": 100, "offset": 100},
            "beneficiaries": [{"name": "Ada", "address_line1": "1 Road", "city": "Pune", "state": "MH",
                "country": "India", "postal_code": "411001"}],
            "order": {"status": "pending", "items": [{"name": "tea", "amount": {"value": 100, "offset": 100},
                "quantity": 1}], "subtotal": {"value": 100, "offset": 100}}}}}});
    let message = Message::from_value(wire.clone()).unwrap();
    assert_eq!(serde_json::to_value(&message).unwrap(), wire);
    assert!(!message.check().iter().any(Violation::is_error), "{:?}", message.check());
    let gateway = GatewayPayment::new("payu", "x".repeat(61));
    let order = Order::new([OrderItem::new("tea", 100, 1)], 0);
    let message = Message::new(TO, OrderDetails::new("b", "o", "INR", order).pay_by(gateway));
    assert_eq!(
        message.check()[0].path,
        "interactive.action.parameters.payment_settings[0].payment_gateway.configuration_name"
    );
}

#[test]
fn what_hangs_together_is_checked() {
    let rules = |content: Content| {
        let found = Message::new(TO, content).check();
        found.into_iter().map(|found| (found.path, found.rule)).collect::<Vec<_>>()
    };
    let has = |content: Content, path: &str, rule: Rule| {
        let found = rules(content);
        assert!(found.contains(&(path.to_owned(), rule)), "{path} {rule}: {found:?}");
    };
    let image = || Image::link("https://example.com/a.png");
    let url = "https://example.com";
    let mixed = Carousel::new("b")
        .card(CarouselCard::url(image(), "Open", url))
        .card(CarouselCard::replies(image(), [("y", "Yes")]));
    has(mixed.into(), "interactive.action.cards[1].action", Rule::Alike);
    let catalogs = Carousel::new("b")
        .card(CarouselCard::product("1", "a"))
        .card(CarouselCard::product("2", "a"));
    has(catalogs.into(), "interactive.action.cards[1].action.catalog_id", Rule::Alike);
    let mut twice = Carousel::new("b")
        .card(CarouselCard::product("1", "a"))
        .card(CarouselCard::product("1", "b"));
    twice.action.cards[1].card_index = 0;
    has(twice.into(), "interactive.action.cards[1].card_index", Rule::Unique);
    let broken = "1\n2\n3\n4";
    let lines = Carousel::new("b")
        .card(CarouselCard::url(image(), "Open", url).body(broken))
        .card(CarouselCard::url(image(), "Open", url).body(broken));
    has(lines.into(), "interactive.action.cards[0].body.text", Rule::Format);

    let item = || OrderItem::new("Tea", 100, 2).retailer_id("t");
    let mut sums = OrderDetails::new("b", "o", "BRL", Order::new([item()], 0));
    sums.action.parameters.total_amount.value = 1;
    sums.action.parameters.order.subtotal.value = 2;
    has(sums.clone().into(), "interactive.action.parameters.total_amount.value", Rule::Sum);
    has(sums.into(), "interactive.action.parameters.order.subtotal.value", Rule::Sum);
    let physical = OrderDetails::new("b", "o", "INR", Order::new([item()], 0)).physical();
    has(physical.into(), "interactive.action.parameters.beneficiaries", Rule::Required);
    let reference = OrderDetails::new("b", "o 1", "BRL", Order::new([item()], 0));
    has(reference.into(), "interactive.action.parameters.reference_id", Rule::Format);

    let header =
        List::new("b", "open").section(Section::new("s").row(Row::new("r", "t"))).header(image());
    has(header.into(), "interactive.header.type", Rule::OneOf);
    let data = FlowMessage::named("b", "f", "Go").screen_with("S", json!({}));
    has(data.into(), "interactive.action.parameters.flow_action_payload.data", Rule::Format);
    let mut both = FlowMessage::named("b", "f", "Go");
    both.action.parameters.flow_id = Some("1".parse().unwrap());
    has(both.into(), "interactive.action.parameters.flow_id", Rule::Required);
    has(
        AddressRequest::new("b", "India").into(),
        "interactive.action.parameters.country",
        Rule::Format,
    );
    has(
        CtaUrl::new("b", "Open", "ftp://example.com").into(),
        "interactive.action.parameters.url",
        Rule::Url,
    );
}

#[test]
fn kinds_and_buttons_that_are_new_pass_as_they_came() {
    let wire = json!({"messaging_product": "whatsapp", "to": TO, "type": "interactive",
        "interactive": {"type": "hologram", "body": {"text": "b"}, "depth": 3}});
    let message = Message::from_value(wire.clone()).unwrap();
    assert!(matches!(message.content.interactive(), Some(Interactive::Other(_))));
    assert_eq!(serde_json::to_value(&message).unwrap(), wire);
    let wire = json!({"messaging_product": "whatsapp", "to": TO, "type": "interactive", "interactive": {
        "type": "button", "body": {"text": "b"}, "action": {"buttons": [{"type": "knock", "knock": 2}]}}});
    let message = Message::from_value(wire.clone()).unwrap();
    let Some(Interactive::Button(buttons)) = message.content.interactive() else { panic!() };
    assert!(matches!(buttons.action.buttons[0], Button::Other(_)));
    assert_eq!(serde_json::to_value(&message).unwrap(), wire);
}
