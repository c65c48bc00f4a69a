//! The multipart form an upload is sent as (RFC 7578).

use std::{
    hash::{BuildHasher as _, Hasher as _, RandomState},
    io,
    pin::Pin,
    task::{Context, Poll, ready},
};

use bytes::{Bytes, BytesMut};
use http_body::{Body, Frame, SizeHint};
use tokio::io::{AsyncRead as _, ReadBuf};

use super::upload::{Source, Upload};
use crate::{
    error::BoxError,
    transport::{Payload, stream},
};

/// Bytes read from a file at once.
const CHUNK: usize = 64 * 1024;

/// A form with `messaging_product`, `type` and `file`; its length is known beforehand.
#[derive(Debug)]
pub(crate) struct Form {
    boundary: String,
    head: Bytes,
    source: Source,
    /// Of the file.
    left: u64,
    tail: Bytes,
}

impl Form {
    pub(crate) fn new(upload: Upload) -> Self {
        let boundary = boundary();
        let left = upload.size();
        let Upload { mime, name, source } = upload;
        let (mime, name) = (header_safe(&mime), header_safe(&name));
        let field = |name: &str, value: &str| {
            format!(
                "--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            )
        };
        let product = field("messaging_product", "whatsapp");
        let kind = field("type", &mime);
        let head = format!(
            "{product}{kind}--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; \
             filename=\"{name}\"\r\nContent-Type: {mime}\r\n\r\n"
        );
        let tail = format!("\r\n--{boundary}--\r\n").into();
        Self { boundary, head: head.into(), source, left, tail }
    }

    pub(crate) fn content_type(&self) -> String {
        format!("multipart/form-data; boundary={}", self.boundary)
    }

    /// Bytes of the whole form.
    pub(crate) fn len(&self) -> u64 {
        self.head.len() as u64 + self.left + self.tail.len() as u64
    }

    pub(crate) fn into_payload(self) -> Payload {
        stream(self)
    }

    /// The next bytes of the file; none at its end.
    fn poll_source(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<Bytes>> {
        let file = match &mut self.source {
            Source::Bytes(bytes) => return Poll::Ready(Ok(std::mem::take(bytes))),
            Source::File { file, .. } => file,
        };
        let mut chunk = BytesMut::zeroed(CHUNK.min(usize::try_from(self.left).unwrap_or(CHUNK)));
        let mut buf = ReadBuf::new(&mut chunk);
        ready!(Pin::new(file).poll_read(cx, &mut buf))?;
        let read = buf.filled().len();
        if read == 0 {
            return Poll::Ready(Err(io::Error::new(
                io::ErrorKind::UnexpectedEof,
                "the file became shorter while it was sent",
            )));
        }
        chunk.truncate(read);
        Poll::Ready(Ok(chunk.freeze()))
    }
}

impl Body for Form {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        if !self.head.is_empty() {
            return Poll::Ready(Some(Ok(Frame::data(std::mem::take(&mut self.head)))));
        }
        if self.left > 0 {
            let chunk = ready!(self.poll_source(cx))?;
            self.left = self.left.saturating_sub(chunk.len() as u64);
            return Poll::Ready(Some(Ok(Frame::data(chunk))));
        }
        if !self.tail.is_empty() {
            return Poll::Ready(Some(Ok(Frame::data(std::mem::take(&mut self.tail)))));
        }
        Poll::Ready(None)
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.len())
    }
}

/// A line that does not occur in the file: 128 bits that nobody can foresee.
fn boundary() -> String {
    let bits = || RandomState::new().build_hasher().finish();
    format!("wharf-{:016x}{:016x}", bits(), bits())
}

/// Text that cannot leave its line or its quotes.
fn header_safe(text: &str) -> String {
    text.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}
