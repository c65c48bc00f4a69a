//! What a command is about: a number, an account, a flow.

use wharf::id::{AccountId, Id, PhoneNumberId};

use crate::{exit::Failure, send};

/// The number that a flag or the environment names.
pub(crate) fn number(given: Option<&str>) -> Result<PhoneNumberId, Failure> {
    id("--number", send::required(given, "WHATSAPP_PHONE_NUMBER_ID", "--number")?)
}

/// The account that a flag or the environment names.
pub(crate) fn account(given: Option<&str>) -> Result<AccountId, Failure> {
    id("--account", send::required(given, "WHATSAPP_BUSINESS_ACCOUNT_ID", "--account")?)
}

/// An id that was given; `what` is the flag or what stands in its place.
pub(crate) fn id<K>(what: &str, text: &str) -> Result<Id<K>, Failure> {
    let text = text.trim();
    if text.contains([' ', '/', '?', '#']) {
        return Err(Failure::usage(format!("{what}: an id has neither spaces nor slashes")));
    }
    Id::new(text).map_err(|error| Failure::usage(format!("{what}: {error}")))
}
