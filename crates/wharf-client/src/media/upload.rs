//! A file on its way to the platform.

use std::{
    fmt, io,
    path::Path,
    pin::Pin,
    task::{Context, Poll, ready},
};

use bytes::Bytes;
use futures_core::Stream;
use tokio::{fs::File, io::AsyncRead};
use tokio_util::io::StreamReader;
use wharf_model::media::{
    MediaKind, contradicted_by_name, contradiction, mime_of_bytes, mime_of_name,
};

use super::source::{Source, Watch};
use crate::{Error, error::BoxError};

/// A file to upload: bytes, a file on disk, or a stream. Its `Debug` shows no name.
pub struct Upload {
    pub(super) mime: String,
    pub(super) name: String,
    pub(super) source: Source,
    pub(super) watch: Watch,
}

impl fmt::Debug for Upload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Upload")
            .field("mime", &self.mime)
            .field("source", &self.source)
            .finish_non_exhaustive()
    }
}

impl Upload {
    /// Bytes in memory. `mime` is such as `image/png`; `name` is what a recipient sees of a document.
    pub fn bytes(
        mime: impl Into<String>,
        name: impl Into<String>,
        bytes: impl Into<Bytes>,
    ) -> Self {
        Self::of(mime.into(), name.into(), Source::Bytes(bytes.into()))
    }

    /// Bytes from a reader, `size` of them: the platform wants to know beforehand. One that ends earlier or later ends
    /// the upload with an error. They pass by once: an upload of them cannot be resumed.
    pub fn reader(
        mime: impl Into<String>,
        name: impl Into<String>,
        size: u64,
        reader: impl AsyncRead + Send + 'static,
    ) -> Self {
        let source = Source::Reader { reader: Box::pin(reader), size };
        Self::of(mime.into(), name.into(), source)
    }

    /// The same from a stream of pieces, such as the body of a request.
    pub fn stream<S, E>(
        mime: impl Into<String>,
        name: impl Into<String>,
        size: u64,
        stream: S,
    ) -> Self
    where
        S: Stream<Item = Result<Bytes, E>> + Send + 'static,
        E: Into<BoxError>,
    {
        let reader = StreamReader::new(Readable { stream: Box::pin(stream) });
        Self::reader(mime, name, size, reader)
    }

    fn of(mime: String, name: String, source: Source) -> Self {
        Self { mime, name, source, watch: Watch::default() }
    }

    /// Calls `watch` with the bytes that went out so far and the bytes in all, as they go. It should be quick.
    #[must_use]
    pub fn on_progress(mut self, watch: impl Fn(u64, u64) + Send + Sync + 'static) -> Self {
        self.watch = Watch::new(watch);
        self
    }

    /// A file on disk, opened now and read while it is sent. Its mime type follows from its extension, or where that is
    /// not known from its first bytes; [`mime`](Self::mime) sets another.
    pub async fn path(path: impl AsRef<Path>) -> Result<Self, Error> {
        let path = path.as_ref();
        let unreadable = |error| Error::argument("the file cannot be opened").because(error);
        let file = File::open(path).await.map_err(unreadable)?;
        let metadata = file.metadata().await.map_err(unreadable)?;
        if !metadata.is_file() {
            return Err(Error::argument("what is at that path is not a file"));
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut source = Source::File { file, path: path.to_owned(), size: metadata.len() };
        let mime = match mime_of_name(&name) {
            Some(mime) => Some(mime),
            None => mime_of_bytes(&source.head().await.map_err(unreadable)?),
        };
        Ok(Self::of(mime.unwrap_or("application/octet-stream").to_owned(), name, source))
    }

    /// The same with another mime type.
    #[must_use]
    pub fn mime(mut self, mime: impl Into<String>) -> Self {
        self.mime = mime.into();
        self
    }

    /// The same under another name: what a recipient sees of a document.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// Its mime type.
    pub fn mime_type(&self) -> &str {
        &self.mime
    }

    /// Its size in bytes.
    pub fn size(&self) -> u64 {
        self.source.size()
    }

    /// Whether the platform takes files of this type and size, and the name does not mean another type.
    /// [`PhoneNumber::upload`](crate::PhoneNumber::upload) looks at the first bytes besides.
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
        if let Some(meant) = contradicted_by_name(&self.mime, &self.name) {
            let mime = &self.mime;
            return Err(Error::argument(format!(
                "the file's name says {meant}, and its mime type is {mime}: set the right one of both"
            )));
        }
        Ok(kind)
    }

    /// Whether its first bytes are of the declared type. A file or a stream is read for it, and nothing of it is lost.
    pub(crate) async fn check_content(&mut self) -> Result<(), Error> {
        let unreadable = |error| Error::argument("the file cannot be read").because(error);
        let head = self.source.head().await.map_err(unreadable)?;
        let Some(found) = contradiction(&self.mime, &head) else { return Ok(()) };
        let mime = &self.mime;
        Err(Error::argument(format!(
            "the file is declared to be {mime} and looks like {found}: set the right mime type, or convert the file"
        )))
    }
}

/// A stream whose errors a reader can have.
struct Readable<S> {
    stream: Pin<Box<S>>,
}

impl<S, E> Stream for Readable<S>
where
    S: Stream<Item = Result<Bytes, E>>,
    E: Into<BoxError>,
{
    type Item = io::Result<Bytes>;

    fn poll_next(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Bytes>>> {
        let next = ready!(self.stream.as_mut().poll_next(cx));
        Poll::Ready(next.map(|piece| piece.map_err(io::Error::other)))
    }
}
