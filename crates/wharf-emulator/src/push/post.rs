//! One HTTP request to a webhook: no TLS, no redirect, no retry.

use bytes::Bytes;
use http::{Method, Request, header};
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use wharf_webhook::SIGNATURE_HEADER;

use crate::world::Target;

/// Bytes of an answer that are read.
const ANSWER_BYTES_MAX: usize = 64 * 1024;

/// What came back.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) body: Bytes,
}

/// Posts a webhook; gives the status, or why there was none.
pub(super) async fn post(target: &Target, signature: &str, body: Bytes) -> Result<u16, String> {
    let request = request(target, Method::POST)
        .header(header::CONTENT_TYPE, "application/json")
        .header(SIGNATURE_HEADER, signature)
        .body(Full::new(body))
        .map_err(|error| error.to_string())?;
    Ok(exchange(target, request).await?.status)
}

/// GETs a URL.
pub(super) async fn get(target: &Target) -> Result<Answer, String> {
    let request =
        request(target, Method::GET).body(Full::default()).map_err(|error| error.to_string())?;
    exchange(target, request).await
}

fn request(target: &Target, method: Method) -> http::request::Builder {
    Request::builder()
        .method(method)
        .uri(target.path())
        .header(header::HOST, target.authority())
        .header(header::USER_AGENT, "facebookexternalua")
        .header(header::ACCEPT, "*/*")
}

async fn exchange(target: &Target, request: Request<Full<Bytes>>) -> Result<Answer, String> {
    let stream = TcpStream::connect(target.authority()).await;
    let stream = stream.map_err(|error| format!("no connection: {error}"))?;
    let (mut sender, connection) =
        http1::handshake(TokioIo::new(stream)).await.map_err(|error| text(&error))?;
    let exchange = async {
        let (parts, body) =
            sender.send_request(request).await.map_err(|error| text(&error))?.into_parts();
        let body = Limited::new(body, ANSWER_BYTES_MAX).collect().await;
        let body = body.map_err(|error| error.to_string())?.to_bytes();
        Ok(Answer { status: parts.status.as_u16(), body })
    };
    let (mut exchange, mut connection) = (std::pin::pin!(exchange), std::pin::pin!(connection));
    tokio::select! {
        biased;
        answer = &mut exchange => answer,
        // The connection may end with the answer already here.
        _ended = &mut connection => exchange.await,
    }
}

fn text(error: &hyper::Error) -> String {
    format!("no answer: {error}")
}
