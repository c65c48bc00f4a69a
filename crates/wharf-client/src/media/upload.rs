//! A file on its way to the platform.

use std::path::Path;

use bytes::Bytes;
use tokio::fs::File;
use wharf_model::media::MediaKind;

use crate::Error;

/// A file to upload: bytes, or a file on disk.
#[derive(Debug)]
pub struct Upload {
    pub(super) mime: String,
    pub(super) name: String,
    pub(super) source: Source,
}

/// Where the bytes are.
#[derive(Debug)]
pub(super) enum Source {
    Bytes(Bytes),
    File { file: File, bytes: u64 },
}

/// Mime types by extension, for what the platform takes.
const EXTENSIONS: [(&str, &str); 22] = [
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("png", "image/png"),
    ("webp", "image/webp"),
    ("mp4", "video/mp4"),
    ("3gp", "video/3gpp"),
    ("aac", "audio/aac"),
    ("amr", "audio/amr"),
    ("mp3", "audio/mpeg"),
    ("m4a", "audio/mp4"),
    ("ogg", "audio/ogg"),
    ("opus", "audio/ogg"),
    ("txt", "text/plain"),
    ("csv", "text/plain"),
    ("md", "text/plain"),
    ("pdf", "application/pdf"),
    ("doc", "application/msword"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("xls", "application/vnd.ms-excel"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("ppt", "application/vnd.ms-powerpoint"),
    ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
];

impl Upload {
    /// Bytes in memory. `mime` is such as `image/png`; `name` is what a recipient sees of a document.
    pub fn bytes(
        mime: impl Into<String>,
        name: impl Into<String>,
        bytes: impl Into<Bytes>,
    ) -> Self {
        Self { mime: mime.into(), name: name.into(), source: Source::Bytes(bytes.into()) }
    }

    /// A file on disk, opened now and read while it is sent. Its mime type follows from its extension;
    /// [`mime`](Self::mime) sets another.
    pub async fn path(path: impl AsRef<Path>) -> Result<Self, Error> {
        let path = path.as_ref();
        let unreadable = |error| Error::argument("the file cannot be opened").because(error);
        let file = File::open(path).await.map_err(unreadable)?;
        let metadata = file.metadata().await.map_err(unreadable)?;
        if !metadata.is_file() {
            return Err(Error::argument("what is at that path is not a file"));
        }
        let text = |part: Option<&std::ffi::OsStr>| {
            part.unwrap_or_default().to_string_lossy().into_owned()
        };
        let extension = text(path.extension()).to_ascii_lowercase();
        let known = EXTENSIONS.iter().find(|(known, _)| *known == extension);
        let mime = known.map_or("application/octet-stream", |(_, mime)| mime).to_owned();
        let source = Source::File { file, bytes: metadata.len() };
        Ok(Self { mime, name: text(path.file_name()), source })
    }

    /// The same with another mime type.
    #[must_use]
    pub fn mime(mut self, mime: impl Into<String>) -> Self {
        self.mime = mime.into();
        self
    }

    /// Its size in bytes.
    pub fn size(&self) -> u64 {
        match &self.source {
            Source::Bytes(bytes) => bytes.len() as u64,
            Source::File { bytes, .. } => *bytes,
        }
    }

    /// Whether the platform takes files of this type and size.
    pub fn check(&self) -> Result<MediaKind, Error> {
        let Some(kind) = MediaKind::of_mime(&self.mime) else {
            return Err(Error::argument(format!(
                "the platform takes no files of type {}; set the right mime type, or convert the file",
                self.mime
            )));
        };
        let (size, max) = (self.size(), kind.bytes_max());
        if size == 0 {
            return Err(Error::argument("the file is empty"));
        }
        if size > max {
            return Err(Error::argument(format!(
                "a file of kind {} may have {max} bytes, this one has {size}",
                kind.as_str()
            )));
        }
        Ok(kind)
    }
}
