//! The log: every call of the platform's API, with what was checked and what was answered.

use std::{
    borrow::Cow,
    collections::VecDeque,
    future::Future,
    sync::{Arc, Mutex, PoisonError},
};

use axum::{extract::Request, response::Response};
use serde::Serialize;
use url::form_urlencoded;
use wharf_model::time::Timestamp;

use crate::shell::Shell;

/// Calls that are remembered.
const MOST: usize = 1_000;
/// Notes on one call; more than any call has.
const NOTES_MOST: usize = 200;
/// Parameters of a query that prove who calls, or that only the caller should know.
const SECRETS: &[&str] = &[
    "access_token",
    "appsecret_proof",
    "input_token",
    "client_secret",
    "code",
    "verify_token",
    "pin",
];

/// A call.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Call {
    /// Its number, from 1.
    pub(crate) id: u64,
    /// When it came.
    pub(crate) at: Timestamp,
    /// GET, POST, DELETE.
    pub(crate) method: String,
    /// Path and query, without anything secret.
    pub(crate) path: String,
    /// What was checked, in order, and what the fault plan did.
    pub(crate) checked: Vec<Cow<'static, str>>,
    /// HTTP status of the answer; none when the connection was dropped.
    pub(crate) status: Option<u16>,
    /// The code of the error that was answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) code: Option<u32>,
    /// What was wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) details: Option<String>,
}

/// The newest calls.
#[derive(Debug, Default)]
pub(crate) struct CallLog(Mutex<Calls>);

#[derive(Debug, Default)]
struct Calls {
    all: VecDeque<Call>,
    count: u64,
}

/// What `refuse` puts into the extensions of its answer for the log.
#[derive(Clone, Debug)]
pub(crate) struct Reason {
    pub(crate) code: u32,
    pub(crate) details: String,
}

tokio::task_local! {
    /// Notes on the call that this task answers.
    static NOTES: Arc<Mutex<Vec<Cow<'static, str>>>>;
}

/// Notes something about the call that is being answered.
pub(crate) fn note(what: impl Into<Cow<'static, str>>) {
    // Outside a call there is nothing to note it on.
    let _outside = NOTES.try_with(|notes| {
        let mut notes = notes.lock().unwrap_or_else(PoisonError::into_inner);
        if notes.len() < NOTES_MOST {
            notes.push(what.into());
        }
    });
}

async fn noted<T>(future: impl Future<Output = T>) -> (T, Vec<Cow<'static, str>>) {
    let notes = Arc::new(Mutex::new(Vec::new()));
    let outcome = NOTES.scope(Arc::clone(&notes), future).await;
    let notes = std::mem::take(&mut *notes.lock().unwrap_or_else(PoisonError::into_inner));
    (outcome, notes)
}

impl CallLog {
    fn add(&self, mut call: Call) {
        let mut calls = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        calls.count += 1;
        call.id = calls.count;
        if calls.all.len() == MOST {
            calls.all.pop_front();
        }
        calls.all.push_back(call);
    }

    /// The newest calls, oldest first.
    pub(crate) fn newest(&self, most: usize) -> Vec<Call> {
        let calls = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let skip = calls.all.len().saturating_sub(most);
        calls.all.iter().skip(skip).cloned().collect()
    }

    /// Forgets all.
    pub(crate) fn clear(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Calls::default();
    }
}

/// Writes down a call and its answer.
pub(crate) async fn keep(
    shell: &Shell,
    request: Request,
    answer: impl AsyncFnOnce(Request) -> Response,
) -> Response {
    let (at, method) = (shell.now(), request.method().to_string());
    let path = shown(request.uri().path(), request.uri().query());
    let (response, checked) = noted(answer(request)).await;
    let reason = response.extensions().get::<Reason>().cloned();
    let dropped = response.extensions().get::<crate::serve::Dropped>().is_some();
    let (code, details) = reason.map(|Reason { code, details }| (code, details)).unzip();
    let status = (!dropped).then(|| response.status().as_u16());
    shell.call_log().add(Call { id: 0, at, method, path, checked, status, code, details });
    response
}

/// Path and query without secrets.
fn shown(path: &str, query: Option<&str>) -> String {
    let Some(query) = query else { return path.to_owned() };
    let pairs = form_urlencoded::parse(query.as_bytes());
    let shown = pairs.map(|(name, value)| {
        let value = if SECRETS.contains(&&*name) { "…".into() } else { value };
        format!("{name}={value}")
    });
    format!("{path}?{}", shown.collect::<Vec<_>>().join("&"))
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn no_secret_is_written_down() {
        assert_eq!(
            shown("/v25.0/1", Some("fields=id&access_token=t&appsecret_proof=p")),
            "/v25.0/1?fields=id&access_token=…&appsecret_proof=…"
        );
    }
}
