//! What the emulator does not do: a platform made of sentences.

use serde_json::{Value, json};

use super::{ACCOUNT, APP, Found, NUMBER, environment};
use crate::{
    fake::{Asked, Fake, Reply, json as answer},
    program::wharf,
};

/// 2100: no test of ours lives that long.
const FAR: i64 = 4_102_444_800;

/// A platform where all is well, but for what `change` makes of an answer: by the path, the JSON.
fn check(change: fn(&str, &mut Value), level: &str, check: &str, says: &str) {
    found(move |asked| {
        let path = asked.path.split('?').next().unwrap_or_default().trim_start_matches("/v25.0");
        let path = path.trim_start_matches('/');
        let mut said = well(path);
        change(path, &mut said);
        let status = if said.get("error").is_some() { 400 } else { 200 };
        (status, answer(&said).1, answer(&said).2)
    })
    .assert(check, level, says);
}

fn found(platform: impl Fn(&Asked) -> Reply + Send + 'static) -> Found {
    let platform = Fake::start(platform);
    let mut command = wharf();
    Found::by(command.envs(environment(&platform.url)), &["--no-webhook"])
}

fn well(path: &str) -> Value {
    let (subscribed, subscriptions) =
        (format!("{ACCOUNT}/subscribed_apps"), format!("{APP}/subscriptions"));
    match path {
        "debug_token" => json!({"data": {
            "app_id": APP, "application": "Coffee", "type": "SYSTEM_USER", "is_valid": true, "expires_at": FAR,
            "scopes": ["whatsapp_business_messaging", "whatsapp_business_management"],
        }}),
        NUMBER => json!({
            "id": NUMBER, "verified_name": "Coffee", "status": "CONNECTED", "is_pin_enabled": true,
            "webhook_configuration": {"application": "https://example.com/webhook"},
        }),
        ACCOUNT => json!({"id": ACCOUNT, "name": "Coffee"}),
        _ if path == subscribed => {
            json!({"data": [{"whatsapp_business_api_data": {"id": APP, "name": "Coffee"}}]})
        }
        _ if path == subscriptions => json!({"data": [{
            "object": "whatsapp_business_account", "callback_url": "https://example.com/webhook",
            "active": true, "fields": [{"name": "messages"}],
        }]}),
        "" => json!({"error": {"code": 2500, "message": "Unknown path components"}}),
        _ => json!({"data": [{"id": NUMBER}]}),
    }
}

/// A change of what is said at one path.
macro_rules! at {
    ($path:expr, $pointer:literal = $value:tt) => {
        |path: &str, said: &mut Value| {
            if path == $path {
                *said.pointer_mut($pointer).unwrap() = json!($value);
            }
        }
    };
    ($path:expr, + $more:tt) => {
        |path: &str, said: &mut Value| {
            if path == $path {
                said.as_object_mut().unwrap().extend(json!($more).as_object().unwrap().clone());
            }
        }
    };
}

#[test]
fn when_all_is_well_there_is_no_danger() {
    found(|asked| {
        let path = asked.path.split('?').next().unwrap_or_default();
        answer(&well(path.trim_start_matches("/v25.0").trim_start_matches('/')))
    })
    .assert_healthy();
}

#[test]
fn a_token_that_ends_or_may_too_little_is_found() {
    const TOKEN: &str = "debug_token";
    check(at!(TOKEN, "/data/expires_at" = 1_000_000_000), "danger", "token", "it has ended");
    check(at!(TOKEN, "/data/is_valid" = false), "danger", "token", "not valid");
    check(
        at!(TOKEN, "/data/scopes" = ["whatsapp_business_management"]),
        "danger",
        "token",
        "lacks whatsapp_business_messaging",
    );
    check(
        at!(TOKEN, "/data/scopes" = ["whatsapp_business_messaging"]),
        "warning",
        "token",
        "lacks whatsapp_business_management",
    );
    check(
        at!(TOKEN, "/data" = {
            "is_valid": true, "scopes": ["whatsapp_business_messaging", "whatsapp_business_management"],
            "granular_scopes": [{"scope": "whatsapp_business_messaging", "target_ids": ["9"]}],
        }),
        "danger",
        "token",
        "for other accounts",
    );
}

#[test]
fn a_number_in_trouble_is_found() {
    check(at!(NUMBER, "/status" = "BANNED"), "danger", "number", "is banned");
    check(at!(NUMBER, "/status" = "FLAGGED"), "warning", "number", "is flagged");
    check(at!(NUMBER, "/status" = "RESTRICTED"), "danger", "number", "reached a limit");
    check(at!(NUMBER, "/status" = "SOMETHING_NEW"), "note", "number", "SOMETHING_NEW");
    check(at!(NUMBER, + {"name_status": "DECLINED"}), "warning", "number", "name was refused");
    check(at!(NUMBER, + {"name_status": "PENDING_REVIEW"}), "note", "number", "under review");
    check(at!(NUMBER, "/id" = "9"), "warning", "number", "of another account");
}

