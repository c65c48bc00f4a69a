//! `cargo xtask bench read`: `webhook::read` against `serde_json::Value`.

use std::{ffi::OsString, process::Stdio};

use anyhow::{Context as _, Result, ensure};
use cargo_metadata::Message;

use super::page::Section;
use crate::{
    command::{at_root, cargo, output, shown},
    say, tool,
};

const BENCH: &[&str] = &["bench", "--quiet", "--package", "wharf-model", "--bench", "read"];

const ABOUT: &str = "\
All events of a body, typed, each with its raw JSON, against `serde_json::Value` on the same bytes.

";

/// The table; with the instructions under it, if they are wanted.
pub(super) fn measure(instructions: bool) -> Result<Section> {
    let mut text = format!("{ABOUT}{}", table()?.trim_end());
    if instructions {
        text = format!("{text}\n\n{}", count()?);
    }
    Ok(Section { title: "Reading a webhook", text })
}

fn table() -> Result<String> {
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
