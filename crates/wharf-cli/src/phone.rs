//! `wharf phone …`: looks after a business phone number.

mod block;
mod code;
mod info;
mod list;
mod pin;
mod profile;
mod qr;
mod register;
mod settings;

use clap::{Args, Subcommand};
use wharf::PhoneNumber;

use crate::{exit::Failure, print::Printer, send, target};

/// Look after a business phone number
#[derive(Debug, Args)]
#[command(after_help = "To take a new number into use:\n  \
    wharf phone list                  its id is beside it\n  \
    wharf phone request-code --by sms\n  \
    wharf phone verify-code 123456\n  \
    wharf phone register              asks for the PIN, on stdin\n  \
    wharf doctor                      says what is still missing")]
pub(crate) struct Phone {
    /// The business phone number id
    #[arg(long, global = true, env = "WHATSAPP_PHONE_NUMBER_ID", value_name = "ID")]
    number: Option<String>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List the numbers of the account
    List(list::List),
    /// Show the number as the platform knows it
    #[command(visible_alias = "show")]
    Info,
    /// Register the number, so that it can send and receive
    Register(register::Register),
    /// Take the number out of use: it neither sends nor receives until it is registered again
    Deregister(register::Deregister),
    /// Set the two-step verification PIN
    SetPin(pin::SetPin),
    /// Have a code sent to the number that proves that it is yours
    RequestCode(code::RequestCode),
    /// Prove that the number is yours, by the code that came
    VerifyCode(code::VerifyCode),
    /// Show or change the business profile that people see
    Profile(profile::Profile),
    /// Show or change the settings: calls, storage, identity check, encryption
    Settings(settings::Settings),
    /// Show or change who is blocked
    Block(block::Block),
    /// Show, make, change and delete QR codes and short links
    Qr(qr::Qr),
}

pub(crate) async fn run(phone: Phone, printer: &mut Printer) -> Result<(), Failure> {
    if let Command::List(command) = &phone.command {
        return list::run(command, printer).await;
    }
    let id = target::number(phone.number.as_deref())?;
    let number = || -> Result<PhoneNumber, Failure> { Ok(send::client()?.number(id.clone())) };
    match phone.command {
        Command::List(_) => Ok(()),
        Command::Info => info::run(&number()?, printer).await,
        Command::Register(command) => register::run(&command, &number, printer).await,
        Command::Deregister(command) => register::undo(&command, &number, printer).await,
        Command::SetPin(command) => pin::run(command, &number, printer).await,
        Command::RequestCode(command) => code::request(&command, &number()?, printer).await,
        Command::VerifyCode(command) => code::verify(command, &number, printer).await,
        Command::Profile(command) => profile::run(command, &number()?, printer).await,
        Command::Settings(command) => settings::run(&command, &number, printer).await,
        Command::Block(command) => block::run(command, &number, printer).await,
        Command::Qr(command) => qr::run(command, &number()?, printer).await,
    }
}

/// The number with its client, once all that was given has been read.
type Of<'a> = &'a dyn Fn() -> Result<PhoneNumber, Failure>;

/// Whether the platform says that it was done.
fn done(success: bool) -> Result<(), Failure> {
    if success {
        return Ok(());
    }
    Err(Failure::failed("the platform says that it was not done, and not why"))
}
