//! `POST /{version}/{number}/account/set_pin`: the seed guide's way to say `POST /{version}/{number}`.

use std::sync::Arc;

use axum::{body::Body, extract::Request, response::Response};
use http::{HeaderValue, Method, header};
use serde_json::{Map, Value};
use wharf_model::number::PinBody;

use super::{Refusal, body, passthrough};
use crate::desk::Desk;

const BYTES_MAX: usize = 4 * 1024;

pub(super) async fn set(
    desk: &Arc<Desk>,
    version: &str,
    number: &str,
    request: Request,
) -> Result<Response, Refusal> {
    let given = body::read(request.into_body(), BYTES_MAX).await?;
    let wrong = || {
        Refusal::parameter(
            "pin: must be a string of exactly six digits, as in {\"pin\":\"123456\"}",
        )
    };
    let fields = if given.is_empty() { Map::new() } else { body::object(&given)? };
    if fields.get("pin").is_none_or(Value::is_null) {
        return Err(Refusal::missing("pin"));
    }
    let pin: PinBody = serde_json::from_value(Value::Object(fields)).map_err(|_| wrong())?;
    let json = serde_json::to_vec(&pin).map_err(|_| wrong())?;
    let mut onward = Request::new(Body::from(json));
    *onward.method_mut() = Method::POST;
    *onward.uri_mut() = format!("/{version}/{number}").try_into().map_err(|_| wrong())?;
    let json = HeaderValue::from_static("application/json");
    onward.headers_mut().insert(header::CONTENT_TYPE, json);
    passthrough::forward(desk, onward).await
}
