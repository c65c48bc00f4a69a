//! `wharf flow`: from a file to a flow that can be sent, and the keys of its endpoint.

use std::{fs, os::unix::fs::PermissionsExt as _, path::Path, process::Command};

use serde_json::{Value, json};
use tempfile::TempDir;
use wharf::flows::{FlowAnswer, FlowKey};

use crate::{
    fake::{self, Asked, Fake, Reply},
    program::{Running, run, wharf},
};

/// A platform that answers all with this.
fn platform(answer: impl Fn(&Asked) -> Value + Send + 'static) -> Fake {
    Fake::start(move |asked| {
        let said = answer(asked);
        let (status, headers, body): Reply = fake::json(&said);
        (if said.get("error").is_some() { 400 } else { status }, headers, body)
    })
}

fn flow(url: &str, args: &[&str]) -> Command {
    let mut command = wharf();
    command
        .env("WHATSAPP_GRAPH_URL", url)
        .env("WHATSAPP_ACCESS_TOKEN", "some-token")
        .env("WHATSAPP_BUSINESS_ACCOUNT_ID", "2")
        .env("WHATSAPP_PHONE_NUMBER_ID", "1");
    command.arg("flow").args(args);
    command
}

fn ok(command: &mut Command) -> String {
    let (stdout, stderr, code) = run(command);
    assert_eq!((code, stderr.as_str()), (0, ""), "{stdout}");
    stdout
}

fn refused(command: &mut Command, code: i32, says: &str) -> String {
    let (stdout, stderr, given) = run(command);
    assert_eq!(given, code, "{stdout}{stderr}");
    assert!(stderr.contains(says), "{stderr}");
    stdout
}

fn file(text: &str) -> (TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("flow.json");
    fs::write(&path, text).unwrap();
    let path = path.to_str().unwrap().to_owned();
    (folder, path)
}

const WRONG: &str = "{\n  \"version\": \"9.9\",\n  \"screens\": []\n}\n";

fn errors() -> Value {
    json!([{
        "error": "INVALID_PROPERTY_VALUE", "error_type": "FLOW_JSON_ERROR", "message": "Unknown version 9.9",
        "line_start": 2, "line_end": 2, "column_start": 14, "column_end": 19,
    }])
}

#[test]
fn a_flow_is_created_with_its_json() {
    let platform = platform(|_| json!({"id": "77", "success": true, "validation_errors": []}));
    let (_folder, path) = file("{\"version\": \"7.3\"}");
    let args = ["create", "Book a table", "--category", "appointment-booking", "--file", &path];
    assert_eq!(ok(&mut flow(&platform.url, &args)), "77\n");
    let asked = &platform.seen()[0];
    assert_eq!((asked.method.as_str(), asked.path.as_str()), ("POST", "/v25.0/2/flows"));
    let body = String::from_utf8(asked.body.clone()).unwrap();
    assert!(body.contains("Book a table") && body.contains("APPOINTMENT_BOOKING"), "{body}");
    assert!(body.contains("{\"version\": \"7.3\"}"), "{body}");

    refused(
        &mut flow(&platform.url, &["create", "x", "--category", "lunch"]),
        2,
        "`lunch` is none of",
    );
    refused(&mut flow(&platform.url, &["create", "x"]), 2, "--category");
    assert_eq!(platform.seen().len(), 1);
}

#[test]
fn what_is_wrong_stands_below_its_line() {
    let platform =
        platform(|_| json!({"id": "77", "success": true, "validation_errors": errors()}));
    let (_folder, path) = file(WRONG);
    let shown = format!(
        "{path}:2:14: INVALID_PROPERTY_VALUE: Unknown version 9.9\n  2 |   \"version\": \"9.9\",\n    |              ^^^^^\n"
    );
    let said = refused(&mut flow(&platform.url, &["upload", "77", &path]), 1, "1 error");
    assert_eq!(said, shown);
    let args = ["create", "x", "--category", "OTHER", "--file", &path];
    let said =
        refused(&mut flow(&platform.url, &args), 1, "it was created, and cannot be published");
    assert_eq!(said, format!("77\n{shown}"));
    let said = refused(flow(&platform.url, &["upload", "77", &path]).arg("--json"), 1, "1 error");
    let said: Value = serde_json::from_str(&said).unwrap();
    assert_eq!(said["validation_errors"][0]["line_start"], 2);
}

