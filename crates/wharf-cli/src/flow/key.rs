//! `wharf flow key`: the public key that the platform encrypts with.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use serde_json::json;
use wharf::{
    flows::FlowKey,
    number::{Encryption, GetEncryption, SetEncryption, SignatureStatus},
};

use super::stage;
use crate::{exit::Failure, input, print::Printer, send, target};

/// Show or set the public key that the platform encrypts with
#[derive(Debug, Args)]
pub(super) struct Key {
    /// The business phone number id: each number has its own key
    #[arg(long, global = true, env = "WHATSAPP_PHONE_NUMBER_ID", value_name = "ID")]
    number: Option<String>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Set the public key of the number
    Set(Set),
    /// Show the public key of the number, and whether its signature is good
    Show(Show),
}

#[derive(Debug, Args)]
struct Set {
    /// PEM of the public key; of a private key the public half is taken. `-` is stdin
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Exit code 1 when flows of the number could not be opened: no key, or one that is not good."
)]
struct Show {
    /// PEM of your private key: says whether the platform encrypts for it
    #[arg(long, value_name = "FILE")]
    private: Option<PathBuf>,
}

pub(super) async fn run(key: Key, printer: &mut Printer) -> Result<(), Failure> {
    let number = target::number(key.number.as_deref())?;
    match key.command {
        Command::Set(set) => {
            let public = public(&set.file)?;
            let answer = send::client()?.call(&SetEncryption::new(number, public)).await?;
            stage::done(answer.success)?;
            printer.either(&json!({"success": true}), || {
                "set: the platform encrypts requests of flows for this key".to_owned()
            })
        }
        Command::Show(show) => {
            let ours = show.private.as_deref().map(private).transpose()?;
            let page = send::client()?.call(&GetEncryption::new(number)).await?;
            let key = page.data.into_iter().next().unwrap_or_default();
            tell(&key, ours.as_ref(), printer)
        }
    }
}

fn text(path: &Path) -> Result<String, Failure> {
    let bytes = input::bytes(path)?;
    String::from_utf8(bytes)
        .map_err(|_| Failure::usage(format!("{}: is no PEM, which is text", path.display())))
}

/// A private key never leaves this machine: of one, the public half is taken.
pub(super) fn public(path: &Path) -> Result<String, Failure> {
    let text = text(path)?;
    if text.contains("PRIVATE KEY") {
        return Ok(private(path)?.public_pem().to_owned());
    }
    if text.contains("BEGIN PUBLIC KEY") {
        return Ok(text.trim().to_owned() + "\n");
    }
    Err(Failure::usage(format!(
        "{}: is no public key in PEM: it begins with -----BEGIN PUBLIC KEY-----",
        path.display()
    )))
}

fn private(path: &Path) -> Result<FlowKey, Failure> {
    FlowKey::from_pem(&text(path)?)
        .map_err(|error| Failure::usage(format!("{}: {error}", path.display())))
}

fn tell(key: &Encryption, ours: Option<&FlowKey>, printer: &mut Printer) -> Result<(), Failure> {
    let bare = |pem: &str| pem.split_whitespace().collect::<String>();
    let pem = key.business_public_key.clone().unwrap_or_default();
    let belongs = ours.map(|ours| bare(ours.public_pem()) == bare(&pem));
    let status = key.business_public_key_signature_status.clone();
    let shown = status.as_ref().map_or("none", |status| status.as_str());
    let value = json!({
        "business_public_key": key.business_public_key,
        "business_public_key_signature_status": status,
        "belongs_to_private_key": belongs,
    });
    if pem.is_empty() {
        printer.either(&value, || "the number has no key".to_owned())?;
        return Err(Failure::failed(
            "no key is set: wharf flow keygen makes one, wharf flow key set sets it",
        ));
    }
    printer.either(&value, || format!("signature  {shown}\n{}", pem.trim_end()))?;
    if status == Some(SignatureStatus::Mismatch) {
        return Err(Failure::failed(
            "the number was registered anew since the key was set: set it again with `wharf flow key set`",
        ));
    }
    if belongs == Some(false) {
        return Err(Failure::failed(
            "the platform encrypts for another key than yours: set yours with `wharf flow key set`",
        ));
    }
    Ok(())
}
