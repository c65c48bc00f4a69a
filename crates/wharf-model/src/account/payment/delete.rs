//! Deleting a payment configuration (India).

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, Success, path::PathBuilder},
    id::AccountId,
};

/// Deletes a payment configuration: `DELETE /{waba-id}/payment_configuration`, which has a body (India).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeletePaymentConfiguration {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// What it carries.
    pub body: DeletePaymentConfigurationBody,
}

impl DeletePaymentConfiguration {
    /// The request with what it must have.
    pub fn new(account: AccountId, configuration_name: impl Into<String>) -> Self {
        Self {
            account,
            body: DeletePaymentConfigurationBody { configuration_name: configuration_name.into() },
        }
    }
}

/// What [`DeletePaymentConfiguration`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DeletePaymentConfigurationBody {
    /// Its name.
    pub configuration_name: String,
}

impl Endpoint for DeletePaymentConfiguration {
    const METHOD: http::Method = http::Method::DELETE;
    const IDEMPOTENT: bool = true;
    type Body = DeletePaymentConfigurationBody;
    type Response = Success;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.account).word("payment_configuration").into()
    }

    fn body(&self) -> Option<&DeletePaymentConfigurationBody> {
        Some(&self.body)
    }
}
