//! Running the program.

use std::{
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Child, Command, Output, Stdio},
    time::{Duration, Instant},
};

use serde_json::Value;
use tempfile::TempDir;

/// How long a condition may take to come true before a test fails.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

/// The program, in an empty folder's environment: no `.env`, no variables of ours.
pub(crate) fn wharf() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wharf"));
    for (name, _) in std::env::vars() {
        if name.starts_with("WHATSAPP_") || name.starts_with("WHARF_") || name == "RECIPIENT_NUMBER"
        {
            command.env_remove(name);
        }
    }
    command.current_dir(std::env::temp_dir());
    command
}

/// What it printed, and its exit code.
pub(crate) fn run(command: &mut Command) -> (String, String, i32) {
    let Output { status, stdout, stderr } = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(stdout), text(stderr), status.code().unwrap())
}

/// Asks again and again until there is an answer.
pub(crate) fn until<T>(what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(begun.elapsed() < PATIENCE, "waited in vain: {what}");
        std::thread::park_timeout(Duration::from_millis(20));
    }
}

/// A server of ours that runs beside the test, and ends with it.
pub(crate) struct Running {
    pub(crate) child: Child,
    /// The first line it printed, as JSON.
    pub(crate) banner: Value,
    /// Where its data is, if it is ours: a program that is killed leaves it behind.
    data: Option<TempDir>,
}

impl Running {
    /// Starts it, and reads the first line it prints.
    pub(crate) fn start(command: &mut Command) -> Self {
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let banner = serde_json::from_str(&line).unwrap_or_default();
        assert!(banner != Value::Null, "no JSON: {line:?}");
        Self { child, banner, data: None }
    }

    /// `wharf dev` on free ports.
    pub(crate) fn dev() -> Self {
        Self::dev_with(&[])
    }

    /// The same with more flags.
    pub(crate) fn dev_with(flags: &[&str]) -> Self {
        let ports = ["--gateway-port", "0", "--api-port", "0", "--emulator-port", "0"];
        let data = tempfile::tempdir().unwrap();
        let mut command = wharf();
        command.args(["--json", "dev"]).args(ports).arg("--data").arg(data.path()).args(flags);
        let mut running = Self::start(&mut command);
        running.data = Some(data);
        running
    }

    pub(crate) fn url(&self, name: &str) -> &str {
        self.banner[name].as_str().unwrap()
    }

    /// A command of the program in this server's environment.
    pub(crate) fn wharf(&self) -> Command {
        let mut command = wharf();
        command.envs(self.environment());
        command
    }

    pub(crate) fn environment(&self) -> Vec<(String, String)> {
        let pairs = self.banner["environment"].as_object().unwrap();
        pairs
            .iter()
            .map(|(name, value)| (name.clone(), value.as_str().unwrap().to_owned()))
            .collect()
    }

    /// Asks it to stop as a service manager would, and gives its exit code.
    pub(crate) fn stop(&mut self) -> Option<i32> {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
        until("the program stops", || self.child.try_wait().unwrap()).code()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _gone = self.child.kill();
        let _reaped = self.child.wait();
    }
}

/// A fixture of the repository.
pub(crate) fn fixture(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/webhook").join(name)
}
