//! `wharf template pull`: the lock file.

use std::fs;

use serde_json::{Value, json};

use super::{Emulated, fed, lines};
use crate::program::run;

const CREATED: &str = r#"{"name": "order_ready", "language": "en_US", "category": "UTILITY", "components": [
    {"type": "BODY", "text": "Order {{1}} is ready.", "example": {"body_text": [["42"]]}}]}"#;

#[test]
fn the_same_templates_give_the_same_bytes_and_changes_are_said() {
    let emulated = Emulated::start();
    let folder = tempfile::tempdir().unwrap();
    let lock = folder.path().join("sub/templates.lock.json");
    let pull = || {
        let mut command = emulated.wharf();
        let (stdout, stderr, code) = run(command.args(["template", "pull", "--lock"]).arg(&lock));
        assert_eq!((code, stderr.as_str()), (0, ""));
        stdout.lines().skip(1).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(pull(), [""; 0]);
    let first = fs::read(&lock).unwrap();
    let again = pull();
    assert!(again[0].starts_with("no change since 20"), "{again:?}");
    assert_eq!(fs::read(&lock).unwrap(), first);

    let create = fed(emulated.wharf().args(["template", "create", "-"]), CREATED);
    assert_eq!(create.2, 0, "{}", create.1);
    assert_eq!(pull(), ["+ order_ready en_US"]);
    emulated.decide("order_ready", "APPROVED");
    emulated.decide("order_update", "PAUSED");
    assert_eq!(
        pull(),
        [
            "~ order_ready en_US: status PENDING → APPROVED",
            "~ order_update en_US: status APPROVED → PAUSED"
        ]
    );
    let changed = CREATED.replace("is ready", "is here");
    let edit = fed(emulated.wharf().args(["template", "edit", "order_ready", "-"]), &changed);
    assert_eq!(edit.2, 0, "{}", edit.1);
    emulated.decide("order_ready", "APPROVED");
    assert_eq!(emulated.template(&["delete", "order_update", "--yes"]).2, 0);
    let mut command = emulated.wharf();
    let (stdout, _, _) = run(command.args(["--json", "template", "pull", "--lock"]).arg(&lock));
    let said = lines(&stdout).remove(0);
    assert_eq!(
        said["changes"],
        json!([
            {"name": "order_ready", "language": "en_US", "change": "changed", "what": [{"field": "body"}]},
            {"name": "order_update", "language": "en_US", "change": "removed"},
        ])
    );
    assert_eq!((&said["templates"], &said["approved"]), (&json!(2), &json!(2)));
    let names = fs::read_dir(lock.parent().unwrap()).unwrap().map(|file| file.unwrap().file_name());
    assert_eq!(names.collect::<Vec<_>>(), ["templates.lock.json"], "nothing else is left there");
}

#[test]
fn what_ends_after_a_while_is_not_in_it() {
    let emulated = Emulated::start();
    let folder = tempfile::tempdir().unwrap();
    let lock = folder.path().join("l.json");
    let with_picture = r#"{"name": "pictured", "language": "en_US", "category": "UTILITY", "components": [
        {"type": "HEADER", "format": "IMAGE", "example": {"header_handle": ["4::handle"]}},
        {"type": "BODY", "text": "Look."}]}"#;
    let create = fed(emulated.wharf().args(["template", "create", "-"]), with_picture);
    assert_eq!(create.2, 0, "{}", create.1);
    let mut command = emulated.wharf();
    assert_eq!(run(command.args(["template", "pull", "--lock"]).arg(&lock)).2, 0);
    let text = fs::read_to_string(&lock).unwrap();
    assert!(!text.contains("4::handle"), "{text}");
    let written: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(
        written["templates"][2]["components"][0],
        json!({"format": "IMAGE", "type": "HEADER"})
    );
}

#[test]
fn nobody_elses_lock_is_written_over() {
    let emulated = Emulated::start();
    let folder = tempfile::tempdir().unwrap();
    let lock = folder.path().join("l.json");
    for (text, says) in [
        (
            r#"{"lock": 1, "account": "7", "pulled": "2026-11-25", "templates": []}"#,
            "is of account 7",
        ),
        (r#"{"lock": 9}"#, "is of format 9"),
        ("{", "is no lock file"),
    ] {
        fs::write(&lock, text).unwrap();
        let mut command = emulated.wharf();
        let (_, stderr, code) = run(command.args(["template", "pull", "--lock"]).arg(&lock));
        assert_eq!(code, 2, "{stderr}");
        assert!(stderr.contains(says) && stderr.contains("l.json"), "{stderr}");
        assert_eq!(fs::read_to_string(&lock).unwrap(), text);
    }
}
