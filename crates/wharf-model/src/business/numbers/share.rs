//! Sharing verified numbers.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, Success, path::PathBuilder},
    id::{BusinessId, PreverifiedId},
};

/// Lets another portfolio use a number that is verified ahead: `POST /{business-id}/share_preverified_numbers`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SharePreverifiedNumber {
    /// The business portfolio.
    pub business: BusinessId,
    /// What it carries.
    pub body: SharePreverifiedNumberBody,
}

impl SharePreverifiedNumber {
    /// The request with what it must have.
    pub fn new(
        business: BusinessId,
        preverified_id: PreverifiedId,
        partner_business_id: BusinessId,
    ) -> Self {
        Self { business, body: SharePreverifiedNumberBody { preverified_id, partner_business_id } }
    }
}

/// What [`SharePreverifiedNumber`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SharePreverifiedNumberBody {
    /// The number.
    pub preverified_id: PreverifiedId,
    /// The other portfolio.
    pub partner_business_id: BusinessId,
}

impl Endpoint for SharePreverifiedNumber {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = true;
    type Body = SharePreverifiedNumberBody;
    type Response = Success;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.business).word("share_preverified_numbers").into()
    }

    fn body(&self) -> Option<&SharePreverifiedNumberBody> {
        Some(&self.body)
    }
}
