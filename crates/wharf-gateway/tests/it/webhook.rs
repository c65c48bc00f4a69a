//! The door for webhooks.

use serde_json::json;

use crate::{
    http::ask,
    log::Log,
    site::{NUMBER, Site, arrival, sign, until, written},
};

#[tokio::test]
async fn the_handshake_echoes_the_challenge_byte_for_byte() {
    let log = Log::new();
    let site = Site::start().await;
    let get =
        async |query: &str| ask("GET", &site.url(&format!("/webhook?{query}")), &[], "").await;
    let good = "hub.mode=subscribe&hub.challenge=1%2B1+%3C&hub.verify_token=wharf-dev-verify";
    let answer = get(good).await;
    assert_eq!((answer.status, answer.text()), (200, "1+1 <"));
    assert!(answer.header("content-type").unwrap().starts_with("text/plain"));
    for (query, status) in [
        ("hub.mode=subscribe&hub.challenge=1&hub.verify_token=wrong", 403),
        ("hub.mode=subscribe&hub.challenge=1", 403),
        ("hub.challenge=1&hub.verify_token=wharf-dev-verify", 400),
    ] {
        let answer = get(query).await;
        assert_eq!((answer.status, answer.text()), (status, ""), "{query}");
    }
    // A wrong token looks like a stranger: whoever reads the log is asked.
    assert_eq!(log.with("Is WHATSAPP_VERIFY_TOKEN what was registered").len(), 2);
}

#[tokio::test]
async fn a_forged_body_is_not_stored() {
    let log = Log::new();
    let site = Site::start().await;
    let body = arrival(&json!([written("wamid.F", "15550001111")]), &json!([]));
    let good = sign(body.as_bytes());
    let other = sign(b"other");
    let sha1 = good.replace("sha256=", "sha1=");
    let upper = good.to_uppercase();
    for signature in
        [None, Some(other.as_str()), good.get(..70), Some(&sha1), Some(&upper), Some("")]
    {
        let header = signature.map(|signature| ("X-Hub-Signature-256", signature));
        let answer = ask("POST", &site.url("/webhook"), header.as_slice(), &body).await;
        assert_eq!((answer.status, answer.text()), (401, ""), "{signature:?}");
    }
    let changed = format!("{body} ");
    let answer =
        ask("POST", &site.url("/webhook"), &[("X-Hub-Signature-256", &good)], changed).await;
    assert_eq!(answer.status, 401);
    // The next good one is the first.
    assert_eq!(site.webhook(&body).await.status, 200);
    until("it is indexed", async || site.rows("events").await.len() == 1).await;
    let metrics = ask("GET", &format!("{}/metrics", site.gateway.api_url()), &[], "").await;
    assert!(metrics.text().contains("\nwharf_arrivals 1\n"), "{}", metrics.text());
    assert!(
        metrics.text().contains("wharf_webhooks_total{status=\"401\"} 7"),
        "{}",
        metrics.text()
    );
    let said = log.with("Is WHATSAPP_APP_SECRET the secret of the app that calls?");
    assert_eq!(said.len(), 3, "of seven: at one, two and four");
    for secret in ["wharf-dev-secret", "15550001111", &good] {
        assert!(log.with(secret).is_empty());
    }
}

#[tokio::test]
async fn a_body_above_4_mib_is_refused() {
    let site = Site::start().await;
    let body = vec![b' '; 4 * 1024 * 1024 + 1];
    assert_eq!(site.webhook(&body).await.status, 413);
    let body = vec![b' '; 4 * 1024 * 1024];
    assert_eq!(site.webhook(&body).await.status, 200);
}

#[tokio::test]
async fn every_item_of_every_change_of_every_entry_arrives() {
    let site = Site::start().await;
    let change = |entry: u32, change: u32| {
        let id = |item: u32| format!("wamid.{entry}.{change}.{item}");
        let value = json!({"messaging_product": "whatsapp", "metadata": {"phone_number_id": NUMBER},
            "messages": [written(&id(1), "15550001111"), written(&id(2), "15550002222")],
            "statuses": [{"id": id(3), "status": "read", "timestamp": "1700000000"}]});
        json!({"field": "messages", "value": value})
    };
    let entry = |entry: u32| json!({"id": "2", "changes": [change(entry, 1), change(entry, 2), change(entry, 3)]});
    let body =
        json!({"object": "whatsapp_business_account", "entry": [entry(1), entry(2)]}).to_string();
    // The platform repeats itself.
    assert_eq!(site.webhook(&body).await.status, 200);
    assert_eq!(site.webhook(&body).await.status, 200);
    until("all are indexed", async || site.rows("events").await.len() == 18).await;
    let events = site.rows("events").await;
    let items: std::collections::BTreeSet<_> =
        events.iter().map(|event| event["item"].as_str().unwrap().to_owned()).collect();
    assert_eq!(items.len(), 18);
    let numbers: Vec<_> = events.iter().map(|event| event["seq"].as_i64().unwrap()).collect();
    assert_eq!(numbers, (1..=18).collect::<Vec<_>>());
    assert!(!site.api("/api/events").await.to_string().contains("15550001111"));
}

#[tokio::test]
async fn what_nobody_can_read_is_kept_and_its_neighbours_are_unharmed() {
    let site = Site::start().await;
    let hologram = json!({"id": "wamid.H", "from": "15550001111", "timestamp": "1700000000",
        "type": "hologram", "hologram": {}});
    let body = arrival(&json!([7, hologram, written("wamid.G", "15550001111")]), &json!([]));
    for body in [body.as_bytes(), b"\xff\xfe", b"[[[[", b"", b"{\"object\":\"page\"}"] {
        assert_eq!(site.webhook(body).await.status, 200, "{body:?}");
    }
    until("all are indexed", async || site.rows("events").await.len() >= 6).await;
    let events = site.rows("events").await;
    let good: Vec<_> = events.iter().filter(|event| event["unread"].is_null()).collect();
    assert_eq!(good.len(), 1, "{events:?}");
    assert_eq!(good[0]["item"], "wamid.G");
}
