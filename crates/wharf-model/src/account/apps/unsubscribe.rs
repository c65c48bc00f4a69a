//! Having no webhooks sent.

use std::borrow::Cow;

use crate::{
    account::Subscribed,
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::AccountId,
};

/// Ends the webhooks of an account to the app that calls: `DELETE /{waba-id}/subscribed_apps`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unsubscribe {
    /// The WhatsApp Business Account.
    pub account: AccountId,
}

impl Unsubscribe {
    /// The request with what it must have.
    pub fn new(account: AccountId) -> Self {
        Self { account }
    }
}

impl Endpoint for Unsubscribe {
    const METHOD: http::Method = http::Method::DELETE;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Subscribed;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.account).word("subscribed_apps").into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
