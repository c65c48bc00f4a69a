//! The seed guide's own Python against `wharf dev`: only the host is another.

use std::process::Command;

use serde_json::Value;

use crate::program::{Running, run};

/// The Python that the test command made ready; without it, one that has the guide's libraries.
fn python() -> Option<String> {
    let python = std::env::var("WHARF_TEST_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let has = Command::new(&python)
        .args(["-c", "import requests, dotenv"])
        .output()
        .is_ok_and(|output| output.status.success());
    has.then_some(python)
}

#[test]
fn the_guides_own_calls_work() {
    let Some(python) = python() else {
        assert!(std::env::var_os("CI").is_none(), "no Python with requests and python-dotenv");
        eprintln!(
            "skipped: no Python with requests and python-dotenv; `cargo xtask test` makes one"
        );
        return;
    };
    let dev = Running::dev();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/guide.py");
    let (stdout, stderr, code) =
        run(Command::new(python).arg(script).arg(dev.url("gateway")).envs(dev.environment()));
    assert_eq!(code, 0, "{stderr}");
    let lines: Vec<Value> =
        stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 7);
    for line in lines {
        let answer = &line["answer"];
        if line["call"] == "set_verification_pin" {
            assert_eq!(answer["success"], true);
            continue;
        }
        assert_eq!(answer["messaging_product"], "whatsapp", "{line}");
        assert_eq!(answer["contacts"][0]["input"], "+15550001111", "{line}");
        assert!(answer["messages"][0]["id"].as_str().unwrap().starts_with("wamid."), "{line}");
    }
}
