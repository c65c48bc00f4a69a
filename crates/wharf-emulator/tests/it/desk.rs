//! What the business sets on a number.

use base64::Engine as _;
use serde_json::{Value, json};
use wharf_emulator::Emulator;

use crate::{
    http::{NUMBER, ask, code, control, frozen, get, post, send, text},
    receiver::Receiver,
};

fn edge(name: &str) -> String {
    format!("/v25.0/{NUMBER}/{name}")
}

async fn ok(emulator: &Emulator, name: &str, body: Value) {
    let answer = post(emulator, &edge(name), &body).await;
    assert_eq!(
        (answer.status, &answer.json()["success"]),
        (200, &json!(true)),
        "{name}: {answer:?}"
    );
}

async fn refused(emulator: &Emulator, name: &str, body: Value) {
    let answer = post(emulator, &edge(name), &body).await;
    assert_eq!((answer.status, code(&answer)), (400, 100), "{name} {body}: {answer:?}");
}

#[tokio::test]
async fn the_profile_is_set_piece_by_piece_within_its_limits() {
    let emulator = frozen().await;
    let path = "whatsapp_business_profile";
    let with = |field: &str, value: Value| json!({"messaging_product": "whatsapp", field: value});
    ok(&emulator, path, with("about", json!("Coffee"))).await;
    ok(&emulator, path, with("websites", json!(["https://example.com"]))).await;
    ok(&emulator, path, with("vertical", json!("RESTAURANT"))).await;
    let profile =
        get(&emulator, &edge("whatsapp_business_profile?fields=about,websites")).await.json();
    assert_eq!(
        profile["data"][0],
        json!({"about": "Coffee", "websites": ["https://example.com"], "messaging_product": "whatsapp"})
    );
    for (field, value) in [
        ("about", json!("")),
        ("about", json!("x".repeat(140))),
        ("description", json!("x".repeat(513))),
        ("email", json!("nobody")),
        ("websites", json!(["https://a", "https://b", "https://c"])),
        ("vertical", json!("PIRACY")),
        ("colour", json!("red")),
    ] {
        refused(&emulator, path, with(field, value)).await;
    }
    refused(&emulator, path, json!({"about": "x"})).await;
    emulator.stop().await;
}

