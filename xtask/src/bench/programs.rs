//! What is measured, built in release.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Result, ensure};
use serde_json::Value;

use super::{
    figures::Sent,
    process::{CALLER, SERVER, Server, on_core, told},
};
use crate::command::{cargo, root, run};

fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// `wharf-bench`: senders, a platform, a webhook.
pub(super) struct Bench(PathBuf);

impl Bench {
    pub(super) fn build() -> Result<Self> {
        let folder = target().join("bench");
        let words = ["build", "--release", "--locked", "--manifest-path", "bench/Cargo.toml"];
        run(cargo(&words).env("CARGO_TARGET_DIR", &folder))?;
        Ok(Self(folder.join("release/wharf-bench")))
    }

    /// A server of ours, on the core of those that are called or of those that call.
    pub(super) fn serve(&self, which: &str, core: usize) -> Result<Server> {
        Server::start(on_core(core, &self.0).arg(which), |line| Some(line))
    }

    /// Sends.
    pub(super) fn send(
        &self,
        how: &str,
        url: &str,
        messages: usize,
        at_once: usize,
        people: usize,
    ) -> Result<Sent> {
        let mut command = on_core(CALLER, &self.0);
        command.args(["send", how, url]).args([messages, at_once, people].map(|n| n.to_string()));
        sent(command.env("API_BASE_URL_FOR_TESTING", url))
    }
}

/// Runs a sender, and reads what it says.
pub(super) fn sent(command: &mut Command) -> Result<Sent> {
    let told = told(command)?;
    let figure = |name: &str| told.get(name).and_then(Value::as_f64).unwrap_or(f64::NAN);
    let (messages, seconds) = (figure("messages"), figure("seconds"));
    ensure!(seconds > 0.0, "the sender told nothing: {told}");
    Ok(Sent { rate: messages / seconds, cost: figure("cpu_seconds") * 1e6 / messages })
}

/// The program itself.
pub(super) fn wharf() -> Result<PathBuf> {
    run(&mut cargo(&["build", "--release", "--package", "wharf-cli"]))?;
    Ok(target().join("release/wharf"))
}

/// `wharf emulator` on a free port, with the same ids each time.
pub(super) fn emulator(wharf: &Path) -> Result<Server> {
    let mut command = on_core(SERVER, wharf);
    command.args(["emulator", "--json", "--port", "0", "--seed", "1"]);
    Server::start(&mut command, |line| line.split('"').find(|word| word.starts_with("http://")))
}
