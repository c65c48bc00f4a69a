//! `wharf media download`: fetches a file. What is not the announced file is not kept, nor is half of one.

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::json;
use tempfile::NamedTempFile;
use tokio::io::AsyncWriteExt as _;
use wharf::{
    Client,
    media::{MediaNode, extension_of},
};

use crate::{
    exit::Failure,
    fresh_file::{FreshFile, may_write},
    print::Printer,
    progress::Progress,
    send,
    stop::Stop,
    target,
};

/// Download a file; it is kept only if it is the announced one
#[derive(Debug, Args)]
#[command(
    after_help = "The file appears under its name only when all of it is there and its SHA-256 is the announced \
    one;\nafter Ctrl-C or an error nothing is left. So it is for `-`: nothing is printed before all is there."
)]
pub(super) struct Download {
    /// The id of the file
    #[arg(value_name = "ID")]
    id: String,
    /// Where to put it; `-` is stdout, a folder gets it by its id. The id and the ending of its type if absent
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    /// Write over a file that is there
    #[arg(long)]
    force: bool,
}

pub(super) async fn run(command: &Download, printer: &mut Printer) -> Result<(), Failure> {
    let mut stop = Stop::listen()?;
    tokio::select! {
        done = fetch(command, printer) => done,
        () = stop.asked() => Err(Failure::failed("stopped: nothing was kept")),
    }
}

async fn fetch(command: &Download, printer: &mut Printer) -> Result<(), Failure> {
    let client = send::client()?;
    let id = target::id("ID", &command.id)?;
    let to_stdout = command.file.as_deref() == Some(Path::new("-"));
    // A name that is taken is said before anything is fetched.
    let early = command.file.as_deref().filter(|path| !to_stdout && !path.is_dir());
    early.map_or(Ok(()), |path| may_write(path, command.force))?;
    let node = client.media(&id).await?;
    if to_stdout {
        let mut kept = NamedTempFile::new()?;
        whole(&client, &node, &kept, printer.is_json()).await?;
        return printer.copy(kept.as_file_mut());
    }
    let path = place(command.file.as_deref(), &node);
    let file = FreshFile::begin(&path, command.force)?;
    let bytes = whole(&client, &node, file.file(), printer.is_json()).await?;
    file.keep()?;
    let shown = path.display();
    let value = json!({
        "id": node.id, "file": path, "file_size": bytes, "mime_type": node.mime_type, "sha256": node.sha256,
    });
    printer.either(&value, || format!("{shown}: {bytes} bytes, {}", node.mime_type))
}

/// Fetches all of it, and says how many bytes there are.
async fn whole(
    client: &Client,
    node: &MediaNode,
    into: &NamedTempFile,
    json: bool,
) -> Result<u64, Failure> {
    let progress = Progress::new(json, "downloading", node.file_size);
    let mut download = client.download_stream(node).await?.on_progress(progress.watch());
    let mut file = tokio::fs::File::from_std(into.reopen()?);
    while let Some(piece) = download.piece().await? {
        file.write_all(&piece).await?;
    }
    file.sync_all().await?;
    Ok(download.done())
}

/// Where it goes.
fn place(given: Option<&Path>, node: &MediaNode) -> PathBuf {
    // An id is the platform's word, and becomes a name here.
    let plain = node.id.as_str().chars().filter(char::is_ascii_alphanumeric);
    let mut name: String = plain.collect();
    if let Some(extension) = extension_of(&node.mime_type) {
        name = format!("{name}.{extension}");
    }
    match given {
        Some(folder) if folder.is_dir() => folder.join(name),
        Some(path) => path.to_owned(),
        None => name.into(),
    }
}
