//! Reading an account.

use std::borrow::Cow;

use super::Account;
use crate::{
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::AccountId,
};

/// Reads a WhatsApp Business Account: `GET /{waba-id}`. Numbers of messages and their cost have operations of their
/// own in [`analytics`](crate::analytics).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetAccount {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// Names of the fields asked for; none asks for the platform's default set.
    pub fields: Vec<String>,
}

impl GetAccount {
    /// The request with what it must have.
    pub fn new(account: AccountId) -> Self {
        Self { account, fields: Vec::new() }
    }

    /// Asks for these fields, instead of the platform's default set.
    #[must_use]
    pub fn fields(mut self, fields: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.fields = fields.into_iter().map(Into::into).collect();
        self
    }
}

impl Endpoint for GetAccount {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Account;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.account).fields(&self.fields).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
