//! Numbers of messages, over time.

use std::borrow::Cow;

use super::{Granularity, expression::Expression};
use crate::{
    account::Account,
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::AccountId,
};

/// Numbers of messages: `GET /{waba-id}?fields=analytics…`. The answer is the account's [`analytics`](Account::analytics). Granularity: half an hour, day or month.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetMessageAnalytics {
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
    /// Only these: 0 templates, 2 others, 100 received, 101 to 103 in groups. All if empty.
    pub product_types: Vec<i64>,
    /// Only these countries (two letters). All if empty.
    pub country_codes: Vec<String>,
}

impl GetMessageAnalytics {
    /// Everything in a time.
    pub fn new(account: AccountId, start: i64, end: i64, granularity: Granularity) -> Self {
        Self {
            account,
            start,
            end,
            granularity,
            phone_numbers: Vec::new(),
            product_types: Vec::new(),
            country_codes: Vec::new(),
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

    /// Only these: 0 templates, 2 others, 100 received, 101 to 103 in groups.
    #[must_use]
    pub fn product_types(mut self, product_types: impl IntoIterator<Item = i64>) -> Self {
        self.product_types = product_types.into_iter().collect();
        self
    }

    /// Only these countries (two letters).
    #[must_use]
    pub fn country_codes(
        mut self,
        country_codes: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.country_codes = country_codes.into_iter().map(Into::into).collect();
        self
    }
}

impl Endpoint for GetMessageAnalytics {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Account;

    fn path(&self) -> Cow<'_, str> {
        let field = Expression::new("analytics", self.start, self.end, &self.granularity)
            .texts("phone_numbers", &self.phone_numbers)
            .list("product_types", &self.product_types)
            .texts("country_codes", &self.country_codes);
        PathBuilder::new().id(&self.account).fields(&field.fields()).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
