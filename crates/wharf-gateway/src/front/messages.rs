//! `POST /{version}/{number}/messages`: keep it, then wait for what becomes of it.

use std::{sync::Arc, time::Duration};

use axum::{body::Body, extract::Request, response::Response};
use http::{HeaderMap, HeaderName};
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};
use tokio::time::{Instant, sleep_until};
use wharf_model::{
    limits::SEND_BYTES_MAX,
    message::{Message, Severity},
    phone::normalise,
};
use wharf_store::outbox::{Enqueued, IdempotencyKey, NewSend};

use super::{
    Refusal,
    answer::{self, Word, word},
    auth::App,
    body, passthrough,
};
use crate::desk::Desk;

const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");
const PREFER: HeaderName = HeaderName::from_static("prefer");
const KEY_CHARS_MAX: usize = 255;

/// A status can be faster than the answer it belongs to: that long the answer is waited for.
const ANSWER_IS_NEAR: Duration = Duration::from_secs(2);

/// A status can tell what a lost answer would have said: that long it is waited for.
const STATUS_IS_NEAR: Duration = Duration::from_secs(5);

/// Keeps a message and waits, or passes on what is no message.
pub(super) async fn post(
    desk: &Arc<Desk>,
    app: &App,
    (version, number): (String, String),
    request: Request,
) -> Result<Response, Refusal> {
    let (parts, body) = request.into_parts();
    let body = body::read(body, SEND_BYTES_MAX).await?;
    if body.is_empty() {
        return Err(Refusal::missing("messaging_product"));
    }
    let fields = body::object(&body)?;
    if fields.contains_key("status") {
        // Read receipts and typing: doing them twice does no harm, and there is nothing to keep.
        return passthrough::forward(desk, Request::from_parts(parts, Body::from(body))).await;
    }
    check(&fields)?;
    let send = NewSend {
        conversation: conversation(&fields),
        callback_data: callback_data(&fields)?,
        idempotency: idempotency(&parts.headers, app, &number, fields)?,
        lane: number,
        version,
        body: body.into(),
        created_at: desk.now(),
    };
    let id = match desk.store.enqueue(send).await {
        Ok(Enqueued::New(id) | Enqueued::Existing(id)) => id,
        Ok(Enqueued::Conflict) => return Err(Refusal::conflict()),
        Err(error) => return Err(Refusal::store(desk, &error)),
    };
    desk.queued.ring();
    if responds_async(&parts.headers) {
        let send = kept(desk, id).await?;
        return Ok(answer::preference_applied(answer::accepted(&send, send.wamid.as_deref())));
    }
    wait(desk, id).await
}

/// The platform's answer, as soon as there is one; an id of ours when it takes too long.
async fn wait(desk: &Desk, id: i64) -> Result<Response, Refusal> {
    let mut seat = desk.waiting.seat(id);
    let mut deadline = Instant::now() + desk.setup.wait;
    let mut was_unknown = false;
    loop {
        let send = kept(desk, id).await?;
        let stopping = desk.stopping.is_cancelled();
        let late = Instant::now() >= deadline;
        match word(&send) {
            Word::Verbatim(answer) => return Ok(answer::verbatim(&send, answer)),
            Word::Known(wamid) if late || was_unknown => {
                return Ok(answer::accepted(&send, Some(&wamid)));
            }
            Word::Known(_) => deadline = deadline.min(Instant::now() + ANSWER_IS_NEAR),
            Word::GivenUp => return Ok(answer::given_up(&send)),
            Word::Queued if stopping => return Ok(answer::accepted(&send, None)),
            Word::Unknown if !was_unknown => {
                was_unknown = true;
                deadline = deadline.min(Instant::now() + STATUS_IS_NEAR);
            }
            Word::Unknown | Word::Queued | Word::Sending if late => {
                return Ok(answer::accepted(&send, None));
            }
            Word::Unknown | Word::Queued | Word::Sending => {}
        }
        let stop = async {
            // One that is on its way is waited for even then: its end is near.
            if stopping { std::future::pending().await } else { desk.stopping.cancelled().await }
        };
        tokio::select! {
            () = seat.told() => {}
            () = sleep_until(deadline) => {}
            () = stop => {}
        }
    }
}

