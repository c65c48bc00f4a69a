//! What is no answer to a handler that waits: messages that come again, and messages from before the question.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use tokio::task::yield_now;
use wharf::{
    filter::{text_contains, text_is},
    prelude::*,
};

use crate::helpers::{ANN, Heard, body, give, text, webhook, write};

const PATIENCE: Duration = Duration::from_mins(5);

/// How the first cancellation fails.
#[derive(Clone, Copy)]
enum Failing {
    Error,
    Panic,
    PanicBeforeItRuns,
}

/// A shop that asks how many, and whose newsletter cannot be cancelled the first time.
fn shop(heard: &Heard, failing: Failing) -> Webhook {
    let [asked, cancelled, other] = [(); 3].map(|()| heard.clone());
    let runs = Arc::new(AtomicUsize::new(0));
    webhook()
        .on(text_is("order"), move |context: Context, _| {
            let asked = asked.clone();
            async move {
                let (_, reply) = context.wait_for_reply(PATIENCE).await?;
                asked.hear(format!("ordered {}", reply.text().unwrap()));
                Ok::<_, wharf::webhook::Missed>(())
            }
        })
        .on(text_contains("cancel"), move |_, text| {
            let first = runs.fetch_add(1, Ordering::Relaxed) == 0;
            assert!(!first || !matches!(failing, Failing::PanicBeforeItRuns), "no handler");
            let cancelled = cancelled.clone();
            async move {
                assert!(!first || !matches!(failing, Failing::Panic), "no handler");
                if first {
                    return Err("the database is away");
                }
                cancelled.hear(format!("handled {text}"));
                Ok(())
            }
        })
        .on_text(move |_, text| {
            other.hear(text);
            async {}
        })
}

async fn settle() {
    for _ in 0..50 {
        yield_now().await;
    }
}

fn at(id: &str, body: &str, secs: u32) -> String {
    format!(
        r#"{{"id":"{id}","from":"{ANN}","timestamp":"{secs}","type":"text","text":{{"body":"{body}"}}}}"#
    )
}

#[tokio::test(start_paused = true)]
async fn a_message_that_failed_and_comes_again_is_no_answer() {
    for failing in [Failing::Error, Failing::Panic, Failing::PanicBeforeItRuns] {
        let heard = Heard::default();
        let webhook = shop(&heard, failing);
        // All in the same second: only that it was here before tells it from an answer.
        let cancel = body(&format!(r#""messages":[{}]"#, text("a", "cancel my newsletter")));
        give(&webhook, &cancel).await.unwrap_err();
        write(&webhook, &text("b", "order")).await;
        give(&webhook, &cancel).await.unwrap();
        settle().await;
        assert_eq!(heard.all(), ["handled cancel my newsletter"]);
        write(&webhook, &text("c", "three")).await;
        settle().await;
        assert_eq!(heard.all(), ["handled cancel my newsletter", "ordered three"]);
    }
}

#[tokio::test(start_paused = true)]
async fn a_message_that_fails_more_than_once_is_no_answer_either() {
    let heard = Heard::default();
    let (asked, runs) = (heard.clone(), AtomicUsize::new(0));
    let webhook = webhook()
        .on(text_is("order"), move |context: Context, _| {
            let asked = asked.clone();
            async move {
                let (_, reply) = context.wait_for_reply(PATIENCE).await.unwrap();
                asked.hear(reply.text().unwrap());
            }
        })
        .on_text(move |_, _| {
            let run = runs.fetch_add(1, Ordering::Relaxed);
            async move { if run < 3 { Err("the database is away") } else { Ok(()) } }
        });
    let cancel = body(&format!(r#""messages":[{}]"#, text("a", "cancel")));
    give(&webhook, &cancel).await.unwrap_err();
    write(&webhook, &text("b", "order")).await;
    for _ in 0..2 {
        give(&webhook, &cancel).await.unwrap_err();
    }
    give(&webhook, &cancel).await.unwrap();
    write(&webhook, &text("c", "three")).await;
    settle().await;
    assert_eq!(heard.all(), ["three"]);
}

#[tokio::test(start_paused = true)]
async fn what_was_written_before_the_question_is_no_answer() {
    let heard = Heard::default();
    let webhook = shop(&heard, Failing::Error);
    write(&webhook, &at("a", "order", 100)).await;
    // Another process had it first, or the platform was late with it.
    write(&webhook, &at("b", "hello?", 99)).await;
    write(&webhook, &at("c", "three", 100)).await;
    settle().await;
    assert_eq!(heard.all(), ["hello?", "ordered three"]);
}

#[tokio::test(start_paused = true)]
async fn who_waits_outside_handlers_gets_nothing_that_was_there_before() {
    let heard = Heard::default();
    let webhook = shop(&heard, Failing::Error);
    let cancel = body(&format!(r#""messages":[{}]"#, text("a", "cancel")));
    give(&webhook, &cancel).await.unwrap_err();
    let watch = webhook.watch();
    let asking = watch.reply_of("+15550001111", PATIENCE);
    let writing = async {
        settle().await;
        give(&webhook, &cancel).await.unwrap();
        write(&webhook, &text("b", "here I am")).await;
    };
    let (reply, ()) = tokio::join!(asking, writing);
    assert_eq!(reply.unwrap().1.text(), Some("here I am"));
    assert_eq!(heard.all(), ["handled cancel"]);
}
