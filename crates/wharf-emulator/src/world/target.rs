//! Where webhooks go.

use serde::{Deserialize, Serialize};
use url::Url;

/// The URL of an app's webhook. Its query may hold a secret, so `Debug` leaves it out.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(crate) struct Target(Url);

/// Why a URL will not do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TargetError(pub(crate) String);

impl Target {
    pub(crate) fn new(url: &str) -> Result<Self, TargetError> {
        let url = Url::parse(url)
            .map_err(|error| TargetError(format!("the URL cannot be read: {error}")))?;
        if url.scheme() != "http" || url.host_str().is_none_or(str::is_empty) {
            let what = "the emulator calls by http:// only: it is for this machine";
            return Err(TargetError(what.to_owned()));
        }
        Ok(Self(url))
    }

    pub(crate) fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Host and port, as a connection and the `Host` header want them.
    pub(crate) fn authority(&self) -> String {
        let host = self.0.host_str().unwrap_or_default();
        format!("{host}:{}", self.0.port_or_known_default().unwrap_or(80))
    }

    /// Path and query.
    pub(crate) fn path(&self) -> String {
        match self.0.query() {
            Some(query) => format!("{}?{query}", self.0.path()),
            None => self.0.path().to_owned(),
        }
    }

    /// The same URL with more in its query.
    pub(crate) fn with(&self, pairs: &[(&str, &str)]) -> Self {
        let mut url = self.0.clone();
        url.query_pairs_mut().extend_pairs(pairs);
        Self(url)
    }
}

impl TryFrom<String> for Target {
    type Error = TargetError;

    fn try_from(url: String) -> Result<Self, TargetError> {
        Self::new(&url)
    }
}

impl From<Target> for String {
    fn from(target: Target) -> Self {
        target.0.into()
    }
}

impl std::fmt::Display for TargetError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::fmt::Debug for Target {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Target({}{})", self.authority(), self.0.path())
    }
}
