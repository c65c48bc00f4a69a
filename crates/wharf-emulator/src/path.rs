//! Paths as the platform takes them: `//v25.0/1/messages/` is `/v25.0/1/messages`.

use axum::{
    extract::{Request, State},
    http::Uri,
    middleware::Next,
    response::Response,
};
use percent_encoding::percent_decode_str;

use crate::{graph::refuse, shell::Shell, world::Refusal};

/// Mends a path before it is looked up; one that is no text is refused.
pub(crate) async fn tidy(State(shell): State<Shell>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if percent_decode_str(path).decode_utf8().is_err() {
        return refuse(&shell, Refusal::plain(2500, format!("Unknown path components: {path}")));
    }
    if let Some(uri) = mended(request.uri()) {
        *request.uri_mut() = uri;
    }
    next.run(request).await
}

/// The URI without empty segments, if it has any.
fn mended(uri: &Uri) -> Option<Uri> {
    let path = uri.path();
    if path == "/" || !(path.contains("//") || path.ends_with('/')) {
        return None;
    }
    let segments = path.split('/').filter(|segment| !segment.is_empty());
    let mut whole: String = segments.flat_map(|segment| ["/", segment]).collect();
    if whole.is_empty() {
        whole.push('/');
    }
    if let Some(query) = uri.query() {
        whole.push('?');
        whole.push_str(query);
    }
    whole.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::mended;

    #[test]
    fn empty_segments_are_left_out_and_nothing_else() {
        for (given, expected) in [
            ("/", None),
            ("/v25.0/1/messages?a=//", None),
            ("/v25.0/1/messages/", Some("/v25.0/1/messages")),
            ("//v25.0//1/messages?a=b/", Some("/v25.0/1/messages?a=b/")),
            ("//", Some("/")),
        ] {
            let mended = mended(&given.parse().unwrap()).map(|uri| uri.to_string());
            assert_eq!(mended.as_deref(), expected, "{given}");
        }
    }
}
