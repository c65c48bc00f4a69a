//! Settings from the environment that are neither the client's nor the router's.

use std::env;

use wharf_client::{Account, Client, Error};
use wharf_model::id::AccountId;

const ACCOUNT: &str = "WHATSAPP_BUSINESS_ACCOUNT_ID";

/// The account named by `WHATSAPP_BUSINESS_ACCOUNT_ID`, for templates and flows.
///
/// ```no_run
/// use wharf::prelude::*;
///
/// # async fn example() -> Result<(), Error> {
/// let account = wharf::account_from_env(&Client::from_env()?)?;
/// let found = account.templates().find("hello_world", "en_US").await?;
/// # let _kept = found;
/// # Ok(())
/// # }
/// ```
///
/// # Errors
///
/// When it is not set.
pub fn account_from_env(client: &Client) -> Result<Account, Error> {
    account_from_vars(client, |name| env::var(name).ok())
}

/// The same, with variables from anywhere. An empty one counts as not set.
///
/// # Errors
///
/// As [`account_from_env`].
pub fn account_from_vars(
    client: &Client,
    lookup: impl Fn(&str) -> Option<String>,
) -> Result<Account, Error> {
    let id = lookup(ACCOUNT).unwrap_or_default();
    let id = AccountId::new(id.trim()).map_err(|_| {
        Error::argument(format!(
            "{ACCOUNT} is not set: `wharf dev` prints all variables for a platform on this machine; for the real one, \
             look under WhatsApp, API Setup, in your app's dashboard"
        ))
    })?;
    Ok(client.account(id))
}
