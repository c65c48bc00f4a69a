//! `wharf template pull`: the lock file.

use clap::Args;
use serde_json::json;
use wharf::time::{Clock as _, SystemClock};
use wharf_model::templates::ListTemplates;

use super::{
    account::{Account, Whose},
    lock::{Day, Lock, Where, changes},
};
use crate::{exit::Failure, print::Printer, whole_file};

/// Write a lock file with all templates of the account, and say what changed
#[derive(Debug, Args)]
#[command(
    after_help = "The file is for people to read and for git to compare: sorted, one value a line, and the same \
    templates give the same bytes (but for the day). `+` is new, `-` is gone, `~` changed."
)]
pub(super) struct Pull {
    #[command(flatten)]
    file: Where,
    #[command(flatten)]
    whose: Whose,
}

pub(super) async fn run(pull: Pull, printer: &mut Printer) -> Result<(), Failure> {
    let account = Account::new(&pull.whose)?;
    let path = &pull.file.lock;
    let old = Lock::read_if_any(path)?;
    if let Some(other) = old.as_ref().filter(|old| old.account != account.id.as_str()) {
        return Err(Failure::usage(format!(
            "{} is of account {}, and the templates of {} are asked for: name another file with --lock",
            path.display(),
            other.account,
            account.id
        )));
    }
    let nodes = account.all(&ListTemplates::new(account.id.clone())).await?;
    let new = Lock::new(account.id.as_str(), Day::of(SystemClock.now()), &nodes);
    whole_file::write(path, &new.text()?)?;
    let found = old.as_ref().map(|old| changes(old, &new));
    let (count, approved) = (new.templates.len(), new.approved());
    let value = json!({
        "lock": path, "templates": count, "approved": approved, "pulled": new.pulled,
        "before": old.as_ref().map(|old| old.pulled), "changes": found,
    });
    printer.either(&value, || {
        let mut text = format!("{}: {count} templates, {approved} approved", path.display());
        match (&old, &found) {
            (Some(old), Some(found)) if found.is_empty() => {
                text.extend([format!("\nno change since {}", old.pulled)]);
            }
            (_, found) => {
                for change in found.iter().flatten() {
                    text.extend([format!("\n{change}")]);
                }
            }
        }
        text
    })
}
