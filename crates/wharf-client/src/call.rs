//! One generic call for every endpoint of the model.

pub(crate) mod note;
pub(crate) mod read;

use std::{borrow::Cow, sync::atomic::Ordering, time::Duration};

use http::{HeaderName, HeaderValue, Method, Request, header, response::Parts};
use serde::de::DeserializeOwned;
use tracing::Instrument as _;
use wharf_model::{
    endpoint::{Endpoint, Success},
    error::{ErrorBody, GraphError, json_problem},
};

use crate::{
    Client, Error, Kind, Meta, Tried,
    body::Written,
    client::Tenant,
    error::Excerpt,
    transport::{Payload, empty, full},
};

/// Bytes of an answer that are read.
pub(crate) const ANSWER_BYTES_MAX: usize = 8 * 1024 * 1024;

/// A success, and what came with it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Answer<T> {
    /// What was asked for.
    pub response: T,
    /// What the platform said beside it.
    pub meta: Meta,
    /// The requests that failed before; always empty without [`Client::with_retry`].
    pub tried: Vec<Tried>,
}

/// A call whose body is in memory, so that it can be made more than once.
#[derive(Clone)]
pub(crate) struct Ask<'a> {
    /// What it is called in a trace.
    pub(crate) name: &'static str,
    pub(crate) method: Method,
    /// Another host than the rest of the platform's API.
    pub(crate) host: Option<&'static str>,
    pub(crate) path: Cow<'a, str>,
    pub(crate) header: Option<(HeaderName, HeaderValue)>,
    pub(crate) body: Option<Written>,
    pub(crate) idempotent: bool,
}

impl<'a> Ask<'a> {
    /// A call without anything unusual.
    pub(crate) fn new(
        name: &'static str,
        method: Method,
        path: impl Into<Cow<'a, str>>,
        idempotent: bool,
    ) -> Self {
        Self { name, method, host: None, path: path.into(), header: None, body: None, idempotent }
    }

    /// The same with a body.
    pub(crate) fn carrying(mut self, body: Option<Written>) -> Self {
        self.body = body;
        self
    }
}

impl Client {
    /// Calls an endpoint: one request, unless [`with_retry`](Self::with_retry) says otherwise.
    pub async fn call<E: Endpoint>(&self, endpoint: &E) -> Result<E::Response, Error> {
        Ok(self.call_full(endpoint).await?.response)
    }

    /// The same, and gives what came with the answer: version, usage, trace, and the tries before it.
    pub async fn call_full<E: Endpoint>(&self, endpoint: &E) -> Result<Answer<E::Response>, Error> {
        self.ask(&of(endpoint)?).await
    }

    /// Makes a call, again if that is wanted and of use.
    pub(crate) async fn ask<T: DeserializeOwned>(&self, ask: &Ask<'_>) -> Result<Answer<T>, Error> {
        match &self.retry {
            None => self.ask_once(ask).await,
            Some(retry) => retry.run(ask.idempotent, || self.ask_once(ask)).await,
        }
    }

    async fn ask_once<T: DeserializeOwned>(&self, ask: &Ask<'_>) -> Result<Answer<T>, Error> {
        let payload = ask.body.as_ref().map_or_else(empty, |body| full(body.bytes.clone()));
        let method = ask.method.clone();
        let version = &self.place.version;
        let mut request = self.request_to(ask.host, method, version, &ask.path, payload)?;
        if let Some((name, value)) = ask.header.clone() {
            request.headers_mut().insert(name, value);
        }
        if let Some(body) = &ask.body {
            request.headers_mut().insert(header::CONTENT_TYPE, body.content_type.clone());
        }
        self.answer(ask.name, request, self.place.timeout, ask.idempotent).await
    }

    /// Sends a request and reads its answer as `T` or as an error.
    pub(crate) async fn answer<T: DeserializeOwned>(
        &self,
        name: &'static str,
        request: Request<Payload>,
        patience: Duration,
        idempotent: bool,
    ) -> Result<Answer<T>, Error> {
        let span = note::span(name, request.method());
        let answer = self.exchange(request, patience, idempotent).instrument(span.clone()).await;
        span.in_scope(|| note::result(&span, &answer));
        answer
    }

    async fn exchange<T: DeserializeOwned>(
        &self,
        request: Request<Payload>,
        patience: Duration,
        idempotent: bool,
    ) -> Result<Answer<T>, Error> {
        let exchange = self.transport.exchange(request, ANSWER_BYTES_MAX, patience).await;
        let (parts, body, more) = exchange.map_err(|error| error.idempotent(idempotent))?;
        let meta = self.meta(&parts).asked(self.version());
        self.warn_of_another_version(&meta);
        match self.tenant.read(&parts, &body, more.then_some(ANSWER_BYTES_MAX)) {
            Ok(response) => Ok(Answer { response, meta, tried: Vec::new() }),
            Err(answered) => Err(self.tenant.error(answered, meta, &body).idempotent(idempotent)),
        }
    }
}

