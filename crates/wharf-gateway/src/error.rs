//! Why a gateway does not start.

use std::{error, fmt, io, net::SocketAddr};

use wharf_store::StoreError;

/// Any error, as a cause.
type BoxError = Box<dyn error::Error + Send + Sync>;

/// A gateway did not start. `Display` is one line that says what to do.
#[derive(Debug)]
pub struct Error {
    kind: Kind,
    source: Option<BoxError>,
}

/// Why a gateway did not start.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// A setting is missing or cannot be used.
    Setting {
        /// The variable it is usually set by.
        name: &'static str,
        /// What is wrong with it, and what is needed.
        what: String,
        /// The name of the subscriber whose URL it is, if it is one.
        subscriber: Option<String>,
    },
    /// The address cannot be listened on.
    Listen {
        /// Which one.
        address: SocketAddr,
        /// Whether another program has it.
        in_use: bool,
    },
    /// What it was told to call is itself.
    Itself {
        /// Where it was told to call.
        upstream: String,
    },
    /// The store failed.
    Store,
}

impl Error {
    pub(crate) fn setting(name: &'static str, what: impl Into<String>) -> Self {
        let kind = Kind::Setting { name, what: what.into(), subscriber: None };
        Self { kind, source: None }
    }

    /// A subscriber's URL is none.
    pub(crate) fn subscriber(name: &str) -> Self {
        let what = "is not a URL that events can be handed to; it should look like http://127.0.0.1:8080/webhook";
        let kind = Kind::Setting {
            name: "WHARF_APP_URL (--app-url)",
            what: what.to_owned(),
            subscriber: Some(name.to_owned()),
        };
        Self { kind, source: None }
    }

    pub(crate) fn listen(address: SocketAddr, source: io::Error) -> Self {
        let in_use = source.kind() == io::ErrorKind::AddrInUse;
        Self { kind: Kind::Listen { address, in_use }, source: Some(source.into()) }
    }

    pub(crate) fn itself(upstream: &str) -> Self {
        Self { kind: Kind::Itself { upstream: upstream.to_owned() }, source: None }
    }

    /// Why.
    pub fn kind(&self) -> &Kind {
        &self.kind
    }
}

impl From<StoreError> for Error {
    fn from(source: StoreError) -> Self {
        Self { kind: Kind::Store, source: Some(source.into()) }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let source = self.source.as_ref().map(ToString::to_string).unwrap_or_default();
        match &self.kind {
            Kind::Setting { name, what, .. } => write!(f, "{name} {what}"),
            Kind::Listen { address, in_use: true } => {
                write!(f, "{address} is in use: another program listens on port {}", address.port())
            }
            Kind::Listen { address, in_use: false } => {
                write!(f, "cannot listen on {address}: {source}")
            }
            Kind::Itself { upstream } => write!(
                f,
                "WHARF_UPSTREAM_URL is {upstream}, which is this gateway itself: name the platform, or an emulator"
            ),
            Kind::Store => f.write_str(&source),
        }
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
