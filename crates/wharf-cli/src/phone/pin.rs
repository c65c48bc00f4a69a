//! `wharf phone set-pin`: the two-step verification PIN.

use clap::Args;
use serde_json::json;

use super::Of;
use crate::{exit::Failure, input, print::Printer};

/// Set the two-step verification PIN
#[derive(Debug, Args)]
pub(super) struct SetPin {
    /// Six digits; without it they are read from stdin, so that no process list shows them
    pin: Option<String>,
}

pub(super) async fn run(command: SetPin, of: Of<'_>, printer: &mut Printer) -> Result<(), Failure> {
    let pin = input::secret(command.pin, "the PIN: six digits")?;
    of()?.set_pin(&pin).await?;
    printer.either(&json!({"success": true}), || "the PIN is set".to_owned())
}
