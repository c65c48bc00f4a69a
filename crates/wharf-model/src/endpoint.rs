//! What a request is, for whoever sends it and whoever answers it.

use std::borrow::Cow;

use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// One operation of the platform's HTTP API.
///
/// A request is a plain value: it can be sent now, kept in a queue, replayed from a
/// fixture, or read off a socket by a server that stands in for the platform.
pub trait Endpoint {
    /// The HTTP method.
    const METHOD: http::Method;
    /// Whether doing it twice is the same as doing it once: such a call may be retried.
    const IDEMPOTENT: bool;
    /// What the request carries; [`NoBody`] when nothing.
    type Body: Serialize + DeserializeOwned;
    /// What a success carries.
    type Response: Serialize + DeserializeOwned;

    /// Path under `/{version}/`, without a leading slash, query included.
    fn path(&self) -> Cow<'_, str>;

    /// What the request carries; `None` sends no body and no content type.
    fn body(&self) -> Option<&Self::Body>;
}

/// The body of a request that has none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(clippy::empty_structs_with_brackets, reason = "as JSON it is an object, not null")]
pub struct NoBody {}

/// `{"success": true}`, the answer of operations that have nothing to tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Success {
    /// Whether it was done.
    pub success: bool,
}

/// Percent-encodes what goes into a path segment or a query value.
pub fn encode(text: &str) -> Cow<'_, str> {
    let plain =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~');
    if text.bytes().all(plain) {
        return text.into();
    }
    let mut encoded = String::with_capacity(text.len() * 3);
    for byte in text.bytes() {
        if plain(byte) {
            encoded.push(char::from(byte));
        } else {
            const HEX: &[u8; 16] = b"0123456789ABCDEF";
            encoded.push('%');
            encoded.push(char::from(HEX[usize::from(byte >> 4)]));
            encoded.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
    encoded.into()
}
