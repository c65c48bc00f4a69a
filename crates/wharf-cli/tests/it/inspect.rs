//! `wharf webhook inspect` and `wharf webhook sign`.

use std::{fs, io::Write as _, process::Stdio};

use serde_json::Value;

use crate::program::{fixture, run, wharf};

fn lines(stdout: &str) -> Vec<Value> {
    stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_line_per_event_and_then_the_count() {
    let (stdout, _, code) = run(wharf().args(["--json", "webhook", "inspect"]).args([
        fixture("x_two_entries_two_changes.json"),
        fixture("x_unknown_field.json"),
        fixture("x_unknown_message_type.json"),
    ]));
    let lines = lines(&stdout);
    let (count, events) = lines.split_last().unwrap();
    assert_eq!(code, 0);
    assert_eq!(count["files"], 3);
    assert_eq!(count["events"], events.len());
    let unread: Vec<_> =
        events.iter().filter(|line| line["unread"] == true).map(|line| &line["reason"]).collect();
    assert_eq!(unread, ["unknown field `brand_new_field`", "unknown message type `poll_creation`"]);
    for name in ["file", "field", "kind", "id", "unread", "reason"] {
        assert!(events.iter().all(|line| line.get(name).is_some()), "{name}");
    }
}

#[test]
fn no_bytes_make_it_fail() {
    let folder = tempfile::tempdir().unwrap();
    let bodies: [&[u8]; 6] = [b"", b"\xff\xfe\x00", b"{", b"[]", b"null", &b"[".repeat(100_000)];
    let mut paths = Vec::new();
    for (index, body) in bodies.iter().enumerate() {
        let path = folder.path().join(format!("{index}.json"));
        fs::write(&path, body).unwrap();
        paths.push(path);
    }
    let (stdout, _, code) = run(wharf().args(["--json", "webhook", "inspect"]).args(&paths));
    assert_eq!(code, 0);
    let count = lines(&stdout).pop().unwrap();
    assert_eq!((&count["files"], &count["unread"]), (&6.into(), &5.into()));

    let (_, stderr, code) = run(wharf().args(["webhook", "inspect", "--strict"]).args(&paths));
    assert_eq!((code, stderr.as_str()), (1, "wharf: --strict: 5 events unread\n"));
}

#[test]
fn a_file_that_is_not_there_is_named_and_the_others_are_read() {
    let (stdout, stderr, code) = run(wharf()
        .args(["--json", "webhook", "inspect", "nowhere.json"])
        .arg(fixture("x_ms_timestamp.json")));
    assert_eq!(code, 1);
    assert!(stderr.contains("nowhere.json: cannot be read"), "{stderr}");
    assert_eq!(lines(&stdout).len(), 2);
}

#[test]
fn a_signature_is_that_of_the_bytes() {
    let mut child = wharf()
        .args(["webhook", "sign", "--app-secret", "test_app_secret", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let body = br#"{"object":"whatsapp_business_account","entry":[]}"#;
    child.stdin.take().unwrap().write_all(body).unwrap();
    let output = child.wait_with_output().unwrap();
    let expected = "sha256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756\n";
    assert_eq!(String::from_utf8(output.stdout).unwrap(), expected);

    let (_, stderr, code) =
        run(wharf().args(["webhook", "sign", "--app-secret", "", "-"]).stdin(Stdio::null()));
    assert_eq!(code, 2);
    assert!(stderr.contains("WHATSAPP_APP_SECRET"), "{stderr}");
}
