//! `wharf phone list`: the numbers of an account.

use clap::Args;
use wharf::{
    id::PhoneNumberId,
    number::{Number, NumberStatus, QualityRating},
    page::PageQuery,
};
use wharf_model::account::ListNumbers;

use crate::{exit::Failure, print::Printer, send, table, target};

/// List the numbers of the account
#[derive(Debug, Args)]
pub(super) struct List {
    /// The WhatsApp Business Account
    #[arg(long, env = "WHATSAPP_BUSINESS_ACCOUNT_ID", value_name = "ID")]
    account: Option<String>,
}

const FIELDS: [&str; 7] = [
    "id",
    "display_phone_number",
    "verified_name",
    "status",
    "quality_rating",
    "code_verification_status",
    "name_status",
];
/// More than any account may have.
const MOST: usize = 10_000;

pub(super) async fn run(command: &List, printer: &mut Printer) -> Result<(), Failure> {
    let account = target::account(command.account.as_deref())?;
    let numbers = ListNumbers::new(account).page(PageQuery::new().fields(FIELDS).limit(100));
    let numbers = send::client()?.list(&numbers).take(MOST).await?;
    printer.either(&numbers, || {
        if numbers.is_empty() {
            return "the account has no numbers".to_owned();
        }
        table::table(&["ID", "NUMBER", "NAME", "STATUS", "QUALITY"], numbers.iter().map(row))
    })
}

fn row(number: &Number) -> [String; 5] {
    let text = |value: Option<&str>| value.unwrap_or("-").to_owned();
    [
        text(number.id.as_ref().map(PhoneNumberId::as_str)),
        text(number.display_phone_number.as_deref()),
        text(number.verified_name.as_deref()),
        text(number.status.as_ref().map(NumberStatus::as_str)),
        text(number.quality_rating.as_ref().map(QualityRating::as_str)),
    ]
}
