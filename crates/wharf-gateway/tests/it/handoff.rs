//! Events on their way to an app.

use serde_json::json;

use crate::{
    peer::Reply,
    site::{Site, arrival, sign, status, text, until, written},
};

#[tokio::test]
async fn events_come_in_order_signed_and_each_in_a_body_of_its_own() {
    let (site, app) = Site::with_app().await;
    app.then([Reply::Say(500, String::new()), Reply::Say(302, String::new())]);
    let messages: Vec<_> = (0..5).map(|n| written(&format!("wamid.{n}"), "15550001111")).collect();
    assert_eq!(site.webhook(arrival(&json!(messages), &json!([]))).await.status, 200);
    until("all are handed over", async || app.seen().len() == 7).await;
    let seen = app.seen();
    for seen in &seen {
        assert_eq!(seen.target, "/hook");
        assert_eq!(seen.header("x-hub-signature-256"), sign(&seen.body));
        assert_eq!(seen.header("content-type"), "application/json");
        assert_eq!(seen.json()["object"], "whatsapp_business_account");
    }
    let ids: Vec<_> = seen
        .iter()
        .map(|seen| {
            let messages = &seen.json()["entry"][0]["changes"][0]["value"]["messages"];
            assert_eq!(messages.as_array().unwrap().len(), 1);
            messages[0]["id"].as_str().unwrap().to_owned()
        })
        .collect();
    assert_eq!(ids, ["wamid.0", "wamid.0", "wamid.0", "wamid.1", "wamid.2", "wamid.3", "wamid.4"]);
    until("the cursor is at the end", async || {
        let cursor = &site.api("/api/subscribers").await["data"][0]["cursors"][0];
        cursor["seq"] == 5 && cursor["attempts"] == 0
    })
    .await;
}

#[tokio::test]
async fn callback_data_comes_back_as_the_app_wrote_it() {
    let (site, app) = Site::with_app().await;
    for data in [Some("order \"7\""), None] {
        let mut body = text("+15550001111", "x");
        if let Some(data) = data {
            body["biz_opaque_callback_data"] = data.into();
        }
        assert_eq!(site.post(&body, &[]).await.status, 200);
        let token = site.platform.seen().pop().unwrap().token();
        let wamid = format!("wamid.{}", site.platform.seen().len());
        let before = app.seen().len();
        assert_eq!(
            site.webhook(arrival(&json!([]), &json!([status(&wamid, "sent", &token)])))
                .await
                .status,
            200
        );
        until("the status is handed over", async || app.seen().len() > before).await;
        let seen = app.seen().pop().unwrap();
        let handed = &seen.json()["entry"][0]["changes"][0]["value"]["statuses"][0];
        assert_eq!(handed["id"], *wamid);
        assert_eq!(handed.get("biz_opaque_callback_data").and_then(|data| data.as_str()), data);
        assert_eq!(seen.header("x-hub-signature-256"), sign(&seen.body));
    }
    // Somebody else's data is not ours to touch.
    let others = json!([status("wamid.other", "sent", "theirs")]);
    assert_eq!(site.webhook(arrival(&json!([]), &others)).await.status, 200);
    until("it is handed over", async || app.seen().len() == 3).await;
    let seen = app.seen().pop().unwrap().json();
    let handed = &seen["entry"][0]["changes"][0]["value"]["statuses"][0];
    assert_eq!(handed["biz_opaque_callback_data"], "theirs");
}
