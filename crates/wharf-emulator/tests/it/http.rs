//! Calling the emulator.

use bytes::Bytes;
use http_body_util::{BodyExt as _, Full};
use hyper::{Request, client::conn::http1, header};
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio::net::TcpStream;
use wharf_emulator::{Config, Delays, Emulator};

/// The number of [`Config::dev`].
pub(crate) const NUMBER: &str = "100000000000001";
/// Ada, who has just written.
pub(crate) const ADA: &str = "+15550001111";
/// Grace, who never has.
pub(crate) const GRACE: &str = "+15550002222";

/// The world of `wharf dev`, where everything happens at once.
pub(crate) async fn emulator() -> Emulator {
    let mut config = Config::dev();
    config.delays = Delays::NONE;
    Emulator::start(config).await.unwrap()
}

/// What came back.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: header::HeaderMap,
    pub(crate) body: Bytes,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        let value = serde_json::from_slice(&self.body);
        assert!(value.is_ok(), "not JSON: {self:?}");
        value.unwrap()
    }
}

/// One request.
pub(crate) async fn call(
    method: &str,
    url: &str,
    headers: &[(&str, &str)],
    body: impl Into<Bytes>,
) -> Answer {
    try_call(method, url, headers, body).await.unwrap()
}

/// One request; `None` when the connection ends without an answer.
pub(crate) async fn try_call(
    method: &str,
    url: &str,
    headers: &[(&str, &str)],
    body: impl Into<Bytes>,
) -> Option<Answer> {
    let uri: hyper::Uri = url.parse().unwrap();
    let authority = uri.authority().unwrap().as_str();
    let mut request = Request::builder().method(method).header(header::HOST, authority);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let path = uri.path_and_query().unwrap().as_str();
    let request = request.uri(path).body(Full::new(body.into())).unwrap();
    let stream = TcpStream::connect(authority).await.unwrap();
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.unwrap();
    let exchange = async {
        let (parts, body) = sender.send_request(request).await.ok()?.into_parts();
        let body = body.collect().await.ok()?.to_bytes();
        Some(Answer { status: parts.status.as_u16(), headers: parts.headers, body })
    };
    let (mut exchange, connection) = (std::pin::pin!(exchange), std::pin::pin!(connection));
    tokio::select! {
        biased;
        answer = &mut exchange => answer,
        _ = connection => exchange.await,
    }
}

/// A call with the right token.
pub(crate) async fn get(emulator: &Emulator, path: &str) -> Answer {
    let url = format!("{}{path}", emulator.url());
    call("GET", &url, &[("authorization", "Bearer wharf-dev")], "").await
}

/// The same, where the query has signs that a URL has not.
pub(crate) async fn look(emulator: &Emulator, path: &str) -> Answer {
    let signs = [("\"", "%22"), (" ", "%20"), ("+", "%2B"), ("{", "%7B"), ("}", "%7D")];
    let path = signs.iter().fold(path.to_owned(), |path, (sign, code)| path.replace(sign, code));
    get(emulator, &path).await
}

/// JSON with the right token.
pub(crate) async fn post(emulator: &Emulator, path: &str, body: &Value) -> Answer {
    let url = format!("{}{path}", emulator.url());
    let headers = [("authorization", "Bearer wharf-dev"), ("content-type", "application/json")];
    call("POST", &url, &headers, body.to_string()).await
}

/// Sends a message from the number.
pub(crate) async fn send(emulator: &Emulator, message: &Value) -> Answer {
    post(emulator, &format!("/v16.0/{NUMBER}/messages"), message).await
}

/// Any call with the right token and a JSON body.
pub(crate) async fn ask(emulator: &Emulator, method: &str, path: &str, body: &Value) -> Answer {
    let url = format!("{}{path}", emulator.url());
    let headers = [("authorization", "Bearer wharf-dev"), ("content-type", "application/json")];
    let body = if body.is_null() { String::new() } else { body.to_string() };
    call(method, &url, &headers, body).await
}

/// A call of the control API that must succeed.
pub(crate) async fn control(emulator: &Emulator, method: &str, path: &str, body: &Value) -> Value {
    let answer = ask(emulator, method, &format!("/_control/{path}"), body).await;
    assert_eq!(answer.status, 200, "{method} {path}: {answer:?}");
    answer.json()
}

/// The world of `wharf dev` with its clock standing still at a round moment.
pub(crate) async fn frozen() -> Emulator {
    let mut config = Config::dev();
    config.delays = Delays::NONE;
    config.clock = std::sync::Arc::new(Still);
    let emulator = Emulator::start(config).await.unwrap();
    control(&emulator, "POST", "clock/freeze", &Value::Null).await;
    emulator
}

/// A clock that stands still.
#[derive(Debug)]
struct Still;

impl wharf_model::time::Clock for Still {
    fn now(&self) -> wharf_model::time::Timestamp {
        wharf_model::time::Timestamp::from_secs(1_790_000_000)
    }
}

/// A text to Ada.
pub(crate) fn text(body: &str) -> Value {
    serde_json::json!({"messaging_product": "whatsapp", "to": ADA, "type": "text", "text": {"body": body}})
}

/// The code of a refusal.
pub(crate) fn code(answer: &Answer) -> u64 {
    answer.json()["error"]["code"].as_u64().unwrap()
}