#[test]
fn what_is_no_json_is_not_uploaded() {
    let platform = platform(|_| json!({"success": true}));
    let (_folder, path) = file("{\n  \"version\": 7.3,,\n}");
    refused(&mut flow(&platform.url, &["upload", "77", &path]), 2, ":2:18: is no JSON");
    refused(&mut flow(&platform.url, &["upload", "77", "nowhere.json"]), 1, "nowhere.json");
    assert!(platform.seen().is_empty());
    let (_folder, path) = file("{}");
    assert_eq!(
        ok(&mut flow(&platform.url, &["upload", "77", &path])),
        "uploaded: nothing is wrong with it\n"
    );
    let body = String::from_utf8(platform.seen()[0].body.clone()).unwrap();
    assert!(body.contains("FLOW_JSON") && body.contains("filename=\"flow.json\""), "{body}");
}

#[test]
fn the_json_of_a_flow_comes_back_and_is_not_written_over() {
    let platform = Fake::start(|asked| {
        if asked.path == "/flow.json" {
            // Anybody may fetch it, so nobody shows a token.
            assert_eq!(asked.header("authorization"), None);
            return (200, Vec::new(), WRONG.into());
        }
        let url = format!("http://{}/flow.json", asked.header("host").unwrap());
        fake::json(
            &json!({"data": [{"name": "flow.json", "asset_type": "FLOW_JSON", "download_url": url}]}),
        )
    });
    let folder = tempfile::tempdir().unwrap();
    let download = |args: &[&str]| {
        let mut command = flow(&platform.url, &["download", "77"]);
        command.current_dir(folder.path()).args(args);
        command
    };
    assert_eq!(ok(&mut download(&[])), "flow.json: 40 bytes\n");
    assert_eq!(fs::read_to_string(folder.path().join("flow.json")).unwrap(), WRONG);
    refused(&mut download(&[]), 2, "--force");
    ok(&mut download(&["--force"]));
    assert_eq!(ok(&mut download(&["-"])), WRONG);
    let empty = self::platform(|_| json!({"data": []}));
    refused(
        flow(&empty.url, &["download", "77", "x.json"]).current_dir(folder.path()),
        1,
        "no JSON yet",
    );
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn flows_are_listed_and_shown() {
    let one = json!({
        "id": "77", "name": "Book a table at the place around the corner where nobody ever waits for long",
        "status": "DRAFT", "categories": ["SURVEY", "OTHER"], "validation_errors": errors(),
        "json_version": "7.3", "endpoint_uri": "https://example.com/flow",
    });
    let platform = platform(move |asked| {
        if asked.path.starts_with("/v25.0/2/flows") { json!({"data": [one]}) } else { one.clone() }
    });
    let list = ok(&mut flow(&platform.url, &["list"]));
    assert!(list.starts_with("ID") && list.contains("77") && list.contains("DRAFT"), "{list}");
    assert!(list.lines().all(|line| line.chars().count() <= 80), "{list}");
    let shown = ok(&mut flow(&platform.url, &["show", "77"]));
    for text in
        ["SURVEY, OTHER", "https://example.com/flow", "flow.json:2:14: INVALID_PROPERTY_VALUE"]
    {
        assert!(shown.contains(text), "{shown}");
    }
    let shown = ok(flow(&platform.url, &["show", "77"]).arg("--json"));
    assert_eq!(serde_json::from_str::<Value>(&shown).unwrap()["json_version"], "7.3");
}

#[test]
fn a_flow_goes_its_way_from_draft_to_withdrawn() {
    let platform = platform(|_| json!({"success": true}));
    ok(&mut flow(&platform.url, &["edit", "77", "--endpoint", "https://example.com/flow"]));
    ok(&mut flow(&platform.url, &["publish", "77"]));
    refused(&mut flow(&platform.url, &["deprecate", "77"]), 2, "--yes");
    ok(&mut flow(&platform.url, &["deprecate", "77", "--yes"]));
    ok(&mut flow(&platform.url, &["delete", "77"]));
    let asked: Vec<_> = platform
        .seen()
        .into_iter()
        .map(|asked| format!("{} {}", asked.method, asked.path.trim_start_matches("/v25.0")))
        .collect();
    assert_eq!(asked, ["POST /77", "POST /77/publish", "POST /77/deprecate", "DELETE /77"]);
    refused(&mut flow(&platform.url, &["edit", "77"]), 2, "--endpoint");
    refused(&mut flow(&platform.url, &["publish", "7/7"]), 2, "FLOW");
}

#[test]
fn what_the_platform_refuses_is_said() {
    let platform = platform(
        |_| json!({"error": {"code": 139_002, "message": "Publishing failed", "error_user_msg": "Add an endpoint"}}),
    );
    refused(&mut flow(&platform.url, &["publish", "77"]), 1, "139002");
    let platform = self::platform(|_| json!({"success": false}));
    refused(&mut flow(&platform.url, &["publish", "77"]), 1, "not done");
}

#[test]
fn a_preview_is_a_link() {
    let platform = platform(
        |_| json!({"id": "77", "preview": {"preview_url": "https://example.com/p", "expires_at": "2026-12-01"}}),
    );
    assert_eq!(ok(&mut flow(&platform.url, &["preview", "77"])), "https://example.com/p\n");
    ok(&mut flow(&platform.url, &["preview", "77", "--fresh"]));
    let asked: Vec<_> = platform.seen().into_iter().map(|asked| asked.path).collect();
    assert!(asked[0].contains("invalidate%28false%29"), "{asked:?}");
    assert!(asked[1].contains("invalidate%28true%29"), "{asked:?}");
}

fn keygen(folder: &Path) -> Command {
    let mut command = wharf();
    command.args(["flow", "keygen", "--out"]).arg(folder);
    command
}

#[test]
fn a_key_pair_is_made_and_never_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("keys");
    let said = ok(&mut keygen(&out));
    assert!(!said.contains("BEGIN"), "{said}");
    let (private, public) = (out.join("flow_private.pem"), out.join("flow_public.pem"));
    let mode = fs::metadata(&private).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600, "{mode:o}");
    let pem = fs::read_to_string(&private).unwrap();
    assert!(pem.starts_with("-----BEGIN PRIVATE KEY-----"));
    let key = FlowKey::from_pem(&pem).unwrap();
    assert_eq!(key.public_pem(), fs::read_to_string(&public).unwrap());

    refused(&mut keygen(&out), 2, "is not written over");
    fs::remove_file(&private).unwrap();
    refused(&mut keygen(&out), 2, "flow_public.pem");
    assert!(!private.exists());
}

