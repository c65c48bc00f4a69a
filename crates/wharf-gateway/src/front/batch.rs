//! `POST /{version}`: several calls in one (Graph API, "Batch requests"). What sends a message is no part of one here: a
//! send goes through the outbox, or not at all.

mod call;
mod fields;

use std::sync::Arc;

use axum::{body::Body, extract::Request, response::Response};
use http::{HeaderValue, header};
use serde_json::Value;
use url::form_urlencoded;

use super::{Refusal, body, passthrough, quoted};
use crate::desk::Desk;

/// Bytes of a batch.
const BYTES_MAX: usize = 1024 * 1024;
/// Calls in one (Graph API, "Batch requests").
const CALLS_MAX: usize = 50;

/// Passes a batch on when nothing in it sends a message. It is written anew: only what was looked at goes on.
pub(super) async fn forward(desk: &Arc<Desk>, request: Request) -> Result<Response, Refusal> {
    let (mut parts, body) = request.into_parts();
    let body = body::read(body, BYTES_MAX).await?;
    let fields = fields::read(&parts, body).await?;
    let Some(Value::Array(mut calls)) = fields.batch else {
        return Err(Refusal::parameter("batch: must be a list of calls, as JSON"));
    };
    if !(1..=CALLS_MAX).contains(&calls.len()) {
        let given = calls.len();
        return Err(Refusal::parameter(format!(
            "batch: must have 1 to {CALLS_MAX} calls, has {given}"
        )));
    }
    for (index, call) in calls.iter_mut().enumerate() {
        call::check(call).map_err(|what| Refusal::parameter(format!("batch[{index}].{what}")))?;
    }
    let path = parts.uri.path().trim_end_matches('/').to_owned();
    parts.uri = path.parse().map_err(|_| Refusal::nowhere(&path))?;
    let kind = HeaderValue::from_static("application/x-www-form-urlencoded");
    parts.headers.insert(header::CONTENT_TYPE, kind);
    parts.headers.remove(header::CONTENT_LENGTH);
    let onward = Request::from_parts(parts, Body::from(written(calls, fields.include_headers)));
    quoted::hide_in_batch(desk, passthrough::forward(desk, onward).await?).await
}

/// The form that goes on.
fn written(calls: Vec<Value>, include_headers: Option<String>) -> String {
    let mut form = form_urlencoded::Serializer::new(String::new());
    form.append_pair("batch", &Value::Array(calls).to_string());
    if let Some(include) = include_headers {
        form.append_pair("include_headers", &include);
    }
    form.finish()
}
