//! Messages on their way out.

use std::time::Duration;

use serde_json::{Value, json};

use crate::{
    http::Answer,
    peer::{Reply, error},
    site::{NUMBER, Site, arrival, status, text, until},
};

fn send_of(answer: &Answer) -> String {
    answer.header("x-wharf-send").unwrap().to_owned()
}

#[tokio::test]
async fn the_app_gets_the_platforms_answer_byte_for_byte() {
    let site = Site::start().await;
    let mut body = text("+15550001111", "h\u{e9}llo");
    body["biz_opaque_callback_data"] = "order-7".into();
    let answer = site.post(&body, &[]).await;
    assert_eq!(answer.status, 200);
    assert_eq!(
        answer.text(),
        r#"{ "messaging_product":"whatsapp", "messages":[ {"id":"wamid.1"} ] }"#
    );
    let seen = site.platform.seen().remove(0);
    assert!(
        seen.target.starts_with(&format!("/v16.0/{NUMBER}/messages?appsecret_proof=")),
        "{}",
        seen.target
    );
    assert_eq!(seen.header("authorization"), "Bearer wharf-dev");
    assert!(seen.token().starts_with("w1.") && seen.token().len() == 25);
    let mut onward = seen.json();
    onward["biz_opaque_callback_data"] = "order-7".into();
    assert_eq!(onward, body);
    let send = site.api(&format!("/api/sends/{}", send_of(&answer))).await;
    assert_eq!(send["state"], "accepted");
    assert_eq!(send["wamid"], "wamid.1");
    assert_eq!(send["to"], "…1111");
    assert_eq!(site.api("/api/sends/wamid.1").await, send);
}

#[tokio::test]
async fn a_refusal_is_passed_on_as_it_is() {
    let site = Site::start().await;
    site.platform.then([error(404, 132_001), error(400, 131_047)]);
    for (status, code) in [(404, 132_001), (400, 131_047)] {
        let answer = site.post(&text("+15550001111", "x"), &[]).await;
        assert_eq!(answer.status, status);
        assert_eq!(answer.json()["error"]["code"], code);
        assert_eq!(answer.json()["error"]["fbtrace_id"], "Atrace");
        site.reaches(&send_of(&answer), "failed").await;
    }
    assert_eq!(site.platform.seen().len(), 2);
}

#[tokio::test]
async fn a_throttled_send_goes_out_later_and_once() {
    let site = Site::start().await;
    site.platform.then([error(400, 131_056), error(400, 130_429)]);
    let answer = site.post(&text("+15550001111", "x"), &[]).await;
    assert_eq!(
        (answer.status, answer.json()["messages"][0]["id"].as_str()),
        (200, Some("wamid.1"))
    );
    let seen = site.platform.seen();
    assert_eq!(seen.len(), 3);
    assert!(seen[0].token() != seen[1].token() && seen[1].token() != seen[2].token());
}

#[tokio::test]
async fn a_platform_that_is_away_is_waited_for() {
    // Nobody listens there.
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = nobody.local_addr().unwrap();
    drop(nobody);
    let site = Site::with(|config| {
        config.upstream = format!("http://{address}");
        config.wait = Duration::from_millis(300);
    })
    .await;
    let answer = site.post(&text("+15550001111", "x"), &[]).await;
    assert_eq!(answer.status, 200);
    let message = &answer.json()["messages"][0];
    assert_eq!(message["message_status"], "accepted");
    assert_eq!(message["id"].as_str(), answer.header("x-wharf-send"));
    assert_eq!(
        answer.json()["contacts"],
        json!([{"input": "+15550001111", "wa_id": "15550001111"}])
    );
    let send = site.api(&format!("/api/sends/{}", send_of(&answer))).await;
    assert!(["queued", "sending"].contains(&send["state"].as_str().unwrap()), "{send}");
}

#[tokio::test]
async fn a_lost_answer_is_unknown_until_a_status_tells_and_is_never_sent_again() {
    let site = Site::with(|config| config.timeout = Duration::from_millis(300)).await;
    site.platform.then([Reply::Silence]);
    let body = text("+15550001111", "x");
    let post = site.post(&body, &[]);
    let evidence = async {
        until("it is unknown", async || {
            site.rows("sends").await.first().is_some_and(|send| send["state"] == "unknown")
        })
        .await;
        let token = site.platform.seen()[0].token();
        let body = arrival(&json!([]), &json!([status("wamid.Z", "delivered", &token)]));
        assert_eq!(site.webhook(body).await.status, 200);
    };
    let (answer, ()) = tokio::join!(post, evidence);
    assert_eq!(
        (answer.status, answer.json()["messages"][0]["id"].as_str()),
        (200, Some("wamid.Z"))
    );
    site.reaches(&send_of(&answer), "delivered").await;
    assert_eq!(site.platform.seen().len(), 1);
}

