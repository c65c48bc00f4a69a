//! What a request carries: bytes, nothing, or a stream.

use bytes::Bytes;
use http_body::Body;
use http_body_util::{BodyExt as _, Empty, Full, combinators::UnsyncBoxBody};

use crate::error::BoxError;

/// A body of any kind.
pub(crate) type Payload = UnsyncBoxBody<Bytes, BoxError>;

/// No body.
pub(crate) fn empty() -> Payload {
    Empty::new().map_err(|never| match never {}).boxed_unsync()
}

/// These bytes.
pub(crate) fn full(bytes: impl Into<Bytes>) -> Payload {
    Full::new(bytes.into()).map_err(|never| match never {}).boxed_unsync()
}

/// Whatever comes.
pub(crate) fn stream<B>(body: B) -> Payload
where
    B: Body<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    body.map_err(Into::into).boxed_unsync()
}
