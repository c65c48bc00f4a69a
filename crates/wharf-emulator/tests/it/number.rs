//! The business number: its node, its PIN.

use serde_json::json;

use crate::http::{NUMBER, code, emulator, get, post};

#[tokio::test]
async fn the_pin_is_set_in_both_spellings_and_must_be_six_digits() {
    let emulator = emulator().await;
    let (guide, real) = (format!("/v16.0/{NUMBER}/account/set_pin"), format!("/v25.0/{NUMBER}"));
    for path in [&guide, &real] {
        let set = post(&emulator, path, &json!({"pin": "123456"})).await;
        assert_eq!((set.status, set.json()), (200, json!({"success": true})), "{path}");
        for bad in [
            json!("12345"),
            json!("1234567"),
            json!("12345a"),
            json!("１２３４５６"),
            json!(123_456),
            json!(null),
        ] {
            let answer = post(&emulator, path, &json!({"pin": bad})).await;
            assert_eq!(
                (answer.status, &answer.json()["error"]["code"]),
                (400, &json!(100)),
                "{path} {bad}"
            );
        }
        let none = post(&emulator, path, &json!({})).await;
        assert_eq!(none.json()["error"]["code"], 131_008, "{path}");
    }
    let unknown = post(&emulator, "/v16.0/999/account/set_pin", &json!({"pin": "123456"})).await;
    assert_eq!(unknown.json()["error"]["error_subcode"], 33);

    let register = format!("/v25.0/{NUMBER}/register");
    let wrong =
        post(&emulator, &register, &json!({"messaging_product": "whatsapp", "pin": "654321"}))
            .await;
    assert_eq!(wrong.json()["error"]["code"], 133_005);
    let right =
        post(&emulator, &register, &json!({"messaging_product": "whatsapp", "pin": "123456"}))
            .await;
    assert_eq!(right.json(), json!({"success": true}));
    emulator.stop().await;
}

#[tokio::test]
async fn nodes_tell_what_is_asked_for() {
    let emulator = emulator().await;
    let number = get(&emulator, &format!("/v25.0/{NUMBER}")).await.json();
    assert_eq!((&number["id"], &number["verified_name"]), (&json!(NUMBER), &json!("Wharf Coffee")));
    let fields = get(&emulator, &format!("/v25.0/{NUMBER}?fields=is_pin_enabled")).await.json();
    assert_eq!(fields, json!({"id": NUMBER, "is_pin_enabled": false}));
    let unknown = get(&emulator, &format!("/v25.0/{NUMBER}?fields=colour")).await.json();
    assert!(unknown["error"]["message"].as_str().unwrap().contains("colour"));
    let account = get(&emulator, "/v25.0/200000000000001").await.json();
    assert_eq!(account["id"], "200000000000001");
    let numbers = get(&emulator, "/v25.0/200000000000001/phone_numbers").await.json();
    assert_eq!(numbers["data"][0]["id"], NUMBER);
    let templates =
        get(&emulator, "/v25.0/200000000000001/message_templates?name=hello_world").await.json();
    assert_eq!(
        (templates["data"].as_array().unwrap().len(), &templates["data"][0]["status"]),
        (1, &json!("APPROVED"))
    );
    emulator.stop().await;
}

#[tokio::test]
async fn what_a_number_cannot_be_told_here_is_said_and_what_nobody_knows_is_passed_over() {
    let emulator = emulator().await;
    let path = format!("/v25.0/{NUMBER}");
    for name in ["connection_status", "webhook_url", "whatsapp_business_api_data"] {
        let answer = post(&emulator, &path, &json!({"pin": "482913", name: "x"})).await;
        assert_eq!((answer.status, &answer.json()["error"]["code"]), (501, &json!(3)), "{name}");
    }
    let known = json!({"search_visibility": "HIDDEN", "colour": "red"});
    assert_eq!(post(&emulator, &path, &known).await.json(), json!({"success": true}));
    let unknown = post(&emulator, &path, &json!({"colour": "red"})).await;
    assert_eq!((unknown.status, code(&unknown)), (400, 131_008));
    emulator.stop().await;
}