async fn kept(desk: &Desk, id: i64) -> Result<wharf_store::outbox::Send, Refusal> {
    match desk.store.send(id).await {
        Ok(Some(send)) => Ok(send),
        // It was kept: whoever asks again with the same idempotency key finds it.
        Ok(None) => Err(Refusal::unanswered("the message was kept, and cannot be found now")),
        Err(error) => {
            desk.failed(&error, "a send cannot be looked at");
            Err(Refusal::unanswered(
                "the message was kept and will be sent; its state cannot be read now",
            ))
        }
    }
}

/// Refuses what breaks limits that are known. What this version cannot read is the platform's to judge.
fn check(fields: &Map<String, Value>) -> Result<(), Refusal> {
    if fields.get("messaging_product").is_none_or(Value::is_null) {
        return Err(Refusal::missing("messaging_product"));
    }
    match Message::from_value(Value::Object(fields.clone())) {
        Ok(message) => {
            let mut errors = message.check();
            errors.retain(|violation| violation.severity == Severity::Error);
            Refusal::violations(&errors).map_or(Ok(()), Err)
        }
        Err(unreadable) if unreadable.what == "is required" => {
            Err(Refusal::missing(&unreadable.path))
        }
        Err(unreadable) => {
            tracing::warn!(
                path = unreadable.path,
                "a message of an unusual form is passed on as it is"
            );
            Ok(())
        }
    }
}

/// Whom it is for: sends to one person keep their order.
fn conversation(fields: &Map<String, Value>) -> String {
    let text = |name: &str| match fields.get(name) {
        Some(Value::String(text)) => Some(text.clone()),
        Some(Value::Number(number)) => Some(number.to_string()),
        _ => None,
    };
    let to =
        text("to").filter(|to| !to.is_empty()).or_else(|| text("recipient")).unwrap_or_default();
    normalise(&to).unwrap_or(to)
}

fn callback_data(fields: &Map<String, Value>) -> Result<Option<String>, Refusal> {
    match fields.get("biz_opaque_callback_data") {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(data)) => Ok(Some(data.clone())),
        Some(_) => Err(Refusal::parameter("biz_opaque_callback_data: must be a string")),
    }
}

fn idempotency(
    headers: &HeaderMap,
    app: &App,
    number: &str,
    fields: Map<String, Value>,
) -> Result<Option<IdempotencyKey>, Refusal> {
    let Some(key) = headers.get(IDEMPOTENCY_KEY) else { return Ok(None) };
    let key = key.to_str().map(str::trim).unwrap_or_default();
    if key.is_empty() || key.len() > KEY_CHARS_MAX {
        return Err(Refusal::parameter(format!(
            "Idempotency-Key: must be 1 to {KEY_CHARS_MAX} visible ASCII characters"
        )));
    }
    let asked = Value::Object(fields).to_string();
    let fingerprint = Sha256::digest(format!("POST {number}/messages\n{asked}")).into();
    Ok(Some(IdempotencyKey { account: app.name.clone(), key: key.to_owned(), fingerprint }))
}

fn responds_async(headers: &HeaderMap) -> bool {
    let values = headers.get_all(PREFER).iter().filter_map(|value| value.to_str().ok());
    let mut wishes = values.flat_map(|value| value.split([',', ';']));
    wishes.any(|wish| wish.trim().eq_ignore_ascii_case("respond-async"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn one_person_is_one_conversation_however_written() {
        for (body, whom) in [
            (json!({"to": "+1 (555) 000-1111"}), "+15550001111"),
            (json!({"to": "15550001111"}), "+15550001111"),
            (json!({"to": 15_550_001_111_u64}), "+15550001111"),
            (json!({"recipient": "US.1"}), "US.1"),
            (json!({"to": "group-id", "recipient": "US.1"}), "group-id"),
        ] {
            assert_eq!(conversation(body.as_object().unwrap()), whom, "{body}");
        }
    }
}
