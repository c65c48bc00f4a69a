//! `wharf phone`: what a person does by hand with a number.

use std::{
    io::Write as _,
    process::{Command, Stdio},
};

use serde_json::{Value, json};

use crate::{
    http,
    program::{Running, run, wharf},
};

struct Stage(Running);

impl Stage {
    fn set() -> Self {
        Self(Running::dev())
    }

    fn phone(&self, args: &[&str]) -> Command {
        let mut command = self.0.wharf();
        command.arg("phone").args(args);
        command
    }

    fn ok(&self, args: &[&str]) -> String {
        let (stdout, stderr, code) = run(&mut self.phone(args));
        assert_eq!((code, stderr.as_str()), (0, ""), "{args:?}: {stdout}");
        for line in stdout.lines() {
            assert!(line.chars().count() <= 80, "{line}");
        }
        stdout
    }

    fn json(&self, args: &[&str]) -> Value {
        let (stdout, stderr, code) = run(self.phone(args).arg("--json"));
        assert_eq!(code, 0, "{args:?}: {stderr}");
        serde_json::from_str(&stdout).unwrap()
    }

    fn refused(&self, args: &[&str], code: i32, says: &str) {
        let (_, stderr, given) = run(&mut self.phone(args));
        assert_eq!(given, code, "{args:?}: {stderr}");
        assert!(stderr.contains(says), "{args:?} does not say {says:?}: {stderr}");
    }

    /// With this on stdin.
    fn told(&self, args: &[&str], text: &str) -> (bool, String) {
        let mut command = self.phone(args);
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        let said = [output.stdout, output.stderr].concat();
        (output.status.success(), String::from_utf8(said).unwrap())
    }

    /// The number as the emulator knows it.
    fn world(&self) -> Value {
        let url = format!("{}/_control/numbers", self.0.url("emulator"));
        http::json(&url).unwrap()["data"][0].clone()
    }
}

#[test]
fn the_numbers_of_an_account_are_listed() {
    let stage = Stage::set();
    let list = stage.ok(&["list"]);
    assert!(list.starts_with("ID"), "{list}");
    assert!(list.contains("100000000000001") && list.contains("CONNECTED"), "{list}");
    assert_eq!(stage.json(&["list"])[0]["verified_name"], "Wharf Coffee");
    let (_, stderr, code) = run(wharf().args(["phone", "list"]));
    assert!(code == 2 && stderr.contains("WHATSAPP_BUSINESS_ACCOUNT_ID"), "{stderr}");
}

#[test]
fn the_number_is_shown_by_both_names() {
    let stage = Stage::set();
    assert_eq!(stage.ok(&["info"]), stage.ok(&["show"]));
    assert!(stage.ok(&["show"]).contains("verified_name"));
}

#[test]
fn a_number_is_taken_out_of_use_and_into_use_again() {
    let stage = Stage::set();
    stage.refused(&["deregister"], 2, "--yes");
    assert_eq!(stage.world()["status"], "CONNECTED");
    stage.ok(&["deregister", "--yes"]);
    assert_eq!(stage.world()["status"], "PENDING");
    stage.refused(&["register", "12345"], 2, "six digits");
    let (good, said) = stage.told(&["register"], "482913\n");
    assert!(good && !said.contains("482913"), "{said}");
    assert_eq!(stage.world()["status"], "CONNECTED");
    stage.refused(&["register", "111111"], 1, "133005");
    let (good, said) = stage.told(&["set-pin"], "111111\n");
    assert!(good, "{said}");
    stage.ok(&["register", "111111"]);
}

#[test]
fn ownership_is_proved_by_a_code() {
    let stage = Stage::set();
    let url = format!("{}/_control/numbers/100000000000001", stage.0.url("emulator"));
    let body = json!({"verified": false}).to_string();
    let headers = [("Content-Type", "application/json")];
    http::request("PUT", &url, &headers, body.as_bytes()).unwrap();
    stage.refused(&["request-code", "--by", "pigeon"], 2, "sms");
    stage.ok(&["request-code", "--by", "voice", "--language", "de_DE"]);
    let code = stage.world()["code"].as_str().unwrap().to_owned();
    stage.refused(&["verify-code", "12345"], 2, "six digits");
    let (first, second) = code.split_at(3);
    let dashed = format!("{first}-{second}");
    let (good, said) = stage.told(&["verify-code"], &dashed);
    assert!(good, "{said}");
    assert_eq!(stage.world()["code_verification_status"], "VERIFIED");
}

