//! Every event runs at most one handler, at most once at a time.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicUsize, Ordering},
};

use tokio::sync::Notify;
use wharf::{
    prelude::*,
    webhook::{Claim, Memory, Rejected, Remembering},
};

use crate::helpers::{Heard, body, give, text, webhook};

fn one() -> Vec<u8> {
    body(&format!(r#""messages":[{}]"#, text("a", "one")))
}

#[tokio::test]
async fn two_copies_at_once_run_one_handler() {
    let (runs, go) = (Arc::new(AtomicUsize::new(0)), Arc::new(Notify::new()));
    let (counted, waited) = (Arc::clone(&runs), Arc::clone(&go));
    let webhook = webhook().on_text(move |_, _| {
        counted.fetch_add(1, Ordering::Relaxed);
        let waited = Arc::clone(&waited);
        async move { waited.notified().await }
    });
    let body = one();
    let first = give(&webhook, &body);
    let second = async {
        let rejected = give(&webhook, &body).await.unwrap_err();
        go.notify_one();
        rejected
    };
    let (first, rejected) = tokio::join!(first, second);
    first.unwrap();
    assert!(matches!(&rejected, Rejected::Failed(_)), "{rejected:?}");
    assert!(rejected.to_string().contains("already"), "{rejected}");
    give(&webhook, &body).await.unwrap();
    assert_eq!(runs.load(Ordering::Relaxed), 1);
}

#[tokio::test]
async fn a_handler_comes_to_its_end_when_the_sender_hangs_up() {
    let (heard, go) = (Heard::default(), Arc::new(Notify::new()));
    let (told, waited) = (heard.clone(), Arc::clone(&go));
    let webhook = webhook().on_text(move |_, _| {
        let (told, waited) = (told.clone(), Arc::clone(&waited));
        async move {
            told.hear("begun");
            waited.notified().await;
            told.hear("ended");
        }
    });
    let body = one();
    tokio::select! {
        biased;
        _ = give(&webhook, &body) => panic!("it cannot have ended"),
        () = async { while heard.all().is_empty() { tokio::task::yield_now().await } } => {}
    }
    go.notify_one();
    webhook.drain().await;
    assert_eq!(heard.all(), ["begun", "ended"]);
}

#[tokio::test]
async fn a_handler_that_panics_fails_alone() {
    let webhook = webhook().on_text(async |_: Context, text: String| assert_ne!(text, "one"));
    let items = format!(r#""messages":[{},{}]"#, text("a", "one"), text("b", "two"));
    let rejected = give(&webhook, &body(&items)).await.unwrap_err();
    assert_eq!(
        rejected.to_string(),
        "1 handlers failed; the first, of message.text: the handler panicked"
    );
}

/// A memory that never lets go, and writes down what it is asked.
#[derive(Debug, Default)]
struct Strict(Mutex<Vec<String>>);

impl Memory for Arced {
    fn claim<'m>(&'m self, key: &'m str) -> Remembering<'m, Claim> {
        Box::pin(async move {
            let mut asked = self.0.0.lock().unwrap();
            if asked.is_empty() {
                asked.push("away".to_owned());
                return Err("the database is away".into());
            }
            let claim = format!("claim {key}");
            if asked.contains(&claim) {
                return Ok(Claim::Done);
            }
            asked.push(claim);
            Ok(Claim::Ours)
        })
    }

    fn done<'m>(&'m self, key: &'m str) -> Remembering<'m, ()> {
        self.0.0.lock().unwrap().push(format!("done {key}"));
        Box::pin(async { Ok(()) })
    }

    fn release<'m>(&'m self, key: &'m str) -> Remembering<'m, ()> {
        self.0.0.lock().unwrap().push(format!("release {key}"));
        Box::pin(async { Ok(()) })
    }
}

#[derive(Clone, Debug, Default)]
struct Arced(Arc<Strict>);

#[tokio::test]
async fn a_memory_of_ones_own_decides() {
    let memory = Arced::default();
    let runs = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&runs);
    let webhook = webhook().memory(memory.clone()).on_text(move |_, _| {
        counted.fetch_add(1, Ordering::Relaxed);
        async { Err::<(), _>("it failed") }
    });
    // Without a memory, nothing runs.
    let rejected = give(&webhook, &one()).await.unwrap_err();
    assert!(rejected.to_string().contains("the database is away"), "{rejected}");
    assert_eq!(runs.load(Ordering::Relaxed), 0);
    // This one never lets go: a handler that failed does not run again.
    give(&webhook, &one()).await.unwrap_err();
    give(&webhook, &one()).await.unwrap();
    assert_eq!(runs.load(Ordering::Relaxed), 1);
    let asked = memory.0.0.lock().unwrap().clone();
    let key = "messages|1|a|text";
    assert_eq!(asked, ["away".to_owned(), format!("claim {key}"), format!("release {key}")]);
}
