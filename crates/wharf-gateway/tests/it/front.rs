//! What the front refuses, and how.

use std::sync::Arc;

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use wharf_gateway::Gateway;
use wharf_model::time::{SystemClock, Timestamp};
use wharf_store::directory::AppKey;

use crate::{
    http::ask,
    peer::Peer,
    site::{self, KEY, NUMBER, Site, text},
};

/// Whether it is the platform's envelope with this code, and its details.
fn envelope(answer: &Value, code: u32) -> String {
    let error = &answer["error"];
    assert_eq!(error["code"], code, "{answer}");
    assert!(!error["message"].as_str().unwrap().is_empty(), "{answer}");
    assert!(!error["type"].as_str().unwrap().is_empty(), "{answer}");
    assert!(!error["fbtrace_id"].as_str().unwrap().is_empty(), "{answer}");
    error["error_data"]["details"].as_str().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_missing_or_wrong_key_is_401_and_goes_nowhere() {
    let site = Site::start().await;
    let body = text("+15550001111", "x").to_string();
    for path in ["messages", "media", "account/set_pin"] {
        let url = site.url(&format!("/v16.0/{NUMBER}/{path}"));
        for (header, code) in [
            (None, 104),
            (Some(("Authorization", "Bearer wrong")), 190),
            (Some(("Authorization", "Bearer ")), 104),
            (Some(("Authorization", "Basic wharf-dev")), 104),
            (Some(("Authorization", "wharf-dev")), 104),
        ] {
            let answer = ask("POST", &url, header.as_slice(), &body).await;
            assert_eq!(answer.status, 401, "{path} {header:?}");
            envelope(&answer.json(), code);
        }
    }
    assert_eq!(site.platform.seen().len(), 0);
}

#[tokio::test]
async fn a_number_that_is_not_served_is_error_100_subcode_33() {
    let site = Site::start().await;
    let body = text("+15550001111", "x").to_string();
    for path in ["messages", "account/set_pin"] {
        let url = site.url(&format!("/v25.0/100000000000002/{path}"));
        let answer = ask("POST", &url, &[KEY], &body).await;
        assert_eq!(answer.status, 400);
        envelope(&answer.json(), 100);
        assert_eq!(answer.json()["error"]["error_subcode"], 33);
    }
}

#[tokio::test]
async fn what_is_no_message_is_refused_with_the_platforms_codes() {
    let site = Site::start().await;
    let long = "x".repeat(4097);
    let button = |n: usize| json!({"type": "reply", "reply": {"id": n.to_string(), "title": format!("b{n}")}});
    let buttons = json!({"messaging_product": "whatsapp", "to": "+15550001111", "type": "interactive",
        "interactive": {"type": "button", "body": {"text": "x"},
                        "action": {"buttons": [button(1), button(2), button(3), button(4)]}}});
    let url = site.url(&format!("/v16.0/{NUMBER}/messages"));
    for (body, code, says) in [
        ("{".to_owned(), 100, "JSON"),
        ("[]".to_owned(), 100, "object"),
        (String::new(), 100, "messaging_product: is required"),
        ("[".repeat(200), 100, "nested too deeply"),
        (format!("{{\"a\":{}}}", "[".repeat(127) + &"]".repeat(127)), 100, "nested too deeply"),
        (format!("{{\"a\":{}}}", "[".repeat(126) + &"]".repeat(126)), 100, "messaging_product"),
        (
            json!({"to": "+15550001111", "text": {"body": "x"}}).to_string(),
            100,
            "messaging_product",
        ),
        (
            json!({"messaging_product": "whatsapp", "text": {"body": "x"}}).to_string(),
            131_008,
            "to",
        ),
        (
            json!({"messaging_product": "whatsapp", "to": "+15550001111"}).to_string(),
            131_008,
            "text",
        ),
        (text("+15550001111", &long).to_string(), 100, "text.body"),
        (buttons.to_string(), 131_009, "interactive.action.buttons"),
    ] {
        let answer = ask("POST", &url, &[KEY], &body).await;
        assert_eq!(answer.status, 400, "{body}");
        let details = envelope(&answer.json(), code);
        assert!(details.contains(says), "{details}");
    }
    let answer = ask("POST", &url, &[KEY], "x".repeat(300_000)).await;
    assert_eq!(answer.status, 413);
    envelope(&answer.json(), 100);
    assert_eq!(site.platform.seen().len(), 0);
    assert!(site.rows("sends").await.is_empty());
}

#[tokio::test]
async fn unknown_types_and_fields_pass_through_untouched() {
    let site = Site::start().await;
    let body = json!({"messaging_product": "whatsapp", "to": "+15550001111", "type": "hologram",
        "hologram": {"depth": 3}, "future": [1, 2.5]});
    assert_eq!(site.post(&body, &[]).await.status, 200);
    let mut seen = site.platform.seen()[0].json();
    seen.as_object_mut().unwrap().remove("biz_opaque_callback_data");
    assert_eq!(seen, body);
}

#[tokio::test]
async fn a_path_that_is_none_is_answered_in_the_envelope_too() {
    let site = Site::start().await;
    for path in ["/", "/messages", "/v16.0", "/favicon.ico", "/16.0/1/messages"] {
        let answer = ask("GET", &site.url(path), &[KEY], "").await;
        assert_eq!(answer.status, 400, "{path}");
        envelope(&answer.json(), 2500);
    }
}

#[tokio::test]
async fn a_key_of_the_store_opens_the_door_until_it_is_removed() {
    let platform = Peer::start().await;
    let folder = tempfile::tempdir().unwrap();
    let store = site::store(folder.path());
    let digest = Sha256::digest("a key of the shop").into();
    let key = AppKey { name: "shop".to_owned(), digest, created_at: Timestamp::from_secs(0) };
    assert!(store.add_key(key).await.unwrap());
    let mut config = site::config(&platform);
    config.app_keys.clear();
    let clock = Arc::new(SystemClock);
    let gateway = Gateway::start(config, Arc::clone(&store), clock).await.unwrap();
    let url = format!("{}/v25.0/{NUMBER}", gateway.url());
    let status = async |key: &str| {
        let bearer = format!("Bearer {key}");
        ask("GET", &url, &[("Authorization", &bearer)], "").await.status
    };
    assert_eq!(status("a key of the shop").await, 200);
    assert_eq!(status("wharf-dev").await, 401);
    assert!(store.remove_key("shop").await.unwrap());
    assert_eq!(status("a key of the shop").await, 401);
}
