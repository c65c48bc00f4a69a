//! `wharf media delete`: takes a file from the platform.

use clap::Args;
use serde_json::json;

use crate::{exit::Failure, print::Printer, send, target};

/// Delete a file on the platform
#[derive(Debug, Args)]
pub(super) struct Delete {
    /// The id of the file
    #[arg(value_name = "ID")]
    id: String,
}

pub(super) async fn run(command: &Delete, printer: &mut Printer) -> Result<(), Failure> {
    send::client()?.delete_media(&target::id("ID", &command.id)?).await?;
    printer.either(&json!({"success": true}), || "deleted".to_owned())
}
