//! When, and where, a number can be called.

use serde::{Deserialize, Serialize};

use crate::number::Switch;

/// In which countries the button to call is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CallIcons {
    /// Countries (two letters); an empty list means all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restrict_to_user_countries: Option<Vec<String>>,
}

impl CallIcons {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// Countries (two letters); an empty list means all.
    #[must_use]
    pub fn restrict_to_user_countries(
        mut self,
        restrict_to_user_countries: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.restrict_to_user_countries =
            Some(restrict_to_user_countries.into_iter().map(Into::into).collect());
        self
    }
}

/// When a number can be called.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CallHours {
    /// Whether hours are kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Switch>,
    /// Time zone (IANA), such as `Europe/Berlin`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timezone_id: Option<String>,
    /// The hours; at most 2 spans a day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weekly_operating_hours: Option<Vec<WeeklyHours>>,
    /// Days that differ; at most 20. Leaving it out deletes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holiday_schedule: Option<Vec<Holiday>>,
}

impl CallHours {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether hours are kept.
    #[must_use]
    pub fn status(mut self, status: Switch) -> Self {
        self.status = Some(status);
        self
    }

    /// Time zone (IANA), such as `Europe/Berlin`.
    #[must_use]
    pub fn timezone_id(mut self, timezone_id: impl Into<String>) -> Self {
        self.timezone_id = Some(timezone_id.into());
        self
    }

    /// The hours; at most 2 spans a day.
    #[must_use]
    pub fn weekly_operating_hours(
        mut self,
        weekly_operating_hours: impl IntoIterator<Item = WeeklyHours>,
    ) -> Self {
        self.weekly_operating_hours = Some(weekly_operating_hours.into_iter().collect());
        self
    }

    /// Days that differ; at most 20. Leaving it out deletes it.
    #[must_use]
    pub fn holiday_schedule(mut self, holiday_schedule: impl IntoIterator<Item = Holiday>) -> Self {
        self.holiday_schedule = Some(holiday_schedule.into_iter().collect());
        self
    }
}

/// A span of a day of the week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct WeeklyHours {
    /// The day, such as `MONDAY`.
    pub day_of_week: String,
    /// From, `HHMM`.
    pub open_time: String,
    /// To, `HHMM`.
    pub close_time: String,
}

impl WeeklyHours {
    /// All of it.
    pub fn new(
        day_of_week: impl Into<String>,
        open_time: impl Into<String>,
        close_time: impl Into<String>,
    ) -> Self {
        Self {
            day_of_week: day_of_week.into(),
            open_time: open_time.into(),
            close_time: close_time.into(),
        }
    }
}

/// A day that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Holiday {
    /// The day, `YYYY-MM-DD`.
    pub date: String,
    /// From, `HHMM`.
    pub start_time: String,
    /// To, `HHMM`.
    pub end_time: String,
}

impl Holiday {
    /// All of it.
    pub fn new(
        date: impl Into<String>,
        start_time: impl Into<String>,
        end_time: impl Into<String>,
    ) -> Self {
        Self { date: date.into(), start_time: start_time.into(), end_time: end_time.into() }
    }
}
