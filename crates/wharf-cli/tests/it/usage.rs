//! Wrong usage is one clear line, and an exit code that says so.

use std::fs;

use crate::program::{Running, run, wharf};

fn check(args: &[&str], code: i32, says: &[&str]) {
    let (stdout, stderr, given) = run(wharf().args(args));
    assert_eq!(given, code, "{args:?}: {stdout}{stderr}");
    for text in says {
        assert!(stderr.contains(text), "{args:?} does not say {text:?}: {stderr}");
    }
}

#[test]
fn what_is_missing_is_named_with_the_way_to_get_it() {
    check(&["send", "text", "hello"], 2, &["WHATSAPP_PHONE_NUMBER_ID", "--from", "wharf dev"]);
    check(&["send", "--from", "1", "text", "hello"], 2, &["RECIPIENT_NUMBER", "--to"]);
    check(
        &["send", "--from", "1", "--to", "alice", "text", "hello"],
        2,
        &["`alice` is not a phone number"],
    );
    check(
        &["send", "--from", "1", "--to", "+15550001111", "text", "hello"],
        2,
        &["WHATSAPP_ACCESS_TOKEN"],
    );
    check(&["dev", "--app", "notaurl"], 2, &["--app: `notaurl`"]);
    check(&["--env", "nowhere.env", "phone", "info"], 2, &["nowhere.env"]);
    check(
        &["send", "image", "nowhere.png", "--from", "1", "--to", "+15550001111"],
        2,
        &["nowhere.png"],
    );
    check(
        &["send", "--from", "1", "--to", "+15550001111", "buttons", "x", "--button", "yes"],
        2,
        &["ID=TITLE"],
    );
}

#[test]
fn a_request_can_be_looked_at_without_sending_it() {
    let args = [
        "send",
        "--from",
        "1",
        "--to",
        "1 (555) 000-1111",
        "--dry-run",
        "buttons",
        "Tea?",
        "--button",
        "y=Yes",
    ];
    let (stdout, stderr, code) = run(wharf().args(args));
    assert_eq!((code, stderr.as_str()), (0, ""));
    let message: serde_json::Value = serde_json::from_str(&stdout).unwrap();
    assert_eq!(message["to"], "+15550001111");
    assert_eq!(message["interactive"]["action"]["buttons"][0]["reply"]["title"], "Yes");
}

#[test]
fn a_message_is_sent_unchecked_where_that_is_asked_for() {
    let dev = Running::dev();
    let longer = "x".repeat(4097);
    let (_, stderr, code) = run(dev.wharf().args(["send", "text", &longer]));
    assert_eq!(code, 2);
    assert!(stderr.contains("nothing was sent"), "{stderr}");
    // Now it is the other side that says so.
    let (_, stderr, code) = run(dev.wharf().args(["send", "--unchecked", "text", &longer]));
    assert_eq!(code, 1);
    assert!(stderr.contains("the platform refused"), "{stderr}");
    let to = ["send", "--dry-run", "--unchecked", "--to", "group-1", "text", "x"];
    let (stdout, _, code) = run(dev.wharf().args(to));
    assert_eq!(code, 0);
    assert!(stdout.contains("\"to\":\"group-1\""), "{stdout}");
}

#[test]
fn a_url_that_cannot_be_used_is_no_talk_of_sending() {
    let mut command = wharf();
    command.args([
        "gateway",
        "--upstream-url",
        "ftp://x",
        "--access-token",
        "t",
        "--phone-number-id",
        "1",
    ]);
    command.args(["--app-secret", "s", "--verify-token", "v", "--app-key", "k"]);
    let (_, stderr, code) = run(&mut command);
    assert_eq!(code, 2);
    assert!(stderr.contains("WHARF_UPSTREAM_URL cannot be used: the base URL"), "{stderr}");
    assert!(!stderr.contains("sent"), "{stderr}");
}

#[test]
fn a_foreign_env_file_is_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(".env");
    fs::write(&path, "MINE=1\n").unwrap();
    let (_, stderr, code) = run(wharf()
        .args(["dev", "--gateway-port", "0", "--api-port", "0", "--emulator-port", "0"])
        .arg("--env-file")
        .arg(&path));
    assert_eq!(code, 2);
    assert!(stderr.contains("was not written by `wharf dev`"), "{stderr}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "MINE=1\n");
}

#[test]
fn flags_win_over_a_message_from_a_file_and_variables_do_not() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("message.json");
    fs::write(
        &path,
        r#"{"messaging_product":"whatsapp","to":"+15550002222","type":"text","text":{"body":"x"}}"#,
    )
    .unwrap();
    let message = |flags: &[&str]| {
        let mut command = wharf();
        command.env("RECIPIENT_NUMBER", "+15550001111").args([
            "send",
            "--from",
            "1",
            "--dry-run",
            "json",
        ]);
        let (stdout, stderr, code) = run(command.arg(&path).args(flags));
        assert_eq!(code, 0, "{stderr}");
        serde_json::from_str::<serde_json::Value>(&stdout).unwrap()
    };
    assert_eq!(message(&[])["to"], "+15550002222");
    let given =
        message(&["--to", "1 555 000 3333", "--callback-data", "mine", "--reply-to", "wamid.X"]);
    assert_eq!(
        (&given["to"], &given["biz_opaque_callback_data"]),
        (&"+15550003333".into(), &"mine".into())
    );
    assert_eq!(given["context"]["message_id"], "wamid.X");
}
