//! `wharf flow publish`, `deprecate` and `delete`: what becomes of a flow.

use clap::Args;
use serde_json::json;
use wharf_model::flow::{DeleteFlow, DeprecateFlow, PublishFlow};

use super::flow;
use crate::{exit::Failure, print::Printer, send};

/// Publish a flow: it can be sent then. Cannot be undone
#[derive(Debug, Args)]
#[command(
    after_help = "The platform wants a verified business, and of a flow with an endpoint its URL, the number's key and an app."
)]
pub(super) struct Publish {
    /// The id of the flow
    flow: String,
}

/// Withdraw a published flow: it can neither be sent nor opened any more. Cannot be undone
#[derive(Debug, Args)]
pub(super) struct Deprecate {
    /// The id of the flow
    flow: String,
    /// Yes, nobody shall open it any more, also where it was sent already
    #[arg(long)]
    yes: bool,
}

/// Delete a draft
#[derive(Debug, Args)]
pub(super) struct Delete {
    /// The id of the flow
    flow: String,
}

pub(super) async fn publish(command: &Publish, printer: &mut Printer) -> Result<(), Failure> {
    let answer = send::client()?.call(&PublishFlow::new(flow(&command.flow)?)).await?;
    tell(answer.success, "published: it can be sent", printer)
}

pub(super) async fn deprecate(command: &Deprecate, printer: &mut Printer) -> Result<(), Failure> {
    let call = DeprecateFlow::new(flow(&command.flow)?);
    if !command.yes {
        return Err(Failure::usage(
            "a flow that is withdrawn cannot be opened any more, also where it was sent already, and never comes \
             back: say --yes if that is wanted",
        ));
    }
    tell(send::client()?.call(&call).await?.success, "withdrawn", printer)
}

pub(super) async fn delete(command: &Delete, printer: &mut Printer) -> Result<(), Failure> {
    let answer = send::client()?.call(&DeleteFlow::new(flow(&command.flow)?)).await?;
    tell(answer.success, "deleted", printer)
}

fn tell(success: bool, what: &str, printer: &mut Printer) -> Result<(), Failure> {
    done(success)?;
    printer.either(&json!({"success": true}), || what.to_owned())
}

/// Whether the platform says that it was done.
pub(super) fn done(success: bool) -> Result<(), Failure> {
    if success {
        return Ok(());
    }
    Err(Failure::failed(
        "the platform says that it was not done, and not why: see `wharf flow show`",
    ))
}
