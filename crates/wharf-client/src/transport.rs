//! Bytes out, bytes in. The only module that knows the HTTP client.
//!
//! One exchange is one request: nothing is sent twice, no redirect is followed.

mod connector;
mod hop;
mod patient;
mod payload;
mod tasks;
#[cfg(test)]
mod tests;
mod tls;

use std::{error, time::Duration};

use bytes::{Bytes, BytesMut};
use http::{Request, Response, Uri, header, response::Parts};
use http_body_util::BodyExt as _;
use hyper::body::{Body as _, Incoming};
use hyper_util::{
    client::legacy::{self, ResponseFuture},
    rt::TokioTimer,
};
use tokio::time::{Instant, timeout_at};

use crate::error::{BoxError, Error, Kind};
use connector::Connector;
pub(crate) use hop::Proxies;
pub(crate) use patient::Patient;
pub(crate) use payload::{Payload, Streamed, empty, full, stream, streamed};
use tasks::Tasks;
pub(crate) use tls::{Authorities, authorities};

/// Idle connections are dropped after this: below what servers are known to keep.
const IDLE: Duration = Duration::from_secs(45);
/// Idle connections kept per host.
const IDLE_PER_HOST_MAX: usize = 64;
/// How often a silent HTTP/2 connection is asked whether it lives.
const KEEP_ALIVE: Duration = Duration::from_secs(20);

/// A pool of connections.
#[derive(Clone, Debug)]
pub(crate) struct Transport {
    http: legacy::Client<Connector, Payload>,
    proxies: Proxies,
    tasks: Tasks,
}

impl Transport {
    /// A pool that connects through these proxies, trusts these authorities besides the machine's own, and gives up connecting after `connect_timeout`.
    pub(crate) fn new(proxies: Proxies, more: Authorities, connect_timeout: Duration) -> Self {
        Self::with(proxies, more, connect_timeout, false)
    }

    /// The same, with HTTP/2 even where it was not agreed on.
    fn with(
        proxies: Proxies,
        more: Authorities,
        connect_timeout: Duration,
        http2_only: bool,
    ) -> Self {
        let tasks = Tasks::default();
        let connector = Connector::new(proxies.clone(), more, connect_timeout);
        let http = legacy::Client::builder(tasks.clone())
            .retry_canceled_requests(false)
            .set_host(true)
            .http2_only(http2_only)
            .timer(TokioTimer::new())
            .pool_timer(TokioTimer::new())
            .pool_idle_timeout(IDLE)
            .pool_max_idle_per_host(IDLE_PER_HOST_MAX)
            .http2_keep_alive_interval(KEEP_ALIVE)
            .http2_adaptive_window(true)
            .build(connector);
        Self { http, proxies, tasks }
    }

    /// Gives up the connections and waits until they are closed, those of other clones as well.
    pub(crate) async fn shutdown(self) {
        let Self { http, proxies: _, tasks } = self;
        drop(http);
        tasks.ended().await;
    }

    /// Sends a request and waits for the head of its answer.
    pub(crate) async fn send(
        &self,
        request: Request<Payload>,
        deadline: Instant,
    ) -> Result<Response<Incoming>, Error> {
        self.until(deadline, request, async |head| Ok(head.await?)).await
    }

    /// Sends a request and reads its whole answer, at most `limit` bytes of it: `true` when there was more.
    pub(crate) async fn exchange(
        &self,
        request: Request<Payload>,
        limit: usize,
        patience: Duration,
    ) -> Result<(Parts, Bytes, bool), Error> {
        let read = async |head: ResponseFuture| {
            let (parts, body) = head.await?.into_parts();
            let (body, more) = read(body, limit).await?;
            Ok((parts, body, more))
        };
        self.until(Instant::now() + patience, request, read).await
    }

    /// Sends a request and does with the answer what is wanted; says what is known of it if that fails.
    async fn until<T>(
        &self,
        deadline: Instant,
        mut request: Request<Payload>,
        answer: impl AsyncFnOnce(ResponseFuture) -> Result<T, BoxError>,
    ) -> Result<T, Error> {
        let uri = request.uri().clone();
        if let Some(auth) = self.proxies.authorization(&uri) {
            request.headers_mut().insert(header::PROXY_AUTHORIZATION, auth);
        }
        let fate = request.body_mut().watched();
        // When this is over, so is the request: what no connection has taken by then, none will take.
        let (timeout, source) = match timeout_at(deadline, answer(self.http.request(request))).await
        {
            Ok(Ok(answer)) => return Ok(answer),
            Ok(Err(error)) => (false, error),
            Err(elapsed) => (true, elapsed.into()),
        };
        let host = host(&uri);
        // Once its head has come, an answer fails with another type of error.
        let handed_back = source.downcast_ref().is_some_and(was_handed_back);
        let kind = if fate.never_left() || handed_back {
            Kind::NotSent { host }
        } else {
            Kind::Unanswered { host, timeout }
        };
        Err(Error::new(kind).because(source))
    }
}

/// Reads a body up to `limit` bytes, and whether there was more.
async fn read(mut body: Incoming, limit: usize) -> Result<(Bytes, bool), hyper::Error> {
    // Most answers come in one piece, which need not be copied.
    let first = match body.frame().await {
        Some(frame) => frame?.into_data().unwrap_or_default(),
        None => return Ok((Bytes::new(), false)),
    };
    if body.is_end_stream() && first.len() <= limit {
        return Ok((first, false));
    }
    let mut whole = BytesMut::new();
    let mut next = Some(first);
    while let Some(data) = next.take() {
        let room = limit - whole.len();
        whole.extend_from_slice(data.get(..room).unwrap_or(&data));
        if data.len() > room {
            return Ok((whole.freeze(), true));
        }
        next = match body.frame().await {
            Some(frame) => Some(frame?.into_data().unwrap_or_default()),
            None => None,
        };
    }
    Ok((whole.freeze(), false))
}

/// Whether the connection gave the request back without having written any of it, or the other side
/// promises not to have looked at it (RFC 9113, 8.7: a refused stream, or one above what GOAWAY names).
fn was_handed_back(error: &legacy::Error) -> bool {
    let mut cause: Option<&(dyn error::Error + 'static)> = Some(error);
    while let Some(error) = cause {
        if let Some(error) = error.downcast_ref::<hyper::Error>()
            && (error.is_canceled() || error.is_closed())
        {
            return true;
        }
        // The h2 crate gives the error of a GOAWAY only to the streams above the one it names.
        if let Some(error) = error.downcast_ref::<h2::Error>()
            && error.is_remote()
            && (error.is_go_away() || error.reason() == Some(h2::Reason::REFUSED_STREAM))
        {
            return true;
        }
        cause = error.source();
    }
    false
}

/// Where a URL leads, for a person.
pub(crate) fn host(uri: &Uri) -> String {
    let host = uri.host().unwrap_or("nowhere");
    uri.port_u16().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}
