//! Reading a request's body into memory, within limits.

use std::time::Duration;

use axum::body::Body;
use bytes::Bytes;
use http::StatusCode;
use http_body_util::{BodyExt as _, LengthLimitError, Limited};
use serde_json::{Map, Value};
use tokio::time::timeout;

use super::Refusal;

/// How long a small body may take to come.
const PATIENCE: Duration = Duration::from_secs(30);

/// The whole body, if it has at most `limit` bytes.
pub(super) async fn read(body: Body, limit: usize) -> Result<Bytes, Refusal> {
    let slow =
        || Refusal::parameter("the body took too long to come").status(StatusCode::REQUEST_TIMEOUT);
    let read = timeout(PATIENCE, Limited::new(body, limit).collect()).await.map_err(|_| slow())?;
    read.map(http_body_util::Collected::to_bytes).map_err(|error| {
        if error.downcast_ref::<LengthLimitError>().is_some() {
            Refusal::parameter(format!("the body is larger than {limit} bytes"))
                .status(StatusCode::PAYLOAD_TOO_LARGE)
        } else {
            Refusal::parameter("the body broke off")
        }
    })
}

/// A body as a JSON object.
pub(super) fn object(body: &[u8]) -> Result<Map<String, Value>, Refusal> {
    let error = match serde_json::from_slice(body) {
        Ok(Value::Object(fields)) => return Ok(fields),
        Ok(_) => return Err(Refusal::parameter("the body must be a JSON object")),
        Err(error) => error,
    };
    let place = format!("line {}, column {}", error.line(), error.column());
    // serde_json has no word for it but this one.
    let is_deep = error.to_string().starts_with("recursion limit exceeded");
    let what = if is_deep { "is nested too deeply" } else { "is not JSON" };
    Err(Refusal::parameter(format!("the body {what} ({place})")))
}
