//! The multipart form an upload is sent as (RFC 7578).

use std::{
    pin::Pin,
    task::{Context, Poll, ready},
};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};

use super::{source::Pieces, upload::Upload};
use crate::{
    body::{boundary, header_safe, multipart_type, part},
    error::BoxError,
    transport::{Payload, stream},
};

/// A form with fields and a file; its length is known beforehand.
#[derive(Debug)]
pub(crate) struct Form {
    boundary: String,
    head: Bytes,
    pieces: Pieces,
    tail: Bytes,
}

impl Form {
    /// These fields, and the file as the last part.
    pub(crate) fn new(fields: &[(String, String)], file: &str, upload: Upload) -> Self {
        let boundary = boundary();
        let all = upload.size();
        let Upload { mime, name, source, watch } = upload;
        let (mime, name, file) = (header_safe(&mime), header_safe(&name), header_safe(file));
        let mut head: String =
            fields.iter().map(|(name, value)| part(&boundary, name, value)).collect();
        head = format!(
            "{head}--{boundary}\r\nContent-Disposition: form-data; name=\"{file}\"; \
             filename=\"{name}\"\r\nContent-Type: {mime}\r\n\r\n"
        );
        let tail = format!("\r\n--{boundary}--\r\n").into();
        Self { boundary, head: head.into(), pieces: Pieces::new(source, 0, all, watch), tail }
    }

    pub(crate) fn content_type(&self) -> String {
        multipart_type(&self.boundary)
    }

    /// Bytes of the whole form.
    pub(crate) fn len(&self) -> u64 {
        self.head.len() as u64 + self.pieces.left() + self.tail.len() as u64
    }

    pub(crate) fn into_payload(self) -> Payload {
        stream(self)
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
        if self.tail.is_empty() {
            return Poll::Ready(None);
        }
        let data = match ready!(self.pieces.poll_piece(cx)) {
            Some(piece) => piece?,
            None => std::mem::take(&mut self.tail),
        };
        Poll::Ready(Some(Ok(Frame::data(data))))
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.len())
    }
}
