//! Whether a template may be created or sent like this: the model knows, this answers as the platform does.

use serde_json::Value;
use wharf_model::{
    message::{Template, Violation},
    template::Definition as Model,
};

use crate::world::{Refusal, typed};

/// Subcodes of templates begin here; their code is 100.
const SUBCODES: u32 = 2_388_000;

/// A template as the model reads it, if it may be created like this.
pub(super) fn created(body: &Value) -> Result<Model, Refusal> {
    if let Some(path) = typed::list_for_object(body) {
        let message = format!("(#100) Invalid parameter: {path}: must be an object");
        return Err(Refusal::plain(100, message));
    }
    let model: Model = typed::read(body)
        .map_err(|what| Refusal::plain(100, format!("(#100) Invalid parameter: {what}")))?;
    refuse(&model.check())?;
    Ok(model)
}

/// Whether a send fits the template.
pub(super) fn sent(model: &Model, template: &Template) -> Result<(), Refusal> {
    refuse(&model.check_send(template))
}

/// The first violation decides the code, all are named.
fn refuse(found: &[Violation]) -> Result<(), Refusal> {
    let broken: Vec<_> = found.iter().filter(|violation| violation.is_error()).collect();
    let Some(first) = broken.first() else { return Ok(()) };
    let texts: Vec<String> = broken.iter().map(ToString::to_string).collect();
    let details = texts.join("; ");
    if first.code < SUBCODES {
        return Err(Refusal::new(first.code, details));
    }
    let mut refusal = Refusal::new(100, details.clone());
    refusal.error.subcode = Some(first.code);
    refusal.error.user_title = Some("Message template".to_owned());
    refusal.error.user_message = Some(details);
    Err(refusal)
}
