//! `kill -9` in the middle of everything, twenty times: nothing acknowledged is lost, nothing is sent twice.

mod platform;

use std::{
    collections::{BTreeMap, BTreeSet},
    process::Command,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicU32, Ordering},
    },
    thread,
    time::Duration,
};

use serde_json::{Value, json};

use self::platform::{NUMBER, Platform};
use crate::{
    http,
    program::{Running, until, wharf},
};

const KILLS: u32 = 20;
const KEY: &str = "a key of the test";

/// What was acknowledged by the gateway.
#[derive(Debug, Default)]
struct Ledger {
    /// Our id of each send, by its text.
    sends: Mutex<BTreeMap<String, String>>,
    /// The ids of the messages in webhooks that were answered 200.
    events: Mutex<BTreeSet<String>>,
    next: AtomicU32,
    stop: AtomicBool,
}

impl Ledger {
    fn acknowledged(&self) -> usize {
        self.sends.lock().unwrap().len()
    }

    /// Whether webhooks are far ahead of sends, which take more steps.
    fn webhooks_are_ahead(&self) -> bool {
        self.events.lock().unwrap().len() > 10 * self.acknowledged() + 30
    }

    fn next(&self) -> u32 {
        self.next.fetch_add(1, Ordering::Relaxed)
    }

    fn goes_on(&self) -> bool {
        !self.stop.load(Ordering::Relaxed)
    }
}

/// Sends one message after another. One without an answer is sent again under the same key, as an app does.
fn send_on(ledger: &Ledger, gateway: &str) {
    let url = format!("{gateway}/v25.0/{NUMBER}/messages");
    let bearer = format!("Bearer {KEY}");
    while ledger.goes_on() {
        let number = ledger.next();
        let text = format!("message {number}");
        let body = json!({"messaging_product": "whatsapp", "to": format!("+1555{number:07}"), "type": "text",
            "text": {"body": text}, "biz_opaque_callback_data": text})
        .to_string();
        let mut headers = vec![
            ("Authorization", bearer.as_str()),
            ("Idempotency-Key", &text),
            ("Content-Type", "application/json"),
        ];
        if !number.is_multiple_of(4) {
            headers.push(("Prefer", "respond-async"));
        }
        while ledger.goes_on() {
            let Some((200, head, _)) = http::request("POST", &url, &headers, body.as_bytes())
            else {
                thread::park_timeout(Duration::from_millis(5));
                continue;
            };
            let id = head.lines().find_map(|line| line.strip_prefix("x-wharf-send: ")).unwrap();
            ledger.sends.lock().unwrap().insert(text, id.to_owned());
            break;
        }
    }
}

/// Calls the webhook as the platform does: again, until it is answered 200.
fn write_on(ledger: &Ledger, gateway: &str) {
    while ledger.goes_on() {
        let ids: BTreeSet<String> = (0..3).map(|_| format!("wamid.in.{}", ledger.next())).collect();
        let messages = ids.iter().map(|id| {
            json!({"id": id, "from": "15550001111", "timestamp": "1700000000", "type": "text", "text": {"body": "hi"}})
        });
        let messages: Vec<Value> = messages.collect();
        while ledger.goes_on() {
            if !ledger.webhooks_are_ahead()
                && platform::call_webhook(gateway, &json!({"messages": messages}))
            {
                ledger.events.lock().unwrap().extend(ids);
                break;
            }
            thread::park_timeout(Duration::from_millis(5));
        }
    }
}

fn gateway(folder: &std::path::Path, platform: &Platform, listen: [&str; 2]) -> Running {
    let mut command: Command = wharf();
    command
        .args(["--json", "gateway", "--listen", listen[0], "--api-listen", listen[1]])
        .env("WHARF_UPSTREAM_URL", platform.url())
        .env("WHARF_STORE", folder.join("wharf.db"))
        .env("WHARF_APP_KEY", KEY)
        .env("WHATSAPP_ACCESS_TOKEN", "platform-token")
        .env("WHATSAPP_APP_SECRET", platform::SECRET)
        .env("WHATSAPP_VERIFY_TOKEN", "v")
        .env("WHATSAPP_PHONE_NUMBER_ID", NUMBER)
        // A killed gateway leaves warnings about what it found.
        .env("WHARF_LOG", "off");
    Running::start(&mut command)
}

