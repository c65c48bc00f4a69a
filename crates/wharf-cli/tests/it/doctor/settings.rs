//! Variables that are missing or cannot be right.

use super::{Found, Stage};
use crate::program::wharf;

const TOKEN: &str = "WHATSAPP_ACCESS_TOKEN";

#[test]
fn without_variables_it_says_what_to_set() {
    let mut command = wharf();
    let found = Found::by(command.env("WHATSAPP_GRAPH_URL", "http://127.0.0.1:9"), &[]);
    found.assert("environment", "danger", "WHATSAPP_ACCESS_TOKEN is not set");
}

#[test]
fn each_missing_variable_narrows_what_is_checked() {
    let stage = Stage::set();
    for (variable, check) in [
        ("WHATSAPP_ACCESS_TOKEN", "token"),
        ("WHATSAPP_PHONE_NUMBER_ID", "number"),
        ("WHATSAPP_BUSINESS_ACCOUNT_ID", "account"),
        ("WHATSAPP_APP_SECRET", "app"),
        ("WHATSAPP_VERIFY_TOKEN", "webhook"),
    ] {
        let url = format!("{}/webhook", stage.app.url);
        let mut command = stage.wharf();
        let found = Found::by(command.env_remove(variable), &["--webhook-url", &url]);
        found.assert(check, "note", &format!("not checked: {variable} is not set"));
    }
}

#[test]
fn what_cannot_be_right_is_said_without_showing_it() {
    let check = |variable: &str, value: &str, level: &str, says: &str| {
        let mut command = wharf();
        command.envs(super::environment("http://127.0.0.1:9")).env(variable, value);
        let found = Found::by(&mut command, &[]);
        found.assert("environment", level, says);
        let printed = format!("{:?}", found.findings);
        let secret = variable == TOKEN || variable == "RECIPIENT_NUMBER";
        assert!(!secret || !printed.contains(value), "{printed}");
    };
    check(TOKEN, "Bearer EAAGtoken", "danger", "begins with `Bearer `");
    check(TOKEN, "EAAG token in two", "danger", "characters that no token has");
    check(TOKEN, "\"EAAGtoken\"", "danger", "characters that no token has");
    check(TOKEN, "1234|secretofapp", "danger", "an app's own token");
    check(TOKEN, super::SECRET, "danger", "are the same");
    check("WHATSAPP_PHONE_NUMBER_ID", "+1 555 000 0000", "danger", "is not an id");
    check("WHATSAPP_PHONE_NUMBER_ID", super::ACCOUNT, "danger", "are the same");
    check("RECIPIENT_NUMBER", "alice-of-nowhere", "warning", "is not a phone number");
    check("WHATSAPP_GRAPH_URL", "graph.example", "danger", "is not a base URL");
    check("WHATSAPP_GRAPH_URL", "http://127.0.0.1:9/v25.0", "danger", "has a version in it");
    check("WHATSAPP_API_VERSION", "25", "danger", "is not a version");
}

#[test]
fn a_usage_that_contradicts_itself_is_refused() {
    let (_, stderr, code) =
        crate::program::run(wharf().args(["doctor", "--no-webhook", "--signed"]));
    assert_eq!(code, 2, "{stderr}");
}
