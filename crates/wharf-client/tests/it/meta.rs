use std::{
    fmt::Write as _,
    sync::{Arc, Mutex},
    time::Duration,
};

use tracing::{
    Event, Metadata, Subscriber,
    field::{Field, Visit},
    span,
};
use wharf_client::Meta;
use wharf_model::{
    id::PhoneNumberId,
    time::{Clock, Timestamp},
};

use crate::server::{Reply, SENT, Server, answer};

const HEADERS: [&str; 5] = [
    "facebook-api-version: v23.0",
    r#"x-app-usage: {"call_count":28,"total_cputime":25,"total_time":25}"#,
    r#"x-business-use-case-usage: {"102":[{"type":"whatsapp","call_count":101,"estimated_time_to_regain_access":9}]}"#,
    "x-fb-trace-id: Tr4ce",
    "retry-after: 7",
];

fn check(meta: &Meta) {
    assert_eq!(meta.api_version.as_deref(), Some("v23.0"));
    assert_eq!(meta.trace.as_deref(), Some("Tr4ce"));
    let percent: Vec<_> = meta.usage().iter().map(|usage| usage.percent).collect();
    assert_eq!(percent, [28, 101]);
    assert_eq!(meta.usage()[1].account.as_deref(), Some("102"));
    assert_eq!(meta.wait(), Some(Duration::from_secs(7)));
}

fn number() -> PhoneNumberId {
    PhoneNumberId::new("1").unwrap()
}

#[tokio::test]
async fn every_answer_and_every_error_says_who_answered() {
    let replies: [(&str, &str); 4] = [
        ("200 OK", SENT),
        ("400 Bad Request", r#"{"error":{"message":"no","code":80007}}"#),
        ("502 Bad Gateway", "<html>"),
        ("200 OK", "{}"),
    ];
    for (status, body) in replies {
        let server = Server::start(vec![answer(status, &HEADERS, body.as_bytes())]).await;
        let client = server.client();
        match client.number(number()).send("+15550001111", "hello").await {
            Ok(_) => assert_eq!(body, SENT),
            Err(error) => {
                check(error.meta().unwrap());
                assert_eq!(error.trace(), Some("Tr4ce"));
                let shown = error.to_string();
                for part in
                    ["v23.0", "28 % of the app's calls", "101 % of the calls of 102", "trace Tr4ce"]
                {
                    assert!(shown.contains(part), "{shown}");
                }
            }
        }
        let attempt = client.attempt_send("v25.0", &number(), "{}".into()).await;
        check(&attempt.meta);
    }
}

#[tokio::test]
async fn an_error_without_an_answer_has_nothing_beside_it() {
    let server = Server::start(vec![Reply::CloseRead]).await;
    let error = server.client().number(number()).info().await.unwrap_err();
    assert_eq!((error.meta(), error.trace()), (None, None));
    assert!(!error.to_string().contains('['), "{error}");
}

/// Writes down the fields of what is logged.
struct Logged(Arc<Mutex<String>>);

impl Visit for Logged {
    fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
        write!(self.0.lock().unwrap(), "{field}={value:?} ").unwrap();
    }
}

impl Subscriber for Logged {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("wharf_client")
    }

    fn new_span(&self, span: &span::Attributes<'_>) -> span::Id {
        span.record(&mut Self(Arc::clone(&self.0)));
        span::Id::from_u64(1)
    }

    fn event(&self, event: &Event<'_>) {
        event.record(&mut Self(Arc::clone(&self.0)));
    }

    fn record(&self, _: &span::Id, values: &span::Record<'_>) {
        values.record(&mut Self(Arc::clone(&self.0)));
    }

    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}
    fn enter(&self, _: &span::Id) {}
    fn exit(&self, _: &span::Id) {}
}

