//! `POST /api/subscribers/{name}/retry`: whatever waits for its next try is tried now.

use std::sync::Arc;

use axum::{extract::State, response::Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use serde_json::json;

use super::{Answer, Part, Trouble, part, say};
use crate::desk::Desk;

pub(super) async fn retry(State(desk): State<Arc<Desk>>, name: Part, headers: HeaderMap) -> Answer {
    let name = part(name)?;
    let Some(circuit) = desk.circuits.iter().find(|circuit| circuit.subscriber.name == name) else {
        let names: Vec<_> =
            desk.circuits.iter().map(|circuit| circuit.subscriber.name.as_str()).collect();
        let message = if names.is_empty() {
            "there is no subscriber: set WHARF_APP_URL".to_owned()
        } else {
            format!("there is no subscriber of this name; there are: {}", names.join(", "))
        };
        return Err(Trouble::Wrong(StatusCode::NOT_FOUND, message));
    };
    desk.store.subscribe(circuit.subscriber.clone()).await?;
    circuit.retry();
    tracing::info!(subscriber = name, "what waits for its next try is tried now, as was asked");
    Ok(if is_browser(&headers) {
        back()
    } else {
        say::json(StatusCode::OK, &json!({"success": true}))
    })
}

fn is_browser(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
    accept.is_some_and(|accept| accept.contains("text/html"))
}

/// To the console, which asked.
fn back() -> Response {
    let mut answer = say::text(StatusCode::SEE_OTHER, "text/plain; charset=utf-8", String::new());
    answer.headers_mut().insert(header::LOCATION, HeaderValue::from_static("/#handoff"));
    answer
}
