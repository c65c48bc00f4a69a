//! Listing schedules.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, NoBody, lenient, path::PathBuilder},
    id::AccountId,
    open::open_enum,
    page::{Page, PageQuery},
};

/// Lists schedules: `GET /{waba-id}/schedules`. In the platform's API description only: do not count on it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListSchedules {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// Filters, as JSON.
    pub filtering: Option<String>,
    /// Order, as JSON.
    pub sort: Option<String>,
    /// Which page, and which fields of each item.
    pub page: PageQuery,
}

impl ListSchedules {
    /// The request with what it must have.
    pub fn new(account: AccountId) -> Self {
        Self { account, filtering: None, sort: None, page: PageQuery::default() }
    }

    /// Filters, as JSON.
    #[must_use]
    pub fn filtering(mut self, filtering: impl Into<String>) -> Self {
        self.filtering = Some(filtering.into());
        self
    }

    /// Order, as JSON.
    #[must_use]
    pub fn sort(mut self, sort: impl Into<String>) -> Self {
        self.sort = Some(sort.into());
        self
    }

    /// Which page, and which fields of each item.
    #[must_use]
    pub fn page(mut self, page: PageQuery) -> Self {
        self.page = page;
        self
    }
}

impl Endpoint for ListSchedules {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<Schedule>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.account)
            .word("schedules")
            .query("filtering", self.filtering.as_ref())
            .query("sort", self.sort.as_ref())
            .page(&self.page)
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// A schedule.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Schedule {
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// `ACTIVE`, `INACTIVE`, `PAUSED`, `EXPIRED`, `DRAFT`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// What it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schedule_type: Option<ScheduleType>,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// From, `HH:MM`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start_time: Option<String>,
    /// To, `HH:MM`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_time: Option<String>,
    /// Time zone (IANA).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timezone: Option<String>,
    /// Days, such as `MONDAY`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_of_week: Option<Vec<String>>,
    /// When it was made (ISO 8601).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_time: Option<String>,
    /// When it was changed (ISO 8601).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated_time: Option<String>,
    /// Whether it is in force.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_active: Option<bool>,
    /// How it repeats.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recurrence_pattern: Option<Recurrence>,
}

/// How a schedule repeats.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Recurrence {
    /// `DAILY`, `WEEKLY`, `MONTHLY`, `YEARLY`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frequency: Option<String>,
    /// Every how many.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub interval: Option<i64>,
    /// Until which day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_date: Option<String>,
}

impl Recurrence {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// `DAILY`, `WEEKLY`, `MONTHLY`, `YEARLY`.
    #[must_use]
    pub fn frequency(mut self, frequency: impl Into<String>) -> Self {
        self.frequency = Some(frequency.into());
        self
    }

    /// Every how many.
    #[must_use]
    pub fn interval(mut self, interval: i64) -> Self {
        self.interval = Some(interval);
        self
    }

    /// Until which day.
    #[must_use]
    pub fn end_date(mut self, end_date: impl Into<String>) -> Self {
        self.end_date = Some(end_date.into());
        self
    }
}

open_enum! {
    /// What a schedule is for.
    pub enum ScheduleType {
        /// Opening hours.
        Hours = "BUSINESS_HOURS",
        /// Answers.
        Response = "AUTOMATED_RESPONSE",
        /// Messages.
        Campaign = "MESSAGE_CAMPAIGN",
        /// Maintenance.
        Maintenance = "MAINTENANCE_WINDOW",
        /// Something else.
        Custom = "CUSTOM",
    }
}