/// What is logged while this server is called.
async fn logged(reply: Reply) -> String {
    let server = Server::start(vec![reply]).await;
    let log = Arc::<Mutex<String>>::default();
    let _guard = tracing::subscriber::set_default(Logged(Arc::clone(&log)));
    let secret = wharf_webhook::AppSecret::new("s3cret").unwrap();
    let client = server.builder().app_secret(secret).build().unwrap();
    let sent = client.number(number()).send("+15550001111", "very private").await;
    let attempt = client.attempt_send("v25.0", &number(), "very private".into()).await;
    assert_eq!(attempt.wamid.is_some(), sent.is_ok());
    let log = log.lock().unwrap().clone();
    for secret in ["5550001111", "private", "t0ken", "s3cret", "appsecret_proof"] {
        assert!(!log.contains(secret), "{log}");
    }
    log
}

#[tokio::test]
async fn a_trace_of_the_program_names_version_usage_and_trace_and_no_person() {
    let log = logged(answer("200 OK", &HEADERS, SENT.as_bytes())).await;
    let parts = ["status=200", "api_version=\"v23.0\"", "call_count", "fbtrace_id=\"Tr4ce\""];
    for part in parts.into_iter().chain(["operation=\"SendMessage\"", "class=Accepted"]) {
        assert!(log.contains(part), "{part}: {log}");
    }
    // Once: all later answers say the same.
    assert_eq!(log.matches("another version").count(), 1, "{log}");
}

#[tokio::test]
async fn a_trace_of_the_program_names_what_failed() {
    let refusal =
        r#"{"error":{"message":"(#131030) +15550001111","code":131030,"fbtrace_id":"Own"}}"#;
    let log = logged(answer("400 Bad Request", &[], refusal.as_bytes())).await;
    for part in ["status=400", "class=Refused", "code=131030", "fbtrace_id=\"Own\""] {
        assert_eq!(log.matches(part).count(), 4, "span and event of both: {part}: {log}");
    }
    let log = logged(Reply::CloseRead).await;
    assert!(log.contains("class=AmbigHard") && log.contains("not answered"), "{log}");
    assert!(!log.contains("status="), "{log}");
}

#[tokio::test]
async fn a_version_that_was_not_asked_for_is_said() {
    let refusal = r#"{"error":{"message":"no","code":100}}"#;
    let server = Server::start(vec![answer("400 Bad Request", &HEADERS, refusal.as_bytes())]).await;
    let error = server.client().number(number()).info().await.unwrap_err();
    assert_eq!(error.meta().unwrap().other_version(), Some("v23.0"));
    assert!(error.to_string().contains("v23.0 served, v25.0 asked for"), "{error}");
    let attempt = server.client().attempt_send("v23.0", &number(), "{}".into()).await;
    assert_eq!(attempt.meta.other_version(), None);
    assert_eq!(attempt.meta.asked_version.as_deref(), Some("v23.0"));
}

#[derive(Debug)]
struct Stopped(i64);

impl Clock for Stopped {
    fn now(&self) -> Timestamp {
        Timestamp::from_secs(self.0)
    }
}

#[tokio::test]
async fn a_date_to_wait_for_is_counted_from_the_answers_own_date_or_from_our_clock() {
    const UNTIL: &str = "retry-after: Sun, 06 Nov 1994 08:49:37 GMT";
    const DATE: &str = "date: Sun, 06 Nov 1994 08:49:07 GMT";
    for (headers, wait) in [(&[UNTIL][..], 7), (&[UNTIL, DATE], 30)] {
        let body = br#"{"error":{"message":"no","code":80007}}"#;
        let server = Server::start(vec![answer("429 Too Many Requests", headers, body)]).await;
        let clock = Arc::new(Stopped(784_111_770));
        let client = server.builder().clock(clock).build().unwrap();
        let error = client.number(number()).info().await.unwrap_err();
        assert_eq!(error.meta().unwrap().wait(), Some(Duration::from_secs(wait)), "{headers:?}");
    }
}
