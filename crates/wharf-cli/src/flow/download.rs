//! `wharf flow download`: the JSON of a flow.

use std::{
    io::Write as _,
    path::{Path, PathBuf},
};

use clap::Args;
use serde_json::json;
use wharf_model::flow::{AssetType, ListFlowAssets};

use super::flow;
use crate::{exit::Failure, fresh_file::FreshFile, print::Printer, send};

/// Download the JSON of a flow
#[derive(Debug, Args)]
pub(super) struct Download {
    /// The id of the flow
    flow: String,
    /// Where to put it; `-` is stdout
    #[arg(value_name = "FILE", default_value = "flow.json")]
    file: PathBuf,
    /// Write over a file that is there
    #[arg(long)]
    force: bool,
}

/// The platform takes 10 MB.
const BYTES_MAX: usize = 16 * 1024 * 1024;

pub(super) async fn run(command: &Download, printer: &mut Printer) -> Result<(), Failure> {
    let flow = flow(&command.flow)?;
    let path = command.file.as_path();
    // A name that is taken is said before anything is fetched.
    let file =
        if path == Path::new("-") { None } else { Some(FreshFile::begin(path, command.force)?) };
    let client = send::client()?;
    let assets = client.call(&ListFlowAssets::new(flow)).await?.data;
    let asset = assets.iter().find(|asset| asset.asset_type == Some(AssetType::FlowJson));
    let url = asset.and_then(|asset| asset.download_url.as_deref());
    let url = url.ok_or_else(|| Failure::failed("the flow has no JSON yet"))?;
    let bytes = client.fetch(url, BYTES_MAX).await?;
    let Some(file) = file else { return printer.copy(&mut bytes.as_ref()) };
    file.file().as_file().write_all(&bytes)?;
    file.keep()?;
    printer.either(&json!({"file": path, "file_size": bytes.len()}), || {
        format!("{}: {} bytes", path.display(), bytes.len())
    })
}
