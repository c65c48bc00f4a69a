//! A file that arrives piece by piece, and is checked at its end.

use std::{
    fmt::{self, Write as _},
    future::poll_fn,
    io,
    pin::Pin,
    task::{Context, Poll, ready},
};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use bytes::Bytes;
use futures_core::Stream;
use http_body::Body as _;
use sha2::{Digest as _, Sha256};
use wharf_model::{limits::DOCUMENT_BYTES_MAX, media::MediaNode};

use super::source::Watch;
use crate::{Error, Kind, error::BoxError, transport::Patient};

/// A file on its way here: from [`Client::download_stream`](crate::Client::download_stream).
///
/// A [`Stream`] of pieces, or ask for them with [`piece`](Self::piece). Trust no piece before the end has come
/// without an error: only then is the SHA-256 known to be the announced one.
pub struct Download {
    body: Patient,
    host: String,
    sha256: String,
    digest: Sha256,
    done: u64,
    /// What was announced; 0 when nothing was.
    size: u64,
    watch: Watch,
    over: bool,
}

impl Download {
    pub(super) fn new(body: Patient, host: String, node: &MediaNode) -> Self {
        Self {
            body,
            host,
            sha256: node.sha256.clone(),
            digest: Sha256::new(),
            done: 0,
            size: node.file_size,
            watch: Watch::default(),
            over: false,
        }
    }

    /// Calls `watch` with the bytes that came so far and the bytes in all (0 when the platform did not say), as they
    /// come. It should be quick.
    #[must_use]
    pub fn on_progress(mut self, watch: impl Fn(u64, u64) + Send + Sync + 'static) -> Self {
        self.watch = Watch::new(watch);
        self
    }

    /// Bytes that came so far.
    pub fn done(&self) -> u64 {
        self.done
    }

    /// The next piece; none at the end of a file that is the announced one.
    pub async fn piece(&mut self) -> Result<Option<Bytes>, Error> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await.transpose()
    }

    fn poll_body(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, Error>>> {
        loop {
            let Some(frame) = ready!(Pin::new(&mut self.body).poll_frame(cx)) else {
                return Poll::Ready(None);
            };
            let frame = frame.map_err(|error| self.cut(error))?;
            if let Ok(data) = frame.into_data() {
                return Poll::Ready(Some(Ok(data)));
            }
        }
    }

    fn cut(&self, error: BoxError) -> Error {
        let io = error.downcast_ref::<io::Error>();
        let timeout = io.is_some_and(|error| error.kind() == io::ErrorKind::TimedOut);
        let kind = Kind::Unanswered { host: self.host.clone(), timeout };
        Error::new(kind).because(error).idempotent(true)
    }

    fn take(&mut self, data: &Bytes) -> Result<(), Error> {
        self.done += data.len() as u64;
        let most = if self.size > 0 { self.size } else { DOCUMENT_BYTES_MAX };
        if self.done > most {
            return Err(corrupt("it is larger"));
        }
        self.digest.update(data);
        self.watch.tell(self.done, self.size);
        Ok(())
    }

    fn end(&mut self) -> Result<(), Error> {
        if self.size > 0 && self.done != self.size {
            return Err(corrupt("it is shorter"));
        }
        let digest = std::mem::take(&mut self.digest).finalize().into();
        if is_digest(&self.sha256, &digest) { Ok(()) } else { Err(corrupt("its SHA-256 differs")) }
    }
}

impl Stream for Download {
    type Item = Result<Bytes, Error>;

    fn poll_next(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, Error>>> {
        if self.over {
            return Poll::Ready(None);
        }
        let next = match ready!(self.poll_body(cx)) {
            Some(Ok(data)) => Some(self.take(&data).map(|()| data)),
            Some(Err(error)) => Some(Err(error)),
            None => {
                self.over = true;
                self.end().err().map(Err)
            }
        };
        self.over |= matches!(next, Some(Err(_)));
        Poll::Ready(next)
    }
}

impl fmt::Debug for Download {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Download")
            .field("done", &self.done)
            .field("size", &self.size)
            .finish_non_exhaustive()
    }
}

fn corrupt(what: &str) -> Error {
    Error::new(Kind::Corrupt { what: what.to_owned() }).idempotent(true)
}

/// Whether this text is the digest: in hex, as nodes have it, or in Base64, as webhooks have it.
fn is_digest(text: &str, digest: &[u8; 32]) -> bool {
    let hex = digest.iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _infallible = write!(hex, "{byte:02x}");
        hex
    });
    let text = text.trim();
    text.eq_ignore_ascii_case(&hex) || text == STANDARD.encode(digest)
}
