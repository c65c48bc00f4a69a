//! Sharing no longer.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, Success, path::PathBuilder},
    id::{BusinessId, PreverifiedId},
};

/// Ends the sharing of a number: `DELETE /{business-id}/share_preverified_numbers`, which has a body.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnsharePreverifiedNumber {
    /// The business portfolio.
    pub business: BusinessId,
    /// What it carries.
    pub body: UnsharePreverifiedNumberBody,
}

impl UnsharePreverifiedNumber {
    /// The request with what it must have.
    pub fn new(
        business: BusinessId,
        preverified_id: PreverifiedId,
        partner_business_id: BusinessId,
    ) -> Self {
        Self {
            business,
            body: UnsharePreverifiedNumberBody { preverified_id, partner_business_id },
        }
    }
}

/// What [`UnsharePreverifiedNumber`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UnsharePreverifiedNumberBody {
    /// The number.
    pub preverified_id: PreverifiedId,
    /// The other portfolio.
    pub partner_business_id: BusinessId,
}

impl Endpoint for UnsharePreverifiedNumber {
    const METHOD: http::Method = http::Method::DELETE;
    const IDEMPOTENT: bool = true;
    type Body = UnsharePreverifiedNumberBody;
    type Response = Success;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.business).word("share_preverified_numbers").into()
    }

    fn body(&self) -> Option<&UnsharePreverifiedNumberBody> {
        Some(&self.body)
    }
}
