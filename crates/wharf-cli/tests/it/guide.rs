//! The seed guide's own Python against `wharf dev`: only the host is another.

use std::{
    io::{BufRead as _, BufReader},
    process::{Child, Command, Stdio},
};

use serde_json::{Value, json};

use crate::{
    http,
    program::{Running, run},
};

/// The Python that the test command made ready; without it, one that has the guide's libraries. Says so
/// when there is none.
#[expect(clippy::print_stderr, reason = "whoever runs the tests wants to know what was skipped")]
fn python() -> Option<String> {
    let python = std::env::var("WHARF_TEST_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let has = Command::new(&python)
        .args(["-c", "import requests, dotenv, fastapi, uvicorn"])
        .output()
        .is_ok_and(|output| output.status.success());
    if has {
        return Some(python);
    }
    assert!(std::env::var_os("CI").is_none(), "no Python with the guide's libraries");
    eprintln!("skipped: no Python with the guide's libraries; `cargo xtask test` makes one");
    None
}

#[test]
fn the_guides_own_calls_work() {
    let Some(python) = python() else { return };
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

/// The guide's app fails over every status: it takes what has no messages for an error. It still hears
/// what people write.
#[test]
fn the_guides_own_webhook_hears_what_people_write() {
    let Some(python) = python() else { return };
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let dev = Running::dev_with(&["--app", &format!("http://127.0.0.1:{port}/webhook")]);
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/guide_webhook.py");
    let mut app = Command::new(python);
    app.args(["-u", script, &port.to_string()]).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut app = Ended(app.spawn().unwrap());
    let heard = BufReader::new(app.0.stdout.take().unwrap()).lines().map(Result::unwrap);
    let mut heard = heard.filter(|line| line.starts_with("Message received:"));

    assert!(heard.next().unwrap().contains("Hi! Are you open today?"));
    // Its statuses are refused by the app three times each.
    assert_eq!(run(dev.wharf().args(["send", "text", "hello"])).2, 0);
    let users = format!("{}/_control/users/15550001111/messages", dev.url("emulator"));
    let written = json!({"type": "text", "text": {"body": "and now?"}});
    assert_eq!(http::post(&users, "", &written).unwrap().0, 200);
    assert!(heard.next().unwrap().contains("and now?"));
}

/// A program that ends with the test.
struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _gone = self.0.kill();
        let _reaped = self.0.wait();
    }
}
