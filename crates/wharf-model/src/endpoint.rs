//! What a request is, for whoever sends it and whoever answers it.

pub(crate) mod lenient;
pub(crate) mod path;

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
    /// How the body is written.
    const ENCODING: Encoding = Encoding::Json;
    /// Another host than the rest of the platform's API, without scheme.
    const HOST: Option<&'static str> = None;
    /// What the request carries; [`NoBody`] when nothing.
    type Body: Serialize + DeserializeOwned;
    /// What a success carries.
    type Response: Serialize + DeserializeOwned;

    /// Path under `/{version}/`, without a leading slash, query included.
    fn path(&self) -> Cow<'_, str>;

    /// What the request carries; `None` sends no body and no content type.
    fn body(&self) -> Option<&Self::Body>;

    /// A header that only this operation needs, by its lower-case name.
    fn header(&self) -> Option<(&'static str, String)> {
        None
    }
}

/// How the body of a request is written.
///
/// The platform takes most operations as JSON. In the other encodings, each member of the body's JSON object is a field
/// of its own: strings as they are, everything else as its JSON.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Encoding {
    /// `application/json`.
    #[default]
    Json,
    /// `application/x-www-form-urlencoded`.
    Form,
    /// `multipart/form-data`.
    Multipart {
        /// The part that is a file. A request is a plain value and carries no bytes: who sends it adds this part.
        file: Option<&'static str>,
    },
    /// Nothing but bytes, which are not part of the request either: who sends it adds them.
    Bytes,
}

/// The body of a request that has none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(clippy::empty_structs_with_brackets, reason = "as JSON it is an object, not null")]
pub struct NoBody {}

/// `{"success": true}`, the answer of operations that have nothing to tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Success {
    /// Whether it was done.
    #[serde(deserialize_with = "lenient::flag")]
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