#[tokio::test]
async fn somebody_who_is_blocked_is_neither_heard_nor_reached() {
    let emulator = frozen().await;
    let mut app = Receiver::start(&[]).await;
    emulator.set_webhook(&app.url, "wharf-dev-verify").await.unwrap();
    app.value().await;
    let users = json!({"messaging_product": "whatsapp", "block_users": [{"user": "+15550001111"}]});
    let blocked = post(&emulator, &edge("block_users"), &users).await.json();
    assert_eq!(blocked["block_users"]["added_users"][0]["wa_id"], "15550001111");
    emulator.write("15550001111", "do you hear me?").unwrap();
    send(&emulator, &text("x")).await;
    // What Ada wrote was not told: the next thing is the failure.
    assert_eq!(app.status().await["errors"][0]["code"], 131_026);
    let list = get(&emulator, &edge("block_users")).await.json();
    assert_eq!(list["data"][0]["wa_id"], "15550001111");

    // Grace has not written: in part it fails, and says so twice.
    let both = json!({"messaging_product": "whatsapp", "block_users": [{"user": "15550001111"}, {"user": "15550002222"}]});
    let partly = post(&emulator, &edge("block_users"), &both).await;
    assert_eq!((partly.status, code(&partly)), (400, 139_100));
    assert_eq!(partly.json()["block_users"]["failed_users"][0]["errors"][0]["code"], 131_047);
    let removed = ask(&emulator, "DELETE", &edge("block_users"), &users).await.json();
    assert_eq!(removed["block_users"]["removed_users"][0]["input"], "+15550001111");
    emulator.write("15550001111", "and now?").unwrap();
    assert_eq!(app.value().await["messages"][0]["text"]["body"], "and now?");
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn links_are_made_changed_listed_and_taken_away() {
    let emulator = frozen().await;
    let path = edge("message_qrdls");
    let made =
        post(&emulator, &path, &json!({"prefilled_message": "Hi!", "generate_qr_image": "SVG"}))
            .await
            .json();
    let link = made["code"].as_str().unwrap().to_owned();
    assert_eq!(
        (link.len(), made["deep_link_url"].as_str().unwrap()),
        (14, &*format!("https://wa.me/message/{link}"))
    );
    assert!(made["qr_image_url"].as_str().unwrap().ends_with("svg"));
    post(&emulator, &path, &json!({"prefilled_message": "Hello!", "code": link})).await;
    let one = get(&emulator, &format!("{path}/{link}")).await.json();
    assert_eq!(one["data"][0]["prefilled_message"], "Hello!");
    let fields =
        get(&emulator, &format!("{path}?fields=code,qr_image_url.format(PNG)")).await.json();
    assert!(fields["data"][0]["qr_image_url"].as_str().unwrap().ends_with("png"));
    let one = format!("{path}/{link}");
    assert_eq!(ask(&emulator, "DELETE", &one, &Value::Null).await.json(), json!({"success": true}));
    assert_eq!(code(&get(&emulator, &one).await), 100);
    refused(&emulator, "message_qrdls", json!({"prefilled_message": "x".repeat(141)})).await;
    emulator.stop().await;
}

#[tokio::test]
async fn automation_settings_commerce_compliance_and_key_are_kept() {
    let emulator = frozen().await;
    ok(
        &emulator,
        "conversational_automation",
        json!({"enable_welcome_message": true, "prompts": ["Book a table"],
        "commands": [{"command_name": "menu", "command_description": "What there is"}]}),
    )
    .await;
    let number =
        get(&emulator, &format!("/v25.0/{NUMBER}?fields=conversational_automation")).await.json();
    assert_eq!(number["conversational_automation"]["prompts"][0], "Book a table");
    refused(&emulator, "conversational_automation", json!({"prompts": ["x".repeat(81)]})).await;

    ok(&emulator, "settings", json!({"calling": {"status": "ENABLED"}})).await;
    assert_eq!(
        get(&emulator, &edge("settings")).await.json()["calling"],
        json!({"status": "ENABLED", "call_icon_visibility": "DEFAULT",
            "callback_permission_status": "DISABLED"})
    );
    refused(&emulator, "settings", json!({"weather": {}})).await;
    refused(&emulator, "settings", json!({"storage_configuration": {"status": "DEFAULT"}})).await;

    let commerce = edge("whatsapp_commerce_settings?is_cart_enabled=true");
    assert_eq!(ask(&emulator, "POST", &commerce, &Value::Null).await.status, 200);
    let commerce = get(&emulator, &edge("whatsapp_commerce_settings")).await.json();
    assert_eq!(
        commerce["data"][0],
        json!({"id": NUMBER, "is_cart_enabled": true, "is_catalog_visible": false})
    );

    ok(
        &emulator,
        "business_compliance_info",
        json!({"messaging_product": "whatsapp", "entity_name": "Wharf", "entity_type": "LLC"}),
    )
    .await;
    assert_eq!(
        get(&emulator, &edge("business_compliance_info")).await.json()["data"][0]["entity_name"],
        "Wharf"
    );

    refused(&emulator, "whatsapp_business_encryption", json!({"business_public_key": "no key"}))
        .await;
    let mut der = vec![0x30_u8; 294];
    der[1] = 0x82;
    let der = base64::engine::general_purpose::STANDARD.encode(der);
    let pem = format!("-----BEGIN PUBLIC KEY-----\n{der}\n-----END PUBLIC KEY-----\n");
    ok(&emulator, "whatsapp_business_encryption", json!({"business_public_key": pem})).await;
    let key = get(&emulator, &edge("whatsapp_business_encryption")).await.json();
    assert_eq!(key["data"][0]["business_public_key_signature_status"], "VALID");
    emulator.stop().await;
}

#[tokio::test]
async fn a_username_is_reserved_and_then_approved() {
    let emulator = frozen().await;
    let path = edge("username");
    assert_eq!(get(&emulator, &path).await.json(), json!({"status": "none"}));
    assert_eq!(
        post(&emulator, &path, &json!({"username": "wharf.coffee"})).await.json()["status"],
        "reserved"
    );
    control(&emulator, "POST", "clock/advance", &json!({"seconds": 5})).await;
    assert_eq!(
        get(&emulator, &path).await.json(),
        json!({"username": "wharf.coffee", "status": "approved"})
    );
    for bad in ["ab", "www.wharf", "a..b", "123", "Wharf Coffee"] {
        assert_eq!(
            code(&post(&emulator, &path, &json!({"username": bad})).await),
            147_001,
            "{bad}"
        );
    }
    control(&emulator, "PUT", "users/15550002222", &json!({"username": "grace"})).await;
    assert_eq!(code(&post(&emulator, &path, &json!({"username": "grace"})).await), 147_002);
    assert_eq!(ask(&emulator, "DELETE", &path, &Value::Null).await.status, 200);
    let suggested = get(&emulator, &edge("username_suggestions")).await.json();
    assert_eq!(suggested["data"][0]["username_suggestions"][0], "wharfcoffee");
    emulator.stop().await;
}

#[tokio::test]
async fn ownership_is_proved_by_a_code_that_is_good_once() {
    let emulator = frozen().await;
    ok(&emulator, "request_code", json!({"code_method": "SMS", "language": "en_US"})).await;
    refused(&emulator, "request_code", json!({"code_method": "PIGEON", "language": "en_US"})).await;
    let numbers = get(&emulator, "/_control/numbers").await.json();
    let sent = numbers["data"][0]["code"].as_str().unwrap().to_owned();
    assert_eq!(
        code(&post(&emulator, &edge("verify_code"), &json!({"code": "000"})).await),
        136_025
    );
    ok(&emulator, "verify_code", json!({"code": sent})).await;
    assert_eq!(code(&post(&emulator, &edge("verify_code"), &json!({"code": sent})).await), 136_025);
    // A number that is not registered sends nothing.
    ok(&emulator, "deregister", json!({})).await;
    assert_eq!(code(&send(&emulator, &text("x")).await), 133_010);
    emulator.stop().await;
}
