//! An emulator put into each bad state.

use serde_json::{Value, json};

use super::{ACCOUNT, APP, Found, NUMBER, SECRET, Stage, nothing};
use crate::{
    fake::{Fake, status},
    program::{Running, run},
};

const TOKEN: &str = "wharf-dev";

#[test]
fn a_healthy_world_has_no_danger_and_nothing_is_changed_in_it() {
    let stage = Stage::set();
    let found = stage.doctor();
    found.assert_healthy();
    for check in [
        "environment",
        "version",
        "clock",
        "token",
        "app",
        "number",
        "quality",
        "account",
        "health",
        "subscription",
        "webhook",
        "templates",
    ] {
        found.assert(check, "ok", "");
    }
    found.assert("pin", "warning", "no two-step PIN");
    let asked: Vec<_> = stage.asked().into_iter().map(|asked| asked.method).collect();
    assert_eq!(asked, ["GET", "GET", "POST"]);
}

#[test]
fn a_pin_makes_the_warning_go() {
    let stage = Stage::set();
    stage.graph("POST", NUMBER, TOKEN, &json!({"pin": "482913"}));
    stage.doctor().assert("pin", "ok", "two-step verification is on");
}

#[test]
fn through_a_gateway_the_same_is_seen_as_far_as_it_can_be() {
    let dev = Running::dev();
    let found = Found::by(&mut dev.wharf(), &["--gateway-api", dev.url("api")]);
    found.assert_healthy();
    found.assert("platform", "ok", "a Wharf gateway answers");
    found.assert("gateway", "ok", "ready");
    found.assert("token", "note", "its own token is good");
    found.assert("subscription", "ok", "/webhook");
    let mut wrong = dev.wharf();
    let found = Found::by(wrong.env("WHATSAPP_ACCESS_TOKEN", "nobodys-key-at-all"), &[]);
    found.assert("token", "danger", "it is refused");
}

#[test]
fn a_gateway_that_is_not_ready_is_a_danger() {
    let dev = Running::dev();
    let api = Fake::start(|_| (503, Vec::new(), b"the disk is full".into()));
    let found = Found::by(&mut dev.wharf(), &["--gateway-api", &api.url]);
    found.assert("gateway", "danger", "HTTP 503 the disk is full");
    assert_eq!(api.seen()[0].path, "/readyz");
}

#[test]
fn what_a_gateway_gave_up_is_a_warning() {
    let dev = Running::dev();
    let api = Fake::start(|asked| {
        let metrics = "# TYPE wharf_dead_letters gauge\nwharf_dead_letters 3\nwharf_sends{state=\"unknown\"} 0\n";
        let body = if asked.path == "/metrics" { metrics } else { "ready\n" };
        (200, Vec::new(), body.into())
    });
    let found = Found::by(&mut dev.wharf(), &["--gateway-api", &api.url]);
    found.assert("gateway", "ok", "ready");
    found.assert("gateway", "warning", "3 events were given up");
    let warnings = found.findings.iter().filter(|finding| finding["check"] == "gateway");
    assert_eq!(warnings.count(), 2, "{:#?}", found.findings);
}

#[test]
fn in_a_gateways_own_environment_its_platform_and_its_listener_are_known() {
    let (stage, dev) = (Stage::set(), Running::dev());
    let mut command = stage.wharf();
    let api = dev.url("api").trim_start_matches("http://").to_owned();
    command.env("WHARF_UPSTREAM_URL", stage.url()).env_remove("WHATSAPP_GRAPH_URL");
    let found = Found::by(command.env("WHARF_API_LISTEN", api), &[]);
    found.assert_healthy();
    found.assert("gateway", "ok", "ready");
    found.assert("token", "ok", "good");
}

#[test]
fn of_several_numbers_one_is_looked_at() {
    let stage = Stage::set();
    let mut command = stage.wharf();
    let found = Found::by(command.env("WHATSAPP_PHONE_NUMBER_ID", format!("{NUMBER},2")), &[]);
    found.assert("environment", "note", "the first is looked at");
    found.assert("number", "ok", "connected");
    let mut command = stage.wharf();
    let found = Found::by(&mut command, &["--number", "2"]);
    found.assert("number", "danger", "no such number");
}

#[test]
fn a_deregistered_number_can_neither_send_nor_receive() {
    let stage = Stage::set();
    stage.graph("POST", &format!("{NUMBER}/deregister"), TOKEN, &nothing());
    let found = stage.doctor();
    found.assert("number", "danger", "is not registered");
    found.assert("health", "danger", "blocked");
}

#[test]
fn a_revoked_token_is_said_once() {
    let stage = Stage::set();
    let mut command = stage.wharf();
    let found = Found::by(command.env("WHATSAPP_ACCESS_TOKEN", "revoked-token-of-old"), &[]);
    found.assert("token", "danger", "190");
    let dangers = found.findings.iter().filter(|finding| finding["level"] == "danger").count();
    assert_eq!(dangers, 1, "{:#?}", found.findings);
}

