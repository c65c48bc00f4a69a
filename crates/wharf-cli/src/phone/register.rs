//! `wharf phone register` and `deregister`: takes a number into use, and out of it.

use clap::Args;
use serde_json::json;
use wharf::number::{Deregister as Deregistration, Pin, Register as Registration};

use super::{Of, done};
use crate::{exit::Failure, input, print::Printer};

/// Register the number, so that it can send and receive
#[derive(Debug, Args)]
#[command(
    after_help = "At most 10 times in 72 hours for one number, then the platform refuses for 72 hours (133016)."
)]
pub(super) struct Register {
    /// The PIN that the number has, or shall have: six digits. Without it they are read from stdin, so that no
    /// process list shows them
    pin: Option<String>,
    /// Country where the platform keeps messages, such as DE; cannot be changed while registered
    #[arg(long, value_name = "COUNTRY")]
    region: Option<String>,
}

/// Take the number out of use
#[derive(Debug, Args)]
pub(super) struct Deregister {
    /// Yes, it shall neither send nor receive
    #[arg(long)]
    yes: bool,
}

pub(super) async fn run(
    command: &Register,
    of: Of<'_>,
    printer: &mut Printer,
) -> Result<(), Failure> {
    let pin = input::secret(command.pin.clone(), "the PIN: six digits")?;
    let pin = Pin::new(pin).map_err(|error| Failure::usage(error.to_string()))?;
    let number = of()?;
    let mut call = Registration::new(number.id().clone(), pin);
    if let Some(region) = &command.region {
        call = call.data_localization_region(region.to_uppercase());
    }
    done(number.client().call(&call).await?.success)?;
    printer.either(&json!({"success": true}), || {
        "registered: the number can send and receive".to_owned()
    })
}

pub(super) async fn undo(
    command: &Deregister,
    of: Of<'_>,
    printer: &mut Printer,
) -> Result<(), Failure> {
    if !command.yes {
        return Err(Failure::usage(
            "a number that is not registered neither sends nor receives, and what people write then is lost: say \
             --yes if that is wanted",
        ));
    }
    let number = of()?;
    done(number.client().call(&Deregistration::new(number.id().clone())).await?.success)?;
    printer.either(&json!({"success": true}), || {
        "deregistered: `wharf phone register` takes it into use again".to_owned()
    })
}
