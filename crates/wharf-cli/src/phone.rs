//! `wharf phone …`: looks after a business phone number.

use clap::{Args, Subcommand};
use serde_json::json;
use wharf::id::PhoneNumberId;

use crate::{exit::Failure, print::Printer, send};

/// Look after a business phone number
#[derive(Debug, Args)]
pub(crate) struct Phone {
    /// The business phone number id
    #[arg(long, global = true, env = "WHATSAPP_PHONE_NUMBER_ID", value_name = "ID")]
    number: Option<String>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Set the two-step verification PIN
    SetPin {
        /// Six digits; without it they are read from stdin, so that no process list shows them
        pin: Option<String>,
    },
    /// Show the number as the platform knows it
    Info,
}

pub(crate) async fn run(phone: Phone, printer: &mut Printer) -> Result<(), Failure> {
    let number = send::required(phone.number.as_deref(), "WHATSAPP_PHONE_NUMBER_ID", "--number")?;
    let number =
        PhoneNumberId::new(number).map_err(|error| Failure::usage(format!("--number: {error}")))?;
    match phone.command {
        Command::SetPin { pin } => {
            let pin = pin.map_or_else(from_stdin, Ok)?;
            send::client()?.number(number).set_pin(pin.trim()).await?;
            printer.either(&json!({"success": true}), || "the PIN is set".to_owned())
        }
        Command::Info => {
            let info = send::client()?.number(number).info().await?;
            if printer.is_json() {
                return printer.json(&info);
            }
            let Ok(serde_json::Value::Object(fields)) = serde_json::to_value(&info) else {
                return Ok(());
            };
            for (name, value) in fields {
                let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                printer.line(format!("{name:<26} {value}"))?;
            }
            Ok(())
        }
    }
}

fn from_stdin() -> Result<String, Failure> {
    let mut pin = String::new();
    std::io::stdin().read_line(&mut pin)?;
    Ok(pin)
}
