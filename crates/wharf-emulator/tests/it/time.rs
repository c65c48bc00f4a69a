//! What time does, with a clock of our own.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use serde_json::{Value, json};
use wharf_emulator::{Config, Delays, Emulator};
use wharf_model::time::{Clock, Timestamp};

use crate::{
    http::{ADA, NUMBER, call, get, send},
    receiver::Receiver,
};

/// A clock that stands still until it is moved.
#[derive(Debug)]
struct Hands(AtomicI64);

impl Hands {
    fn forward(&self, seconds: i64) {
        self.0.fetch_add(seconds, Ordering::SeqCst);
    }
}

impl Clock for Hands {
    fn now(&self) -> Timestamp {
        Timestamp::from_secs(self.0.load(Ordering::SeqCst))
    }
}

const MINUTE: i64 = 60;
const DAY: i64 = 24 * 60 * MINUTE;

async fn emulator() -> (Emulator, Arc<Hands>) {
    let hands = Arc::new(Hands(AtomicI64::new(1_790_000_000)));
    let mut config = Config::dev();
    config.delays = Delays::NONE;
    config.clock = Arc::clone(&hands) as Arc<dyn Clock>;
    (Emulator::start(config).await.unwrap(), hands)
}

fn text(body: &str) -> Value {
    json!({"messaging_product": "whatsapp", "to": ADA, "text": {"body": body}})
}

#[tokio::test]
async fn the_window_shuts_24_hours_after_a_person_wrote() {
    let (emulator, hands) = emulator().await;
    let mut app = Receiver::start(&[]).await;
    emulator.set_webhook(&app.url, "wharf-dev-verify").await.unwrap();
    assert_eq!(app.value().await["messages"][0]["timestamp"], "1790000000");
    hands.forward(DAY - 1);
    send(&emulator, &text("in time")).await;
    for progress in ["sent", "delivered", "read"] {
        assert_eq!(app.status().await["status"], progress);
    }
    hands.forward(1);
    send(&emulator, &text("too late")).await;
    let status = app.status().await;
    assert_eq!(
        (&status["status"], &status["errors"][0]["code"]),
        (&json!("failed"), &json!(131_047))
    );
    emulator.write("15550001111", "I am back").unwrap();
    app.value().await;
    send(&emulator, &text("in time again")).await;
    assert_eq!(app.status().await["status"], "sent");
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn urls_of_files_live_five_minutes_and_files_thirty_days() {
    let (emulator, hands) = emulator().await;
    let bearer = ("authorization", "Bearer wharf-dev");
    let form = "--cut\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\nwhatsapp\r\n--cut\r\n\
        Content-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\nx\r\n--cut--\r\n";
    let url = format!("{}/v25.0/{NUMBER}/media", emulator.url());
    let kind = ("content-type", "multipart/form-data; boundary=cut");
    let id =
        call("POST", &url, &[bearer, kind], form).await.json()["id"].as_str().unwrap().to_owned();
    let node = format!("/v25.0/{id}");

    let url = get(&emulator, &node).await.json()["url"].as_str().unwrap().to_owned();
    hands.forward(5 * MINUTE - 1);
    assert_eq!(call("GET", &url, &[bearer], "").await.status, 200);
    hands.forward(1);
    assert_eq!(call("GET", &url, &[bearer], "").await.status, 404);
    // Resolved again, it is there again.
    let url = get(&emulator, &node).await.json()["url"].as_str().unwrap().to_owned();
    assert_eq!(call("GET", &url, &[bearer], "").await.status, 200);
    hands.forward(30 * DAY);
    assert_eq!(get(&emulator, &node).await.json()["error"]["error_subcode"], 33);
    let document = json!({"messaging_product": "whatsapp", "to": ADA, "type": "document", "document": {"id": id}});
    assert_eq!(send(&emulator, &document).await.json()["error"]["code"], 131_009);
    emulator.stop().await;
}