#[test]
fn another_apps_secret_is_found_out() {
    let stage = Stage::set();
    let mut command = stage.wharf();
    let found = Found::by(command.env("WHATSAPP_APP_SECRET", "secret-of-another-app"), &[]);
    found.assert("app", "danger", "is not the secret of the token's app");
}

#[test]
fn an_app_that_is_not_subscribed_hears_nothing() {
    let stage = Stage::set();
    stage.graph("DELETE", &format!("{ACCOUNT}/subscribed_apps"), TOKEN, &nothing());
    stage.doctor().assert("subscription", "danger", "no app is subscribed");
}

#[test]
fn an_app_without_the_field_messages_hears_no_message() {
    let stage = Stage::set();
    let body = json!({
        "object": "whatsapp_business_account", "callback_url": format!("{}/webhook", stage.app.url),
        "verify_token": "wharf-dev-verify", "fields": "message_template_status_update",
    });
    stage.graph("POST", &format!("{APP}/subscriptions"), &format!("{APP}|{SECRET}"), &body);
    stage.doctor().assert("app", "danger", "not subscribed to the field `messages`");
}

#[test]
fn an_override_is_where_messages_really_go() {
    let stage = Stage::set();
    let other = Fake::start(super::good_webhook);
    let body = json!({"webhook_configuration": {
        "override_callback_uri": format!("{}/mine?key=hidden", other.url), "verify_token": "wharf-dev-verify",
    }});
    stage.graph("POST", NUMBER, TOKEN, &body);
    let found = stage.doctor();
    found.assert("subscription", "note", "/mine, an override of the number; everything else to");
    found.assert("webhook", "ok", "/mine answers the handshake");
    assert!(!format!("{:?}", found.findings).contains("hidden"));
    let found =
        Found::by(&mut stage.wharf(), &["--webhook-url", &format!("{}/webhook", stage.app.url)]);
    found.assert("webhook", "warning", "messages go to");
}

#[test]
fn without_any_webhook_nothing_is_told() {
    let stage = Stage::set();
    let token = format!("{APP}|{SECRET}");
    stage.graph("DELETE", &format!("{APP}/subscriptions"), &token, &nothing());
    let found = stage.doctor();
    found.assert("app", "danger", "no webhook of its own");
    found.assert("subscription", "danger", "webhooks go nowhere");
    found.assert("webhook", "note", "not checked");
}

#[test]
fn low_quality_and_no_proof_of_ownership_are_warnings() {
    let stage = Stage::set();
    stage.control(
        &format!("numbers/{NUMBER}"),
        &json!({"quality_rating": "RED", "verified": false}),
    );
    let found = stage.doctor();
    found.assert("quality", "warning", "RED");
    found.assert("number", "warning", "nobody has proved to own it");
    assert_eq!(found.code, 0);
}

#[test]
fn templates_that_cannot_be_sent_are_named() {
    let stage = Stage::set();
    for event in ["PAUSED", "REJECTED", "DISABLED"] {
        stage.control("templates/hello_world", &json!({"event": event}));
        stage.doctor().assert(
            "templates",
            "note",
            &format!("{}: hello_world", event.to_lowercase()),
        );
    }
}

#[test]
fn an_id_of_nobody_is_told_from_a_number() {
    let stage = Stage::set();
    let mut command = stage.wharf();
    let found = Found::by(command.env("WHATSAPP_PHONE_NUMBER_ID", "123"), &[]);
    found.assert("number", "danger", "reaches no such number");
    let mut command = stage.wharf();
    let found = Found::by(command.env("WHATSAPP_BUSINESS_ACCOUNT_ID", "123"), &[]);
    found.assert("account", "warning", "the platform does not show it");
}

#[test]
fn a_version_that_is_over_is_a_danger() {
    let stage = Stage::set();
    let mut command = stage.wharf();
    let found = Found::by(command.env("WHATSAPP_API_VERSION", "v16.0"), &["--no-webhook"]);
    found.assert("version", "danger", "ended on 14 May 2025");
}

#[test]
fn people_get_a_table_of_80_columns() {
    let stage = Stage::set();
    let mut command = stage.wharf();
    let (stdout, stderr, code) =
        run(command.env("WHATSAPP_ACCESS_TOKEN", "revoked-token-of-old").arg("doctor"));
    assert_eq!(
        (code, stderr.trim()),
        (1, "wharf: 1 danger: messages would be lost, or could be forged")
    );
    assert!(stdout.contains("danger   token") || stdout.contains("danger  token"), "{stdout}");
    assert!(stdout.contains("→ make a new token"), "{stdout}");
    for line in stdout.lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
}

#[test]
fn nobody_at_the_base_url_is_a_danger_and_the_rest_is_left() {
    let gone = Fake::start(|_| status(200));
    let mut command = crate::program::wharf();
    command.envs(super::environment("http://127.0.0.1:9"));
    let found = Found::by(&mut command, &["--webhook-url", &gone.url]);
    found.assert("platform", "danger", "cannot be reached");
    let checks: Vec<&Value> = found.findings.iter().map(|finding| &finding["check"]).collect();
    assert!(!checks.contains(&&json!("number")), "{checks:?}");
    assert!(checks.contains(&&json!("webhook")), "{checks:?}");
}
