//! Words that must not be seen.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};

/// An access token, a password, a one-time code. Its `Debug` shows nothing of it.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Secret(Box<str>);

impl Secret {
    /// Keeps `text` from being seen.
    pub fn new(text: impl Into<Box<str>>) -> Self {
        Self(text.into())
    }

    /// The text. Not for logs.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer);
        // The reader's own words may quote what it found.
        text.map(Self::new).map_err(|_| serde::de::Error::custom("not a text"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_stays_out_of_logs() {
        assert_eq!(format!("{:?}", Secret::new("hush")), "Secret(…)");
        let error = serde_json::from_str::<Secret>("123456").unwrap_err().to_string();
        assert!(!error.contains("123456"), "{error}");
    }
}
