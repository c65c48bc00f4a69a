//! The command line.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use crate::{
    completions, dev, doctor, emulator, flow, gateway, man, media, phone, send, template, webhook,
};

/// The WhatsApp Business Platform in one binary: send, receive, test.
#[derive(Debug, Parser)]
#[command(
    name = "wharf",
    version,
    max_term_width = 80,
    propagate_version = true,
    after_help = "Begin with `wharf dev`: it needs no account and prints all that the other commands want.\n\n\
        Exit codes: 0 done · 1 failed or refused · 2 wrong usage or a setting missing ·\n\
        3 surely not sent, or no harm in sending it again · 4 nobody knows whether it was sent\n\n\
        WHARF_LOG=info (or debug, or trace) says on stderr what happens."
)]
pub(crate) struct Cli {
    /// Print JSON, for scripts
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Read variables from this file instead of `.env` in this folder or one above
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) env: Option<PathBuf>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Start emulator and gateway, wired to each other, and a phone in the browser
    Dev(dev::Dev),
    /// Start the gateway towards the platform
    Gateway(gateway::Gateway),
    /// Start the emulator alone
    Emulator(emulator::Emulator),
    /// Send a message
    Send(send::Send),
    /// Look after a business phone number
    Phone(phone::Phone),
    /// Upload, look at, download and delete files
    Media(media::Media),
    /// Work with templates
    Template(template::Template),
    /// Work with flows: forms inside a chat
    Flow(flow::Flow),
    /// Work with webhook bodies
    Webhook(webhook::Webhook),
    /// Find out what would keep messages from going through, and how to mend it
    Doctor(doctor::Doctor),
    /// Print the completions of a shell
    Completions(completions::Completions),
    /// Print or write man pages
    Man(man::Man),
}
