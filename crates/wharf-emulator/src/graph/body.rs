//! Bodies, as the platform takes them: JSON, a form with or without files, or nothing but the query.

use axum::{
    body::{Bytes, to_bytes},
    extract::{FromRequest as _, Multipart, Request},
    http::header,
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::{Map, Value, json};
use url::form_urlencoded;
use wharf_model::limits::SEND_BYTES_MAX;

use crate::world::Refusal;

/// Reads a body as a JSON object. A form of either kind counts as one; so does the query when there is no body.
pub(super) async fn object(request: Request) -> Result<Value, Refusal> {
    if is(&request, "multipart/form-data") {
        return parts(request).await;
    }
    let form = is(&request, "application/x-www-form-urlencoded");
    let (parts, body) = request.into_parts();
    let query = parts.uri.query().unwrap_or_default().to_owned();
    let bytes = to_bytes(body, SEND_BYTES_MAX).await.map_err(|_| {
        Refusal::new(100, format!("The body is cut off, or larger than {SEND_BYTES_MAX} bytes"))
    })?;
    if bytes.is_empty() {
        return Ok(fields(query.as_bytes()));
    }
    if form { Ok(fields(&bytes)) } else { read(&bytes) }
}

fn is(request: &Request, kind: &str) -> bool {
    let given = request.headers().get(header::CONTENT_TYPE);
    given.and_then(|given| given.to_str().ok()).is_some_and(|given| given.starts_with(kind))
}

/// A form with files: a picture is `{"mime_type": …, "base64": …}`, anything else its text.
async fn parts(request: Request) -> Result<Value, Refusal> {
    let broken = || Refusal::new(100, "The form cannot be read: it is cut off or too large");
    let mut form = Multipart::from_request(request, &()).await.map_err(|_| broken())?;
    let mut fields = Map::new();
    while let Some(part) = form.next_field().await.map_err(|_| broken())? {
        let Some(name) = part.name().map(str::to_owned) else { continue };
        let is_file = part.file_name().is_some();
        let mime = part.content_type().unwrap_or("application/octet-stream").to_owned();
        let value = if is_file && mime.starts_with("image/") {
            let bytes = part.bytes().await.map_err(|_| broken())?;
            json!({"mime_type": mime, "base64": STANDARD.encode(bytes)})
        } else if is_file {
            part.text().await.map_err(|_| broken())?.into()
        } else {
            field(&name, &part.text().await.map_err(|_| broken())?)
        };
        fields.insert(name, value);
    }
    Ok(Value::Object(fields))
}

/// A field of a form; one that holds a JSON object or list is read as such, unless it is wanted as a text.
fn field(name: &str, value: &str) -> Value {
    let nested = value.starts_with(['{', '[']) && !name.ends_with("_json");
    let nested = nested.then(|| serde_json::from_str(value).ok());
    nested.flatten().unwrap_or_else(|| Value::from(value))
}

fn read(bytes: &Bytes) -> Result<Value, Refusal> {
    match serde_json::from_slice(bytes) {
        Ok(value @ Value::Object(_)) => Ok(value),
        Ok(_) => Err(Refusal::new(100, "The body must be a JSON object")),
        Err(error) => {
            let (line, column) = (error.line(), error.column());
            Err(Refusal::new(100, format!("The body is not JSON: line {line}, column {column}")))
        }
    }
}

/// Fields of a form.
fn fields(text: &[u8]) -> Value {
    let pairs = form_urlencoded::parse(text).filter(|(name, _)| name != "access_token");
    let fields = pairs.map(|(name, value)| {
        let field = field(&name, &value);
        (name.into_owned(), field)
    });
    Value::Object(fields.collect::<Map<_, _>>())
}
