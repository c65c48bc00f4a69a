//! A person taps a button, picks a row, or says whether they may be called.

use axum::{
    Router,
    extract::{DefaultBodyLimit, Multipart, Path, State, multipart::MultipartRejection},
    http::HeaderMap,
    response::Response,
    routing::post,
};
use wharf_model::id::MessageId;

use super::{
    form::{Form, answer},
    say::FORM_BYTES_MAX,
};
use crate::shell::Shell;

pub(super) fn routes() -> Router<Shell> {
    let tap = post(tap).layer(DefaultBodyLimit::max(FORM_BYTES_MAX));
    let allow = post(allow).layer(DefaultBodyLimit::max(FORM_BYTES_MAX));
    Router::new().route("/phone/{wa_id}/tap", tap).route("/phone/{wa_id}/calls", allow)
}

async fn tap(
    State(shell): State<Shell>,
    Path(wa_id): Path<String>,
    headers: HeaderMap,
    form: Result<Multipart, MultipartRejection>,
) -> Response {
    let form = match Form::read(form).await {
        Ok(form) => form,
        Err(what) => return answer(&wa_id, "", &headers, Err(what)),
    };
    answer(&wa_id, &form.query(), &headers, choose(&shell, &wa_id, &form))
}

async fn allow(
    State(shell): State<Shell>,
    Path(wa_id): Path<String>,
    headers: HeaderMap,
    form: Result<Multipart, MultipartRejection>,
) -> Response {
    let form = match Form::read(form).await {
        Ok(form) => form,
        Err(what) => return answer(&wa_id, "", &headers, Err(what)),
    };
    let outcome = form.needed("allow").and_then(|word| {
        let allowance = serde_json::from_value(word.into())
            .map_err(|_| "allow: must be permanent, temporary or never".to_owned())?;
        let allowed =
            shell.step(|world, now| world.allow_calls(&wa_id, form.number(), allowance, now));
        allowed.map(|_| ()).map_err(|problem| problem.0)
    });
    answer(&wa_id, &form.query(), &headers, outcome)
}

fn choose(shell: &Shell, wa_id: &str, form: &Form) -> Result<(), String> {
    let message = form.needed("message")?;
    let message = MessageId::new(message).map_err(|_| "message: is required".to_owned())?;
    let choice = form.needed("choice")?;
    let outcome = shell.step(|world, now| world.tap(wa_id, &message, choice, now));
    outcome.map(|_| ()).map_err(|problem| problem.0)
}
