//! One attempt to send, for who keeps books about attempts: nothing that was seen is lost.

use std::{borrow::Cow, fmt, time::Duration};

use bytes::Bytes;
use http::{HeaderValue, Method, header, response::Parts};
use serde_json::Value;
use tracing::Instrument as _;
use wharf_model::{
    endpoint::encode,
    error::GraphError,
    id::{MessageId, PhoneNumberId},
};

use crate::{
    Class, Client, Error, Meta,
    call::{ANSWER_BYTES_MAX, Answered, note},
    client::{Tenant, is_version},
    error::masked,
    transport::full,
};

/// What was seen of one attempt to send a message.
#[derive(Clone)]
#[non_exhaustive]
pub struct Attempt {
    /// What is known about the message now.
    pub class: Class,
    /// The HTTP status, if an answer began.
    pub status: Option<u16>,
    /// The answer's body as it came, but for credentials that an answer which is no success quotes; empty when there was
    /// none. May hold personal data.
    pub body: Bytes,
    /// The platform's error, if it answered with one.
    pub graph_error: Option<GraphError>,
    /// The message's id, if the platform took it.
    pub wamid: Option<MessageId>,
    /// How long the platform asks to wait.
    pub retry_after: Option<Duration>,
    /// What the platform said beside its answer.
    pub meta: Meta,
    /// What went wrong, for a person, when there is no error of the platform.
    pub problem: Option<String>,
}

impl Attempt {
    fn failed(error: &Error) -> Self {
        Self {
            class: error.class(),
            status: None,
            body: Bytes::new(),
            graph_error: None,
            wamid: None,
            retry_after: None,
            meta: Meta::default(),
            problem: Some(error.what()),
        }
    }

    fn answered(tenant: &Tenant, parts: &Parts, meta: Meta, body: Bytes, more: bool) -> Self {
        let mut attempt = Self {
            class: Class::AmbigHard,
            status: Some(meta.status),
            graph_error: None,
            wamid: None,
            retry_after: meta.retry_after,
            problem: None,
            meta,
            body,
        };
        match tenant.read::<Value>(parts, &attempt.body, more.then_some(ANSWER_BYTES_MAX)) {
            Ok(answer) => {
                let id = answer.pointer("/messages/0/id").and_then(Value::as_str);
                attempt.wamid = id.and_then(|id| MessageId::new(id).ok());
                if attempt.wamid.is_some() {
                    attempt.class = Class::Accepted;
                } else {
                    attempt.problem = Some("a success without a message id".to_owned());
                }
            }
            Err(Answered::Refused(error)) => {
                attempt.class = Class::of(&error);
                attempt.graph_error = Some(*error);
            }
            Err(Answered::Unreadable(error)) => {
                attempt.problem = Some(format!("the answer cannot be read: {error}"));
            }
        }
        if attempt.class != Class::Accepted {
            if let Cow::Owned(hidden) = tenant.hidden(&attempt.body) {
                attempt.body = hidden.into();
            }
            attempt.meta = attempt.meta.without_credentials(tenant);
        }
        attempt
    }
}

impl Client {
    /// Posts `body` to `/{version}/{number}/messages` as it is, once, and says all that was seen.
    /// Never retries, never checks the body.
    pub async fn attempt_send(
        &self,
        version: &str,
        number: &PhoneNumberId,
        body: Bytes,
    ) -> Attempt {
        if !is_version(version) {
            return Attempt::failed(&Error::argument("the version must look like v25.0"));
        }
        let path = format!("{}/messages", encode(number.as_str()));
        let mut request = match self.request(Method::POST, version, &path, full(body)) {
            Ok(request) => request,
            Err(error) => return Attempt::failed(&error),
        };
        let json = HeaderValue::from_static("application/json");
        request.headers_mut().insert(header::CONTENT_TYPE, json);
        let span = note::span("SendMessage", &Method::POST);
        let sent = self.transport.exchange(request, ANSWER_BYTES_MAX, self.place.timeout);
        let attempt = match sent.instrument(span.clone()).await {
            Ok((parts, body, more)) => {
                let meta = self.meta(&parts).asked(version);
                Attempt::answered(&self.tenant, &parts, meta, body, more)
            }
            Err(error) => Attempt::failed(&error),
        };
        span.in_scope(|| note::attempt(&span, &attempt));
        attempt
    }
}

impl fmt::Debug for Attempt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The platform may quote what it was given.
        let error = self.graph_error.as_ref().map(|error| masked(&error.to_string()));
        f.debug_struct("Attempt")
            .field("class", &self.class)
            .field("status", &self.status)
            .field("graph_error", &error)
            .field("wamid", &self.wamid)
            .field("retry_after", &self.retry_after)
            .field("meta", &self.meta)
            .field("problem", &self.problem)
            .finish_non_exhaustive()
    }
}
