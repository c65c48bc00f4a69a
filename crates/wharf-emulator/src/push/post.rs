//! One HTTP request to an app: no TLS, no redirect, no retry.

use std::{future::Future, pin::Pin};

use bytes::Bytes;
use http::{Method, Request, header};
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::{
    body::Incoming,
    client::conn::http1::{self, Connection},
};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

use crate::world::Target;

/// Bytes of an answer that are read.
const ANSWER_BYTES_MAX: usize = 64 * 1024;

/// What came back.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) body: Bytes,
}

/// GETs a URL.
pub(super) async fn get(target: &Target) -> Result<Answer, String> {
    let request =
        request(target, Method::GET).body(Full::default()).map_err(|error| error.to_string())?;
    once(target, request).await
}

/// One request on a connection of its own.
pub(super) async fn once(target: &Target, request: Request<Full<Bytes>>) -> Result<Answer, String> {
    let stream = TcpStream::connect(target.authority()).await;
    let stream = stream.map_err(|error| format!("no connection: {error}"))?;
    let (mut sender, connection) =
        http1::handshake(TokioIo::new(stream)).await.map_err(|error| text(&error))?;
    let connection = std::pin::pin!(connection);
    driven(connection, async {
        let (parts, body) =
            sender.send_request(request).await.map_err(|error| text(&error))?.into_parts();
        Ok(Answer { status: parts.status.as_u16(), body: collected(body).await? })
    })
    .await
}

/// A request as the platform begins it.
pub(super) fn request(target: &Target, method: Method) -> http::request::Builder {
    Request::builder()
        .method(method)
        .uri(target.path())
        .header(header::HOST, target.authority())
        .header(header::USER_AGENT, "facebookexternalua")
        .header(header::ACCEPT, "*/*")
}

/// The body of an answer.
pub(super) async fn collected(body: Incoming) -> Result<Bytes, String> {
    let body = Limited::new(body, ANSWER_BYTES_MAX).collect().await;
    body.map(http_body_util::Collected::to_bytes).map_err(|error| error.to_string())
}

/// An exchange, while its connection does its work.
pub(super) async fn driven<T>(
    connection: Pin<&mut Connection<TokioIo<TcpStream>, Full<Bytes>>>,
    exchange: impl Future<Output = T>,
) -> T {
    let mut exchange = std::pin::pin!(exchange);
    tokio::select! {
        biased;
        answer = &mut exchange => answer,
        // The connection may end with the answer already here.
        _ended = connection => exchange.await,
    }
}

pub(super) fn text(error: &hyper::Error) -> String {
    format!("no answer: {error}")
}
