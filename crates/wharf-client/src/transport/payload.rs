//! What a request carries: bytes, nothing, or a stream; and what became of it.

use std::{
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicU8, Ordering},
    },
    task::{Context, Poll},
};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use http_body_util::{BodyExt as _, combinators::UnsyncBoxBody};

use crate::error::BoxError;

/// A body that comes in pieces.
pub(crate) type Streamed = UnsyncBoxBody<Bytes, BoxError>;

/// A body of any kind.
#[derive(Debug)]
pub(crate) struct Payload {
    carried: Carried,
    fate: Option<Fate>,
}

#[derive(Debug)]
enum Carried {
    Nothing,
    Whole(Bytes),
    Stream(Streamed),
}

/// No body.
pub(crate) fn empty() -> Payload {
    Payload { carried: Carried::Nothing, fate: None }
}

/// These bytes.
pub(crate) fn full(bytes: impl Into<Bytes>) -> Payload {
    let bytes = bytes.into();
    if bytes.is_empty() {
        return empty();
    }
    Payload { carried: Carried::Whole(bytes), fate: None }
}

/// Whatever comes.
pub(crate) fn stream<B>(body: B) -> Payload
where
    B: Body<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    Payload { carried: Carried::Stream(streamed(body)), fate: None }
}

/// The same for what is no request.
pub(crate) fn streamed<B>(body: B) -> Streamed
where
    B: Body<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    body.map_err(Into::into).boxed_unsync()
}

/// What became of a request, told by its body: a connection asks the body for its length, or whether there is any,
/// before it writes the first byte of the request, and asks nothing of a body that it never takes.
#[derive(Clone, Debug, Default)]
pub(super) struct Fate(Arc<AtomicU8>);

/// A connection has taken the request.
const TAKEN: u8 = 1;
/// It was dropped before any connection took it.
const DROPPED: u8 = 2;

impl Fate {
    /// Whether no byte of the request was written, and none will be. While it waits in the queue of a connection
    /// nobody can say.
    pub(super) fn never_left(&self) -> bool {
        self.0.load(Ordering::Acquire) == DROPPED
    }
}

impl Payload {
    /// Tells from now on what becomes of it.
    pub(super) fn watched(&mut self) -> Fate {
        self.fate.get_or_insert_default().clone()
    }

    fn taken(&self) {
        if let Some(Fate(fate)) = &self.fate {
            fate.store(TAKEN, Ordering::Release);
        }
    }
}

impl Drop for Payload {
    fn drop(&mut self) {
        if let Some(Fate(fate)) = &self.fate {
            // Left as it is when it was taken; then nobody needs to know that it is gone.
            let _taken = fate.compare_exchange(0, DROPPED, Ordering::AcqRel, Ordering::Acquire);
        }
    }
}

impl Body for Payload {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        self.taken();
        match &mut self.carried {
            Carried::Nothing => Poll::Ready(None),
            Carried::Stream(stream) => Pin::new(stream).poll_frame(cx),
            Carried::Whole(bytes) => {
                let bytes = std::mem::take(bytes);
                self.carried = Carried::Nothing;
                Poll::Ready(Some(Ok(Frame::data(bytes))))
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        self.taken();
        match &self.carried {
            Carried::Nothing => true,
            Carried::Whole(_) => false,
            Carried::Stream(stream) => stream.is_end_stream(),
        }
    }

    fn size_hint(&self) -> SizeHint {
        self.taken();
        match &self.carried {
            Carried::Nothing => SizeHint::with_exact(0),
            Carried::Whole(bytes) => SizeHint::with_exact(bytes.len() as u64),
            Carried::Stream(stream) => stream.size_hint(),
        }
    }
}
