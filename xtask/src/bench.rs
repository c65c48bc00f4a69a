//! `cargo xtask bench`: what is measured as a ratio, in turns and in one run, so that the machine does not matter.

mod emulator;
mod figures;
mod page;
mod process;
mod programs;
mod read;
mod sender;

use anyhow::{Result, ensure};
use clap::ValueEnum;

use self::page::Section;
use crate::{command::output, say};

/// What `bench` is told.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// What to measure; all of it if none is named.
    which: Vec<Which>,
    /// Write the tables to docs/benchmarks.md; what is not measured keeps its place there.
    #[arg(long)]
    write: bool,
    /// Count the instructions of `read` too: slow, and the same however busy the machine is. Needs valgrind.
    #[arg(long)]
    instructions: bool,
    /// How often `sender` and `emulator` take turns.
    #[arg(long, default_value_t = 5, value_name = "TIMES")]
    rounds: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Which {
    /// Reading a webhook, against `serde_json::Value`.
    Read,
    /// Sending, against bare hyper and other people's clients.
    Sender,
    /// The emulator: sends, webhooks, memory, start.
    Emulator,
}

/// `cargo xtask bench`.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    ensure!(arguments.rounds > 0, "--rounds: at least 1");
    let wanted = |which| arguments.which.is_empty() || arguments.which.contains(&which);
    let mut sections: Vec<Section> = Vec::new();
    if wanted(Which::Read) {
        sections.push(read::measure(arguments.instructions)?);
    }
    if wanted(Which::Sender) {
        sections.push(sender::measure(arguments.rounds)?);
    }
    if wanted(Which::Emulator) {
        sections.push(emulator::measure(arguments.rounds)?);
    }
    for section in &mut sections {
        section.text = format!("{}\n\n{}", section.text.trim_end(), circumstances());
        say::line(&section.text);
    }
    if arguments.write {
        page::write(&sections)?;
        say::line("written: docs/benchmarks.md");
    }
    Ok(())
}

/// When, and how busy the machine was: a figure without them says little.
fn circumstances() -> String {
    let word = |program: &str, words: &[&str]| {
        let said = output(crate::command::at_root(program).args(words)).unwrap_or_default();
        said.trim().to_owned()
    };
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().unwrap_or("unknown").to_owned();
    let (day, commit) = (word("date", &["+%F"]), word("git", &["rev-parse", "--short", "HEAD"]));
    format!("{day}, at {commit}, {} cores, load {load} at the end.", word("nproc", &[]))
}
