//! Webhooks that are not as they should be.

use super::{Found, Stage, good_webhook};
use crate::fake::{Asked, Fake, Reply, status};

fn check(answer: fn(&Asked) -> Reply, flags: &[&str], level: &str, says: &str) {
    let stage = Stage::set();
    let app = Fake::start(answer);
    let url = format!("{}/hook", app.url);
    let mut args = vec!["--webhook-url", url.as_str()];
    args.extend(flags);
    let found = Found::by(&mut stage.wharf(), &args);
    found.assert("webhook", level, says);
}

#[test]
fn another_verify_token_is_a_danger() {
    let stage = Stage::set();
    let mut command = stage.wharf();
    let found = Found::by(command.env("WHATSAPP_VERIFY_TOKEN", "not-what-the-app-has"), &[]);
    found.assert("webhook", "danger", "refuses the verify token (HTTP 403)");
}

#[test]
fn a_challenge_must_come_back_byte_for_byte() {
    check(
        |asked| match good_webhook(asked) {
            (200, headers, body) if asked.method == "GET" => {
                (200, headers, format!("\"{}\"", String::from_utf8_lossy(&body)).into())
            }
            other => other,
        },
        &[],
        "danger",
        "something else than the challenge",
    );
}

#[test]
fn whoever_takes_any_verify_token_is_warned() {
    check(
        |asked| {
            let challenge = asked.path.split("hub.challenge=").nth(1);
            let challenge = challenge.and_then(|rest| rest.split('&').next());
            challenge.map_or_else(|| status(401), |word| (200, Vec::new(), word.into()))
        },
        &[],
        "warning",
        "whatever the verify token",
    );
}

#[test]
fn whoever_takes_a_forged_body_is_in_danger() {
    check(
        |asked| if asked.method == "GET" { good_webhook(asked) } else { status(200) },
        &[],
        "danger",
        "takes a body with a wrong signature",
    );
}

#[test]
fn a_wrong_path_is_told_from_a_wrong_token() {
    check(|_| status(404), &[], "danger", "HTTP 404 instead of 200");
}

#[test]
fn a_signed_body_is_sent_only_when_asked_for() {
    let stage = Stage::set();
    let posts = |stage: &Stage| {
        stage.asked().into_iter().filter(|asked| asked.method == "POST").collect::<Vec<_>>()
    };
    stage.doctor().assert("webhook", "ok", "turns a wrong signature away (HTTP 401)");
    assert_eq!(posts(&stage).len(), 1);
    let found = Found::by(&mut stage.wharf(), &["--signed"]);
    found.assert("webhook", "ok", "takes a body that is signed");
    assert_eq!(posts(&stage).len(), 3);
    for asked in posts(&stage) {
        assert_eq!(asked.header("authorization"), None);
    }
}

#[test]
fn an_app_with_another_secret_refuses_what_the_platform_signs() {
    check(
        |asked| if asked.method == "GET" { good_webhook(asked) } else { status(401) },
        &["--signed"],
        "danger",
        "refuses a body that is signed with WHATSAPP_APP_SECRET (HTTP 401)",
    );
}

#[test]
fn nobody_at_the_webhook_is_a_danger() {
    let stage = Stage::set();
    let found = Found::by(&mut stage.wharf(), &["--webhook-url", "http://127.0.0.1:9/webhook"]);
    found.assert("webhook", "danger", "does not answer");
}
