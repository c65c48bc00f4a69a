//! Making a schedule.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    account::{Recurrence, ScheduleType},
    endpoint::{Endpoint, lenient, path::PathBuilder},
    id::AccountId,
};

/// Makes a schedule: `POST /{waba-id}/schedules`. In the platform's API description only: do not count on it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateSchedule {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// What it carries.
    pub body: CreateScheduleBody,
}

impl CreateSchedule {
    /// The request with what it must have.
    pub fn new(
        account: AccountId,
        name: impl Into<String>,
        schedule_type: ScheduleType,
        start_time: impl Into<String>,
        end_time: impl Into<String>,
    ) -> Self {
        Self {
            account,
            body: CreateScheduleBody {
                name: name.into(),
                schedule_type,
                start_time: start_time.into(),
                end_time: end_time.into(),
                description: None,
                timezone: None,
                days_of_week: None,
                is_active: None,
                recurrence_pattern: None,
            },
        }
    }

    /// What it is about.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.body.description = Some(description.into());
        self
    }

    /// Time zone (IANA).
    #[must_use]
    pub fn timezone(mut self, timezone: impl Into<String>) -> Self {
        self.body.timezone = Some(timezone.into());
        self
    }

    /// Days, such as `MONDAY`.
    #[must_use]
    pub fn days_of_week(
        mut self,
        days_of_week: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.body.days_of_week = Some(days_of_week.into_iter().map(Into::into).collect());
        self
    }

    /// Whether it is in force.
    #[must_use]
    pub fn active(mut self, active: bool) -> Self {
        self.body.is_active = Some(active);
        self
    }

    /// How it repeats.
    #[must_use]
    pub fn recurrence_pattern(mut self, recurrence_pattern: Recurrence) -> Self {
        self.body.recurrence_pattern = Some(recurrence_pattern);
        self
    }
}

/// What [`CreateSchedule`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CreateScheduleBody {
    /// Its name.
    pub name: String,
    /// What it is for.
    pub schedule_type: ScheduleType,
    /// From, `HH:MM`.
    pub start_time: String,
    /// To, `HH:MM`.
    pub end_time: String,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Time zone (IANA).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timezone: Option<String>,
    /// Days, such as `MONDAY`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_of_week: Option<Vec<String>>,
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

impl Endpoint for CreateSchedule {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = CreateScheduleBody;
    type Response = ScheduleCreated;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.account).word("schedules").into()
    }

    fn body(&self) -> Option<&CreateScheduleBody> {
        Some(&self.body)
    }
}

/// A new schedule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ScheduleCreated {
    /// Its id.
    pub id: String,
}

impl ScheduleCreated {
    /// All of it.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into() }
    }
}
