//! The door for webhooks: cap, signature, journal, 200. Nothing is parsed here.

use std::{sync::Arc, time::Duration};

use axum::{
    Router,
    body::Bytes,
    extract::{Request, State},
    http::{Method, StatusCode},
    middleware::{Next, from_fn_with_state},
    response::{IntoResponse as _, Response},
};
use tokio::time::timeout;
use wharf_store::StoreError;
use wharf_webhook::receiver;

use crate::{desk::Desk, tally::Count};

/// How long a webhook may take, from its first byte to our answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// `GET` and `POST /webhook`.
pub(crate) fn router(desk: &Arc<Desk>) -> Router {
    let (secrets, token) = (desk.setup.secrets.clone(), desk.setup.verify_token.clone());
    let keeper = Arc::clone(desk);
    let door = receiver(secrets, token, move |body| keep(Arc::clone(&keeper), body));
    Router::new().nest("/webhook", door).layer(from_fn_with_state(Arc::clone(desk), watch))
}

/// Keeps a body. The platform gets its 200 after this, and never before.
async fn keep(desk: Arc<Desk>, body: Bytes) -> Result<(), StoreError> {
    let kept = desk.store.journal(body.into(), desk.now()).await;
    match kept {
        Ok(_) => {
            desk.arrived.ring();
            Ok(())
        }
        Err(error) => {
            desk.failed(&error, "a webhook could not be kept; the platform will repeat it");
            Err(error)
        }
    }
}

async fn watch(State(desk): State<Arc<Desk>>, request: Request, next: Next) -> Response {
    let is_post = request.method() == Method::POST;
    let answer = timeout(PATIENCE, next.run(request))
        .await
        .unwrap_or_else(|_| StatusCode::SERVICE_UNAVAILABLE.into_response());
    tell(&desk, is_post, answer.status());
    if is_post {
        let label = match answer.status().as_u16() {
            200 => "200",
            401 => "401",
            413 => "413",
            503 => "503",
            _ => "other",
        };
        desk.tally.add(Count::Webhook, label);
    }
    answer
}

/// Says, now and then, that somebody was turned away: a wrong secret looks like a stranger.
fn tell(desk: &Desk, is_post: bool, status: StatusCode) {
    if is_post && status == StatusCode::UNAUTHORIZED {
        if let Some(times) = desk.forged.again() {
            tracing::warn!(
                times,
                "a webhook was refused (401): its signature is not good. Is WHATSAPP_APP_SECRET the secret of the \
                 app that calls?"
            );
        }
    } else if !is_post
        && status == StatusCode::FORBIDDEN
        && let Some(times) = desk.strange.again()
    {
        tracing::warn!(
            times,
            "a handshake was refused (403): its verify token is not ours. Is WHATSAPP_VERIFY_TOKEN what was \
             registered beside the callback URL?"
        );
    }
}
