//! `POST /`: several calls in one (Graph API, "Batch requests").

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, Method, header},
    response::Response,
    routing::post,
};
use hyper::service::Service as _;
use hyper_util::service::TowerToHyperService;
use serde_json::{Value, json};

use super::{answer, body};
use crate::{
    coverage::{Operation, op},
    path::VERSION,
    serve::Dropped,
    shell::Shell,
    world::Refusal,
};

/// What this edge serves.
pub(super) const OPERATIONS: &[Operation] = &[op("app", "POST", "/")];

/// Calls in one.
const CALLS_MOST: usize = 50;
/// Bytes of an answer within a batch: a node or a page.
const ANSWER_BYTES_MAX: usize = 16 * 1024 * 1024;

/// `inner` is what each of the calls is made to.
pub(super) fn routes(inner: Router) -> Router<Shell> {
    let batch = move |State(shell): State<Shell>, request: Request| {
        let inner = inner.clone();
        async move {
            match run(&inner, request).await {
                Ok(answers) => answer::give(&answers),
                Err(refusal) => answer::refuse(&shell, refusal),
            }
        }
    };
    Router::new().route("/", post(batch.clone())).route("/{version}", post(batch))
}

async fn run(inner: &Router, request: Request) -> Result<Vec<Value>, Refusal> {
    let headers = request.headers().clone();
    let path = request.uri().path().trim_matches('/').to_owned();
    let version = if path.is_empty() { VERSION.to_owned() } else { path };
    let mut body = body::object(request).await?;
    let calls = match body["batch"].take() {
        Value::Array(calls) if (1..=CALLS_MOST).contains(&calls.len()) => calls,
        _ => {
            let message = format!("(#100) Param batch must be a list of 1 to {CALLS_MOST} calls");
            return Err(Refusal::plain(100, message));
        }
    };
    let mut answers = Vec::with_capacity(calls.len());
    for call in &calls {
        let request = one(call, &version, &headers)?;
        let Ok(response) = TowerToHyperService::new(inner.clone()).call(request).await;
        answers.push(answered(response).await);
    }
    Ok(answers)
}

fn one(call: &Value, version: &str, headers: &HeaderMap) -> Result<Request, Refusal> {
    let text = |name: &str| call.get(name).and_then(Value::as_str).unwrap_or_default();
    let broken = || Refusal::plain(100, "(#100) A call of the batch has no method or relative_url");
    let method = Method::from_bytes(text("method").as_bytes()).map_err(|_| broken())?;
    let relative = text("relative_url").trim_start_matches('/');
    let is_version = |segment: &str| {
        segment.starts_with('v') && segment.chars().nth(1).is_some_and(|char| char.is_ascii_digit())
    };
    let path = if relative.split('/').next().is_some_and(is_version) {
        format!("/{relative}")
    } else {
        format!("/{version}/{relative}")
    };
    let body = text("body").to_owned();
    let kind = if body.starts_with('{') {
        "application/json"
    } else {
        "application/x-www-form-urlencoded"
    };
    let mut request =
        Request::builder().method(method).uri(path).header(header::CONTENT_TYPE, kind);
    if let Some(token) = headers.get(header::AUTHORIZATION) {
        request = request.header(header::AUTHORIZATION, token);
    }
    request.body(Body::from(body)).map_err(|_| broken())
}

/// The answer as a batch holds it; null when there was none.
async fn answered(response: Response) -> Value {
    if response.extensions().get::<Dropped>().is_some() {
        return Value::Null;
    }
    let code = response.status().as_u16();
    let headers: Vec<_> = response
        .headers()
        .iter()
        .map(|(name, value)| json!({"name": name.as_str(), "value": value.to_str().unwrap_or_default()}))
        .collect();
    let body = to_bytes(response.into_body(), ANSWER_BYTES_MAX).await.unwrap_or_default();
    json!({"code": code, "headers": headers, "body": String::from_utf8_lossy(&body)})
}
