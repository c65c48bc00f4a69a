//! `wharf media …`: files on the platform.

mod delete;
mod download;
mod info;
mod upload;

use clap::{Args, Subcommand};

pub(crate) use self::upload::opened;

use crate::{exit::Failure, print::Printer};

/// Upload, look at, download and delete files
#[derive(Debug, Args)]
#[command(after_help = "An uploaded file is kept for 30 days, one that a person sent for 7.\n\n\
    Examples:\n  wharf send image \"$(wharf media upload photo.jpg)\"\n  \
    wharf media download 1234567890 invoice.pdf")]
pub(crate) struct Media {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Upload a file and print its id
    Upload(upload::Upload),
    /// Show type, size and digest of a file
    Info(info::Info),
    /// Download a file; it is kept only if it is the announced one
    Download(download::Download),
    /// Delete a file on the platform
    Delete(delete::Delete),
}

pub(crate) async fn run(media: Media, printer: &mut Printer) -> Result<(), Failure> {
    match media.command {
        Command::Upload(command) => upload::run(&command, printer).await,
        Command::Info(command) => info::run(&command, printer).await,
        Command::Download(command) => download::run(&command, printer).await,
        Command::Delete(command) => delete::run(&command, printer).await,
    }
}
