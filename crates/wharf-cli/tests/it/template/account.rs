//! What one does with the templates of an account.

use serde_json::json;

use super::{Emulated, fed, fits};
use crate::program::{run, wharf};

const WRONG: &str = r#"{"name": "Order", "language": "en_US", "category": "UTILITY", "components": [
    {"type": "BODY", "text": "{{1}} is ready."}]}"#;

#[test]
fn they_are_listed_for_people_and_for_scripts() {
    let emulated = Emulated::start();
    let (stdout, stderr, code) = emulated.template(&["list"]);
    assert_eq!((code, stderr.as_str()), (0, ""));
    fits(&stdout);
    assert_eq!(
        stdout,
        "NAME          LANGUAGE  CATEGORY  STATUS    QUALITY\n\
         hello_world   en_US     UTILITY   APPROVED  UNKNOWN\n\
         order_update  en_US     UTILITY   APPROVED  UNKNOWN\n\n2 templates\n"
    );
    let nodes = emulated.lines(&["list", "--status", "approved", "--name", "order_update"]);
    assert_eq!(nodes.len(), 1);
    assert_eq!(nodes[0]["components"][0]["type"], "BODY");
    assert_eq!(emulated.template(&["list", "--status", "paused"]).0, "no templates\n");
}

#[test]
fn one_is_shown_with_what_a_send_gives() {
    let emulated = Emulated::start();
    let (stdout, _, code) = emulated.template(&["show", "order_update"]);
    assert_eq!(code, 0);
    fits(&stdout);
    for text in ["Hi {{1}}, your order {{2}} is on its way.", "body {{2}}: text", "url “Track it”"]
    {
        assert!(stdout.contains(text), "{text}: {stdout}");
    }
    fits(&emulated.template(&["show", "hello_world"]).0);
    assert_eq!(emulated.template(&["show", "300000000000002"]).0, stdout);
    assert_eq!(emulated.lines(&["show", "order_update"])[0]["id"], "300000000000002");

    let (_, stderr, code) = emulated.template(&["show", "order_up"]);
    assert_eq!(code, 1);
    assert!(stderr.contains("there is no template order_up"), "{stderr}");
    let (_, stderr, _) = emulated.template(&["show", "order_update", "--language", "de"]);
    assert!(stderr.contains("--language: order_update is not there") && stderr.contains("en_US"));
}

#[test]
fn a_definition_that_would_be_refused_is_not_sent() {
    // Nobody is asked: there is no account, and nobody to ask.
    let (stdout, stderr, code) = fed(wharf().args(["template", "create", "-"]), WRONG);
    assert_eq!((code, stdout.as_str()), (2, ""));
    assert!(
        stderr.contains("stdin: name: ") && stderr.contains("stdin: components[0]"),
        "{stderr}"
    );
    let (_, stderr, code) = fed(wharf().args(["--json", "template", "create", "-"]), WRONG);
    assert_eq!(code, 2);
    let error: serde_json::Value = serde_json::from_str(&stderr).unwrap();
    let message = error["error"]["message"].as_str().unwrap();
    assert!(message.lines().count() > 2 && !message.contains("wharf:"), "{message}");
    let violations = error["error"]["violations"].as_array().unwrap();
    assert_eq!(violations[0]["path"], "name");
    assert!(violations.iter().any(|one| one["code"] == 2_388_299), "{violations:?}");

    for (text, says) in [("{", "is no JSON"), ("[]", "a JSON object is expected"), ("{}", "name")] {
        let (_, stderr, code) = fed(wharf().args(["template", "create", "-"]), text);
        assert_eq!(code, 2, "{stderr}");
        assert!(stderr.contains(says), "{stderr}");
    }
}

