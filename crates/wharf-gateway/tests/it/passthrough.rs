//! Everything else of the platform's API.

use serde_json::json;

use crate::{
    http::ask,
    log::Log,
    peer::Reply,
    site::{KEY, NUMBER, Site},
};

#[tokio::test]
async fn the_platforms_token_stands_in_place_of_the_apps_key() {
    let site = Site::with(|config| config.access_token = "platform-token".into()).await;
    site.platform.then([Reply::Say(203, " {\"id\" : 1}".to_owned())]);
    let url = site.url(&format!("/v25.0/{NUMBER}?fields=id&access_token=stray"));
    let answer = ask("GET", &url, &[KEY, ("X-Mine", "1")], "").await;
    assert_eq!((answer.status, answer.text()), (203, " {\"id\" : 1}"));
    let by_query = site.url(&format!("/v25.0/{NUMBER}?access_token=wharf-dev"));
    assert_eq!(ask("DELETE", &by_query, &[], "").await.status, 200);
    let seen = site.platform.seen();
    assert!(seen[0].target.starts_with(&format!("/v25.0/{NUMBER}?fields=id&appsecret_proof=")));
    assert_eq!(seen[0].header("authorization"), "Bearer platform-token");
    assert_eq!(seen[0].header("x-mine"), "1");
    assert_eq!(seen[1].method, "DELETE");
    assert_eq!(seen[1].header("authorization"), "Bearer platform-token");
}

#[tokio::test]
async fn an_upload_passes_byte_for_byte() {
    let site = Site::start().await;
    let body: Vec<u8> = (0..5_000_000_u32).map(|n| n.to_le_bytes()[0]).collect();
    let kind = ("Content-Type", "multipart/form-data; boundary=b");
    let url = site.url(&format!("/v16.0/{NUMBER}/media"));
    assert_eq!(ask("POST", &url, &[KEY, kind], &body).await.status, 200);
    let seen = site.platform.seen().remove(0);
    assert_eq!(seen.header("content-type"), kind.1);
    assert!(seen.body == body);
}

#[tokio::test]
async fn read_receipts_pass_and_are_no_sends() {
    let site = Site::start().await;
    let body = json!({"messaging_product": "whatsapp", "status": "read", "message_id": "wamid.A",
        "typing_indicator": {"type": "text"}});
    let answer = site.post(&body, &[]).await;
    assert_eq!(
        (answer.status, answer.json()),
        (
            200,
            json!({"messaging_product": "whatsapp",
        "messages": [{"id": "wamid.1"}]})
        )
    );
    assert_eq!(site.platform.seen()[0].body, body.to_string());
    assert!(site.rows("sends").await.is_empty());
}

#[tokio::test]
async fn the_guides_way_to_set_a_pin_is_translated() {
    let site = Site::start().await;
    let set = async |path: &str, body: &str| {
        ask("POST", &site.url(&format!("/v16.0/{NUMBER}{path}")), &[KEY], body).await
    };
    let answer = set("/account/set_pin", r#"{ "pin": "123456" }"#).await;
    assert_eq!((answer.status, answer.json()), (200, json!({"success": true})));
    assert_eq!(set("", r#"{"pin":"654321"}"#).await.status, 200);
    let seen = site.platform.seen();
    for (seen, body) in seen.iter().zip([r#"{"pin":"123456"}"#, r#"{"pin":"654321"}"#]) {
        assert!(seen.target.starts_with(&format!("/v16.0/{NUMBER}?")), "{}", seen.target);
        assert_eq!(seen.body, body);
    }
    for bad in [r#"{"pin":"12345"}"#, r#"{"pin":"12345a"}"#, r#"{"pin":"1234567"}"#, "[]", "x"] {
        let answer = set("/account/set_pin", bad).await;
        assert_eq!(
            (answer.status, answer.json()["error"]["code"].as_u64()),
            (400, Some(100)),
            "{bad}"
        );
        let error = answer.json()["error"].take();
        let details = error["error_data"]["details"].as_str().unwrap();
        assert_eq!(details.contains("six digits"), bad.starts_with('{'), "{details}");
        assert!(!answer.text().contains("12345a"));
    }
    for none in ["", "{}", r#"{"pin":null}"#] {
        let error = set("/account/set_pin", none).await.json()["error"].take();
        assert_eq!(error["code"], 131_008, "{none}");
        assert_eq!(error["error_data"]["details"], "pin: is required", "{none}");
    }
    assert_eq!(site.platform.seen().len(), 2);
}

#[tokio::test]
async fn a_platform_that_cannot_be_reached_is_503_in_the_envelope() {
    let log = Log::new();
    let site = Site::with(|config| config.upstream = "http://127.0.0.1:9".to_owned()).await;
    for _ in 0..5 {
        let answer = ask("GET", &site.url(&format!("/v25.0/{NUMBER}")), &[KEY], "").await;
        assert_eq!(answer.status, 503);
        assert_eq!(answer.json()["error"]["code"], 131_057);
    }
    let said = log.with("the platform did not answer: no connection to 127.0.0.1:9");
    assert_eq!(said.len(), 3, "at one, two and four: {said:?}");
    assert!(log.with(NUMBER).is_empty());
}