#[test]
fn the_profile_is_changed_as_far_as_it_is_given() {
    let stage = Stage::set();
    stage.ok(&[
        "profile",
        "set",
        "--about",
        "Coffee",
        "--vertical",
        "restaurant",
        "--website",
        "https://a.example",
        "--website",
        "https://b.example",
    ]);
    stage.ok(&["profile", "set", "--email", "hello@a.example"]);
    let profile = stage.json(&["profile"]);
    assert_eq!((&profile["about"], &profile["vertical"]), (&json!("Coffee"), &json!("RESTAURANT")));
    assert_eq!(profile["websites"], json!(["https://a.example", "https://b.example"]));
    assert_eq!(profile["email"], "hello@a.example");
    assert!(stage.ok(&["profile", "get"]).contains("Coffee"));
    stage.refused(&["profile", "set"], 2, "--about");
    stage.refused(&["profile", "set", "--website", "a.example"], 2, "https://");
    let three = [
        "profile",
        "set",
        "--website",
        "https://a",
        "--website",
        "https://b",
        "--website",
        "https://c",
    ];
    stage.refused(&three, 2, "at most two");
}

#[test]
fn a_picture_is_uploaded_from_its_file() {
    let stage = Stage::set();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("face.png");
    std::fs::write(&path, b"\x89PNG\r\n\x1a\n and so on").unwrap();
    let picture = path.to_str().unwrap();
    let app = "400000000000001";
    stage.ok(&["profile", "set", "--picture", picture, "--app", app]);
    assert!(stage.json(&["profile"])["profile_picture_url"].is_string());
    stage.refused(&["profile", "set", "--picture", picture], 2, "WHATSAPP_APP_ID");
    stage.refused(&["profile", "set", "--picture", "nowhere.png"], 2, "is no file here");
    // The app alone is no change.
    stage.refused(&["profile", "set", "--app", app], 2, "--about");
}

#[test]
fn settings_are_given_as_the_platform_spells_them() {
    let stage = Stage::set();
    let on = r#"{"user_identity_change":{"enable_identity_key_check":true}}"#;
    let (good, said) = stage.told(&["settings", "set", "-"], on);
    assert!(good, "{said}");
    assert_eq!(
        stage.json(&["settings"])["user_identity_change"]["enable_identity_key_check"],
        true
    );
    for (text, says) in [("{", "-: "), (r#"{"caling":{}}"#, "`caling` is no setting")] {
        let (good, said) = stage.told(&["settings", "set", "-"], text);
        assert!(!good && said.contains(says), "{said}");
    }
}

#[test]
fn people_are_blocked_and_unblocked() {
    let stage = Stage::set();
    assert_eq!(stage.ok(&["block", "list"]), "nobody is blocked\n");
    assert_eq!(stage.ok(&["block", "add", "+1 555 000 1111"]), "blocked: 1\n");
    assert_eq!(stage.ok(&["block", "list"]), "15550001111\n");
    assert_eq!(stage.ok(&["block", "remove", "+15550001111"]), "unblocked: 1\n");
    // Grace has never written.
    stage.refused(&["block", "add", "+15550002222"], 1, "139100");
    stage.refused(&["block", "add", "+15550002222"], 1, "wrote in the last 24 hours");
    stage.refused(&["block", "add", "alice"], 2, "`alice` is neither");
}

#[test]
fn qr_codes_are_made_changed_and_deleted() {
    let stage = Stage::set();
    assert_eq!(stage.ok(&["qr", "list"]), "there is no QR code\n");
    let made = stage.json(&["qr", "create", "I would like a table"]);
    let code = made["code"].as_str().unwrap();
    assert!(made["deep_link_url"].as_str().unwrap().contains(code), "{made}");
    stage.ok(&["qr", "update", code, "I would like two tables"]);
    let list = stage.ok(&["qr", "list"]);
    assert!(list.contains(code) && list.contains("two tables"), "{list}");
    stage.ok(&["qr", "delete", code]);
    assert_eq!(stage.json(&["qr", "list"]), json!([]));
}
