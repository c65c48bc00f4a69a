//! Bare hyper: a connection for each that sends, bytes made beforehand, an answer read and dropped.

use anyhow::{Context as _, Result, ensure};
use bytes::Bytes;
use http_body_util::{BodyExt as _, Full};
use hyper::{Request, client::conn::http1};
use hyper_util::rt::TokioIo;
use serde_json::json;
use tokio::net::TcpStream;

use super::{NUMBER, Next, Plan, TEXT, TOKEN, together};

pub async fn send(plan: &Plan, next: &Next) -> Result<()> {
    let body = |person: &String| {
        let body = json!({"messaging_product": "whatsapp", "recipient_type": "individual",
            "to": person, "type": "text", "text": {"body": TEXT}});
        body.to_string().into()
    };
    let bodies: Vec<Bytes> = plan.everybody().iter().map(body).collect();
    let place = plan.url.strip_prefix("http://").context("not an http:// URL")?.to_owned();
    together(plan, || {
        let (place, bodies, next) = (place.clone(), bodies.clone(), next.clone());
        async move { one(&place, &bodies, &next).await }
    })
    .await
}

async fn one(place: &str, bodies: &[Bytes], next: &Next) -> Result<()> {
    let stream = TcpStream::connect(place).await?;
    stream.set_nodelay(true)?;
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
    let connection = tokio::task::spawn_local(connection);
    while let Some(message) = next.take() {
        let request = Request::post(format!("/v25.0/{NUMBER}/messages"))
            .header("host", place)
            .header("authorization", format!("Bearer {TOKEN}"))
            .header("content-type", "application/json")
            .body(Full::new(bodies[message % bodies.len()].clone()))?;
        sender.ready().await?;
        let (head, body) = sender.send_request(request).await?.into_parts();
        let body = body.collect().await?.to_bytes();
        ensure!(head.status == 200, "{}: {}", head.status, String::from_utf8_lossy(&body));
    }
    drop(sender);
    connection.await??;
    Ok(())
}
