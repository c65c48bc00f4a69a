//! `wharf webhook …`: work with webhook bodies.

mod inspect;
mod sign;

use clap::{Args, Subcommand};

use crate::{exit::Failure, print::Printer};

/// Work with webhook bodies
#[derive(Debug, Args)]
pub(crate) struct Webhook {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Say what is in webhook bodies, one line per event
    Inspect(inspect::Inspect),
    /// Print the X-Hub-Signature-256 header of a body
    Sign(sign::Sign),
}

pub(crate) fn run(webhook: Webhook, printer: &mut Printer) -> Result<(), Failure> {
    match webhook.command {
        Command::Inspect(inspect) => inspect::run(&inspect, printer),
        Command::Sign(sign) => sign::run(&sign, printer),
    }
}
