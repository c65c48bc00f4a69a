//! `ETag` and `If-None-Match`: what has not changed is not sent again.

use std::fmt::Write as _;

use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use sha2::{Digest as _, Sha256};

/// Bytes of an answer: a node or a page.
const ANSWER_BYTES_MAX: usize = 16 * 1024 * 1024;

/// Marks what GET is answered with, and answers 304 to those who have it already.
pub(super) async fn marked(request: Request, next: Next) -> Response {
    if request.method() != Method::GET {
        return next.run(request).await;
    }
    let had = request.headers().get(header::IF_NONE_MATCH).cloned();
    let response = next.run(request).await;
    if response.status() != StatusCode::OK {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, ANSWER_BYTES_MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let digest = Sha256::digest(&bytes);
    let tag = digest.iter().take(20).fold(String::new(), |mut tag, byte| {
        // Writing to a string cannot fail.
        let _written = write!(tag, "{byte:02x}");
        tag
    });
    let tag = format!("\"{tag}\"");
    let known = had.is_some_and(|had| had.to_str().is_ok_and(|had| matches(had, &tag)));
    if let Ok(tag) = HeaderValue::try_from(tag) {
        parts.headers.insert(header::ETAG, tag);
    }
    if known {
        parts.status = StatusCode::NOT_MODIFIED;
        parts.headers.remove(header::CONTENT_TYPE);
        return Response::from_parts(parts, Body::empty());
    }
    Response::from_parts(parts, Body::from(bytes))
}

/// A list of tags, weak or strong; `*` is any.
fn matches(had: &str, tag: &str) -> bool {
    had.split(',').map(str::trim).any(|one| one == "*" || one.trim_start_matches("W/") == tag)
}
