//! Numbers of conversations, over time.

use std::borrow::Cow;

use super::{Granularity, expression::Expression};
use crate::{
    account::Account,
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::AccountId,
};

/// Numbers of conversations: `GET /{waba-id}?fields=conversation_analytics…`, of the time before July 2025. The answer is the account's [`conversation_analytics`](Account::conversation_analytics). Granularity: half an hour, daily or monthly.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetConversationAnalytics {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// From, in Unix seconds; at most a year ago.
    pub start: i64,
    /// To, in Unix seconds.
    pub end: i64,
    /// The length of a span.
    pub granularity: Granularity,
    /// Only these numbers, by their digits. All if empty.
    pub phone_numbers: Vec<String>,
    /// `COST`, `CONVERSATION`.
    pub metric_types: Vec<String>,
    /// Only these, such as `MARKETING`. All if empty.
    pub conversation_categories: Vec<String>,
    /// Only these, such as `REGULAR`. All if empty.
    pub conversation_types: Vec<String>,
    /// Only these, such as `USER_INITIATED`. All if empty.
    pub conversation_directions: Vec<String>,
    /// Apart by these, such as `COUNTRY`.
    pub dimensions: Vec<String>,
}

impl GetConversationAnalytics {
    /// Everything in a time.
    pub fn new(account: AccountId, start: i64, end: i64, granularity: Granularity) -> Self {
        Self {
            account,
            start,
            end,
            granularity,
            phone_numbers: Vec::new(),
            metric_types: Vec::new(),
            conversation_categories: Vec::new(),
            conversation_types: Vec::new(),
            conversation_directions: Vec::new(),
            dimensions: Vec::new(),
        }
    }

    /// Only these numbers, by their digits.
    #[must_use]
    pub fn phone_numbers(
        mut self,
        phone_numbers: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.phone_numbers = phone_numbers.into_iter().map(Into::into).collect();
        self
    }

    /// `COST`, `CONVERSATION`.
    #[must_use]
    pub fn metric_types(
        mut self,
        metric_types: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.metric_types = metric_types.into_iter().map(Into::into).collect();
        self
    }

    /// Only these, such as `MARKETING`.
    #[must_use]
    pub fn conversation_categories(
        mut self,
        conversation_categories: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.conversation_categories =
            conversation_categories.into_iter().map(Into::into).collect();
        self
    }

    /// Only these, such as `REGULAR`.
    #[must_use]
    pub fn conversation_types(
        mut self,
        conversation_types: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.conversation_types = conversation_types.into_iter().map(Into::into).collect();
        self
    }

    /// Only these, such as `USER_INITIATED`.
    #[must_use]
    pub fn conversation_directions(
        mut self,
        conversation_directions: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.conversation_directions =
            conversation_directions.into_iter().map(Into::into).collect();
        self
    }

    /// Apart by these, such as `COUNTRY`.
    #[must_use]
    pub fn dimensions(mut self, dimensions: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.dimensions = dimensions.into_iter().map(Into::into).collect();
        self
    }
}

impl Endpoint for GetConversationAnalytics {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Account;

    fn path(&self) -> Cow<'_, str> {
        let field =
            Expression::new("conversation_analytics", self.start, self.end, &self.granularity)
                .texts("phone_numbers", &self.phone_numbers)
                .texts("metric_types", &self.metric_types)
                .texts("conversation_categories", &self.conversation_categories)
                .texts("conversation_types", &self.conversation_types)
                .texts("conversation_directions", &self.conversation_directions)
                .texts("dimensions", &self.dimensions);
        PathBuilder::new().id(&self.account).fields(&field.fields()).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
