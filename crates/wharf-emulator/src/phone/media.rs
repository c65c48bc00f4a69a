//! `/phone/media/{id}`: files that were uploaded, for the page.

use axum::{
    Router,
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
    routing::get,
};
use bytes::Bytes;
use wharf_model::media::MediaKind;

use crate::{shell::Shell, world::File};

pub(super) fn routes() -> Router<Shell> {
    Router::new().route("/phone/media/{id}", get(download))
}

async fn download(
    State(shell): State<Shell>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Response {
    let file = shell.look(|world, _| world.files.by_text(&id).cloned());
    let Some(file) = file else {
        return (StatusCode::NOT_FOUND, "There is no such file.").into_response();
    };
    let mut response = part(&file.bytes, &headers);
    let added = response.headers_mut();
    let mime = HeaderValue::from_str(&file.mime_type);
    added.insert(
        header::CONTENT_TYPE,
        mime.unwrap_or(HeaderValue::from_static("application/octet-stream")),
    );
    added.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    // What somebody uploaded is looked at, and runs nothing.
    added.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("default-src 'none'; sandbox"),
    );
    added.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, max-age=3600"));
    if let Ok(disposition) = HeaderValue::from_str(&disposition(&file)) {
        added.insert(header::CONTENT_DISPOSITION, disposition);
    }
    response
}

/// Pictures, video and sound are shown; anything else is saved under its name.
fn disposition(file: &File) -> String {
    let shown = MediaKind::of_mime(&file.mime_type).is_some_and(|kind| kind != MediaKind::Document);
    let way = if shown { "inline" } else { "attachment" };
    match &file.name {
        Some(name) => {
            let name: String = url::form_urlencoded::byte_serialize(name.as_bytes()).collect();
            format!("{way}; filename*=UTF-8''{}", name.replace('+', "%20"))
        }
        None => way.to_owned(),
    }
}

/// All of it, or the part that a player asks for: some cannot play without.
fn part(bytes: &Bytes, headers: &HeaderMap) -> Response {
    let asked = headers.get(header::RANGE).and_then(|value| value.to_str().ok());
    let Some((from, to)) = asked.and_then(|asked| range(asked, bytes.len())) else {
        return bytes.clone().into_response();
    };
    let content_range = format!("bytes {from}-{}/{}", to - 1, bytes.len());
    (StatusCode::PARTIAL_CONTENT, [(header::CONTENT_RANGE, content_range)], bytes.slice(from..to))
        .into_response()
}

/// `bytes=from-to` or `bytes=from-`, as from and behind the end; other forms get the whole file.
fn range(asked: &str, length: usize) -> Option<(usize, usize)> {
    let (from, to) = asked.strip_prefix("bytes=")?.split_once('-')?;
    let from: usize = from.parse().ok()?;
    let to = if to.is_empty() {
        length
    } else {
        to.parse::<usize>().ok()?.saturating_add(1).min(length)
    };
    (from < to).then_some((from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_within_the_file() {
        assert_eq!(range("bytes=0-", 10), Some((0, 10)));
        assert_eq!(range("bytes=2-3", 10), Some((2, 4)));
        assert_eq!(range("bytes=2-99", 10), Some((2, 10)));
        for odd in ["bytes=10-", "bytes=-5", "bytes=5-2", "bytes=a-b", "items=0-1", "bytes=0-1,3-4"]
        {
            assert_eq!(range(odd, 10), None, "{odd}");
        }
    }
}
