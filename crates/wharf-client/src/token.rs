//! The access token, kept out of sight.

use std::fmt;

use http::HeaderValue;

/// A token the platform (or a gateway) gave out. Its `Debug` is `AccessToken(…)`.
#[derive(Clone, PartialEq, Eq)]
pub struct AccessToken {
    text: Box<str>,
    header: HeaderValue,
}

/// The text cannot be an access token: it is empty, or has spaces or other characters no token has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadToken;

impl fmt::Display for BadToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "an access token is one word of visible ASCII characters: check how it was copied",
        )
    }
}

impl std::error::Error for BadToken {}

impl AccessToken {
    /// A token; space around it is dropped.
    pub fn new(text: impl AsRef<str>) -> Result<Self, BadToken> {
        let text = text.as_ref().trim();
        if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(BadToken);
        }
        let mut header = HeaderValue::try_from(format!("Bearer {text}")).map_err(|_| BadToken)?;
        header.set_sensitive(true);
        Ok(Self { text: text.into(), header })
    }

    /// The token itself. Not for logs.
    pub fn expose(&self) -> &str {
        &self.text
    }

    /// `Bearer …`, marked sensitive.
    pub(crate) fn header(&self) -> HeaderValue {
        self.header.clone()
    }
}

impl fmt::Debug for AccessToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AccessToken(…)")
    }
}
