//! A handler that fails is never silent.

use std::{env, error::Error, process::Command, time::Duration};

use tokio::task::{spawn_blocking, yield_now};
use wharf::{filter::text_is, prelude::*, webhook::Missed};

use crate::helpers::{Heard, body, give, text, webhook, write};

const PATIENCE: Duration = Duration::from_mins(5);

/// A router whose handlers fail in every way.
fn failing() -> Webhook {
    webhook()
        .on(text_is("panic"), async |_: Context, text: String| assert_eq!(text, "well"))
        .on(text_is("wait"), async |context: Context, _: String| {
            context.wait_for_reply(PATIENCE).await?;
            Ok::<_, Missed>(())
        })
        .on(text_is("fine"), async |_: Context, _: String| {})
        .on_text(async |context: Context, text: String| {
            let from = context.person().number().unwrap();
            Err::<(), _>(format!("cannot book {text} for {from}:\nthe database is away"))
        })
}

async fn fail(webhook: &Webhook, id: &str, words: &str) {
    let body = body(&format!(r#""messages":[{}]"#, text(id, words)));
    give(webhook, &body).await.unwrap_err();
}

#[tokio::test(start_paused = true)]
async fn a_hook_is_told_of_every_failure_once() {
    let heard = Heard::default();
    let told = heard.clone();
    let webhook = failing()
        .on_error(move |event, error| told.hear(format!("{}: {error}", event.item().unwrap())));
    write(&webhook, &text("a", "fine")).await;
    fail(&webhook, "b", "panic").await;
    fail(&webhook, "c", "my holidays").await;
    write(&webhook, &text("d", "wait")).await;
    tokio::time::advance(PATIENCE).await;
    while heard.all().len() < 3 {
        yield_now().await;
    }
    assert_eq!(
        heard.all(),
        [
            "b: the handler panicked",
            "c: cannot book my holidays for +15550001111:\nthe database is away",
            "d: it did not come in time"
        ]
    );
}

/// Runs one of the tests below in a process of its own; what it says on stderr.
async fn said(test: &str) -> String {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["--exact", "--ignored", "--nocapture", test]);
    let output = spawn_blocking(move || command.output().unwrap()).await.unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stderr).unwrap()
}

#[tokio::test]
async fn without_a_hook_and_without_a_subscriber_it_stands_on_stderr_in_one_line() {
    let said = said("on_error::everything_fails").await;
    let lines: Vec<_> = said.lines().filter(|line| line.starts_with("wharf: ")).collect();
    let again = "wharf: a webhook handler of message.text failed; the body will be repeated";
    assert_eq!(
        lines,
        [
            &format!("{again}: the handler panicked"),
            &format!("{again}: cannot book … for +…: the database is away"),
            "wharf: a webhook handler of message.text failed; it had waited, and does not run again: \
             the program is about to end"
        ]
    );
}

#[tokio::test]
async fn with_a_subscriber_it_is_logged_and_nothing_else() {
    let said = said("on_error::everything_fails_with_a_subscriber").await;
    assert!(!said.contains("wharf: "), "{said}");
    assert_eq!(said.matches("a webhook handler failed").count(), 3, "{said}");
}

#[tokio::test]
#[ignore = "runs in a process of its own"]
async fn everything_fails() -> Result<(), Box<dyn Error>> {
    let webhook = failing();
    fail(&webhook, "b", "panic").await;
    fail(&webhook, "c", "my holidays").await;
    write(&webhook, &text("d", "wait")).await;
    webhook.drain().await;
    Ok(())
}

#[test]
#[ignore = "runs in a process of its own"]
fn everything_fails_with_a_subscriber() -> Result<(), Box<dyn Error>> {
    tracing_subscriber::fmt().with_writer(std::io::stderr).init();
    everything_fails()
}
