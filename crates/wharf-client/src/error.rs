//! What can go wrong with a call, and what to do then.

mod class;
mod kind;
mod masked;

use std::{error, fmt, time::Duration};

use wharf_model::error::{Advice, GraphError};

use crate::{Meta, Stop, Tried};
pub use class::Class;
pub use kind::{Excerpt, Kind};
pub(crate) use masked::masked;

/// Any error, as a cause.
pub type BoxError = Box<dyn error::Error + Send + Sync>;

/// A call that did not succeed.
///
/// `Display` says what happened and what to do; it never shows a token, a phone number or a message.
pub struct Error(Box<Inner>);

struct Inner {
    kind: Kind,
    source: Option<BoxError>,
    meta: Option<Meta>,
    idempotent: bool,
    tried: Vec<Tried>,
    stop: Option<Stop>,
}

impl Error {
    pub(crate) fn new(kind: Kind) -> Self {
        Self(Box::new(Inner {
            kind,
            source: None,
            meta: None,
            idempotent: false,
            tried: Vec::new(),
            stop: None,
        }))
    }

    /// An argument that cannot be used, for layers above the client: what is wrong with it, and what is needed.
    pub fn argument(what: impl Into<String>) -> Self {
        Self::new(Kind::Argument { what: what.into() })
    }

    pub(crate) fn setup(what: impl Into<String>) -> Self {
        Self::new(Kind::Setup { what: what.into() })
    }

    pub(crate) fn because(mut self, source: impl Into<BoxError>) -> Self {
        self.0.source = Some(source.into());
        self
    }

    pub(crate) fn beside(mut self, meta: Meta) -> Self {
        self.0.meta = Some(meta);
        self
    }

    pub(crate) fn after(mut self, tried: Vec<Tried>, stop: Stop) -> Self {
        self.0.tried = tried;
        self.0.stop = Some(stop);
        self
    }

    pub(crate) fn idempotent(mut self, idempotent: bool) -> Self {
        self.0.idempotent = idempotent;
        self
    }

    /// What went wrong.
    pub fn kind(&self) -> &Kind {
        &self.0.kind
    }

    /// What is known about whether the request was acted on. Never [`Class::Accepted`].
    pub fn class(&self) -> Class {
        match &self.0.kind {
            Kind::Refused(error) => Class::of(error),
            Kind::NotSent { .. } => Class::NotSent,
            Kind::Unanswered { .. } | Kind::Unreadable { .. } => Class::AmbigHard,
            _ => Class::Refused,
        }
    }

    /// What to do about it.
    ///
    /// When nobody knows whether the request was acted on ([`Class::AmbigSoft`], [`Class::AmbigHard`]) and doing it
    /// twice would do harm, as with a send, the advice is [`Advice::WaitForEvent`] whatever went wrong: a status
    /// webhook may tell. So it is a retry only where a retry is safe.
    pub fn advice(&self) -> Advice {
        match &self.0.kind {
            _ if self.may_be_done() => Advice::WaitForEvent,
            Kind::Refused(error) => error.advice(),
            Kind::Unreadable { status: 300..400, .. } => Advice::Fix,
            Kind::NotSent { .. }
            | Kind::Corrupt { .. }
            | Kind::Unanswered { .. }
            | Kind::Unreadable { .. } => Advice::Retry,
            _ => Advice::Fix,
        }
    }

    /// Whether it may have been acted on, and twice would do harm.
    fn may_be_done(&self) -> bool {
        !self.0.idempotent && !self.class().is_surely_not_done()
    }

    /// Whether the customer service window is closed: only a template can be sent now.
    pub fn is_window_closed(&self) -> bool {
        self.graph().is_some_and(GraphError::is_window_closed)
    }

    /// The platform's error code, if the platform answered with one.
    pub fn code(&self) -> Option<u32> {
        self.graph().map(|error| error.code)
    }

    /// The platform's trace id: what its support asks for.
    pub fn trace(&self) -> Option<&str> {
        let beside = || self.meta().and_then(|meta| meta.trace.as_deref());
        self.graph().and_then(|error| error.trace.as_deref()).or_else(beside)
    }

