//! A page of somebody else's, open in the same browser, must not make people write.

use std::net::IpAddr;

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

/// Refuses what comes by the name of another machine: a page of somebody else's whose name leads here. Only for an
/// address that no other machine reaches.
pub(crate) async fn at_home(request: Request, next: Next) -> Response {
    let mut hosts = request.headers().get_all(header::HOST).iter();
    if !hosts.all(|host| host.to_str().is_ok_and(is_here)) {
        let text = "The emulator is on this machine: call it 127.0.0.1 or localhost. (Other names: --host 0.0.0.0.)";
        return (StatusCode::FORBIDDEN, text).into_response();
    }
    next.run(request).await
}

/// Whether a host is an address, or a name that can only be this machine's.
fn is_here(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    let name = name.trim_end_matches('.').to_ascii_lowercase();
    let address = name.trim_start_matches('[').trim_end_matches(']');
    name == "localhost" || name.ends_with(".localhost") || address.parse::<IpAddr>().is_ok()
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

#[cfg(test)]
mod tests {
    use super::is_here;

    #[test]
    fn only_this_machine_is_here() {
        for host in [
            "127.0.0.1:4000",
            "localhost",
            "LOCALHOST:1",
            "wharf.localhost:4000",
            "[::1]:4000",
            "10.0.0.7",
        ] {
            assert!(is_here(host), "{host}");
        }
        for host in [
            "evil.example",
            "evil.example:4000",
            "127.0.0.1.evil.example",
            "localhost.evil.example:80",
            "",
        ] {
            assert!(!is_here(host), "{host}");
        }
    }
}
