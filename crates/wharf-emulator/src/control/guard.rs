//! A page of somebody else's, open in the same browser, must not make people write.

use axum::{
    extract::Request,
    http::{Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};

/// Refuses what a browser sends for another site. Programs send no such headers.
pub(crate) async fn same_site(request: Request, next: Next) -> Response {
    if request.method() != Method::GET && is_foreign(&request) {
        let text = "This request comes from another site; the emulator takes it from its own pages and from programs only.";
        return (StatusCode::FORBIDDEN, text).into_response();
    }
    next.run(request).await
}

fn is_foreign(request: &Request) -> bool {
    let text = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return !matches!(site, "same-origin" | "none");
    }
    match (text(header::ORIGIN.as_str()), text(header::HOST.as_str())) {
        (Some(origin), Some(host)) => origin.split_once("://").is_none_or(|(_, rest)| rest != host),
        (Some(_), None) => true,
        (None, _) => false,
    }
}
