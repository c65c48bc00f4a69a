//! Where the bytes of an upload come from, and how they are handed out piece by piece.

use std::{
    fmt, io,
    path::PathBuf,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
};

use bytes::{Bytes, BytesMut};
use http_body::{Body, Frame, SizeHint};
use tokio::{
    fs::File,
    io::{AsyncRead, AsyncReadExt as _, AsyncSeekExt as _, ReadBuf},
};
use wharf_model::media::HEAD_BYTES;

use crate::error::BoxError;

/// Bytes handed out at once.
const CHUNK: usize = 64 * 1024;

/// Where the bytes are.
pub(super) enum Source {
    Bytes(Bytes),
    /// An open file, and where it was found, to open it again.
    File {
        file: File,
        path: PathBuf,
        size: u64,
    },
    /// Bytes that pass by once.
    Reader {
        reader: Pin<Box<dyn AsyncRead + Send>>,
        size: u64,
    },
    /// The reader has been read.
    Gone {
        size: u64,
    },
}

impl Source {
    pub(super) fn size(&self) -> u64 {
        match self {
            Self::Bytes(bytes) => bytes.len() as u64,
            Self::File { size, .. } | Self::Reader { size, .. } | Self::Gone { size } => *size,
        }
    }

    /// The first bytes; all of them are still there afterwards.
    pub(super) async fn head(&mut self) -> io::Result<Bytes> {
        let mut head = Vec::with_capacity(HEAD_BYTES);
        let most = HEAD_BYTES as u64;
        match self {
            Self::Bytes(bytes) => return Ok(bytes.slice(..bytes.len().min(HEAD_BYTES))),
            Self::File { file, .. } => {
                file.take(most).read_to_end(&mut head).await?;
                file.rewind().await?;
            }
            Self::Reader { reader, .. } => {
                reader.as_mut().take(most).read_to_end(&mut head).await?;
                let rest = std::mem::replace(reader, Box::pin(tokio::io::empty()));
                *reader = Box::pin(io::Cursor::new(head.clone()).chain(rest));
            }
            Self::Gone { .. } => {}
        }
        Ok(head.into())
    }
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self {
            Self::Bytes(_) => "Bytes",
            Self::File { .. } => "File",
            Self::Reader { .. } => "Reader",
            Self::Gone { .. } => "Gone",
        };
        write!(f, "{name}({} bytes)", self.size())
    }
}

/// Who wants to know how far a file has come: bytes so far, bytes in all.
#[derive(Clone, Default)]
pub(super) struct Watch(pub(super) Option<Arc<dyn Fn(u64, u64) + Send + Sync>>);

impl Watch {
    pub(super) fn new(watch: impl Fn(u64, u64) + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(watch)))
    }

    pub(super) fn tell(&self, done: u64, all: u64) {
        if let Some(watch) = &self.0 {
            watch(done, all);
        }
    }
}

impl fmt::Debug for Watch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Watch({})", self.0.is_some())
    }
}

/// The bytes of a file on their way out, from some place in it to its end; exactly as many as announced.
#[derive(Debug)]
pub(super) struct Pieces {
    source: Source,
    done: u64,
    all: u64,
    watch: Watch,
}

impl Pieces {
    /// The source begins `done` bytes into a file of `all` bytes.
    pub(super) fn new(source: Source, done: u64, all: u64, watch: Watch) -> Self {
        Self { source, done, all, watch }
    }

    pub(super) fn left(&self) -> u64 {
        self.all.saturating_sub(self.done)
    }

    /// The next bytes; none at the end.
    pub(super) fn poll_piece(&mut self, cx: &mut Context<'_>) -> Poll<Option<io::Result<Bytes>>> {
        let room = usize::try_from(self.left()).unwrap_or(CHUNK).min(CHUNK);
        let piece = if room == 0 {
            ready!(self.poll_end(cx))?;
            return Poll::Ready(None);
        } else if let Source::Bytes(bytes) = &mut self.source {
            bytes.split_to(room.min(bytes.len()))
        } else {
            ready!(self.poll_read(cx, room))?
        };
        if piece.is_empty() {
            let why = "the file became shorter while it was sent";
            return Poll::Ready(Some(Err(io::Error::new(io::ErrorKind::UnexpectedEof, why))));
        }
        self.done += piece.len() as u64;
        self.watch.tell(self.done, self.all);
        Poll::Ready(Some(Ok(piece)))
    }

    /// Whether a stream ends where it was announced to.
    fn poll_end(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        if matches!(self.source, Source::Reader { .. }) {
            let more = ready!(self.poll_read(cx, 1))?;
            self.source = Source::Gone { size: self.all };
            if !more.is_empty() {
                return Poll::Ready(Err(io::Error::other("the file is longer than announced")));
            }
        }
        Poll::Ready(Ok(()))
    }

    fn poll_read(&mut self, cx: &mut Context<'_>, room: usize) -> Poll<io::Result<Bytes>> {
        let mut piece = BytesMut::zeroed(room);
        let mut buf = ReadBuf::new(&mut piece);
        match &mut self.source {
            Source::File { file, .. } => ready!(Pin::new(file).poll_read(cx, &mut buf))?,
            Source::Reader { reader, .. } => ready!(reader.as_mut().poll_read(cx, &mut buf))?,
            Source::Bytes(_) | Source::Gone { .. } => {}
        }
        let read = buf.filled().len();
        piece.truncate(read);
        Poll::Ready(Ok(piece.freeze()))
    }
}

impl Body for Pieces {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let piece = ready!(self.poll_piece(cx));
        Poll::Ready(piece.map(|piece| piece.map(Frame::data).map_err(Into::into)))
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left())
    }
}
