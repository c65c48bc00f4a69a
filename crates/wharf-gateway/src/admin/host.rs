//! Whoever calls must mean us: a page elsewhere whose name was made to lead here does not.

use std::net::SocketAddr;

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::Response,
};
use http::{StatusCode, header};
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
    if !address.ip().is_loopback() || host.is_none_or(is_plain) {
        return next.run(request).await;
    }
    let message = "this listener is private: call it by IP address or as localhost";
    say::json(StatusCode::FORBIDDEN, &json!({"error": {"message": message}}))
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
}
