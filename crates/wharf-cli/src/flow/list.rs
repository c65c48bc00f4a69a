//! `wharf flow list`: the flows of an account.

use clap::Args;
use wharf::{id::FlowId, page::PageQuery};
use wharf_model::flow::{Flow, FlowStatus, ListFlows};

use crate::{exit::Failure, print::Printer, send, table, target};

/// List the flows of the account
#[derive(Debug, Args)]
pub(super) struct List {
    /// The WhatsApp Business Account
    #[arg(long, env = "WHATSAPP_BUSINESS_ACCOUNT_ID", value_name = "ID")]
    account: Option<String>,
}

/// More than any account has.
const MOST: usize = 10_000;

pub(super) async fn run(command: &List, printer: &mut Printer) -> Result<(), Failure> {
    let account = target::account(command.account.as_deref())?;
    let fields = ["id", "name", "status", "categories", "validation_errors"];
    let flows = ListFlows::new(account).page(PageQuery::new().fields(fields).limit(100));
    let flows = send::client()?.list(&flows).take(MOST).await?;
    printer.either(&flows, || {
        if flows.is_empty() {
            return "the account has no flows".to_owned();
        }
        table::table(&["ID", "STATUS", "ERRORS", "NAME"], flows.iter().map(row))
    })
}

fn row(flow: &Flow) -> [String; 4] {
    let text = |value: Option<&str>| value.unwrap_or("-").to_owned();
    let errors = flow.validation_errors.as_ref().map_or(0, Vec::len);
    [
        text(flow.id.as_ref().map(FlowId::as_str)),
        text(flow.status.as_ref().map(FlowStatus::as_str)),
        if errors == 0 { "-".to_owned() } else { errors.to_string() },
        text(flow.name.as_deref()),
    ]
}
