//! `wharf template …`.

mod account;
mod checks;
mod codegen;
mod pages;
mod pull;
mod sets;
#[rustfmt::skip]
mod strange;
#[rustfmt::skip]
mod typed;

use std::{
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use serde_json::{Value, json};

use crate::{
    http,
    program::{Running, run, wharf},
};

/// An emulator, and the program in its environment.
pub(crate) struct Emulated {
    emulator: Running,
}

impl Emulated {
    pub(crate) fn start() -> Self {
        Self { emulator: Running::start(wharf().args(["--json", "emulator", "--port", "0"])) }
    }

    pub(crate) fn url(&self) -> &str {
        self.emulator.url("emulator")
    }

    /// A command of the program, about the emulator's account and number.
    pub(crate) fn wharf(&self) -> Command {
        let mut command = wharf();
        command
            .env("WHATSAPP_GRAPH_URL", self.url())
            .env("WHATSAPP_ACCESS_TOKEN", "wharf-dev")
            .env("WHATSAPP_BUSINESS_ACCOUNT_ID", "200000000000001")
            .env("WHATSAPP_PHONE_NUMBER_ID", "100000000000001")
            .env("RECIPIENT_NUMBER", "+15550001111");
        command
    }

    /// `wharf template …`.
    pub(crate) fn template(&self, args: &[&str]) -> (String, String, i32) {
        run(self.wharf().arg("template").args(args).stdin(Stdio::null()))
    }

    /// The same for scripts: what it printed, line by line.
    pub(crate) fn lines(&self, args: &[&str]) -> Vec<Value> {
        let (stdout, stderr, code) = run(self.wharf().args(["--json", "template"]).args(args));
        assert_eq!(code, 0, "{args:?}: {stderr}");
        lines(&stdout)
    }

    /// The platform decides about a template.
    pub(crate) fn decide(&self, template: &str, event: &str) {
        self.control("PUT", &format!("templates/{template}"), &json!({"event": event}));
    }

    /// Time passes in the world.
    pub(crate) fn minutes_later(&self, minutes: u32) {
        self.control("POST", "clock/advance", &json!({"minutes": minutes}));
    }

    fn control(&self, method: &str, path: &str, body: &Value) {
        let url = format!("{}/_control/{path}", self.url());
        let (headers, body) = ([("Content-Type", "application/json")], body.to_string());
        let (status, _, answer) = http::request(method, &url, &headers, body.as_bytes()).unwrap();
        assert_eq!(status, 200, "{}", String::from_utf8_lossy(&answer));
    }
}

/// Runs a command that reads `input`.
pub(crate) fn fed(command: &mut Command, input: &str) -> (String, String, i32) {
    let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = piped.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code().unwrap())
}

/// Lines of JSON.
pub(crate) fn lines(stdout: &str) -> Vec<Value> {
    stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// A file beside these tests.
pub(crate) fn beside(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/template").join(name)
}

/// Nothing that people read is wider than their terminal.
pub(crate) fn fits(text: &str) {
    for line in text.lines() {
        assert!(line.chars().count() <= 80, "wider than 80 columns: {line}");
    }
}
