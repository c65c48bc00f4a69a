//! Fields with parameters: `analytics.start(…).end(…)`.

use std::fmt::{Display, Write as _};

use crate::open::open_enum;

open_enum! {
    /// The length of a span of analytics.
    pub enum Granularity {
        /// Half an hour.
        HalfHour = "HALF_HOUR",
        /// A day, in numbers of messages.
        Day = "DAY",
        /// A month, in numbers of messages.
        Month = "MONTH",
        /// A day, in everything else.
        Daily = "DAILY",
        /// A month, in everything else.
        Monthly = "MONTHLY",
    }
}

/// A field, parameter by parameter.
#[derive(Debug)]
pub(super) struct Expression(String);

impl Expression {
    pub(super) fn new(field: &str, start: i64, end: i64, granularity: &Granularity) -> Self {
        Self(format!("{field}.start({start}).end({end}).granularity({granularity})"))
    }

    /// A list of words; an empty one says nothing.
    pub(super) fn list<T: Display>(mut self, name: &str, values: &[T]) -> Self {
        if !values.is_empty() {
            let values: Vec<_> = values.iter().map(ToString::to_string).collect();
            // Writing to a string cannot fail.
            let _written = write!(self.0, ".{name}([{}])", values.join(","));
        }
        self
    }

    /// A list of texts, in quotation marks; an empty one says nothing.
    pub(super) fn texts(self, name: &str, values: &[String]) -> Self {
        let quoted: Vec<_> =
            values.iter().map(|text| serde_json::Value::from(text.as_str())).collect();
        self.list(name, &quoted)
    }

    pub(super) fn fields(self) -> [String; 1] {
        [self.0]
    }
}
