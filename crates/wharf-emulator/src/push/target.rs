//! Where webhooks go.

use url::Url;

/// The URL of an app's webhook. Its query may hold a secret, so `Debug` leaves it out.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Target(Url);

/// Why a URL will not do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TargetError(pub(crate) String);

impl Target {
    pub(crate) fn new(url: &str) -> Result<Self, TargetError> {
        let url = Url::parse(url)
            .map_err(|error| TargetError(format!("the webhook's URL cannot be read: {error}")))?;
        if url.scheme() != "http" || url.host_str().is_none_or(str::is_empty) {
            let what = "the emulator calls webhooks by http:// only: it is for this machine";
            return Err(TargetError(what.to_owned()));
        }
        Ok(Self(url))
    }

    pub(crate) fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Host and port, as a connection and the `Host` header want them.
    pub(super) fn authority(&self) -> String {
        let host = self.0.host_str().unwrap_or_default();
        format!("{host}:{}", self.0.port_or_known_default().unwrap_or(80))
    }

    /// Path and query.
    pub(super) fn path(&self) -> String {
        match self.0.query() {
            Some(query) => format!("{}?{query}", self.0.path()),
            None => self.0.path().to_owned(),
        }
    }

    /// The same URL with more in its query.
    pub(super) fn with(&self, pairs: &[(&str, &str)]) -> Self {
        let mut url = self.0.clone();
        url.query_pairs_mut().extend_pairs(pairs);
        Self(url)
    }
}

impl std::fmt::Debug for Target {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Target({}{})", self.authority(), self.0.path())
    }
}
