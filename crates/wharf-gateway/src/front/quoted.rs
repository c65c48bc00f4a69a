//! Errors of the platform on their way to an app: they may quote our credentials, which are no app's business, and so
//! may the links from page to page of a list. Any other answer passes byte for byte.

use std::borrow::Cow;

use axum::{body::Body, response::Response};
use bytes::Bytes;
use futures_util::{StreamExt as _, stream};
use http::{HeaderMap, HeaderValue, header, response::Parts};
use serde_json::Value;
use wharf_client::Client;
use wharf_model::error::ErrorBody;

use super::Refusal;
use crate::desk::Desk;

/// Bytes of an error that are passed on, and bytes of any other answer that are looked at: errors are short.
const ERROR_BYTES_MAX: usize = 1024 * 1024;
/// Bytes of a batch's answer.
const BATCH_BYTES_MAX: usize = 8 * 1024 * 1024;

/// As much of a body as was asked for.
enum Begun {
    Whole(Bytes),
    /// There is more than that, or nobody wants to see it: the whole, to be streamed.
    Part(Body),
}

/// The answer; if it is an error, without our credentials. One with a good status is an error if it is the platform's
/// envelope.
pub(super) async fn hide(desk: &Desk, answer: Response) -> Result<Response, Refusal> {
    let client = &desk.setup.client;
    let (mut parts, body) = answer.into_parts();
    if parts.status.is_success() {
        let whole = match begin(body, ERROR_BYTES_MAX, |start| start.starts_with(b"{")).await? {
            Begun::Whole(whole) if is_error(&whole) || has_links(&whole) => whole,
            Begun::Whole(whole) => return Ok(Response::from_parts(parts, whole.into())),
            Begun::Part(body) => return Ok(Response::from_parts(parts, body)),
        };
        hide_in_headers(client, &mut parts.headers);
        let hidden = owned(client.without_credentials(&whole));
        return Ok(with_body(parts, whole, hidden));
    }
    let status = parts.status;
    let unseen = |why| {
        Refusal::unanswered(format!("the platform's answer {why}, and is not passed on"))
            .status(status)
    };
    let coding = parts.headers.get(header::CONTENT_ENCODING);
    if coding.is_some_and(|coding| coding != "identity") {
        return Err(unseen("is compressed, which was not asked for"));
    }
    hide_in_headers(client, &mut parts.headers);
    let Begun::Whole(whole) = begin(body, ERROR_BYTES_MAX, |_| true).await? else {
        return Err(unseen("is very long"));
    };
    let hidden = owned(client.without_credentials(&whole));
    Ok(with_body(parts, whole, hidden))
}

/// The answer to a batch: those of its calls that are errors, without our credentials.
pub(super) async fn hide_in_batch(desk: &Desk, answer: Response) -> Result<Response, Refusal> {
    if !answer.status().is_success() {
        return Ok(answer);
    }
    let (parts, body) = answer.into_parts();
    let Begun::Whole(whole) = begin(body, BATCH_BYTES_MAX, |_| true).await? else {
        return Err(Refusal::unanswered("the platform's answer is too long to be passed on"));
    };
    let hidden = in_calls(&desk.setup.client, &whole);
    Ok(with_body(parts, whole, hidden))
}

/// The list of answers without credentials; none when no error quotes one.
fn in_calls(client: &Client, whole: &[u8]) -> Option<Vec<u8>> {
    let mut calls: Vec<Value> = serde_json::from_slice(whole).ok()?;
    let mut changed = false;
    for call in &mut calls {
        let good = call["code"].as_u64().is_some_and(|code| (200..300).contains(&code));
        if !good || call["body"].as_str().is_some_and(|body| is_error(body.as_bytes())) {
            changed |= hide_in_texts(client, call);
        }
    }
    changed.then(|| serde_json::to_vec(&calls).ok()).flatten()
}

/// Whether there was anything to hide.
fn hide_in_texts(client: &Client, value: &mut Value) -> bool {
    match value {
        Value::String(text) => {
            let Some(hidden) = owned(client.without_credentials(text.as_bytes())) else {
                return false;
            };
            *text = String::from_utf8_lossy(&hidden).into_owned();
            true
        }
        Value::Array(items) => {
            items.iter_mut().fold(false, |hid, item| hide_in_texts(client, item) | hid)
        }
        Value::Object(fields) => {
            fields.values_mut().fold(false, |hid, field| hide_in_texts(client, field) | hid)
        }
        _ => false,
    }
}

fn hide_in_headers(client: &Client, headers: &mut HeaderMap) {
    for (name, value) in headers.iter_mut().filter(|(name, _)| *name != header::CONTENT_LENGTH) {
        if let Some(hidden) = owned(client.without_credentials(value.as_bytes())) {
            tracing::debug!(%name, "the platform quotes a credential in a header");
            *value =
                HeaderValue::from_bytes(&hidden).unwrap_or(HeaderValue::from_static("[hidden]"));
        }
    }
}

fn with_body(mut parts: Parts, whole: Bytes, hidden: Option<Vec<u8>>) -> Response {
    let Some(hidden) = hidden else { return Response::from_parts(parts, whole.into()) };
    parts.headers.insert(header::CONTENT_LENGTH, hidden.len().into());
    Response::from_parts(parts, hidden.into())
}

fn is_error(body: &[u8]) -> bool {
    serde_json::from_slice::<ErrorBody>(body).is_ok()
}

/// Whether links in it carry a token, as `paging.next` does.
fn has_links(body: &[u8]) -> bool {
    const PARAMETER: &[u8] = b"access_token=";
    body.windows(PARAMETER.len()).any(|window| window == PARAMETER)
}

fn owned(hidden: Cow<'_, [u8]>) -> Option<Vec<u8>> {
    match hidden {
        Cow::Borrowed(_) => None,
        Cow::Owned(hidden) => Some(hidden),
    }
}

/// The whole body, if its start is of interest and it has at most `limit` bytes.
async fn begin(
    body: Body,
    limit: usize,
    interests: impl Fn(&[u8]) -> bool,
) -> Result<Begun, Refusal> {
    let mut rest = body.into_data_stream();
    let mut begun: Vec<Bytes> = Vec::new();
    let mut length = 0;
    while let Some(piece) = rest.next().await {
        let piece = piece.map_err(|_| Refusal::unanswered("the platform's answer broke off"))?;
        length += piece.len();
        let start = piece.trim_ascii_start();
        let dull = begun.is_empty() && !start.is_empty() && !interests(start);
        if !piece.is_empty() {
            begun.push(piece);
        }
        if dull || length > limit {
            let begun = stream::iter(begun.into_iter().map(Ok));
            return Ok(Begun::Part(Body::from_stream(begun.chain(rest))));
        }
    }
    Ok(Begun::Whole(match <[Bytes; 1]>::try_from(begun) {
        Ok([only]) => only,
        Err(pieces) => pieces.concat().into(),
    }))
}
