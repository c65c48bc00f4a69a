//! Servers that do nothing but answer.

use std::{convert::Infallible, future::Future, io::Write as _};

use anyhow::Result;
use bytes::Bytes;
use http_body_util::{BodyExt as _, Full};
use hyper::{Request, Response, body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;

/// What the platform answers to a send.
const ACCEPTED: &[u8] = br#"{"messaging_product":"whatsapp","contacts":[{"input":"15550001111","wa_id":"15550001111"}],"messages":[{"id":"wamid.HBgLMTU1NTAwMDExMTEVAgARGBI5QTNDQTVCM0Q0Q0Q2RTY3RTcA"}]}"#;

type Answer = Result<Response<Full<Bytes>>, Infallible>;

/// Listens on a free port, prints where, and answers until it is stopped.
pub async fn run<A, F>(answer: A) -> Result<()>
where
    A: Fn(Request<Incoming>) -> F + Copy + 'static,
    F: Future<Output = Answer> + 'static,
{
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    println!("http://{}", listener.local_addr()?);
    std::io::stdout().flush()?;
    loop {
        let (stream, _) = listener.accept().await?;
        stream.set_nodelay(true)?;
        tokio::task::spawn_local(async move {
            // A client that goes away ends its connection.
            let _gone = http1::Builder::new()
                .serve_connection(TokioIo::new(stream), service_fn(answer))
                .await;
        });
    }
}

/// Reads all that comes, and accepts.
pub async fn platform(request: Request<Incoming>) -> Answer {
    let _read = request.into_body().collect().await;
    let response = Response::builder()
        .header("content-type", "application/json")
        .header("facebook-api-version", "v25.0")
        .body(Full::new(Bytes::from_static(ACCEPTED)));
    Ok(response.unwrap_or_default())
}

/// Says the challenge back, or takes what comes.
pub async fn webhook(request: Request<Incoming>) -> Answer {
    let query = request.uri().query().unwrap_or_default();
    let challenge =
        query.split('&').find_map(|pair| pair.strip_prefix("hub.challenge=")).unwrap_or_default();
    let body = Bytes::copy_from_slice(challenge.as_bytes());
    let _read = request.into_body().collect().await;
    Ok(Response::new(Full::new(body)))
}
