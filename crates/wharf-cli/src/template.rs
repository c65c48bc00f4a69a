//! `wharf template …`: the templates of an account, and the sends of a project that use them.

mod account;
mod check;
mod codegen;
mod compare;
mod create;
mod delete;
mod edit;
mod library;
mod list;
mod lock;
mod migrate;
mod pull;
mod rust;
mod show;
mod unpause;
mod upsert;
mod written;

use clap::{Args, Subcommand};

use crate::{exit::Failure, print::Printer};

/// Work with templates
#[derive(Debug, Args)]
#[command(after_help = "A project that sends templates:\n  \
    wharf template pull      writes templates.lock.json, which you commit\n  \
    wharf template check     says offline which sends of the project would be refused\n  \
    wharf template codegen   writes Rust types for the approved ones")]
pub(crate) struct Template {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List the templates of the account
    List(list::List),
    /// Show a template: its text, its buttons, and what a send must give
    Show(show::Show),
    /// Create a template from a JSON definition
    Create(create::Create),
    /// Change a template; the platform reviews it again
    Edit(edit::Edit),
    /// Delete a template, in one language or in all
    Delete(delete::Delete),
    /// Look into the platform's library of templates
    Library(library::Library),
    /// Create or change an authentication template in many languages
    Upsert(upsert::Upsert),
    /// Compare how two templates did
    Compare(compare::Compare),
    /// Copy templates from another account of the same portfolio
    Migrate(migrate::Migrate),
    /// Let a paused template be sent again
    Unpause(unpause::Unpause),
    /// Write a lock file with all templates of the account, and say what changed
    Pull(pull::Pull),
    /// Compare a project's sends with the lock file; asks nobody
    Check(check::Check),
    /// Write Rust types for the approved templates of the lock file; asks nobody
    Codegen(codegen::Codegen),
}

pub(crate) async fn run(template: Template, printer: &mut Printer) -> Result<(), Failure> {
    match template.command {
        Command::List(command) => list::run(command, printer).await,
        Command::Show(command) => show::run(command, printer).await,
        Command::Create(command) => create::run(command, printer).await,
        Command::Edit(command) => edit::run(command, printer).await,
        Command::Delete(command) => delete::run(command, printer).await,
        Command::Library(command) => library::run(command, printer).await,
        Command::Upsert(command) => upsert::run(command, printer).await,
        Command::Compare(command) => compare::run(command, printer).await,
        Command::Migrate(command) => migrate::run(command, printer).await,
        Command::Unpause(command) => unpause::run(command, printer).await,
        Command::Pull(command) => pull::run(command, printer).await,
        Command::Check(command) => check::run(&command, printer),
        Command::Codegen(command) => codegen::run(&command, printer),
    }
}