#[test]
fn twenty_kills_lose_nothing_and_double_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let platform = Platform::start();
    let mut running = gateway(folder.path(), &platform, ["127.0.0.1:0", "127.0.0.1:0"]);
    let (url, api) = (running.url("gateway").to_owned(), running.url("api").to_owned());
    let address = |url: &str| url.strip_prefix("http://").unwrap().to_owned();
    let (listen, api_listen) = (address(&url), address(&api));
    platform.tells(&url);

    let ledger = Arc::<Ledger>::default();
    let work: [fn(&Ledger, &str); 6] = [send_on, send_on, send_on, send_on, write_on, write_on];
    let workers = work.map(|work| {
        let (ledger, url) = (Arc::clone(&ledger), url.clone());
        thread::spawn(move || work(&ledger, &url))
    });
    for kill in 0..KILLS {
        // Between 1 and 40 acknowledged sends after the start, in no order.
        let more = usize::try_from(kill * 17 % 40 + 1).unwrap();
        let enough = ledger.acknowledged() + more;
        until("the gateway acknowledges", || (ledger.acknowledged() >= enough).then_some(()));
        // SIGKILL.
        running.child.kill().unwrap();
        running.child.wait().unwrap();
        running = gateway(folder.path(), &platform, [&listen, &api_listen]);
    }
    let enough = ledger.acknowledged() + 20;
    until("the gateway works after the last kill", || {
        (ledger.acknowledged() >= enough).then_some(())
    });
    ledger.stop.store(true, Ordering::Relaxed);
    for worker in workers {
        worker.join().unwrap();
    }
    check_sends(&ledger, &platform, &api);
    check_events(&ledger, &api);
    assert_eq!(running.stop(), Some(0));
}

/// Every acknowledged send is there, none was sent twice, and what the platform has is known to be there.
fn check_sends(ledger: &Ledger, platform: &Platform, api: &str) {
    let rows = || {
        let sends = http::json(&format!("{api}/api/sends?limit=10000"))?;
        let rows = sends["data"].as_array()?.iter();
        Some(
            rows.map(|row| (row["id"].as_str().unwrap().to_owned(), row.clone()))
                .collect::<BTreeMap<_, _>>(),
        )
    };
    let rows = until("nothing waits, and all that the platform has is known", || {
        let rows = rows()?;
        let waits = rows.values().any(|row| row["state"] == "queued" || row["state"] == "sending");
        let known: BTreeSet<_> = rows.values().filter_map(|row| row["wamid"].as_str()).collect();
        let all_known =
            platform.accepted().values().flatten().all(|wamid| known.contains(wamid.as_str()));
        (!waits && all_known).then_some(rows)
    });
    let sends = ledger.sends.lock().unwrap();
    let ids: BTreeSet<_> = sends.values().collect();
    assert_eq!(ids.len(), sends.len(), "two texts share a send");
    for (text, id) in &*sends {
        assert!(rows.contains_key(id), "{text} was acknowledged as {id} and is lost");
        assert_eq!(rows[id]["callback_data"], **text);
    }
    let accepted = platform.accepted();
    for (text, wamids) in &accepted {
        assert_eq!(wamids.len(), 1, "{text} was sent twice");
    }
    // Whatever is neither settled nor known to be with the platform was under way when a kill came.
    for (id, row) in &rows {
        let has_it = accepted.contains_key(row["callback_data"].as_str().unwrap());
        let unknown = row["state"] == "unknown";
        assert_ne!(has_it, unknown, "{id} {row}");
    }
    assert!(accepted.len() > 200, "{} are too few to tell", accepted.len());
}

/// Every acknowledged event is there, once.
fn check_events(ledger: &Ledger, api: &str) {
    let events = ledger.events.lock().unwrap();
    until("every acknowledged event is indexed, once", || {
        let kept = http::json(&format!("{api}/api/events?limit=10000"))?;
        let items = kept["data"].as_array()?.iter().filter(|row| row["kind"] == "message.text");
        let items: Vec<_> = items.filter_map(|row| row["item"].as_str()).collect();
        let once: BTreeSet<_> = items.iter().copied().collect();
        assert_eq!(items.len(), once.len(), "an event is there twice");
        events.iter().all(|id| once.contains(id.as_str())).then_some(())
    });
    assert!(events.len() > 200, "{} are too few to tell", events.len());
}