#[test]
fn a_key_is_set_and_shown_and_the_private_half_stays_here() {
    let dev = Running::dev();
    let folder = tempfile::tempdir().unwrap();
    ok(&mut keygen(folder.path()));
    ok(&mut keygen(&folder.path().join("other")));
    let key = |args: &[&str]| {
        let mut command = dev.wharf();
        command.current_dir(folder.path()).args(["flow", "key"]).args(args);
        command
    };
    refused(&mut key(&["show"]), 1, "no key is set");
    // Of a private key, the public half is taken.
    ok(&mut key(&["set", "flow_private.pem"]));
    let public = fs::read_to_string(folder.path().join("flow_public.pem")).unwrap();
    let shown = ok(&mut key(&["show", "--private", "flow_private.pem"]));
    assert_eq!(shown, format!("signature  VALID\n{public}"));
    refused(&mut key(&["show", "--private", "other/flow_private.pem"]), 1, "for another key");
    ok(&mut key(&["set", "other/flow_public.pem"]));
    let shown = ok(key(&["show", "--private", "other/flow_private.pem"]).arg("--json"));
    assert_eq!(serde_json::from_str::<Value>(&shown).unwrap()["belongs_to_private_key"], true);
    fs::write(folder.path().join("text"), "hello").unwrap();
    refused(&mut key(&["set", "text"]), 2, "BEGIN PUBLIC KEY");
}

#[test]
fn a_key_from_before_a_registration_must_be_set_again() {
    let platform = platform(
        |_| json!({"data": [{"business_public_key": "-----BEGIN PUBLIC KEY-----", "business_public_key_signature_status": "MISMATCH"}]}),
    );
    refused(&mut flow(&platform.url, &["key", "show"]), 1, "registered anew");
}

/// A data endpoint as it should be, with this key.
fn endpoint(key: FlowKey) -> Fake {
    Fake::start(move |asked| {
        let secret = wharf::AppSecret::new("some-secret").unwrap();
        if secret.verify(asked.header("x-hub-signature-256"), &asked.body).is_err() {
            return fake::status(432);
        }
        let Ok((request, reply)) = key.open(&asked.body) else { return fake::status(421) };
        let answer = request.routine().unwrap_or_else(|| match request.flow_token.as_deref() {
            Some("old") => FlowAnswer::token_expired("Ask for a new one"),
            Some("broken") => FlowAnswer::screen("X", json!({})),
            _ => FlowAnswer::screen("TIME", json!({"given": request.data, "was": request.screen})),
        });
        if request.flow_token.as_deref() == Some("broken") {
            return (500, Vec::new(), b"it broke".into());
        }
        (answer.status(), Vec::new(), reply.seal(&answer).into())
    })
}

