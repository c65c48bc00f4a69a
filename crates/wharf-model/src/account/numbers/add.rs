//! Adding a number.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, lenient, path::PathBuilder},
    id::{AccountId, PhoneNumberId, PreverifiedId},
};

/// Adds a number to an account: `POST /{waba-id}/phone_numbers`. A new portfolio may have 2, a verified one 20.
/// Next it is verified by code and registered.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct AddNumber {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// What it carries.
    pub body: AddNumberBody,
}

impl AddNumber {
    /// The request with what it must have.
    pub fn new(
        account: AccountId,
        phone_number: impl Into<String>,
        verified_name: impl Into<String>,
    ) -> Self {
        Self {
            account,
            body: AddNumberBody {
                phone_number: phone_number.into(),
                verified_name: verified_name.into(),
                cc: None,
                migrate_phone_number: None,
                preverified_id: None,
            },
        }
    }

    /// Country calling code, without `+`.
    #[must_use]
    pub fn cc(mut self, cc: impl Into<String>) -> Self {
        self.body.cc = Some(cc.into());
        self
    }

    /// Takes it from another account.
    #[must_use]
    pub fn migrate_phone_number(mut self, migrate_phone_number: bool) -> Self {
        self.body.migrate_phone_number = Some(migrate_phone_number);
        self
    }

    /// Takes it from the pool of numbers that are verified already.
    #[must_use]
    pub fn preverified_id(mut self, preverified_id: PreverifiedId) -> Self {
        self.body.preverified_id = Some(preverified_id);
        self
    }
}

/// What [`AddNumber`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AddNumberBody {
    /// The number, with or without country code.
    pub phone_number: String,
    /// The name to show, which is reviewed.
    pub verified_name: String,
    /// Country calling code, without `+`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cc: Option<String>,
    /// Takes it from another account.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub migrate_phone_number: Option<bool>,
    /// Takes it from the pool of numbers that are verified already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preverified_id: Option<PreverifiedId>,
}

impl Endpoint for AddNumber {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = AddNumberBody;
    type Response = NumberAdded;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.account).word("phone_numbers").into()
    }

    fn body(&self) -> Option<&AddNumberBody> {
        Some(&self.body)
    }
}

/// A number that was added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct NumberAdded {
    /// Its id.
    pub id: PhoneNumberId,
}

impl NumberAdded {
    /// All of it.
    pub fn new(id: PhoneNumberId) -> Self {
        Self { id }
    }
}
