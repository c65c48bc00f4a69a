//! Paths as the platform takes them: `//v25.0/1/messages/` is `/v25.0/1/messages`, and so is
//! `/1/messages`, because who names no version gets a living one (Graph API, "Versioning").

use axum::{
    extract::{OriginalUri, Request, State},
    http::Uri,
    middleware::Next,
    response::Response,
};
use percent_encoding::percent_decode_str;

use crate::{graph::refuse, shell::Shell, world::Refusal};

/// The version of calls that name none.
pub(crate) const VERSION: &str = "v25.0";

/// What stands first in the path of a call that names no version, if it is no id.
const NAMES: &[&str] = &["oauth", "debug_token", "message_template_library"];

/// Mends a path before it is looked up; one that is no text is refused.
pub(crate) async fn tidy(State(shell): State<Shell>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if percent_decode_str(path).decode_utf8().is_err() {
        return refuse(&shell, Refusal::plain(2500, format!("Unknown path components: {path}")));
    }
    if let Some(uri) = mended(request.uri()) {
        // What is kept of the path as it came would be without a version.
        request.extensions_mut().insert(OriginalUri(uri.clone()));
        *request.uri_mut() = uri;
    }
    next.run(request).await
}

/// The URI without empty segments and with a version, if that is another.
fn mended(uri: &Uri) -> Option<Uri> {
    let path = uri.path();
    let mut segments = path.split('/').filter(|segment| !segment.is_empty()).peekable();
    let bare = segments.peek().is_some_and(|first| is_first(first));
    if path == "/" || !(bare || path.contains("//") || path.ends_with('/')) {
        return None;
    }
    let version = bare.then_some(VERSION).into_iter();
    let mut whole: String = version.chain(segments).flat_map(|segment| ["/", segment]).collect();
    if whole.is_empty() {
        whole.push('/');
    }
    if let Some(query) = uri.query() {
        whole.push('?');
        whole.push_str(query);
    }
    whole.parse().ok()
}

/// Whether the path of a call may begin with this, behind the version.
fn is_first(segment: &str) -> bool {
    let is_id = segment.bytes().all(|byte| byte.is_ascii_digit());
    is_id || segment.starts_with("upload:") || NAMES.contains(&segment)
}

#[cfg(test)]
mod tests {
    use super::mended;

    #[test]
    fn empty_segments_are_left_out_and_a_version_is_put_in() {
        for (given, expected) in [
            ("/", None),
            ("/v25.0/1/messages?a=//", None),
            ("/v25.0/1/messages/", Some("/v25.0/1/messages")),
            ("//v25.0//1/messages?a=b/", Some("/v25.0/1/messages?a=b/")),
            ("//", Some("/")),
            ("/1/messages?a=b", Some("/v25.0/1/messages?a=b")),
            ("/1", Some("/v25.0/1")),
            ("/oauth/access_token", Some("/v25.0/oauth/access_token")),
            ("/phone/1/chat", None),
            ("/_control/users/1", None),
            ("/v25", None),
        ] {
            let mended = mended(&given.parse().unwrap()).map(|uri| uri.to_string());
            assert_eq!(mended.as_deref(), expected, "{given}");
        }
    }
}
