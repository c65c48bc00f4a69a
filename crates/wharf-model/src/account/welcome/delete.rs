//! Deleting a welcome flow.

use std::borrow::Cow;

use crate::{
    endpoint::{Endpoint, NoBody, Success, path::PathBuilder},
    id::{AccountId, SequenceId},
};

/// Deletes what people find who come from an advertisement: `DELETE /{waba-id}/welcome_message_sequences`. Not
/// while one uses it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeleteWelcomeSequence {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// Which.
    pub sequence_id: SequenceId,
}

impl DeleteWelcomeSequence {
    /// The request with what it must have.
    pub fn new(account: AccountId, sequence_id: SequenceId) -> Self {
        Self { account, sequence_id }
    }
}

impl Endpoint for DeleteWelcomeSequence {
    const METHOD: http::Method = http::Method::DELETE;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Success;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.account)
            .word("welcome_message_sequences")
            .query("sequence_id", Some(&self.sequence_id))
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
