//! `wharf template edit`.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};
use wharf_model::{
    template::Definition,
    templates::{TemplateNode, TemplateStatus, UpdateTemplate, UpdateTemplateBody},
};

use super::{
    account::{self, Account, Which, Whose},
    written::Written,
};
use crate::{exit::Failure, print::Printer};

/// Change a template; the platform reviews it again
#[derive(Debug, Args)]
#[command(
    after_help = "The file has what changes: `components` as a whole, `category` (not of an approved one), \
    `message_send_ttl_seconds`; name and language cannot change. An approved template can be changed once in 24 \
    hours and 10 times in 30 days."
)]
pub(super) struct Edit {
    #[command(flatten)]
    which: Which,
    /// File with what changes, as JSON; `-` is stdin
    file: PathBuf,
    #[command(flatten)]
    whose: Whose,
}

pub(super) async fn run(edit: Edit, printer: &mut Printer) -> Result<(), Failure> {
    let account = Account::new(&edit.whose)?;
    let written = Written::read(&edit.file)?;
    let body: UpdateTemplateBody = written.to()?;
    written.warn_of_strangers(&body, printer);
    let node = account.one(&edit.which).await?;
    for (field, has) in [("name", &node.name), ("language", &node.language)] {
        let given = written.value.get(field).and_then(Value::as_str);
        if given.is_some() && given != has.as_deref() {
            return Err(Failure::usage(format!(
                "{field}: is another one than the template's: it cannot change; create a new template instead"
            )));
        }
    }
    let changed: Definition = written.to_of(overlaid(&node, &written.value))?;
    written.check(&changed, printer)?;
    let mut request = UpdateTemplate::new(account::id(&node)?);
    request.body = body;
    let done = account.call(&request).await?;
    if !done.success {
        return Err(Failure::failed("the platform says that it was not done, and not why"));
    }
    let name = edit.which.given();
    let again = if node.status == Some(TemplateStatus::Approved) { " again" } else { "" };
    printer.either(&json!({"success": true, "id": request.template}), || {
        format!("changed: {name}; the platform reviews it{again}")
    })
}

/// The template as it will be.
fn overlaid(node: &TemplateNode, changes: &Value) -> Value {
    let mut value = serde_json::to_value(node).unwrap_or_default();
    if let (Some(value), Some(changes)) = (value.as_object_mut(), changes.as_object()) {
        value.extend(changes.clone());
    }
    value
}
