//! Numbers of calls, over time.

use std::borrow::Cow;

use super::{Granularity, expression::Expression};
use crate::{
    account::Account,
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::AccountId,
};

/// Numbers of calls: `GET /{waba-id}?fields=call_analytics…`. The answer is the account's [`call_analytics`](Account::call_analytics). Granularity: half an hour, daily or monthly.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetCallAnalytics {
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
    /// Only these countries (two letters). All if empty.
    pub country_codes: Vec<String>,
    /// `COUNT`, `COST`, `AVERAGE_DURATION`.
    pub metric_types: Vec<String>,
    /// Only these, such as `USER_INITIATED`. All if empty.
    pub directions: Vec<String>,
    /// Apart by these: `PHONE`, `DIRECTION`, `COUNTRY`.
    pub dimensions: Vec<String>,
}

impl GetCallAnalytics {
    /// Everything in a time.
    pub fn new(account: AccountId, start: i64, end: i64, granularity: Granularity) -> Self {
        Self {
            account,
            start,
            end,
            granularity,
            phone_numbers: Vec::new(),
            country_codes: Vec::new(),
            metric_types: Vec::new(),
            directions: Vec::new(),
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

    /// Only these countries (two letters).
    #[must_use]
    pub fn country_codes(
        mut self,
        country_codes: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.country_codes = country_codes.into_iter().map(Into::into).collect();
        self
    }

    /// `COUNT`, `COST`, `AVERAGE_DURATION`.
    #[must_use]
    pub fn metric_types(
        mut self,
        metric_types: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.metric_types = metric_types.into_iter().map(Into::into).collect();
        self
    }

    /// Only these, such as `USER_INITIATED`.
    #[must_use]
    pub fn directions(mut self, directions: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.directions = directions.into_iter().map(Into::into).collect();
        self
    }

    /// Apart by these: `PHONE`, `DIRECTION`, `COUNTRY`.
    #[must_use]
    pub fn dimensions(mut self, dimensions: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.dimensions = dimensions.into_iter().map(Into::into).collect();
        self
    }
}

impl Endpoint for GetCallAnalytics {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Account;

    fn path(&self) -> Cow<'_, str> {
        let field = Expression::new("call_analytics", self.start, self.end, &self.granularity)
            .texts("phone_numbers", &self.phone_numbers)
            .texts("country_codes", &self.country_codes)
            .texts("metric_types", &self.metric_types)
            .texts("directions", &self.directions)
            .texts("dimensions", &self.dimensions);
        PathBuilder::new().id(&self.account).fields(&field.fields()).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
