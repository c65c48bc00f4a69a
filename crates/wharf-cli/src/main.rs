#![doc = include_str!("../README.md")]

mod args;
mod dev;
mod emulator;
mod env_file;
mod exit;
mod gateway;
mod input;
mod phone;
mod print;
mod send;
mod stop;
mod webhook;

use std::process::ExitCode;

use clap::Parser as _;

use crate::{
    args::{Cli, Command},
    exit::Failure,
    print::Printer,
};

fn main() -> ExitCode {
    let cli = Cli::parse();
    let mut printer = Printer::new(cli.json);
    match run(cli, &mut printer) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever read our output has seen enough.
        Err(failure) if failure.is_broken_pipe() => ExitCode::SUCCESS,
        Err(failure) => printer.failure(&failure),
    }
}

fn run(cli: Cli, printer: &mut Printer) -> Result<(), Failure> {
    // Before any thread runs: it sets variables of this process.
    env_file::load(cli.env.as_deref())?;
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
            Command::Webhook(command) => webhook::run(command, printer),
        }
    })
}

/// Logs go to stderr, warnings and worse; `WHARF_LOG` asks for more (`WHARF_LOG=debug`).
fn log_to_stderr() {
    let filter =
        tracing_subscriber::EnvFilter::try_from_env("WHARF_LOG").unwrap_or_else(|_| "warn".into());
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
}
