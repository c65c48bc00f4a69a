//! Whoever calls must mean us: a page elsewhere whose name was made to lead here does not.

use std::net::SocketAddr;

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::Response,
};
use http::{HeaderMap, Method, StatusCode, header};
use serde_json::json;
use url::{Host, Url};

use super::say;

/// Lets pass what names an IP address or `localhost`; anything when we do not listen on this machine alone.
pub(super) async fn check(
    State(address): State<SocketAddr>,
    request: Request,
    next: Next,
) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    let message = if address.ip().is_loopback() && !host.is_none_or(is_plain) {
        "this listener is private: call it by IP address or as localhost"
    } else if request.method() != Method::GET && is_from_elsewhere(request.headers(), host) {
        "a page of another site may not do this; use the console, or a program"
    } else {
        return next.run(request).await;
    };
    say::json(StatusCode::FORBIDDEN, &json!({"error": {"message": message}}))
}

/// Whether a browser says that the request comes from a page that is not ours. A program says nothing.
fn is_from_elsewhere(headers: &HeaderMap, host: Option<&str>) -> bool {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    if let Some(site) = text("sec-fetch-site") {
        return site != "same-origin";
    }
    let origin = text("origin").map(|origin| origin.split_once("://").map(|(_, from)| from));
    origin.is_some_and(|from| from.is_none() || from != host)
}

fn is_plain(host: &str) -> bool {
    let url = Url::parse(&format!("http://{host}/"));
    match url.as_ref().ok().and_then(Url::host) {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(_) | Host::Ipv6(_)) => true,
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_others_are_not_ours() {
        for (host, plain) in [
            ("127.0.0.1:3001", true),
            ("[::1]:3001", true),
            ("localhost", true),
            ("LOCALHOST:3001", true),
            ("evil.example:3001", false),
            ("127.0.0.1.evil.example", false),
            ("", false),
        ] {
            assert_eq!(is_plain(host), plain, "{host}");
        }
    }

    #[test]
    fn pages_of_others_may_not_change_anything() {
        for (name, value, elsewhere) in [
            ("sec-fetch-site", "same-origin", false),
            ("sec-fetch-site", "cross-site", true),
            ("sec-fetch-site", "none", true),
            ("origin", "http://127.0.0.1:3001", false),
            ("origin", "http://127.0.0.1:3002", true),
            ("origin", "null", true),
            ("accept", "*/*", false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(name, value.parse().unwrap());
            let host = Some("127.0.0.1:3001");
            assert_eq!(is_from_elsewhere(&headers, host), elsewhere, "{headers:?}");
        }
    }
}
