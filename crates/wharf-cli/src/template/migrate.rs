//! `wharf template migrate`.

use std::collections::BTreeMap;

use clap::Args;
use serde_json::Value;
use wharf::id::{AccountId, TemplateId};
use wharf_model::templates::MigrateTemplates;

use super::account::{Account, Whose};
use crate::{exit::Failure, print::Printer, table::table};

/// Copy templates from another account of the same portfolio
#[derive(Debug, Args)]
#[command(
    after_help = "Copied are approved templates of quality GREEN or UNKNOWN, 500 at a time: --page 1 goes on after \
    the first 500. Those of the other account stay."
)]
pub(super) struct Migrate {
    /// The account they are copied from
    #[arg(long, value_name = "ID")]
    from: String,
    /// Only these, by their ids; all if none is named
    #[arg(value_name = "TEMPLATE_ID")]
    templates: Vec<String>,
    /// Which page, from 0
    #[arg(long, value_name = "N")]
    page: Option<i64>,
    /// Templates on a page, at most 500
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(1..=500))]
    count: Option<i64>,
    #[command(flatten)]
    whose: Whose,
}

pub(super) async fn run(migrate: Migrate, printer: &mut Printer) -> Result<(), Failure> {
    let account = Account::new(&migrate.whose)?;
    let from = AccountId::new(migrate.from.as_str())
        .map_err(|error| Failure::usage(format!("--from: {error}")))?;
    if from == account.id {
        return Err(Failure::usage("--from: is the account that they are copied to"));
    }
    let mut request = MigrateTemplates::new(account.id.clone(), from);
    request.body.page_number = migrate.page;
    request.body.count = migrate.count;
    if !migrate.templates.is_empty() {
        let ids = migrate.templates.iter().map(|id| {
            TemplateId::new(id.as_str())
                .map_err(|error| Failure::usage(format!("TEMPLATE_ID: {error}")))
        });
        request.body.template_ids = Some(ids.collect::<Result<_, _>>()?);
    }
    let done = account.call(&request).await?;
    let copied = done.migrated_templates.as_ref().map_or(0, BTreeMap::len);
    let failed = done.failed_templates.clone().unwrap_or_default();
    printer.either(&done, || {
        let count = format!("{copied} copied, {} not", failed.len());
        if failed.is_empty() {
            return count;
        }
        let rows = failed.iter().map(|(id, reason)| [id.clone(), text(reason)]);
        format!("{count}\n{}", table(&["TEMPLATE", "WHY NOT"], rows))
    })?;
    if failed.is_empty() {
        return Ok(());
    }
    Err(Failure::failed(format!("{} templates were not copied", failed.len())))
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
