//! `wharf template unpause`.

use clap::Args;
use wharf_model::templates::UnpauseTemplate;

use super::account::{self, Account, Which, Whose};
use crate::{exit::Failure, print::Printer};

/// Let a paused template be sent again
#[derive(Debug, Args)]
#[command(
    after_help = "Most pauses end by themselves, after 3 or 6 hours. One for pacing is ended like this, 5 minutes \
    after it began or later."
)]
pub(super) struct Unpause {
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    whose: Whose,
}

pub(super) async fn run(unpause: Unpause, printer: &mut Printer) -> Result<(), Failure> {
    let account = Account::new(&unpause.whose)?;
    let node = account.one(&unpause.which).await?;
    let answer = account.call(&UnpauseTemplate::new(account::id(&node)?)).await?;
    let name = unpause.which.given();
    if !answer.success {
        let why = answer.reason.unwrap_or_else(|| "the platform does not say why".to_owned());
        return Err(Failure::failed(format!("{name} is not unpaused: {why}")));
    }
    printer.either(&answer, || format!("{name} can be sent again"))
}