impl Client {
    /// What the platform says beside an answer.
    pub(crate) fn meta(&self, parts: &Parts) -> Meta {
        Meta::of(parts, self.place.clock.now())
    }

    /// Says it once: every answer and every error says it again.
    fn warn_of_another_version(&self, meta: &Meta) {
        if let Some(served) = meta.other_version()
            && !self.place.warned.swap(true, Ordering::Relaxed)
        {
            let asked = self.version();
            tracing::warn!(asked, served, "the platform serves another version than was asked for");
        }
    }
}

/// The call of an endpoint.
pub(crate) fn of<E: Endpoint>(endpoint: &E) -> Result<Ask<'_>, Error> {
    let body = Written::of(endpoint)?;
    let ask = Ask::new(name_of::<E>(), E::METHOD, endpoint.path(), E::IDEMPOTENT).carrying(body);
    Ok(Ask { host: E::HOST, header: named(endpoint)?, ..ask })
}

/// What an endpoint is called in a trace, such as `SendMessage`.
pub(crate) fn name_of<E>() -> &'static str {
    let name = std::any::type_name::<E>();
    name.rsplit("::").next().unwrap_or(name)
}

/// The header that only this endpoint needs.
pub(crate) fn named<E: Endpoint>(endpoint: &E) -> Result<Option<(HeaderName, HeaderValue)>, Error> {
    let Some((name, value)) = endpoint.header() else { return Ok(None) };
    let value = HeaderValue::try_from(value)
        .map_err(|error| Error::argument("a value cannot stand in a header").because(error))?;
    Ok(Some((HeaderName::from_static(name), value)))
}

/// An answer that is no success.
pub(crate) enum Answered {
    /// The platform's own error.
    Refused(Box<GraphError>),
    /// Something else, and why.
    Unreadable(String),
}

/// Whether `error` stands in it anywhere: most answers need not be read twice.
fn names_an_error(body: &[u8]) -> bool {
    memchr::memmem::find(body, b"\"error\"").is_some()
}

impl Tenant {
    /// Reads an answer. An error envelope is an error whatever the HTTP status.
    pub(crate) fn understand<T: DeserializeOwned>(
        &self,
        success: bool,
        body: &[u8],
    ) -> Result<T, Answered> {
        // A list of one, such as a batch is answered with, would be read as the envelope's only field.
        if (!success || names_an_error(body))
            && body.trim_ascii_start().starts_with(b"{")
            && let Ok(ErrorBody { error }) = serde_json::from_slice(body)
        {
            return Err(Answered::Refused(self.without_credentials(error, body).into()));
        }
        if !success {
            return Err(Answered::Unreadable("it is no error of the platform".to_owned()));
        }
        // Looked through once, the whole need not be looked through again for each of its strings.
        let read = match str::from_utf8(body) {
            Ok(text) => serde_json::from_str(text),
            Err(_) => serde_json::from_slice(body),
        };
        read.map_err(|error| Answered::Unreadable(json_problem(&error)))
    }

    /// The error in this body, without the credentials that it quotes.
    fn without_credentials(&self, error: GraphError, body: &[u8]) -> GraphError {
        let Cow::Owned(hidden) = self.hidden(body) else { return error };
        serde_json::from_slice(&hidden).map_or_else(
            // A token that is a name or a number of the envelope's own: its texts are not worth the risk.
            |_| {
                let bare = GraphError::new(error.code, "its text quotes a credential");
                error.subcode.into_iter().fold(bare, GraphError::subcode)
            },
            |body: ErrorBody| body.error,
        )
    }

    /// What an answer that is no success says.
    pub(crate) fn error(&self, answered: Answered, meta: Meta, body: &[u8]) -> Error {
        match answered {
            Answered::Refused(error) => {
                Error::new(Kind::Refused(error)).beside(meta.without_credentials(self))
            }
            Answered::Unreadable(why) => self.unreadable(meta, body).because(why),
        }
    }

    /// An answer that nobody can read.
    pub(crate) fn unreadable(&self, meta: Meta, body: &[u8]) -> Error {
        let body = Excerpt::of(&self.hidden(body));
        let kind = Kind::Unreadable { status: meta.status, body };
        Error::new(kind).beside(meta.without_credentials(self))
    }
}

/// Whether it was done.
pub(crate) fn done(answer: Success) -> Result<(), Error> {
    if answer.success { Ok(()) } else { Err(Error::new(Kind::Undone)) }
}
