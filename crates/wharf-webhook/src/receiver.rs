//! A receiver for axum: the handshake, the cap, the signature, and then your handler.

use std::sync::Arc;

use axum::{
    Router,
    body::Bytes,
    extract::{DefaultBodyLimit, RawQuery, State, rejection::BytesRejection},
    http::{
        HeaderMap, StatusCode,
        header::{CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS},
    },
    response::{IntoResponse, Response},
    routing::get,
};
use wharf_model::limits::WEBHOOK_BYTES_MAX;

use crate::{Forged, SIGNATURE_HEADER, Secrets, VerifyToken};

/// What a handler says: `Ok` when the bytes are kept (200, the platform forgets them), `Err` when
/// they are not (503, the platform sends them again). The error is not shown to anybody: log it yourself.
pub type HandlerOutcome<E> = Result<(), E>;

#[derive(Debug)]
struct Door<H> {
    secrets: Secrets,
    token: VerifyToken,
    handler: H,
}

/// Receives webhooks at `/`; nest it where you want it.
///
/// `GET` answers the handshake (403 to a wrong token). `POST` refuses more than 4 MiB (413), then
/// whatever is not signed by one of `secrets` (401 with an empty body), and then calls `handler` with
/// the bytes as they were signed. Nothing is parsed before.
pub fn receiver<H, F, E>(secrets: impl Into<Secrets>, token: VerifyToken, handler: H) -> Router
where
    H: Fn(Bytes) -> F + Send + Sync + 'static,
    F: Future<Output = HandlerOutcome<E>> + Send + 'static,
    E: Send + 'static,
{
    let door = Arc::new(Door { secrets: secrets.into(), token, handler });
    Router::new()
        .route("/", get(handshake::<H>).post(arrival::<H, F, E>))
        .layer(DefaultBodyLimit::max(WEBHOOK_BYTES_MAX))
        .with_state(door)
}

async fn handshake<H>(State(door): State<Arc<Door<H>>>, RawQuery(query): RawQuery) -> Response {
    match door.token.handshake(query.as_deref().unwrap_or_default()) {
        Ok(challenge) => {
            let plain =
                [(CONTENT_TYPE, "text/plain; charset=utf-8"), (X_CONTENT_TYPE_OPTIONS, "nosniff")];
            (plain, challenge).into_response()
        }
        Err(refused) => status(refused.status()).into_response(),
    }
}

async fn arrival<H, F, E>(
    State(door): State<Arc<Door<H>>>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> StatusCode
where
    H: Fn(Bytes) -> F + Send + Sync + 'static,
    F: Future<Output = HandlerOutcome<E>> + Send + 'static,
{
    let body = match body {
        Ok(body) => body,
        Err(rejection) => return rejection.status(),
    };
    if door.secrets.verify(signature(&headers), &body) == Err(Forged) {
        return StatusCode::UNAUTHORIZED;
    }
    match (door.handler)(body).await {
        Ok(()) => StatusCode::OK,
        Err(_) => StatusCode::SERVICE_UNAVAILABLE,
    }
}

/// The signature, if there is exactly one.
pub(crate) fn signature(headers: &HeaderMap) -> Option<&str> {
    let mut values = headers.get_all(SIGNATURE_HEADER).iter();
    let only = values.next()?;
    if values.next().is_some() { None } else { only.to_str().ok() }
}

fn status(code: u16) -> StatusCode {
    StatusCode::from_u16(code).unwrap_or(StatusCode::BAD_REQUEST)
}
