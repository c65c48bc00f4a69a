//! `wharf template delete`.

use std::io::{IsTerminal as _, Write as _};

use clap::Args;
use serde_json::json;
use wharf_model::templates::{DeleteTemplate, TemplateNode, TemplateStatus};

use super::account::{self, Account, Which, Whose, word};
use crate::{exit::Failure, print::Printer};

/// Delete a template, in one language or in all
#[derive(Debug, Args)]
#[command(
    after_help = "Without --language all languages of the name go. The name of an approved template cannot be \
    used again for 30 days; a disabled one cannot be deleted."
)]
pub(super) struct Delete {
    /// Its name, or its id
    name: String,
    /// Only in this language
    #[arg(long, value_name = "LOCALE")]
    language: Option<String>,
    /// Do not ask first
    #[arg(long, short)]
    yes: bool,
    #[command(flatten)]
    whose: Whose,
}

pub(super) async fn run(delete: Delete, printer: &mut Printer) -> Result<(), Failure> {
    let account = Account::new(&delete.whose)?;
    let Delete { name, language, yes, .. } = delete;
    let one = language.is_some();
    if !yes && !std::io::stdin().is_terminal() {
        return Err(Failure::usage(
            "nothing was deleted: give --yes where nobody can be asked whether it is meant",
        ));
    }
    let which = Which::named(name, language);
    let found = account.find(&which).await?;
    let name = word(found.first().and_then(|node| node.name.as_ref()));
    if !yes && !confirmed(&name, &found)? {
        return Err(Failure::failed("nothing was deleted"));
    }
    let mut request = DeleteTemplate::new(account.id.clone()).name(&name);
    // By name alone all languages would go.
    if one || which.id().is_some() {
        for node in &found {
            request.hsm_id = Some(account::id(node)?);
        }
    }
    let done = account.call(&request).await?;
    if !done.success {
        return Err(Failure::failed("the platform says that it was not done, and not why"));
    }
    let languages = languages(&found);
    printer.either(&json!({"success": true, "name": name, "languages": languages}), || {
        format!("deleted: {name} ({})", languages.join(", "))
    })
}

fn languages(found: &[TemplateNode]) -> Vec<String> {
    found.iter().map(|node| word(node.language.as_ref())).collect()
}

/// Asks whoever is there.
fn confirmed(name: &str, found: &[TemplateNode]) -> Result<bool, Failure> {
    let approved = found.iter().any(|node| node.status == Some(TemplateStatus::Approved));
    let rests = if approved { " The name cannot be used again for 30 days." } else { "" };
    let mut out = std::io::stderr().lock();
    write!(out, "Delete {name} ({})?{rests} [y/N] ", languages(found).join(", "))?;
    out.flush()?;
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer)?;
    Ok(matches!(answer.trim().to_ascii_lowercase().as_str(), "y" | "yes"))
}
