//! Reading a payment configuration (India).

use std::borrow::Cow;

use crate::{
    account::PaymentConfiguration,
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::AccountId,
    page::Page,
};

/// Reads a payment configuration: `GET /{waba-id}/payment_configuration/{name}` (India).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetPaymentConfiguration {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// The name of the configuration.
    pub name: String,
}

impl GetPaymentConfiguration {
    /// The request with what it must have.
    pub fn new(account: AccountId, name: impl Into<String>) -> Self {
        Self { account, name: name.into() }
    }
}

impl Endpoint for GetPaymentConfiguration {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<PaymentConfiguration>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.account).word("payment_configuration").text(&self.name).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
