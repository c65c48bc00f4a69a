//! `cargo xtask bench`: what is measured as a ratio, in turns and in one run, so that the machine does not matter.

use std::{ffi::OsString, fs, process::Stdio};

use anyhow::{Context as _, Result, ensure};
use cargo_metadata::Message;

use crate::{
    command::{at_root, cargo, output, root, shown},
    say, tool,
};

/// What `bench` is told.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Write the table to docs/benchmarks.md.
    #[arg(long)]
    write: bool,
    /// Count instructions too: slow, and the same however busy the machine is. Needs valgrind.
    #[arg(long)]
    instructions: bool,
}

const BENCH: &[&str] = &["bench", "--quiet", "--package", "wharf-model", "--bench", "read"];

const PAGE: &str = "\
# Benchmarks

Written by `cargo xtask bench --write`. Times are those of the machine it ran on; what counts is the ratio, which is
taken in turns within one run.

## Reading a webhook

All events of a body, typed, each with its raw JSON, against `serde_json::Value` on the same bytes.

";

/// `cargo xtask bench`.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let mut table = measure()?;
    say::line(table.trim_end());
    if arguments.instructions {
        let counted = count()?;
        say::line(&counted);
        table = format!("{table}\n{counted}\n");
    }
    if arguments.write {
        let path = root().join("docs/benchmarks.md");
        fs::write(&path, format!("{PAGE}{table}")).context("docs/benchmarks.md")?;
        say::line("written: docs/benchmarks.md");
    }
    Ok(())
}

fn measure() -> Result<String> {
    let mut command = cargo(BENCH);
    say::line(format_args!("$ {}", shown(&command)));
    output(&mut command)
}

/// Instructions of 100 readings of the first two bodies, for both sides.
fn count() -> Result<String> {
    let valgrind = tool::find("valgrind").context("valgrind is not installed")?;
    let program = built()?;
    let instructions = |which: &str| -> Result<f64> {
        let mut command = at_root(&valgrind);
        command.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]);
        let output = command.arg(&program).args(["once", which]).output().context("valgrind")?;
        let said = String::from_utf8_lossy(&output.stderr);
        let number = said.lines().find_map(|line| line.split_once("Collected :"));
        let (_, number) =
            number.context("valgrind did not say how many instructions it counted")?;
        number.trim().parse().context("not a number")
    };
    // What the program does besides is in both.
    let nothing = instructions("nothing")?;
    let (read, value) = (instructions("read")? - nothing, instructions("value")? - nothing);
    ensure!(value > 0.0, "nothing was counted");
    Ok(format!(
        "Instructions, both bodies 100 times: {:.1} million against {:.1} million, a ratio of {:.2}.",
        read / 1e6,
        value / 1e6,
        read / value
    ))
}

/// Builds the bench, and says where its program is.
fn built() -> Result<OsString> {
    let mut command = cargo(BENCH);
    command.args(["--no-run", "--message-format=json-render-diagnostics"]);
    let output = command.stderr(Stdio::inherit()).output().context("cargo bench")?;
    let program = Message::parse_stream(&output.stdout[..])
        .filter_map(|message| match message {
            Ok(Message::CompilerArtifact(artifact)) if artifact.target.name == "read" => {
                artifact.executable
            }
            _ => None,
        })
        .last();
    Ok(program.context("cargo built no bench")?.into_os_string())
}
