//! Running the tests, and reading what the runner says of them.

use std::{
    io::{BufRead as _, BufReader, Read},
    process::{Command, Stdio},
    sync::mpsc,
    thread,
};

use anyhow::{Context as _, Result, bail};

use super::{Told, tally::Tally};
use crate::{
    command::{cargo, shown},
    say, tool,
};

/// A program that runs tests.
pub(super) struct Phase {
    pub(super) name: &'static str,
    command: Command,
}

/// What to run: nextest runs no doctests, cargo runs all. `words` are the caller's own.
pub(super) fn phases(packages: &[String], words: &[String]) -> Vec<Phase> {
    let phase = |name, start: &[&str], words: &[String]| {
        let mut command = cargo(start);
        command.args(packages).args(words);
        Phase { name, command }
    };
    if tool::find("cargo-nextest").is_none() {
        say::line(
            "cargo-nextest is not installed (cargo install cargo-nextest): cargo test runs all",
        );
        return vec![phase("tests and doctests", &["test", "--no-fail-fast"], words)];
    }
    let nextest = &[
        "nextest",
        "run",
        "--config-file",
        "xtask/nextest.toml",
        "--color",
        "never",
        "--no-fail-fast",
        "--no-tests",
        "pass",
    ];
    let mut phases = vec![phase("tests", nextest, words)];
    if words.is_empty() {
        phases.push(phase("doctests", &["test", "--doc", "--no-fail-fast"], words));
    } else {
        say::line("doctests: not run, because the arguments are for nextest");
    }
    phases
}

impl Phase {
    /// Runs it, passes on what it says, and adds up what it counts.
    pub(super) fn run(mut self, told: &Told, tally: &mut Tally) -> Result<()> {
        say::line(format_args!("$ {}", shown(&self.command)));
        self.command.envs(told.iter().map(|(name, place)| (*name, place)));
        let mut child = self.command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
        let out = child.stdout.take().context("no standard output")?;
        let err = child.stderr.take().context("no standard error")?;
        let (sender, lines) = mpsc::sync_channel(64);
        thread::scope(|scope| {
            let other = sender.clone();
            scope.spawn(move || pass_on(out, &sender));
            scope.spawn(move || pass_on(err, &other));
            for line in lines {
                say::line(&line);
                tally.read(&line);
            }
        });
        let status = child.wait()?;
        if !status.success() {
            bail!("{status}");
        }
        Ok(())
    }
}

/// Sends each line, whatever its bytes.
fn pass_on(from: impl Read, to: &mpsc::SyncSender<String>) {
    let mut from = BufReader::new(from);
    let mut line = Vec::new();
    while from.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
        let text = String::from_utf8_lossy(&line).trim_end_matches(['\r', '\n']).to_owned();
        line.clear();
        if to.send(text).is_err() {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::{Phase, Tally};

    fn phase(script: &str) -> Phase {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        Phase { name: "script", command }
    }

    #[test]
    fn both_streams_are_counted() {
        let mut tally = Tally::default();
        let script = "echo 'test result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out'\n\
                      echo '     Summary [ 0.1s] 3 tests run: 3 passed, 0 skipped' >&2";
        phase(script).run(&Vec::new(), &mut tally).unwrap();
        assert_eq!(tally.to_string(), "5 passed, 0 failed, 1 skipped");
    }

    #[test]
    fn a_runner_that_fails_is_a_failure_and_tests_are_told() {
        let script = "test \"$TOLD\" = /place && exit 3";
        let told = vec![("TOLD", "/place".into())];
        let error = phase(script).run(&told, &mut Tally::default()).unwrap_err();
        assert!(error.to_string().contains('3'), "{error}");
    }
}
