//! `wharf media upload`: gives the platform a file.

use std::{
    io::Read as _,
    path::{Path, PathBuf},
};

use clap::Args;
use serde_json::json;
use wharf::media::{HEAD_BYTES, MediaKind, mime_of_bytes};

use crate::{exit::Failure, input, print::Printer, progress::Progress, send, target};

/// Upload a file and print its id
#[derive(Debug, Args)]
pub(super) struct Upload {
    /// The file; `-` is stdin, and wants --type
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Its mime type, which its content may not contradict; that of its content or its ending if absent
    #[arg(long = "type", value_name = "MIME")]
    mime: Option<String>,
    /// The name that a recipient sees of a document; the file's own if absent
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// The business phone number id that will send it
    #[arg(long, env = "WHATSAPP_PHONE_NUMBER_ID", value_name = "ID")]
    number: Option<String>,
}

pub(super) async fn run(command: &Upload, printer: &mut Printer) -> Result<(), Failure> {
    let number = target::number(command.number.as_deref())?;
    let upload = file(command).await?;
    let (mime, bytes) = (upload.mime_type().to_owned(), upload.size());
    let progress = Progress::new(printer.is_json(), "uploading", bytes);
    let upload = upload.on_progress(progress.watch());
    let id = send::client()?.number(number).upload(upload).await?;
    drop(progress);
    printer.either(&json!({"id": id, "mime_type": mime, "file_size": bytes}), || id.to_string())
}

/// The file, with its type.
async fn file(command: &Upload) -> Result<wharf::Upload, Failure> {
    let path = command.file.as_path();
    if path == Path::new("-") {
        let mime = command.mime.as_deref().ok_or_else(|| {
            Failure::usage("--type: what comes from stdin has no name to tell its type by; give it")
        })?;
        let name = command.name.as_deref().unwrap_or("file");
        return Ok(wharf::Upload::bytes(mime, name, input::bytes(path)?));
    }
    let mut upload = opened(path, command.mime.as_deref()).await?;
    if let Some(name) = &command.name {
        upload = upload.name(name);
    }
    Ok(upload)
}

/// A file with the type that was given, or else the one that it has.
pub(crate) async fn opened(path: &Path, mime: Option<&str>) -> Result<wharf::Upload, Failure> {
    if !path.is_file() {
        let what = if path.is_dir() { "is a folder; name a file" } else { "is no file here" };
        return Err(Failure::usage(format!("{}: {what}", path.display())));
    }
    let upload = wharf::Upload::path(path).await?;
    if let Some(mime) = mime {
        return Ok(upload.mime(mime));
    }
    match mime_of_bytes(&head(path)?) {
        Some(seen) if contradicts(upload.mime_type(), seen) => Ok(upload.mime(seen)),
        _ => Ok(upload),
    }
}

/// Whether a file cannot be of the type that its ending names. MP4 holds sound as well as pictures.
fn contradicts(named: &str, seen: &str) -> bool {
    let same = named == seen || (seen == "video/mp4" && named == "audio/mp4");
    !same && (MediaKind::of_mime(seen).is_some() || MediaKind::of_mime(named).is_none())
}

/// The first bytes of a file.
fn head(path: &Path) -> Result<Vec<u8>, Failure> {
    let mut head = Vec::new();
    let read = std::fs::File::open(path)
        .and_then(|file| file.take(HEAD_BYTES as u64).read_to_end(&mut head));
    read.map(|_| head)
        .map_err(|error| Failure::failed(format!("{}: cannot be read: {error}", path.display())))
}
