//! Bodies, as the platform takes them: JSON, a form, or nothing but the query.

use axum::{
    body::{Bytes, to_bytes},
    extract::{FromRequest as _, Multipart, Request},
    http::header,
};
use serde_json::{Map, Value};
use url::form_urlencoded;
use wharf_model::limits::SEND_BYTES_MAX;

use crate::world::Refusal;

/// Reads a body as a JSON object. A form of either kind counts as one; so does the query when there is no body.
pub(super) async fn object(request: Request) -> Result<Value, Refusal> {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    if kind.is_some_and(|kind| kind.starts_with("multipart/form-data")) {
        return parts(request).await;
    }
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

/// The parts of a form that are no files.
async fn parts(request: Request) -> Result<Value, Refusal> {
    let broken = |_| Refusal::new(100, "The form is cut off, or larger than 2 MB");
    let form = Multipart::from_request(request, &()).await;
    let mut form = form.map_err(|_| Refusal::new(100, "The form has no boundary"))?;
    let mut fields = Map::new();
    while let Some(part) = form.next_field().await.map_err(broken)? {
        if let Some(name) = part.name().map(str::to_owned)
            && part.file_name().is_none()
        {
            fields.insert(name, field(&part.text().await.map_err(broken)?));
        }
    }
    Ok(Value::Object(fields))
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
    let fields: Map<_, _> = pairs.map(|(name, value)| (name.into_owned(), field(&value))).collect();
    Value::Object(fields)
}

fn field(value: &str) -> Value {
    let nested = value.starts_with(['{', '[']).then(|| serde_json::from_str(value).ok());
    nested.flatten().unwrap_or_else(|| Value::from(value))
}
