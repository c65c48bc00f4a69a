//! One generic call for every endpoint of the model.

use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Request, header, response::Parts};
use serde::de::DeserializeOwned;
use wharf_model::{
    endpoint::{Endpoint, Success},
    error::{ErrorBody, GraphError, json_problem},
};

use crate::{
    Client, Error, Kind,
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
}

/// What the platform says beside an answer, in its headers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Meta {
    /// HTTP status; 0 when there was no answer.
    pub status: u16,
    /// The version that really served the call, which may differ from the one asked for.
    pub api_version: Option<String>,
    /// `x-app-usage`: JSON, per cent of the app's budget of calls. Above 100 follows error 4.
    pub app_usage: Option<String>,
    /// `x-business-use-case-usage`: JSON, per cent of each account's budget. Above 100 follows error 80007.
    pub business_usage: Option<String>,
    /// What the platform's support asks for.
    pub trace: Option<String>,
    /// How long to wait, where the platform says so.
    pub retry_after: Option<Duration>,
}

impl Meta {
    pub(crate) fn of(parts: &Parts) -> Self {
        let text = |name: &str| text(&parts.headers, name);
        Self {
            status: parts.status.as_u16(),
            api_version: text("facebook-api-version"),
            app_usage: text("x-app-usage"),
            business_usage: text("x-business-use-case-usage"),
            trace: text("x-fb-trace-id").or_else(|| text("x-fb-request-id")),
            retry_after: text("retry-after")
                .and_then(|seconds| seconds.parse().ok())
                .map(Duration::from_secs),
        }
    }
}

fn text(headers: &HeaderMap, name: &str) -> Option<String> {
    headers.get(name)?.to_str().ok().map(str::to_owned)
}

impl Client {
    /// Calls an endpoint: one request, no retry.
    pub async fn call<E: Endpoint>(&self, endpoint: &E) -> Result<E::Response, Error> {
        Ok(self.call_full(endpoint).await?.response)
    }

    /// Calls an endpoint: one request, no retry. Gives what came with the answer as well.
    pub async fn call_full<E: Endpoint>(&self, endpoint: &E) -> Result<Answer<E::Response>, Error> {
        let json = endpoint.body().map(serde_json::to_vec).transpose().map_err(|error| {
            Error::argument("the request cannot be written as JSON").because(error)
        })?;
        let has_body = json.is_some();
        let payload = json.map_or_else(empty, full);
        let path = endpoint.path();
        let mut request = self.request(E::METHOD, &self.place.version, &path, payload)?;
        if has_body {
            let json = HeaderValue::from_static("application/json");
            request.headers_mut().insert(header::CONTENT_TYPE, json);
        }
        self.answer(request, self.place.timeout, E::IDEMPOTENT).await
    }

    /// Sends a request and reads its answer as `T` or as an error.
    pub(crate) async fn answer<T: DeserializeOwned>(
        &self,
        request: Request<Payload>,
        patience: Duration,
        idempotent: bool,
    ) -> Result<Answer<T>, Error> {
        let method = request.method().clone();
        let exchange = self.transport.exchange(request, ANSWER_BYTES_MAX, patience).await;
        let (parts, body, _) = exchange.map_err(|error| error.idempotent(idempotent))?;
        let meta = Meta::of(&parts);
        tracing::debug!(%method, status = meta.status, trace = meta.trace, "answered");
        match understand(parts.status.is_success(), &body) {
            Ok(response) => Ok(Answer { response, meta }),
            Err(Answered::Refused(error)) => {
                Err(Error::new(Kind::Refused(*error)).traced(meta.trace).idempotent(idempotent))
            }
            Err(Answered::Unreadable(error)) => {
                Err(unreadable(&meta, &body).because(error).idempotent(idempotent))
            }
        }
    }
}

/// An answer that is no success.
pub(crate) enum Answered {
    /// The platform's own error.
    Refused(Box<GraphError>),
    /// Something else, and why.
    Unreadable(String),
}

/// Reads an answer. An error envelope is an error whatever the HTTP status.
pub(crate) fn understand<T: DeserializeOwned>(success: bool, body: &[u8]) -> Result<T, Answered> {
    if let Ok(ErrorBody { error }) = serde_json::from_slice(body) {
        return Err(Answered::Refused(error.into()));
    }
    if !success {
        return Err(Answered::Unreadable("it is no error of the platform".to_owned()));
    }
    serde_json::from_slice(body).map_err(|error| Answered::Unreadable(json_problem(&error)))
}

/// An answer that nobody can read.
pub(crate) fn unreadable(meta: &Meta, body: &Bytes) -> Error {
    let kind = Kind::Unreadable { status: meta.status, body: Excerpt::of(body) };
    Error::new(kind).traced(meta.trace.clone())
}

/// Whether it was done.
pub(crate) fn done(answer: Success) -> Result<(), Error> {
    if answer.success { Ok(()) } else { Err(Error::new(Kind::Undone)) }
}
