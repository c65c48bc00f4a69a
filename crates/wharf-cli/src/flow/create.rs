//! `wharf flow create`: a new flow.

use std::path::PathBuf;

use clap::Args;
use wharf_model::flow::{CreateFlow, FlowCategory};

use super::{flow, validation};
use crate::{exit::Failure, input, print::Printer, send, target};

/// Create a flow, with its JSON if that is given
#[derive(Debug, Args)]
#[command(
    after_help = "Exit code 1 when the flow was created and its JSON has errors: it is a draft then."
)]
pub(super) struct Create {
    /// Its name: one of its own in the account
    name: String,
    /// What it is for, once or more: `SIGN_UP`, `SIGN_IN`, `APPOINTMENT_BOOKING`, `LEAD_GENERATION`, `CONTACT_US`,
    /// `CUSTOMER_SUPPORT`, `SURVEY` or `OTHER`
    #[arg(long = "category", required = true, value_name = "WORD")]
    categories: Vec<String>,
    /// File with its JSON; `-` is stdin
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
    /// The URL that it exchanges data with
    #[arg(long, value_name = "URL")]
    endpoint: Option<String>,
    /// Begin with the JSON of this flow
    #[arg(long, value_name = "FLOW", conflicts_with = "file")]
    clone: Option<String>,
    /// Publish it at once, if nothing is wrong with it. Cannot be undone
    #[arg(long)]
    publish: bool,
    /// The WhatsApp Business Account
    #[arg(long, env = "WHATSAPP_BUSINESS_ACCOUNT_ID", value_name = "ID")]
    account: Option<String>,
}

/// Categories as people write them.
pub(super) fn categories(words: &[String]) -> Result<Vec<FlowCategory>, Failure> {
    let read = |word: &String| {
        let category = FlowCategory::from(word.to_uppercase().replace('-', "_").as_str());
        if category.is_listed() {
            return Ok(category);
        }
        Err(Failure::usage(format!(
            "--category: `{word}` is none of {}",
            FlowCategory::WORDS.join(", ")
        )))
    };
    words.iter().map(read).collect()
}

pub(super) async fn run(command: Create, printer: &mut Printer) -> Result<(), Failure> {
    let account = target::account(command.account.as_deref())?;
    let mut call = CreateFlow::new(account, command.name, categories(&command.categories)?);
    let file = command.file.as_ref().map(|file| file.display().to_string()).unwrap_or_default();
    let mut text = String::new();
    if let Some(path) = &command.file {
        text = validation::read(&file, &input::bytes(path)?)?;
        call = call.flow_json(text.clone());
    }
    if let Some(url) = command.endpoint {
        call = call.endpoint_uri(url);
    }
    if let Some(of) = &command.clone {
        call = call.clone_flow_id(flow(of)?);
    }
    if command.publish {
        call = call.publish(true);
    }
    let created = send::client()?.call(&call).await?;
    let errors = created.validation_errors.clone().unwrap_or_default();
    let id = created.id.as_ref().map(ToString::to_string).unwrap_or_default();
    if printer.is_json() {
        printer.json(&created)?;
    } else {
        printer.line(&id)?;
        if !errors.is_empty() {
            printer.line(validation::of(&errors, &file, &text))?;
        }
    }
    validation::verdict(&errors, "it was created")
}