fn ping(url: &str, args: &[&str]) -> Command {
    let mut command = wharf();
    command.env("WHATSAPP_APP_SECRET", "some-secret").args(["flow", "ping", url]).args(args);
    command
}

#[test]
fn an_endpoint_is_asked_as_the_platform_asks() {
    let folder = tempfile::tempdir().unwrap();
    let key = FlowKey::generate().unwrap();
    let (public, other) = (folder.path().join("public.pem"), folder.path().join("other.pem"));
    fs::write(&public, key.public_pem()).unwrap();
    fs::write(&other, FlowKey::generate().unwrap().public_pem()).unwrap();
    let endpoint = endpoint(key);
    let (public, other) = (public.to_str().unwrap(), other.to_str().unwrap());
    let with = |args: &[&str]| {
        let mut command = ping(&endpoint.url, &["--public-key", public]);
        command.args(args);
        command
    };
    let said = ok(&mut with(&[]));
    assert!(said.starts_with("HTTP 200 after ") && said.contains("\"active\""), "{said}");
    let exchange =
        ["--action", "data-exchange", "--screen", "DAY", "--data", "{\"day\":\"Monday\"}"];
    let said: Value = serde_json::from_str(&ok(with(&exchange).arg("--json"))).unwrap();
    assert_eq!(
        said["answer"],
        json!({"screen": "TIME", "data": {"given": {"day": "Monday"}, "was": "DAY"}})
    );
    let data = folder.path().join("data.json");
    fs::write(&data, "{\"day\":\"Friday\"}").unwrap();
    let from_file = format!("@{}", data.display());
    assert!(ok(&mut with(&["--action", "init", "--data", &from_file])).contains("Friday"));
    let said = ok(&mut with(&["--action", "init", "--token", "old"]));
    assert!(said.starts_with("HTTP 427") && said.contains("Ask for a new one"), "{said}");

    refused(&mut with(&["--action", "init", "--token", "broken"]), 1, "HTTP 500");
    refused(&mut with(&["--data", "Monday"]), 2, "--data: is no JSON object");
    refused(&mut ping(&endpoint.url, &["--public-key", other]), 1, "cannot decrypt");
    refused(with(&[]).env("WHATSAPP_APP_SECRET", "another-secret"), 1, "refuses the signature");
    refused(with(&[]).env_remove("WHATSAPP_APP_SECRET"), 2, "WHATSAPP_APP_SECRET");
    for asked in endpoint.seen() {
        assert_eq!(asked.header("authorization"), None);
    }
}

#[test]
fn an_endpoint_that_does_not_answer_as_it_must_is_told_why() {
    let folder = tempfile::tempdir().unwrap();
    let key = FlowKey::generate().unwrap();
    let public = folder.path().join("public.pem");
    fs::write(&public, key.public_pem()).unwrap();
    let public = public.to_str().unwrap().to_owned();
    let plain = platform(|_| json!({"data": {"status": "active"}}));
    refused(&mut ping(&plain.url, &["--public-key", &public]), 1, "is not Base64");
    let other = Fake::start(move |asked| {
        let (_, reply) = key.open(&asked.body).unwrap();
        (200, Vec::new(), reply.seal(&FlowAnswer::token_expired("no")).into())
    });
    refused(&mut ping(&other.url, &["--public-key", &public]), 1, "a ping must be answered");
    let init = ["--public-key", &public, "--action", "init"];
    refused(&mut ping(&other.url, &init), 1, "names the screen");
    refused(&mut ping("http://127.0.0.1:9", &["--public-key", &public]), 3, "no connection");
}

#[test]
fn the_key_of_the_number_is_taken_when_none_is_given() {
    let dev = Running::dev();
    let folder = tempfile::tempdir().unwrap();
    ok(&mut keygen(folder.path()));
    let key = fs::read_to_string(folder.path().join("flow_private.pem")).unwrap();
    let endpoint = endpoint(FlowKey::from_pem(&key).unwrap());
    let ask = || {
        let mut command = dev.wharf();
        command.env("WHATSAPP_APP_SECRET", "some-secret").args(["flow", "ping", &endpoint.url]);
        command
    };
    refused(&mut ask(), 1, "has no key");
    ok(dev.wharf().args(["flow", "key", "set"]).arg(folder.path().join("flow_public.pem")));
    // With the app's own secret the gateway and the emulator are asked; the endpoint has another.
    assert!(ok(ask().env("WHATSAPP_GRAPH_URL", dev.url("gateway"))).contains("active"));
    refused(&mut ping(&endpoint.url, &[]), 2, "--public-key");
}