#[test]
fn one_is_created_changed_unpaused_and_deleted() {
    let emulated = Emulated::start();
    let definition = |text: &str, language: &str| {
        json!({"name": "hello", "language": language, "category": "UTILITY", "foo": 1,
            "components": [{"type": "BODY", "text": text}]})
        .to_string()
    };
    for language in ["en_US", "de"] {
        let mut create = emulated.wharf();
        create.args(["template", "create", "-"]);
        let (stdout, stderr, code) = fed(&mut create, &definition("Hello.", language));
        assert_eq!(code, 0, "{stderr}");
        assert!(
            stdout.starts_with(&format!("created: hello {language}, PENDING, id ")),
            "{stdout}"
        );
        assert!(stderr.contains("foo: is no field"), "{stderr}");
    }
    emulated.decide("hello", "APPROVED");

    let edit = |flags: &[&str], text: &str| {
        let mut command = emulated.wharf();
        fed(command.args(["template", "edit", "hello", "-"]).args(flags), text)
    };
    let body = json!({"components": [{"type": "BODY", "text": "Hello again."}]}).to_string();
    let (_, stderr, code) = edit(&[], &body);
    assert_eq!(code, 2);
    assert!(stderr.contains("--language (de, en_US)"), "{stderr}");
    let (_, stderr, code) = edit(&["--language", "de"], r#"{"name": "other"}"#);
    assert_eq!(code, 2);
    assert!(stderr.contains("name: is another one"), "{stderr}");
    let empty = r#"{"components": [{"type": "BODY", "text": ""}]}"#;
    let (_, stderr, code) = edit(&["--language", "de"], empty);
    assert_eq!(code, 2);
    assert!(stderr.contains("components[0].text: must not be empty"), "{stderr}");
    let (stdout, stderr, code) = edit(&["--language", "de"], &body);
    assert_eq!(code, 0, "{stderr}");
    assert_eq!(stdout, "changed: hello; the platform reviews it again\n");

    let (_, stderr, code) = emulated.template(&["unpause", "hello", "--language", "en_US"]);
    assert_eq!(
        (code, stderr.as_str()),
        (1, "wharf: hello is not unpaused: the template is not paused\n")
    );
    emulated.decide("hello", "PAUSED");
    let (_, stderr, _) = emulated.template(&["unpause", "hello", "--language", "en_US"]);
    assert!(stderr.contains("less than 5 minutes ago"), "{stderr}");
    emulated.minutes_later(5);
    let unpaused = emulated.template(&["unpause", "hello", "--language", "en_US"]);
    assert_eq!(unpaused.0, "hello can be sent again\n");

    let (_, stderr, code) = emulated.template(&["delete", "hello"]);
    assert_eq!(code, 2);
    assert!(stderr.contains("--yes"), "{stderr}");
    let deleted = emulated.template(&["delete", "hello", "--language", "de", "--yes"]);
    assert_eq!(deleted.0, "deleted: hello (de)\n", "{}", deleted.1);
    assert_eq!(emulated.lines(&["show", "hello"]).len(), 1);
    let deleted = emulated.lines(&["delete", "hello", "-y"]);
    assert_eq!(deleted[0]["languages"], json!(["en_US"]));
    assert_eq!(emulated.template(&["show", "hello"]).2, 1);
}

#[test]
fn a_set_of_languages_is_checked_in_each() {
    let upsert = |languages: &str, category: &str| {
        let text = format!(
            r#"{{"name": "sign_in", "languages": {languages}, "category": "{category}", "components": [
                {{"type": "BODY"}}, {{"type": "BUTTONS", "buttons": [{{"type": "QUICK_REPLY", "text": "x"}}]}}]}}"#
        );
        let (_, stderr, code) = fed(wharf().args(["template", "upsert", "-"]), &text);
        assert_eq!(code, 2, "{stderr}");
        stderr
    };
    assert!(upsert("[]", "AUTHENTICATION").contains("languages: at least one"));
    assert!(upsert(r#"["de"]"#, "UTILITY").contains("must be AUTHENTICATION"));
    let said = upsert(r#"["de", "xx_YY", "fr"]"#, "AUTHENTICATION");
    assert!(said.contains("languages[1]"), "{said}");
    assert_eq!(
        said.matches("components").count(),
        said.matches("stdin: components").count(),
        "{said}"
    );
}

#[test]
fn what_is_missing_is_named() {
    let (_, stderr, code) = run(wharf().args(["template", "list"]));
    assert_eq!(code, 2);
    assert!(
        stderr.contains("WHATSAPP_BUSINESS_ACCOUNT_ID") && stderr.contains("--account"),
        "{stderr}"
    );
    let (_, stderr, code) = run(wharf()
        .args(["template", "migrate", "--from", "1", "--account", "1"])
        .env("WHATSAPP_ACCESS_TOKEN", "x"));
    assert_eq!(code, 2);
    assert!(stderr.contains("--from: is the account"), "{stderr}");
    let (_, stderr, code) = run(wharf().args(["template", "compare", "a", "b", "--days", "8"]));
    assert_eq!(code, 2);
    assert!(stderr.contains("7, 30, 60, 90"), "{stderr}");
}
