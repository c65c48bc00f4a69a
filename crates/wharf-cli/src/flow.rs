//! `wharf flow …`: forms inside a chat, and the keys of their data endpoint.

mod create;
mod download;
mod edit;
mod key;
mod keygen;
mod list;
mod ping;
mod show;
mod stage;
mod upload;
mod validation;

use clap::{Args, Subcommand};
use wharf::id::FlowId;

use crate::{exit::Failure, print::Printer, target};

/// Work with flows: forms inside a chat
#[derive(Debug, Args)]
#[command(after_help = "From a file to a flow that can be sent:\n  \
    wharf flow create \"Book a table\" --category APPOINTMENT_BOOKING --file flow.json\n  \
    wharf flow preview ID\n  \
    wharf flow publish ID\n\n\
    For a flow that asks your server:\n  \
    wharf flow keygen --out keys\n  \
    wharf flow key set keys/flow_public.pem\n  \
    wharf flow ping http://127.0.0.1:8080/flow\n  \
    wharf flow edit ID --endpoint https://example.com/flow")]
pub(crate) struct Flow {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List the flows of the account
    List(list::List),
    /// Show a flow: how it stands, what is wrong with it, where it asks
    Show(show::Show),
    /// Create a flow, with its JSON if that is given
    Create(create::Create),
    /// Change name, categories, endpoint or app of a flow
    Edit(edit::Edit),
    /// Upload the JSON of a flow, and say what is wrong with it
    Upload(upload::Upload),
    /// Download the JSON of a flow
    Download(download::Download),
    /// Publish a flow: it can be sent then. Cannot be undone
    Publish(stage::Publish),
    /// Withdraw a published flow: it can neither be sent nor opened any more. Cannot be undone
    Deprecate(stage::Deprecate),
    /// Delete a draft
    Delete(stage::Delete),
    /// Print a link that shows a flow in the browser, good for 30 days
    Preview(show::Preview),
    /// Make the key pair of a number's data endpoint; asks nobody
    Keygen(keygen::Keygen),
    /// Show or set the public key that the platform encrypts with
    Key(key::Key),
    /// Ask a data endpoint as the platform does, and show what it answers
    Ping(ping::Ping),
}

pub(crate) async fn run(flow: Flow, printer: &mut Printer) -> Result<(), Failure> {
    match flow.command {
        Command::List(command) => list::run(&command, printer).await,
        Command::Show(command) => show::run(&command, printer).await,
        Command::Create(command) => create::run(command, printer).await,
        Command::Edit(command) => edit::run(command, printer).await,
        Command::Upload(command) => upload::run(&command, printer).await,
        Command::Download(command) => download::run(&command, printer).await,
        Command::Publish(command) => stage::publish(&command, printer).await,
        Command::Deprecate(command) => stage::deprecate(&command, printer).await,
        Command::Delete(command) => stage::delete(&command, printer).await,
        Command::Preview(command) => show::preview(&command, printer).await,
        Command::Keygen(command) => keygen::run(&command, printer),
        Command::Key(command) => key::run(command, printer).await,
        Command::Ping(command) => ping::run(&command, printer).await,
    }
}

/// The flow that was named.
fn flow(text: &str) -> Result<FlowId, Failure> {
    target::id("FLOW", text)
}
