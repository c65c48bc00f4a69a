//! What the platform says about the number, the account and its templates.

use wharf::{
    Client, Error,
    id::{AccountId, PhoneNumberId},
    number::{GetEncryption, GetNumber, Number},
    page::PageQuery,
};
use wharf_model::{
    account::{Account, GetAccount, ListNumbers, ListSubscribedApps},
    templates::ListTemplates,
};

use super::fetched;
use crate::doctor::facts::{Facts, Fetched};

const NUMBER: [&str; 15] = [
    "id",
    "display_phone_number",
    "verified_name",
    "name_status",
    "new_name_status",
    "code_verification_status",
    "status",
    "platform_type",
    "account_mode",
    "quality_rating",
    "throughput",
    "whatsapp_business_manager_messaging_limit",
    "is_pin_enabled",
    "webhook_configuration",
    "health_status",
];
const ACCOUNT: [&str; 5] =
    ["id", "name", "account_review_status", "business_verification_status", "health_status"];
/// Templates and numbers that are looked at.
const ITEMS: usize = 500;
const PAGE: u32 = 100;

/// Asks for all of it, as far as the ids are known.
pub(super) async fn ask(facts: &mut Facts, client: &Client) {
    if facts.settings.token.is_none() {
        return;
    }
    let id = |text: &Option<String>| text.as_deref().map(str::trim).map(str::to_owned);
    // Some settings name several numbers: the first is looked at.
    let number = id(&facts.settings.number)
        .and_then(|text| PhoneNumberId::new(text.split(',').next()?.trim()).ok());
    let account = id(&facts.settings.account).and_then(|text| AccountId::new(text).ok());
    if let Some(number) = number {
        facts.number = fetched(of_number(client, number.clone()).await);
        let key = client.call(&GetEncryption::new(number)).await;
        facts.flow_key = fetched(key.map(|page| page.data.into_iter().next().unwrap_or_default()));
    } else {
        facts.number = Fetched::Missing("WHATSAPP_PHONE_NUMBER_ID");
    }
    let Some(account) = account else {
        const WANTED: &str = "WHATSAPP_BUSINESS_ACCOUNT_ID";
        facts.account = Fetched::Missing(WANTED);
        facts.apps = Fetched::Missing(WANTED);
        facts.templates = Fetched::Missing(WANTED);
        return;
    };
    let page = || PageQuery::new().limit(PAGE);
    let numbers = ListNumbers::new(account.clone()).page(page().fields(["id"]));
    let templates = ListTemplates::new(account.clone()).page(page().fields([
        "id",
        "name",
        "language",
        "status",
        "rejected_reason",
    ]));
    let apps = ListSubscribedApps::new(account.clone());
    let (node, numbers, apps, templates) = tokio::join!(
        of_account(client, account),
        client.list(&numbers).take(ITEMS),
        client.call(&apps),
        client.list(&templates).take(ITEMS),
    );
    facts.account = fetched(node);
    facts.numbers = fetched(numbers);
    facts.apps = fetched(apps.map(|page| page.data));
    facts.templates = fetched(templates);
}

async fn of_number(client: &Client, number: PhoneNumberId) -> Result<Number, Error> {
    let mut fields = NUMBER.to_vec();
    loop {
        let asked =
            client.call(&GetNumber::new(number.clone()).fields(fields.iter().copied())).await;
        match asked {
            Err(error) if leave_unknown(&mut fields, &error) => {}
            asked => return asked,
        }
    }
}

async fn of_account(client: &Client, account: AccountId) -> Result<Account, Error> {
    let mut fields = ACCOUNT.to_vec();
    loop {
        let call = GetAccount::new(account.clone()).fields(fields.iter().copied());
        match client.call(&call).await {
            Err(error) if leave_unknown(&mut fields, &error) => {}
            asked => return asked,
        }
    }
}

/// A version that does not know a field names it, in brackets: leaves that one away, and says whether there was one.
fn leave_unknown(fields: &mut Vec<&str>, error: &Error) -> bool {
    let Some(error) = error.graph().filter(|error| error.code == 100) else { return false };
    let before = fields.len();
    fields.retain(|field| !error.message.contains(&format!("({field})")));
    fields.len() < before
}
