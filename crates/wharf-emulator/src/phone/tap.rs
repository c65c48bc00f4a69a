//! A person taps a button, picks a row, or says whether they may be called.

use axum::Router;
use wharf_model::id::MessageId;

use super::form::{Form, verb};
use crate::shell::Shell;

pub(super) fn routes() -> Router<Shell> {
    Router::new().route("/phone/{wa_id}/tap", verb(tap)).route("/phone/{wa_id}/calls", verb(allow))
}

fn allow(shell: &Shell, wa_id: &str, form: &Form) -> Result<(), String> {
    let allowance = serde_json::from_value(form.needed("allow")?.into())
        .map_err(|_| "allow: must be permanent, temporary or never".to_owned())?;
    let allowed = shell.step(|world, now| world.allow_calls(wa_id, form.number(), allowance, now));
    allowed.map(|_| ()).map_err(|problem| problem.0)
}

fn tap(shell: &Shell, wa_id: &str, form: &Form) -> Result<(), String> {
    let message = form.needed("message")?;
    let message = MessageId::new(message).map_err(|_| "message: is required".to_owned())?;
    let choice = form.needed("choice")?;
    let outcome = shell.step(|world, now| world.tap(wa_id, &message, choice, now));
    outcome.map(|_| ()).map_err(|problem| problem.0)
}
