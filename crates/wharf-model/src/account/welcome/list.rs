//! Listing welcome flows of advertisements.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, NoBody, lenient, path::PathBuilder},
    id::{AccountId, AppId, SequenceId},
    page::{Page, PageQuery},
};

/// Lists what people find who come from an advertisement: `GET /{waba-id}/welcome_message_sequences`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListWelcomeSequences {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// Only of this app.
    pub app_id: Option<AppId>,
    /// Only this one.
    pub sequence_id: Option<SequenceId>,
    /// Which page, and which fields of each item.
    pub page: PageQuery,
}

impl ListWelcomeSequences {
    /// The request with what it must have.
    pub fn new(account: AccountId) -> Self {
        Self { account, app_id: None, sequence_id: None, page: PageQuery::default() }
    }

    /// Only of this app.
    #[must_use]
    pub fn app_id(mut self, app_id: AppId) -> Self {
        self.app_id = Some(app_id);
        self
    }

    /// Only this one.
    #[must_use]
    pub fn sequence_id(mut self, sequence_id: SequenceId) -> Self {
        self.sequence_id = Some(sequence_id);
        self
    }

    /// Which page, and which fields of each item.
    #[must_use]
    pub fn page(mut self, page: PageQuery) -> Self {
        self.page = page;
        self
    }
}

impl Endpoint for ListWelcomeSequences {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<WelcomeSequence>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.account)
            .word("welcome_message_sequences")
            .query("app_id", self.app_id.as_ref())
            .query("sequence_id", self.sequence_id.as_ref())
            .page(&self.page)
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// What people find who come from an advertisement.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct WelcomeSequence {
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sequence_id: Option<SequenceId>,
    /// Its id, in some answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<SequenceId>,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The messages, as JSON in a string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub welcome_message_sequence: Option<String>,
    /// Whether an advertisement uses it; then it cannot be deleted.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_used_in_ad: Option<bool>,
}
