//! The fields of a batch, however its body is written.

use axum::{
    body::Body,
    extract::{FromRequest as _, Multipart, Request},
};
use bytes::Bytes;
use http::{header, request::Parts};
use serde_json::Value;
use url::form_urlencoded;

use super::super::{Refusal, body};

/// What of a batch is passed on.
#[derive(Debug, Default)]
pub(super) struct Fields {
    /// The calls.
    pub(super) batch: Option<Value>,
    /// Whether each answer has its headers, as it was written.
    pub(super) include_headers: Option<String>,
}

impl Fields {
    fn add(&mut self, name: &str, value: &str) {
        match name {
            "batch" => self.batch = serde_json::from_str(value).ok(),
            "include_headers" => self.include_headers = Some(value.to_owned()),
            _ => {}
        }
    }
}

/// The fields of the query and of the body, which wins: JSON, a form, or a form in parts.
pub(super) async fn read(parts: &Parts, body: Bytes) -> Result<Fields, Refusal> {
    let mut fields = Fields::default();
    for (name, value) in form_urlencoded::parse(parts.uri.query().unwrap_or_default().as_bytes()) {
        fields.add(&name, &value);
    }
    let kind = parts.headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let kind = kind.unwrap_or_default().to_ascii_lowercase();
    if kind.starts_with("multipart/form-data") {
        in_parts(&mut fields, parts, body).await?;
    } else if kind.starts_with("application/json") {
        for (name, value) in body::object(&body)? {
            match value {
                // The calls may be JSON in a string, as in a form.
                Value::String(text) => fields.add(&name, &text),
                other => fields.add(&name, &other.to_string()),
            }
        }
    } else {
        for (name, value) in form_urlencoded::parse(&body) {
            fields.add(&name, &value);
        }
    }
    Ok(fields)
}

async fn in_parts(fields: &mut Fields, parts: &Parts, body: Bytes) -> Result<(), Refusal> {
    let broken = || Refusal::parameter("the body is not the form that its content type says");
    let request = Request::from_parts(parts.clone(), Body::from(body));
    let mut form = Multipart::from_request(request, &()).await.map_err(|_| broken())?;
    while let Some(field) = form.next_field().await.map_err(|_| broken())? {
        let Some(name) = field.name().map(str::to_owned) else { continue };
        if field.file_name().is_some() {
            let what =
                format!("{name}: the gateway passes no files on in a batch: upload it alone");
            return Err(Refusal::parameter(what));
        }
        fields.add(&name, &field.text().await.map_err(|_| broken())?);
    }
    Ok(())
}
