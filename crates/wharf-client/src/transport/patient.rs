//! A body whose next piece may not be waited for without end.

use std::{
    io,
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use hyper::body::Incoming;
use tokio::time::{Instant, Sleep, sleep};

use crate::error::BoxError;

/// An answer's body; it fails when the other side is silent for `limit` while somebody waits.
#[derive(Debug)]
pub(crate) struct Patient {
    body: Incoming,
    limit: Duration,
    bell: Pin<Box<Sleep>>,
    waiting: bool,
}

impl Patient {
    pub(crate) fn new(body: Incoming, limit: Duration) -> Self {
        Self { body, limit, bell: Box::pin(sleep(limit)), waiting: false }
    }
}

impl Body for Patient {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        if let Poll::Ready(frame) = Pin::new(&mut self.body).poll_frame(cx) {
            self.waiting = false;
            return Poll::Ready(frame.map(|frame| frame.map_err(Into::into)));
        }
        // The time of a slow reader is not the time of a silent sender.
        if !self.waiting {
            self.waiting = true;
            let end = Instant::now() + self.limit;
            self.bell.as_mut().reset(end);
        }
        self.bell.as_mut().poll(cx).map(|()| {
            let silent = io::Error::new(io::ErrorKind::TimedOut, "the answer stopped half-way");
            Some(Err(silent.into()))
        })
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
