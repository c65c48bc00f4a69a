//! Cards side by side, and what can be tapped on templates.

use serde_json::{Value, json};
use wharf_emulator::Emulator;

use crate::{
    http::{ADA, call, control, emulator, get, post, send},
    page,
};

const PATH: &str = "/v25.0/200000000000001/message_templates";
const HTML: [(&str, &str); 1] = [("accept", "text/html")];

async fn sent(emulator: &Emulator, message: Value) -> String {
    let mut message = message;
    message["messaging_product"] = "whatsapp".into();
    message["to"] = ADA.into();
    let answer = send(emulator, &message).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    answer.json()["messages"][0]["id"].as_str().unwrap().to_owned()
}

async fn said(emulator: &Emulator) -> Value {
    let all = get(emulator, "/_control/users/15550001111/messages").await.json();
    all["data"].as_array().unwrap().last().unwrap().clone()
}

async fn shown(emulator: &Emulator) -> String {
    String::from_utf8(call("GET", emulator.url(), &HTML, "").await.body.to_vec()).unwrap()
}

async fn tap(emulator: &Emulator, message: &str, choice: &str) -> u16 {
    let fields = [("number", "100000000000001"), ("message", message), ("choice", choice)];
    page::post(emulator.url(), "/phone/15550001111/tap", &fields, &HTML).await.status
}

async fn approved(emulator: &Emulator, name: &str, components: Value) {
    let category = if name == "code" { "authentication" } else { "marketing" };
    let body =
        json!({"name": name, "language": "en_US", "category": category, "components": components});
    let made = post(emulator, PATH, &body).await;
    assert_eq!(made.status, 200, "{made:?}");
    control(emulator, "PUT", &format!("templates/{name}"), &json!({"event": "APPROVED"})).await;
}

fn template(name: &str, components: &Value) -> Value {
    json!({"type": "template",
        "template": {"name": name, "language": {"code": "en_US"}, "components": components}})
}

#[tokio::test]
async fn a_reply_on_a_card_is_tapped_by_hand_and_by_script() {
    let emulator = emulator().await;
    let card = |index: i64, id: &str, title: &str| {
        json!({"card_index": index, "type": "cta_url", "body": {"text": title},
        "header": {"type": "image", "image": {"link": "https://example.com/a.png"}},
        "action": {"buttons": [{"type": "quick_reply", "quick_reply": {"id": id, "title": title}}]}})
    };
    let cards = [card(0, "tea", "Green tea"), card(1, "coffee", "Coffee")];
    let carousel = json!({"type": "interactive", "interactive": {
        "type": "carousel", "body": {"text": "Look"}, "action": {"cards": cards}}});
    let id = sent(&emulator, carousel.clone()).await;
    assert_eq!(tap(&emulator, &id, "coffee").await, 303);
    let reply = said(&emulator).await;
    let answer =
        json!({"type": "button_reply", "button_reply": {"id": "coffee", "title": "Coffee"}});
    assert_eq!(reply["interactive"], answer, "{reply}");
    assert_eq!(tap(&emulator, &id, "cocoa").await, 422);

    let steps = json!({"steps": ["await", {"tap": 0}]});
    control(&emulator, "PUT", "users/15550001111/script", &steps).await;
    sent(&emulator, carousel).await;
    control(&emulator, "POST", "clock/advance", &json!({"seconds": 60})).await;
    assert_eq!(said(&emulator).await["interactive"]["button_reply"]["id"], "tea");
    emulator.stop().await;
}

#[tokio::test]
async fn a_carousel_template_shows_its_cards_and_their_buttons_answer() {
    let emulator = emulator().await;
    let card = json!({"components": [
        {"type": "HEADER", "format": "IMAGE", "example": {"header_handle": ["4::x"]}},
        {"type": "BODY", "text": "Try {{1}} now", "example": {"body_text": [["tea"]]}},
        {"type": "BUTTONS", "buttons": [
            {"type": "QUICK_REPLY", "text": "More"},
            {"type": "PHONE_NUMBER", "text": "Ring us", "phone_number": "+15550009999"}]}]});
    let components =
        json!([{"type": "BODY", "text": "Our best"}, {"type": "CAROUSEL", "cards": [card, card]}]);
    approved(&emulator, "cards", components).await;
    let values = |index: i64, what: &str, payload: &str| {
        json!({"card_index": index, "components": [
            {"type": "header", "parameters": [{"type": "image", "image": {"link": "https://example.com/a.png"}}]},
            {"type": "body", "parameters": [{"type": "text", "text": what}]},
            {"type": "button", "sub_type": "quick_reply", "index": "0",
                "parameters": [{"type": "payload", "payload": payload}]}]})
    };
    let cards = json!([{"type": "carousel", "cards": [values(0, "tea", "more-tea"), values(1, "cocoa", "more-cocoa")]}]);
    let id = sent(&emulator, template("cards", &cards)).await;
    let page = shown(&emulator).await;
    for part in ["Try tea now", "Try cocoa now", "tel:+15550009999"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert_eq!(tap(&emulator, &id, "more-cocoa").await, 303);
    let reply = said(&emulator).await;
    assert_eq!(reply["button"], json!({"payload": "more-cocoa", "text": "More"}), "{reply}");
    emulator.stop().await;
}

#[tokio::test]
async fn codes_offers_and_places_of_templates_are_shown() {
    let emulator = emulator().await;
    let button = json!({"type": "BUTTONS", "buttons": [{"type": "OTP", "otp_type": "COPY_CODE", "text": "Copy it"}]});
    approved(&emulator, "code", json!([{"type": "BODY"}, button])).await;
    let code =
        |kind: &str| json!({"type": kind, "parameters": [{"type": "text", "text": "482913"}]});
    let mut tapped = code("button");
    (tapped["sub_type"], tapped["index"]) = ("url".into(), "0".into());
    sent(&emulator, template("code", &json!([code("body"), tapped]))).await;

    let offer = json!([
        {"type": "LIMITED_TIME_OFFER", "limited_time_offer": {"text": "This week only", "has_expiration": true}},
        {"type": "BODY", "text": "A cup for nothing"},
        {"type": "BUTTONS", "buttons": [
            {"type": "COPY_CODE", "example": "CUP25"},
            {"type": "URL", "text": "See", "url": "https://example.com/cup"}]}]);
    approved(&emulator, "offer", offer).await;
    let values = json!([
        {"type": "limited_time_offer", "parameters": [
            {"type": "limited_time_offer", "limited_time_offer": {"expiration_time_ms": 4_000_000_000_000_i64}}]},
        {"type": "button", "sub_type": "copy_code", "index": "0",
            "parameters": [{"type": "coupon_code", "coupon_code": "CUP77"}]}]);
    sent(&emulator, template("offer", &values)).await;

    approved(
        &emulator,
        "here",
        json!([{"type": "HEADER", "format": "LOCATION"}, {"type": "BODY", "text": "Come in"}]),
    )
    .await;
    let place = json!({"latitude": 1.5, "longitude": 2.5, "name": "The old mill", "address": "Mill Lane 1"});
    let values =
        json!([{"type": "header", "parameters": [{"type": "location", "location": place}]}]);
    sent(&emulator, template("here", &values)).await;

    let page = shown(&emulator).await;
    for part in
        [r#"data-copy="482913""#, r#"data-copy="CUP77""#, "This week only", "Ends ", "The old mill"]
    {
        assert!(page.contains(part), "{part}: {page}");
    }
    emulator.stop().await;
}