    /// What the platform said beside its answer: version, usage, trace, how long to wait. None when the head of an
    /// answer never came.
    pub fn meta(&self) -> Option<&Meta> {
        self.0.meta.as_ref()
    }

    /// The requests that were made, this failure's own included; empty without
    /// [`Client::with_retry`](crate::Client::with_retry).
    pub fn tried(&self) -> &[Tried] {
        &self.0.tried
    }

    /// Why there was no further try; none without [`Client::with_retry`](crate::Client::with_retry).
    pub fn stop(&self) -> Option<Stop> {
        self.0.stop
    }

    /// How long to wait before it is done again, if that may be at all.
    fn asked_to_wait(&self) -> Option<Duration> {
        let later = self.class() != Class::Refused;
        self.meta().filter(|_| later).and_then(Meta::wait)
    }

    /// What happened: the first half of the sentence.
    pub(crate) fn what(&self) -> String {
        let kind = &self.0.kind;
        let kind = match kind {
            // The platform may quote what it was given.
            Kind::Refused(_) => masked(&kind.to_string()),
            _ => kind.to_string(),
        };
        match self.root_cause() {
            Some(cause) => format!("{kind} ({cause})"),
            None => kind,
        }
    }

    /// What the network or the machine said first.
    fn root_cause(&self) -> Option<&(dyn error::Error + 'static)> {
        let mut cause: &(dyn error::Error + 'static) = self.0.source.as_deref()?;
        while let Some(deeper) = cause.source() {
            cause = deeper;
        }
        Some(cause)
    }

    /// The platform's own error, if it answered with one.
    pub fn graph(&self) -> Option<&GraphError> {
        match &self.0.kind {
            Kind::Refused(error) => Some(error),
            _ => None,
        }
    }
}

impl fmt::Debug for Error {
    /// The same as `Display`: it is what a `main` that returns this error shows.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}; {}", self.what(), Todo(self))?;
        if let Some(wait) = self.asked_to_wait() {
            write!(f, "; wait {} s first, as the answer asks", wait.as_secs())?;
        }
        if let (2.., Some(stop)) = (self.0.tried.len(), self.0.stop) {
            write!(f, "; tried {} times: {stop}", self.0.tried.len())?;
        }
        // The platform's own error shows its trace itself.
        let own = self.graph().is_some_and(|error| error.trace.is_some());
        let beside = self.meta().map(|meta| meta.notes(!own)).unwrap_or_default();
        if beside.is_empty() { Ok(()) } else { write!(f, " [{beside}]") }
    }
}

/// The second half of the sentence.
struct Todo<'e>(&'e Error);

impl fmt::Display for Todo<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match &self.0.0.kind {
            Kind::Refused(_) if self.0.may_be_done() => {
                "it was very likely not acted on, but nobody promises it: wait for its status before doing it again"
            }
            _ if self.0.may_be_done() => {
                "it may or may not have been acted on: wait for its status before doing it again"
            }
            Kind::Refused(error) => return write!(f, "{}", error.advice()),
            Kind::NotSent { .. } => {
                "nothing was sent: check the address, the network and the proxy settings, or try again"
            }
            Kind::Unreadable { status: 300..400, .. } => {
                "change the base URL, or what was asked for"
            }
            Kind::Unanswered { .. } | Kind::Unreadable { .. } => {
                "try again: doing it twice does no harm"
            }
            Kind::Invalid(_) => "nothing was sent: change what it names, or ask `unchecked()`",
            Kind::Argument { .. } | Kind::Setup { .. } => "nothing was sent",
            Kind::Undone => "look at the state of what was asked for",
            Kind::Corrupt { .. } => "drop what was read and fetch it again",
            Kind::Foreign { .. } => "nothing was sent: the access token goes to the platform only",
            Kind::Gone => "a file is kept for some days only: ask its sender for it again",
        };
        f.write_str(text)
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}
