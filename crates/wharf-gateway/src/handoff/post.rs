//! One event to one subscriber, as the platform would send it.

use std::{borrow::Cow, time::Duration};

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, header};
use serde_json::Value;
use wharf_store::inbox::Event;
use wharf_webhook::SIGNATURE_HEADER;

use super::plan::Outcome;
use crate::{chance::is_token, desk::Desk, json};

/// How long a subscriber may take.
const PATIENCE: Duration = Duration::from_secs(15);

/// The same in every attempt at one event, so that a subscriber can tell a repetition.
const EVENT: HeaderName = HeaderName::from_static("x-wharf-event");

const CALLBACK_DATA: &str = "biz_opaque_callback_data";

/// Hands an event over, once.
pub(super) async fn post(desk: &Desk, url: &str, event: &Event) -> Outcome {
    let body = body(event);
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    if let Ok(signature) = HeaderValue::try_from(desk.setup.secrets.sign(&body)) {
        headers.insert(HeaderName::from_static(SIGNATURE_HEADER), signature);
    }
    if let Ok(id) = HeaderValue::try_from(format!("{}/{}", event.lane, event.seq)) {
        headers.insert(EVENT, id);
    }
    let body = Bytes::from(body.into_owned());
    match desk.setup.client.post_webhook(url, headers, body, PATIENCE).await {
        Ok(answer) => Outcome::Answered { status: answer.status, retry_after: answer.retry_after },
        Err(error) => Outcome::Silent(error.to_string()),
    }
}

/// The event's body with the caller's own callback data where our token was.
fn body(event: &Event) -> Cow<'_, [u8]> {
    if event.send.is_none() {
        return Cow::Borrowed(&event.body);
    }
    let put_back = |status: &str| {
        let has_token = serde_json::from_str::<Value>(status)
            .is_ok_and(|status| status[CALLBACK_DATA].as_str().is_some_and(is_token));
        if has_token {
            json::set(status, CALLBACK_DATA, event.callback_data.as_deref())
        } else {
            None
        }
    };
    let path = ["entry", "changes", "value", "statuses"];
    let text = std::str::from_utf8(&event.body).ok();
    let changed = text.and_then(|text| json::change_at(text, &path, &put_back));
    changed.map_or(Cow::Borrowed(&event.body), |body| Cow::Owned(body.into_bytes()))
}
