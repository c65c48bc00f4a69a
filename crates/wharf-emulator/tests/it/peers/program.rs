//! A peer's program, running: a line of JSON for each thing it has to tell.

use std::{
    env,
    ffi::OsString,
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};

use serde_json::Value;
use tokio::sync::mpsc;
use wharf_emulator::{
    Emulator,
    config::{DEV_ACCESS_TOKEN, DEV_ACCOUNT_ID, DEV_APP_ID, DEV_APP_SECRET, DEV_PHONE_NUMBER_ID},
};

use crate::http::ADA;

/// How long a line may take to come before a test fails.
const PATIENCE: Duration = Duration::from_mins(1);

/// What runs a peer's programs.
pub(crate) enum Runner {
    /// A Python that has the libraries.
    Python(OsString),
    /// Node, and the folder whose `node_modules` has them.
    Node(OsString, PathBuf),
}

impl Runner {
    /// The Python that the test command made ready, or one that has this module. `None`: there is
    /// none, and that was said.
    pub(crate) fn python(module: &str) -> Option<Self> {
        let python = env::var_os("WHARF_TEST_PYTHON").unwrap_or_else(|| "python3".into());
        let has = Command::new(&python).args(["-c", &format!("import {module}")]).output();
        if has.is_ok_and(|output| output.status.success()) {
            return Some(Self::Python(python));
        }
        missing(&format!("Python with {module}"))
    }

    /// The Node and the folder that the test command made ready. `None`: there is none, and that
    /// was said.
    pub(super) fn node() -> Option<Self> {
        let (node, folder) =
            (env::var_os("WHARF_TEST_NODE"), env::var_os("WHARF_TEST_NODE_FOLDER"));
        match (node, folder) {
            (Some(node), Some(folder)) => Some(Self::Node(node, folder.into())),
            _ => missing("Node with the packages of others"),
        }
    }

    /// Starts a program of `tests/peers` against this emulator; `more` goes into its environment.
    pub(super) fn start(&self, name: &str, emulator: &Emulator, more: &[(&str, &str)]) -> Program {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/peers").join(name);
        let mut command = match self {
            Self::Python(python) => {
                let mut command = Command::new(python);
                command.arg("-B").arg(script);
                command
            }
            // A module is looked for beside the program that asks for it, and a program that is
            // given as text stands in the current folder.
            Self::Node(node, folder) => {
                let text = std::fs::read_to_string(script).unwrap();
                let mut command = Command::new(node);
                command.current_dir(folder).args(["--input-type=module", "--eval", &text]);
                command
            }
        };
        command
            .env("WHATSAPP_GRAPH_URL", emulator.url())
            .env("WHATSAPP_ACCESS_TOKEN", DEV_ACCESS_TOKEN)
            .env("WHATSAPP_PHONE_NUMBER_ID", DEV_PHONE_NUMBER_ID)
            .env("WHATSAPP_BUSINESS_ACCOUNT_ID", DEV_ACCOUNT_ID)
            .env("WHATSAPP_APP_ID", DEV_APP_ID)
            .env("WHATSAPP_APP_SECRET", DEV_APP_SECRET)
            .env("WHATSAPP_VERIFY_TOKEN", "wharf-dev-verify")
            .env("RECIPIENT_NUMBER", ADA)
            .env("NO_PROXY", "127.0.0.1")
            .envs(more.iter().copied());
        Program::new(command)
    }
}

#[expect(clippy::print_stderr, reason = "whoever runs the tests wants to know what was skipped")]
fn missing(what: &str) -> Option<Runner> {
    assert!(env::var_os("CI").is_none(), "no {what}");
    eprintln!("skipped: no {what}; `cargo xtask test` makes one");
    None
}

/// A peer's program. It is gone when this is dropped, whatever became of the test.
pub(super) struct Program {
    child: Child,
    lines: mpsc::Receiver<String>,
}

impl Program {
    fn new(mut command: Command) -> Self {
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap();
        let (sender, lines) = mpsc::channel(1_000);
        let said = BufReader::new(child.stdout.take().unwrap());
        thread::spawn(move || {
            for line in said.lines().map_while(Result::ok) {
                if sender.blocking_send(line).is_err() {
                    return;
                }
            }
        });
        Self { child, lines }
    }

    /// The next line; `None` when the program has ended.
    pub(super) async fn line(&mut self) -> Option<Value> {
        let line = tokio::time::timeout(PATIENCE, self.lines.recv()).await;
        let line = line.expect("the peer's program says nothing")?;
        let read = serde_json::from_str(&line);
        assert!(read.is_ok(), "not JSON: {line}");
        read.ok()
    }

    /// Every line until it ends, which it must do well.
    pub(super) async fn all(mut self) -> Vec<Value> {
        let mut all = Vec::new();
        while let Some(line) = self.line().await {
            all.push(line);
        }
        let status = self.child.wait().unwrap();
        assert!(status.success(), "{status}, after {all:#?}");
        all
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _gone = self.child.kill();
        let _reaped = self.child.wait();
    }
}