#[test]
fn what_the_platform_says_about_health_is_handed_on() {
    check(
        at!(ACCOUNT, + {"health_status": {"can_send_message": "BLOCKED", "entities": [{
            "entity_type": "BUSINESS", "id": "1", "can_send_message": "BLOCKED", "errors": [{
                "error_code": 141_006, "error_description": "No payment method", "possible_solution": "Add one",
            }],
        }]}}),
        "danger",
        "health",
        "No payment method (141006): because of the business, messages are blocked",
    );
    check(
        at!(NUMBER, + {"health_status": {"can_send_message": "LIMITED"}}),
        "warning",
        "health",
        "limited",
    );
    check(at!(ACCOUNT, + {"account_review_status": "REJECTED"}), "danger", "account", "refused");
}

#[test]
fn a_flow_key_from_before_the_registration_is_found() {
    check(
        |path, said| {
            if path.ends_with("whatsapp_business_encryption") {
                *said = json!({"data": [{"business_public_key_signature_status": "MISMATCH"}]});
            }
        },
        "warning",
        "flows",
        "cannot be opened",
    );
}

#[test]
fn another_app_that_is_subscribed_is_no_comfort() {
    check(
        |path, said| {
            if path.ends_with("subscribed_apps") {
                *said =
                    json!({"data": [{"whatsapp_business_api_data": {"id": "9", "name": "Tea"}}]});
            }
        },
        "danger",
        "subscription",
        "the token's app is not subscribed to the account; Tea is",
    );
}

#[test]
fn a_field_that_a_version_does_not_know_is_left_away() {
    found(|asked| {
        let path = asked.path.split('?').next().unwrap_or_default();
        let path = path.trim_start_matches("/v25.0").trim_start_matches('/');
        if asked.path.contains("new_name_status") {
            let message = "(#100) Tried accessing nonexisting field (new_name_status)";
            return (
                400,
                Vec::new(),
                json!({"error": {"code": 100, "message": message}}).to_string().into(),
            );
        }
        answer(&well(path))
    })
    .assert("pin", "ok", "two-step verification is on");
}

#[test]
fn an_app_that_insists_on_the_proof_of_its_secret_gets_it() {
    let platform = |asked: &Asked| {
        let path = asked.path.split('?').next().unwrap_or_default();
        let path = path.trim_start_matches("/v25.0").trim_start_matches('/');
        let proved = asked.path.contains("appsecret_proof=");
        if !proved && !path.is_empty() && !path.ends_with("subscriptions") {
            let message = "API calls from the server require an appsecret_proof argument";
            let error = json!({"error": {"code": 100, "message": message}});
            return (400, Vec::new(), error.to_string().into());
        }
        answer(&well(path))
    };
    found(platform).assert_healthy();
    let platform = Fake::start(platform);
    let mut command = wharf();
    command.envs(environment(&platform.url)).env_remove("WHATSAPP_APP_SECRET");
    let found = Found::by(&mut command, &["--no-webhook"]);
    found.assert("app", "danger", "no call without the proof");
    let dangers = found.findings.iter().filter(|finding| finding["level"] == "danger").count();
    assert_eq!(dangers, 1, "{:#?}", found.findings);
}

/// The platform describes a token to its app only.
fn shy(asked: &Asked) -> Reply {
    let path = asked.path.split('?').next().unwrap_or_default();
    let path = path.trim_start_matches("/v25.0").trim_start_matches('/');
    if path == "debug_token" && !asked.header("authorization").unwrap().contains('|') {
        let message = "(#100) You must provide an app access token, or one of an owner of the app";
        let error = json!({"error": {"code": 100, "message": message}});
        return (400, Vec::new(), error.to_string().into());
    }
    answer(&well(path))
}

#[test]
fn a_token_that_is_described_to_its_app_only_is_asked_about_in_the_apps_name() {
    let platform = Fake::start(shy);
    let doctor = |app: Option<&str>| {
        let mut command = wharf();
        command.envs(environment(&platform.url)).envs(app.map(|app| ("WHATSAPP_APP_ID", app)));
        Found::by(&mut command, &["--no-webhook"])
    };
    let found = doctor(None);
    found.assert_healthy();
    found.assert("token", "note", "calls go through");
    let found = doctor(Some(APP));
    found.assert_healthy();
    found.assert("token", "ok", "good (SYSTEM_USER of Coffee)");
    doctor(Some("9")).assert("token", "danger", "another app than WHATSAPP_APP_ID");
}

#[test]
fn a_clock_that_is_wrong_and_a_version_that_is_not_served_are_warnings() {
    let platform = |asked: &Asked| {
        let path = asked.path.split('?').next().unwrap_or_default();
        let (status, mut headers, body) =
            answer(&well(path.trim_start_matches("/v25.0").trim_start_matches('/')));
        headers.push("Date: Tue, 01 Jan 2030 00:00:00 GMT".to_owned());
        headers.push("facebook-api-version: v26.0".to_owned());
        (status, headers, body)
    };
    let found = found(platform);
    found.assert("clock", "warning", "behind the platform");
    found.assert("version", "warning", "answers as v26.0");
}

#[test]
fn something_else_at_the_base_url_does_not_end_the_program() {
    let found = found(|_| (200, Vec::new(), b"<html>hello</html>".into()));
    found.assert("token", "warning", "cannot be read");
    found.assert("app", "warning", "cannot be read");
    found.assert("number", "warning", "cannot be read");
}
