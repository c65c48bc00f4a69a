//! Bodies, as the platform takes them: JSON, a form, or nothing but the query.

use axum::{
    body::{Bytes, to_bytes},
    extract::Request,
    http::header,
};
use serde_json::{Map, Value};
use url::form_urlencoded;
use wharf_model::limits::SEND_BYTES_MAX;

use crate::world::Refusal;

/// Reads a body as a JSON object. A form counts as one; so does the query when there is no body.
pub(super) async fn object(request: Request) -> Result<Value, Refusal> {
    let (parts, body) = request.into_parts();
    let query = parts.uri.query().unwrap_or_default().to_owned();
    let form = parts
        .headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"));
    let bytes = to_bytes(body, SEND_BYTES_MAX).await.map_err(|_| {
        Refusal::new(100, format!("The body is cut off, or larger than {SEND_BYTES_MAX} bytes"))
    })?;
    if bytes.is_empty() {
        return Ok(fields(query.as_bytes()));
    }
    if form { Ok(fields(&bytes)) } else { json(&bytes) }
}

fn json(bytes: &Bytes) -> Result<Value, Refusal> {
    match serde_json::from_slice(bytes) {
        Ok(value @ Value::Object(_)) => Ok(value),
        Ok(_) => Err(Refusal::new(100, "The body must be a JSON object")),
        Err(error) => {
            let (line, column) = (error.line(), error.column());
            Err(Refusal::new(100, format!("The body is not JSON: line {line}, column {column}")))
        }
    }
}

/// Fields of a form; those that hold JSON objects or lists are read as such.
fn fields(text: &[u8]) -> Value {
    let pairs = form_urlencoded::parse(text).filter(|(name, _)| name != "access_token");
    let field = |value: &str| {
        let nested = value.starts_with(['{', '[']).then(|| serde_json::from_str(value).ok());
        nested.flatten().unwrap_or_else(|| Value::from(value))
    };
    let fields: Map<_, _> = pairs.map(|(name, value)| (name.into_owned(), field(&value))).collect();
    Value::Object(fields)
}
