//! What an app is answered, from what is known of its send: pure.

use axum::response::{IntoResponse as _, Response};
use http::{HeaderName, HeaderValue, StatusCode, header};
use serde_json::{Value, json};
use wharf_model::{error::ErrorBody, phone::digits};
use wharf_store::{
    ledger::State,
    outbox::{Answer, Send},
};

use super::Refusal;

/// Names the send in an answer, for `/api/sends/{id}`.
const SEND: HeaderName = HeaderName::from_static("x-wharf-send");

/// What can be said of a send by now.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// The platform's answer, byte for byte.
    Verbatim(Answer),
    /// The platform has it, by a status; its own answer was lost, or is on its way still.
    Known(String),
    /// It ended without an answer, and nobody knows how.
    Unknown,
    /// It waits for its turn.
    Queued,
    /// It is on its way.
    Sending,
    /// It was given up.
    GivenUp,
}

/// What can be said of a send.
pub(super) fn word(send: &Send) -> Word {
    let answer = send.answer.as_ref();
    let good = answer.filter(|answer| (200..300).contains(&answer.status));
    match (send.state, &send.wamid) {
        (State::Queued, _) => Word::Queued,
        (State::Sending, _) => Word::Sending,
        // The platform said that it does not know itself.
        (State::Unknown, _) => answer
            .filter(|answer| is_platforms_error(answer))
            .map_or(Word::Unknown, |answer| Word::Verbatim(answer.clone())),
        (_, Some(wamid)) => {
            good.map_or_else(|| Word::Known(wamid.clone()), |answer| Word::Verbatim(answer.clone()))
        }
        (_, None) => answer.map_or(Word::GivenUp, |answer| Word::Verbatim(answer.clone())),
    }
}

fn is_platforms_error(answer: &Answer) -> bool {
    serde_json::from_slice::<ErrorBody>(&answer.body).is_ok()
}

/// The platform's answer as it came.
pub(super) fn verbatim(send: &Send, answer: Answer) -> Response {
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::BAD_GATEWAY);
    finish(send, (status, answer.body).into_response())
}

/// The platform's answer as it would be: with its id, or with ours while it has none.
pub(super) fn accepted(send: &Send, wamid: Option<&str>) -> Response {
    let id = wamid.map_or_else(|| public_id(send.id), str::to_owned);
    let asked: Value = serde_json::from_slice(&send.body).unwrap_or_default();
    let contacts = asked.get("to").and_then(Value::as_str).map(|to| {
        let whom = digits(to).unwrap_or_else(|| to.to_owned());
        json!([{"input": to, "wa_id": whom}])
    });
    let mut body = json!({
        "messaging_product": "whatsapp",
        "messages": [{"id": id, "message_status": "accepted"}],
    });
    if let Some(contacts) = contacts {
        body["contacts"] = contacts;
    }
    finish(send, (StatusCode::OK, body.to_string()).into_response())
}

/// It was given up without the platform's answer.
pub(super) fn given_up(send: &Send) -> Response {
    let reason = send.reason.as_deref().unwrap_or("it could not be sent");
    let refusal = match send.state {
        State::Unresolved => Refusal::unanswered(reason),
        _ => Refusal::later(reason),
    };
    finish(send, refusal.into_response())
}

/// Says that it was not waited for, as was asked.
pub(super) fn preference_applied(mut answer: Response) -> Response {
    let name = HeaderName::from_static("preference-applied");
    answer.headers_mut().insert(name, HeaderValue::from_static("respond-async"));
    answer
}

fn finish(send: &Send, mut answer: Response) -> Response {
    let headers = answer.headers_mut();
    let json = HeaderValue::from_static("application/json; charset=UTF-8");
    headers.insert(header::CONTENT_TYPE, json);
    if let Ok(id) = HeaderValue::try_from(public_id(send.id)) {
        headers.insert(SEND, id);
    }
    answer
}

/// What a send is called outside: `wharf.17`.
pub(crate) fn public_id(id: i64) -> String {
    format!("wharf.{id}")
}
