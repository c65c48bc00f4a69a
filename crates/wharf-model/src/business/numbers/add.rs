//! Adding to the pool of verified numbers.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, path::PathBuilder},
    id::{BusinessId, PreverifiedId},
};

/// Adds a number to the pool of those that are verified ahead: `POST /{business-id}/add_phone_numbers`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct AddPreverifiedNumber {
    /// The business portfolio.
    pub business: BusinessId,
    /// What it carries.
    pub body: AddPreverifiedNumberBody,
}

impl AddPreverifiedNumber {
    /// The request with what it must have.
    pub fn new(business: BusinessId, phone_number: impl Into<String>) -> Self {
        Self { business, body: AddPreverifiedNumberBody { phone_number: phone_number.into() } }
    }
}

/// What [`AddPreverifiedNumber`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AddPreverifiedNumberBody {
    /// The number, with `+` and country code.
    pub phone_number: String,
}

impl Endpoint for AddPreverifiedNumber {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = AddPreverifiedNumberBody;
    type Response = PreverifiedAdded;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.business).word("add_phone_numbers").into()
    }

    fn body(&self) -> Option<&AddPreverifiedNumberBody> {
        Some(&self.body)
    }
}

/// A number that was added to the pool.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PreverifiedAdded {
    /// Its id there.
    pub id: PreverifiedId,
}

impl PreverifiedAdded {
    /// All of it.
    pub fn new(id: PreverifiedId) -> Self {
        Self { id }
    }
}
