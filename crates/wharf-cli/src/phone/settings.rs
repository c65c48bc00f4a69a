//! `wharf phone settings`: calls, storage, identity check, encryption.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde_json::json;
use wharf::number::{GetSettings, SetSettings, Settings as Wanted};

use super::{Of, done};
use crate::{exit::Failure, input, print::Printer};

/// Show or change the settings: calls, storage, identity check, encryption
#[derive(Debug, Args)]
pub(super) struct Settings {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Show them (so does `wharf phone settings` alone)
    Get,
    /// Change one of them
    Set(Set),
}

#[derive(Debug, Args)]
#[command(after_help = "One feature at a time:\n  \
    echo '{\"user_identity_change\":{\"enable_identity_key_check\":true}}' | wharf phone settings set -\n  \
    echo '{\"calling\":{\"status\":\"ENABLED\"}}' | wharf phone settings set -")]
struct Set {
    /// File with the setting as JSON, as the platform spells it; `-` is stdin
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

pub(super) async fn run(
    settings: &Settings,
    of: Of<'_>,
    printer: &mut Printer,
) -> Result<(), Failure> {
    if let Some(Command::Set(set)) = &settings.command {
        let wanted = wanted(set)?;
        let number = of()?;
        let call = SetSettings::new(number.id().clone(), wanted);
        done(number.client().call(&call).await?.success)?;
        return printer.either(&json!({"success": true}), || "changed".to_owned());
    }
    let number = of()?;
    let shown = number.client().call(&GetSettings::new(number.id().clone())).await?;
    if printer.is_json() {
        return printer.json(&shown);
    }
    let text = serde_json::to_string_pretty(&shown);
    printer.line(text.map_err(|error| Failure::failed(error.to_string()))?)
}

/// A setting that nobody knows would be left out in silence: it is refused.
fn wanted(set: &Set) -> Result<Wanted, Failure> {
    let file = set.file.display();
    let wrong = |error: serde_json::Error| Failure::usage(format!("{file}: {error}"));
    let text = input::bytes(&set.file)?;
    let value: serde_json::Value = serde_json::from_slice(&text).map_err(wrong)?;
    let wanted: Wanted = serde_json::from_value(value.clone()).map_err(wrong)?;
    let known = serde_json::to_value(&wanted).map_err(wrong)?;
    let names = value.as_object().into_iter().flatten().map(|(name, _)| name);
    if let Some(name) = names.into_iter().find(|name| known.get(name.as_str()).is_none()) {
        return Err(Failure::usage(format!(
            "{file}: `{name}` is no setting; there are calling, user_identity_change, storage_configuration and \
             payload_encryption"
        )));
    }
    Ok(wanted)
}
