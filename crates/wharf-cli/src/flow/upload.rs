//! `wharf flow upload`: the JSON of a flow.

use std::path::PathBuf;

use clap::Args;
use wharf_model::flow::UploadFlowJson;

use super::{flow, stage, validation};
use crate::{exit::Failure, input, print::Printer, send};

/// Upload the JSON of a flow, and say what is wrong with it
#[derive(Debug, Args)]
#[command(
    after_help = "Exit code 1 when the platform found errors: the JSON is kept as a draft then."
)]
pub(super) struct Upload {
    /// The id of the flow
    flow: String,
    /// File with its JSON, at most 10 MB; `-` is stdin
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

pub(super) async fn run(command: &Upload, printer: &mut Printer) -> Result<(), Failure> {
    let call = UploadFlowJson::of(flow(&command.flow)?);
    let file = command.file.display().to_string();
    let text = validation::read(&file, &input::bytes(&command.file)?)?;
    let body = wharf::Upload::bytes("application/json", "flow.json", text.clone());
    let uploaded = send::client()?.call_with_file(&call, body).await?.response;
    let errors = uploaded.validation_errors.clone().unwrap_or_default();
    if printer.is_json() {
        printer.json(&uploaded)?;
    } else if !errors.is_empty() {
        printer.line(validation::of(&errors, &file, &text))?;
    }
    validation::verdict(&errors, "it was uploaded")?;
    stage::done(uploaded.success)?;
    if printer.is_json() { Ok(()) } else { printer.line("uploaded: nothing is wrong with it") }
}
