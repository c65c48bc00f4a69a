//! `/{app-id}/uploads` and `/upload:{id}`: uploads that can be resumed.

use axum::{
    Router,
    body::to_bytes,
    extract::{OriginalUri, Request},
    response::Response,
};

use super::{answer, edge, page::Asked};
use crate::{
    coverage::{Operation, op},
    shell::Shell,
    world::{Refusal, UPLOAD_BYTES_MAX},
};

/// What this edge serves.
pub(super) const OPERATIONS: &[Operation] = &[
    op("app", "POST", "/{app}/uploads"),
    op("app", "POST", "/upload:{session}"),
    op("app", "GET", "/upload:{session}"),
];

pub(super) fn routes() -> Router<Shell> {
    let begin = edge::post(|world, call, _| {
        // Parameters come in the query, or in a body like any other.
        let given = |name: &str| {
            let value = call.body.get(name);
            let text = value.and_then(|value| {
                value.as_str().map(str::to_owned).or_else(|| Some(value.as_u64()?.to_string()))
            });
            text.or_else(|| call.asked.get(name).map(str::to_owned)).unwrap_or_default()
        };
        world.begin_upload(&call.id, &given("file_length"), &given("file_type"))
    });
    Router::new().route("/{version}/{id}/uploads", begin)
}

/// Whether an id is that of an upload.
pub(super) fn is_session(id: &str) -> bool {
    id.starts_with("upload:")
}

fn bare(id: &str) -> &str {
    id.strip_prefix("upload:").unwrap_or(id)
}

/// Bytes come; where they belong is said by a header.
pub(super) async fn put(shell: &Shell, id: &str, request: Request) -> Response {
    let (mut parts, body) = request.into_parts();
    let offset = parts.headers.get("file_offset").and_then(|value| value.to_str().ok());
    let Some(offset) = offset.and_then(|offset| offset.parse::<u64>().ok()) else {
        let refusal = Refusal::plain(100, "(#100) The header file_offset is required.");
        return answer::refuse(shell, refusal);
    };
    let uri = parts.extensions.remove::<OriginalUri>().map_or(parts.uri, |OriginalUri(uri)| uri);
    let asked = Asked::new(shell.base(), &uri);
    let Ok(bytes) = to_bytes(body, UPLOAD_BYTES_MAX).await else {
        let refusal = Refusal::new(100, "the upload is cut off, or larger than 100 MB");
        return answer::refuse(shell, refusal);
    };
    let outcome =
        shell.step(|world, _| world.go_on_uploading(bare(id), asked.get("sig"), offset, &bytes));
    answer::outcome(shell, outcome)
}

/// How many bytes came.
pub(super) fn how_far(shell: &Shell, id: &str, signature: Option<&str>) -> Response {
    answer::outcome(shell, shell.step(|world, _| world.upload_offset(bare(id), signature)))
}
