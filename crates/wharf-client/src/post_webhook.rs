//! A plain request to somebody's webhook: no token, no redirect, no retry.

use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Method, Request, Uri, header};

use crate::{
    Client, Error,
    transport::{Payload, empty, full},
};

/// Bytes of an answer that are read.
const ANSWER_BYTES_MAX: usize = 64 * 1024;

/// What a webhook's receiver answered.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct WebhookAnswer {
    /// HTTP status; a redirect is not followed.
    pub status: u16,
    /// The first 64 KiB of the body.
    pub body: Bytes,
    /// How long the receiver asks to wait, where it says so.
    pub retry_after: Option<Duration>,
}

impl Client {
    /// Posts `body` to `url` with these headers, once. The access token is not sent. `timeout` spans
    /// everything up to the last byte of the answer; of that, 64 KiB are read.
    ///
    /// Any HTTP status is an answer; an error means that there was none.
    pub async fn post_webhook(
        &self,
        url: &str,
        headers: HeaderMap,
        body: Bytes,
        timeout: Duration,
    ) -> Result<WebhookAnswer, Error> {
        let mut request = Request::new(full(body));
        *request.method_mut() = Method::POST;
        *request.headers_mut() = headers;
        self.ask_webhook(url, request, timeout).await
    }

    /// Asks `url` with GET, once, as the platform does in the handshake of a webhook; or the health of a gateway. The
    /// access token is not sent. `timeout` spans everything up to the last byte of the answer; of that, 64 KiB are read.
    ///
    /// Any HTTP status is an answer; an error means that there was none.
    pub async fn get_webhook(&self, url: &str, timeout: Duration) -> Result<WebhookAnswer, Error> {
        self.ask_webhook(url, Request::new(empty()), timeout).await
    }

    async fn ask_webhook(
        &self,
        url: &str,
        mut request: Request<Payload>,
        timeout: Duration,
    ) -> Result<WebhookAnswer, Error> {
        let uri = Uri::try_from(url)
            .map_err(|error| Error::argument("the webhook's URL is not a URL").because(error))?;
        if !matches!(uri.scheme_str(), Some("http" | "https")) || uri.host().is_none() {
            return Err(Error::argument("a webhook's URL begins with https:// or http://"));
        }
        *request.uri_mut() = uri;
        let agent = self.place.agent.clone();
        request.headers_mut().entry(header::USER_AGENT).or_insert(agent);
        let (parts, body, _) = self.transport.exchange(request, ANSWER_BYTES_MAX, timeout).await?;
        let meta = self.meta(&parts);
        Ok(WebhookAnswer { status: meta.status, body, retry_after: meta.retry_after })
    }
}
