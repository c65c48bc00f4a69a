#![doc = include_str!("../README.md")]

mod args;
mod completions;
mod dev;
mod doctor;
mod emulator;
mod env_file;
mod exit;
mod flow;
mod fresh_file;
mod gateway;
mod input;
mod man;
mod media;
mod phone;
mod print;
mod progress;
mod send;
mod stop;
mod table;
mod target;
mod template;
mod usage;
mod webhook;
mod whole_file;

use std::{io::IsTerminal as _, process::ExitCode};

use clap::Parser as _;

use crate::{
    args::{Cli, Command},
    exit::Failure,
    print::Printer,
};

/// A message is many small pieces: a quarter of the emulator's time went into the system's allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    // Before the command line is read, for it falls back on variables; and before any thread runs.
    let loaded = env_file::load(env_file::named(std::env::args_os().skip(1)).as_deref());
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return usage::wrong(&error, std::env::args_os().skip(1)),
    };
    let mut printer = Printer::new(cli.json);
    match loaded.and_then(|()| run(cli, &mut printer)) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever read our output has seen enough.
        Err(failure) if failure.is_broken_pipe() => ExitCode::SUCCESS,
        Err(failure) => printer.failure(&failure),
    }
}

fn run(cli: Cli, printer: &mut Printer) -> Result<(), Failure> {
    log_to_stderr();
    let runtime = tokio::runtime::Runtime::new()
        .map_err(|source| Failure::failed(format!("cannot start the runtime: {source}")))?;
    runtime.block_on(async {
        match cli.command {
            Command::Dev(command) => dev::run(command, printer).await,
            Command::Gateway(command) => gateway::run(command, printer).await,
            Command::Emulator(command) => emulator::run(command, printer).await,
            Command::Send(command) => send::run(command, printer).await,
            Command::Phone(command) => phone::run(command, printer).await,
            Command::Media(command) => media::run(command, printer).await,
            Command::Template(command) => template::run(command, printer).await,
            Command::Flow(command) => flow::run(command, printer).await,
            Command::Webhook(command) => webhook::run(command, printer),
            Command::Doctor(command) => doctor::run(command, printer).await,
            Command::Completions(command) => completions::run(&command, printer),
            Command::Man(command) => man::run(&command, printer),
        }
    })
}

/// Logs go to stderr, warnings and worse; `WHARF_LOG` asks for more (`WHARF_LOG=debug`).
fn log_to_stderr() {
    let filter =
        tracing_subscriber::EnvFilter::try_from_env("WHARF_LOG").unwrap_or_else(|_| "warn".into());
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr)
        .init();
}