#[tokio::test]
async fn what_nobody_knows_is_said_to_be_in_our_hands() {
    let site = Site::with(|config| config.wait = Duration::from_secs(1)).await;
    site.platform.then([
        Reply::Say(502, "<html>Bad Gateway</html>".to_owned()),
        Reply::Say(200, "{}".to_owned()),
    ]);
    for to in ["+15550001111", "+15550002222"] {
        let answer = site.post(&text(to, "x"), &[]).await;
        assert_eq!(answer.status, 200);
        assert!(answer.json()["messages"][0]["id"].as_str().unwrap().starts_with("wharf."));
        site.reaches(&send_of(&answer), "unknown").await;
    }
    // Where the platform itself says so, its words are passed on.
    site.platform.then([error(500, 131_000)]);
    let answer = site.post(&text("+15550003333", "x"), &[]).await;
    assert_eq!((answer.status, answer.json()["error"]["code"].as_u64()), (500, Some(131_000)));
    site.reaches(&send_of(&answer), "unknown").await;
    assert_eq!(site.platform.seen().len(), 3);
}

#[tokio::test]
async fn a_key_makes_a_repetition_the_same_send() {
    let site = Site::start().await;
    let key = [("Idempotency-Key", "k1")];
    let first = site.post(&text("+15550001111", "x"), &key).await;
    // The order of fields does not matter.
    let other_order =
        r#"{"type":"text","text":{"body":"x"},"to":"+15550001111","messaging_product":"whatsapp"}"#;
    let other_order: Value = serde_json::from_str(other_order).unwrap();
    let again = site.post(&other_order, &key).await;
    assert_eq!((first.status, first.text()), (again.status, again.text()));
    assert_eq!(first.header("x-wharf-send"), again.header("x-wharf-send"));
    let other = site.post(&text("+15550001111", "y"), &key).await;
    assert_eq!(other.status, 422);
    assert_eq!(other.json()["error"]["code"], 100);
    assert_eq!(site.post(&text("+15550001111", "x"), &[("Idempotency-Key", "")]).await.status, 400);
    assert_eq!(
        site.post(&text("+15550001111", "x"), &[("Idempotency-Key", "k2")]).await.status,
        200
    );
    assert_eq!(site.platform.seen().len(), 2);
    assert_eq!(site.rows("sends").await.len(), 2);
}

#[tokio::test]
async fn who_does_not_want_to_wait_gets_an_id_of_ours_at_once() {
    let site = Site::start().await;
    site.platform.then([Reply::Silence]);
    let prefer = [("Prefer", "respond-async")];
    let answer = site.post(&text("+15550001111", "x"), &prefer).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("preference-applied"), Some("respond-async"));
    assert_eq!(answer.json()["messages"][0]["message_status"], "accepted");
    assert_eq!(answer.json()["messages"][0]["id"].as_str(), answer.header("x-wharf-send"));
    until("it is on its way", async || site.platform.seen().len() == 1).await;
}

#[tokio::test]
async fn one_conversation_goes_out_in_order_and_one_at_a_time() {
    let site = Site::start().await;
    let prefer = [("Prefer", "respond-async")];
    for n in 0..20 {
        let to = if n % 2 == 0 { "+15550001111" } else { "+1 555 000 2222" };
        site.post(&text(to, &n.to_string()), &prefer).await;
    }
    until("all are accepted", async || {
        site.rows("sends").await.iter().filter(|send| send["state"] == "accepted").count() == 20
    })
    .await;
    let seen: Vec<_> = site.platform.seen().iter().map(crate::peer::Seen::json).collect();
    for to in ["+15550001111", "+1 555 000 2222"] {
        let texts = seen
            .iter()
            .filter(|body| body["to"] == to)
            .map(|body| body["text"]["body"].as_str().unwrap());
        let numbers: Vec<u32> = texts.map(|text| text.parse().unwrap()).collect();
        assert!(numbers.len() == 10 && numbers.is_sorted(), "{numbers:?}");
    }
}
