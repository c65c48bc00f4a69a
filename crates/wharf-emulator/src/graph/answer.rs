//! Answers, as the platform writes them.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use serde::Serialize;
use wharf_model::{
    endpoint::Success,
    error::{ErrorBody, ErrorData},
};

use crate::{call_log::Reason, shell::Shell, world::Refusal};

/// JSON in the platform's own content type.
pub(super) fn json(status: StatusCode, value: &impl Serialize) -> Response {
    let Ok(body) = serde_json::to_vec(value) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let kind = HeaderValue::from_static("application/json; charset=UTF-8");
    (status, [(header::CONTENT_TYPE, kind)], body).into_response()
}

/// A success.
pub(super) fn give(value: &impl Serialize) -> Response {
    json(StatusCode::OK, value)
}

/// An answer, or the platform's error envelope.
pub(super) fn outcome<T: Serialize>(shell: &Shell, outcome: Result<T, Refusal>) -> Response {
    match outcome {
        Ok(value) => give(&value),
        Err(refusal) => refuse(shell, refusal),
    }
}

/// `{"success": true}`, or the platform's error envelope.
pub(super) fn done(shell: &Shell, done: Result<(), Refusal>) -> Response {
    outcome(shell, done.map(|()| Success { success: true }))
}

/// The platform's error envelope, with an id that its support would ask for.
pub(crate) fn refuse(shell: &Shell, refusal: Refusal) -> Response {
    let Refusal { status, error } = refusal;
    let trace = shell.step(|world, _| world.trace());
    let details = error.data.as_ref().and_then(ErrorData::details).unwrap_or(&error.message);
    let reason = Reason { code: error.code, details: details.to_owned() };
    let error = error.trace(trace.as_str());
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_REQUEST);
    let mut response = json(status, &ErrorBody { error });
    if let Ok(trace) = HeaderValue::try_from(trace) {
        response.headers_mut().insert("x-fb-trace-id", trace);
    }
    response.extensions_mut().insert(reason);
    response
}
