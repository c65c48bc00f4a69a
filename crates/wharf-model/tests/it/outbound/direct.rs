//! Direct Send, groups, marketing messages and what else stands in the envelope.

use serde_json::{Value, json};
use wharf_model::{
    endpoint::Endpoint,
    id::{MessageId, PhoneNumberId, UserId},
    message::{
        Buttons, DirectCategory, MarketingMessage, Message, Pin, ProductPolicy, Rule,
        SendMarketing, Template, Violation, VoiceCall,
    },
};

use super::TO;

fn errors(message: &Message) -> Vec<(String, u32)> {
    let mut found = message.check();
    found.retain(Violation::is_error);
    found.into_iter().map(|found| (found.path, found.code)).collect()
}

#[expect(clippy::needless_pass_by_value, reason = "reads better at the calls")]
fn same(wire: Value) -> Message {
    let message = Message::from_value(wire.clone()).unwrap();
    assert_eq!(serde_json::to_value(&message).unwrap(), wire);
    assert!(message.extra.is_empty(), "{:?}", message.extra);
    message
}

#[test]
fn all_of_the_envelope_has_a_field() {
    let mut message = same(json!({
        "messaging_product": "whatsapp", "recipient_type": "individual", "to": TO, "recipient": "US.1",
        "context": {"message_id": "wamid.A"}, "biz_opaque_callback_data": "job-1",
        "recipient_identity_key_hash": "h", "category": "utility", "ttl_seconds": 3600,
        "direct_send_config": {"template_name": "order_shipped"},
        "type": "text", "text": {"body": "Order 7 shipped"}}));
    let made = Message::new(TO, "Order 7 shipped")
        .quoting(MessageId::new("wamid.A").unwrap())
        .callback_data("job-1")
        .identity_key_hash("h")
        .direct(DirectCategory::Utility)
        .ttl_seconds(3600)
        .direct_template("order_shipped");
    message.recipient = None;
    assert_eq!(message, made);
    assert_eq!(made.check(), []);
}

#[test]
fn a_direct_send_is_a_text_or_has_buttons() {
    let parcel =
        Buttons::new("Here it is.").url("Where?", "https://example.com").reply("l", "Later");
    let message = same(json!({
        "messaging_product": "whatsapp", "to": TO, "category": "utility", "type": "interactive",
        "interactive": {"type": "button", "body": {"text": "Here it is."}, "action": {"buttons": [
            {"type": "cta_url", "cta_url": {"display_text": "Where?", "url": "https://example.com"}},
            {"type": "reply", "reply": {"id": "l", "title": "Later"}}]}}}));
    assert_eq!(errors(&message), []);
    assert_eq!(message.content, parcel.clone().into());
    let at = |path: &str, code: u32| vec![(path.to_owned(), code)];
    assert_eq!(
        errors(&Message::new(TO, parcel)),
        at("interactive.action.buttons[0].type", 131_009),
        "not without a category"
    );
    let late = Buttons::new("b").reply("l", "Later").url("Where?", "https://example.com");
    let late = Message::new(TO, late).direct(DirectCategory::Utility);
    assert_eq!(errors(&late), at("interactive.action.buttons", 131_009), "URLs stand first");
    assert_eq!(late.check()[0].rule, Rule::Order);

    let direct = |category| Message::new(TO, "x").direct(category);
    assert_eq!(errors(&Message::new(TO, "x").ttl_seconds(60)), at("ttl_seconds", 100));
    assert_eq!(errors(&direct(DirectCategory::Utility).ttl_seconds(29)), at("ttl_seconds", 100));
    assert_eq!(errors(&direct("parcel".into())), at("category", 100));
    let name = "direct_send_config.template_name";
    assert_eq!(errors(&direct(DirectCategory::Utility).direct_template("No!")), at(name, 100));
    assert_eq!(errors(&direct(DirectCategory::Service).direct_template("t")), at(name, 100));
    let call = Message::new(TO, VoiceCall::new("b")).direct(DirectCategory::Authentication);
    assert_eq!(errors(&call), at("type", 100));
    let user = UserId::new("US.1").unwrap();
    let code = Message::to_user(user, "1234").direct(DirectCategory::Authentication);
    assert_eq!(errors(&code), at("to", 131_062));
}

#[test]
fn a_group_takes_pins_and_no_buttons() {
    let pin = || Pin::new(MessageId::new("wamid.A").unwrap(), 7);
    let wire = json!({"messaging_product": "whatsapp", "recipient_type": "group", "to": "Y2Fw",
        "type": "pin", "pin": {"type": "pin", "message_id": "wamid.A", "expiration_days": 7}});
    assert_eq!(same(wire), Message::to_group("Y2Fw", pin()));
    let unpin = Message::to_group("Y2Fw", Pin::remove(MessageId::new("wamid.A").unwrap()));
    assert_eq!(unpin.check(), []);
    assert_eq!(errors(&Message::new(TO, pin())), [("recipient_type".to_owned(), 131_009)]);
    let buttons = Message::to_group("Y2Fw", Buttons::new("b").reply("i", "t"));
    assert_eq!(errors(&buttons), [("type".to_owned(), 131_009)]);
    let forever = json!({"messaging_product": "whatsapp", "recipient_type": "group", "to": "Y2Fw",
        "type": "pin", "pin": {"type": "pin", "message_id": "wamid.A"}});
    assert_eq!(errors(&same(forever)), [("pin.expiration_days".to_owned(), 131_008)]);
}

#[test]
fn a_marketing_message_is_a_template() {
    let wire = json!({"messaging_product": "whatsapp", "recipient_type": "individual", "to": TO,
        "type": "template", "template": {"name": "welcome_offer", "language": {"code": "en_US"}},
        "product_policy": "CLOUD_API_FALLBACK", "message_activity_sharing": true});
    let message = MarketingMessage::from_value(wire.clone()).unwrap();
    assert_eq!(serde_json::to_value(&message).unwrap(), wire);
    let template = Message::new(TO, Template::new("welcome_offer", "en_US"));
    let made = MarketingMessage::new(template)
        .policy(ProductPolicy::CloudApiFallback)
        .share_activity(true);
    assert_eq!(message, made);
    assert_eq!(made.check(), []);
    let request = SendMarketing::new(PhoneNumberId::new("7").unwrap(), made);
    assert_eq!(request.path(), "7/marketing_messages");
    assert_eq!(serde_json::to_value(request.body()).unwrap(), wire);

    let text = MarketingMessage::new(Message::new(TO, "x")).policy("LAX".into());
    let found: Vec<_> = text.check().into_iter().map(|found| (found.path, found.code)).collect();
    assert_eq!(found, [("type".to_owned(), 100), ("product_policy".to_owned(), 100)]);
    let unreadable = MarketingMessage::from_value(json!({"product_policy": 7})).unwrap_err();
    assert_eq!(unreadable.path, "product_policy");
}
