//! `wharf media info`: what a file is.

use clap::Args;

use crate::{exit::Failure, print::Printer, send, target};

/// Show type, size and digest of a file
#[derive(Debug, Args)]
pub(super) struct Info {
    /// The id of the file
    #[arg(value_name = "ID")]
    id: String,
}

pub(super) async fn run(command: &Info, printer: &mut Printer) -> Result<(), Failure> {
    let node = send::client()?.media(&target::id("ID", &command.id)?).await?;
    if printer.is_json() {
        return printer.json(&node);
    }
    for (name, value) in [
        ("id", node.id.as_str()),
        ("type", &node.mime_type),
        ("bytes", &node.file_size.to_string()),
        ("sha256", &node.sha256),
        ("url", &node.url),
    ] {
        printer.line(format!("{name:<8}{value}"))?;
    }
    printer.line(
        "The URL is good for 5 minutes, with the access token; `wharf media download` fetches it.",
    )
}
