//! What is asked of analytics: from when to when, in which steps, of what.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use wharf_model::time::Timestamp;

use super::{Fact, Wanted};
use crate::world::{
    Refusal,
    civil::{DAY, day_of, month_of},
};

/// Seconds of half an hour.
const HALF_HOUR: i64 = 1_800;

/// The length of a span.
#[derive(Clone, Copy)]
enum Step {
    HalfHour,
    Day,
    Month,
}

/// What is asked.
pub(super) struct Query<'a> {
    pub(super) start: i64,
    pub(super) end: i64,
    step: Step,
    pub(super) granularity: String,
    wanted: Wanted<'a>,
}

/// Numbers by span, and by what they are told apart by.
pub(super) type Points<N> = BTreeMap<(i64, i64, Vec<(&'static str, String)>), N>;

impl<'a> Query<'a> {
    /// Reads what every kind of analytics is asked. `steps` are the words for spans that
    /// it takes; `reach` is how many days back it knows.
    pub(super) fn read(
        wanted: Wanted<'a>,
        steps: &[&str],
        reach: i64,
        now: Timestamp,
    ) -> Result<Self, Refusal> {
        let required =
            |name: &str| Refusal::plain(100, format!("(#100) The parameter {name} is required."));
        let moment = |name: &str| {
            let text = wanted(name).ok_or_else(|| required(name))?;
            let seconds = text.trim_matches('"').parse().ok();
            let seconds = seconds.or_else(|| crate::world::civil::read(text.trim_matches('"')));
            seconds.ok_or_else(|| {
                Refusal::plain(100, format!("(#100) Param {name} must be a Unix timestamp"))
            })
        };
        let (start, end): (i64, i64) = (moment("start")?, moment("end")?);
        let granularity = wanted("granularity").ok_or_else(|| required("granularity"))?;
        let granularity = granularity.trim_matches('"').to_owned();
        if !steps.contains(&granularity.as_str()) {
            let steps = steps.join(", ");
            let message = format!("(#100) Param granularity must be one of {{{steps}}}");
            return Err(Refusal::plain(100, message));
        }
        let step = match granularity.as_str() {
            "HALF_HOUR" => Step::HalfHour,
            "MONTH" | "MONTHLY" => Step::Month,
            _ => Step::Day,
        };
        if start >= end {
            return Err(Refusal::new(100, "start: must be before end"));
        }
        if start < day_of(now.as_secs() - reach * DAY) {
            let details = format!("start: numbers are kept for {reach} days");
            return Err(Refusal::new(100, details));
        }
        Ok(Self { start, end, step, granularity, wanted })
    }

    /// The words of a list; empty when it is not given. Those that are not known are refused.
    pub(super) fn words(&self, name: &str, known: &[&str]) -> Result<Vec<String>, Refusal> {
        let given = self.list(name);
        match given.iter().position(|word| !known.contains(&word.as_str())) {
            None => Ok(given),
            Some(at) => {
                let known = known.join(", ");
                let message = format!("(#100) Param {name}[{at}] must be one of {{{known}}}");
                Err(Refusal::plain(100, message))
            }
        }
    }

    /// The items of a list; empty when it is not given.
    pub(super) fn list(&self, name: &str) -> Vec<String> {
        (self.wanted)(name).map(|text| words(&text)).unwrap_or_default()
    }

    /// Whether a fact is of the numbers and countries that are asked for.
    pub(super) fn is_about(&self, fact: &Fact<'_>) -> bool {
        self.is_of(&fact.number.wa_id, fact.country())
    }

    /// The same of a business number, by its digits, and the country of a person.
    pub(super) fn is_of(&self, number: &str, country: &str) -> bool {
        let numbers = self.list("phone_numbers");
        let digits = |text: &String| text.chars().filter(char::is_ascii_digit).eq(number.chars());
        let countries = self.list("country_codes");
        (numbers.is_empty() || numbers.iter().any(digits))
            && (countries.is_empty() || countries.iter().any(|code| code == country))
    }

    /// The span that a moment is in, if it is asked for.
    pub(super) fn span(&self, at: i64) -> Option<(i64, i64)> {
        (self.start..self.end).contains(&at).then(|| self.around(at))
    }

    fn around(&self, at: i64) -> (i64, i64) {
        match self.step {
            Step::HalfHour => {
                let start = at.div_euclid(HALF_HOUR) * HALF_HOUR;
                (start, start + HALF_HOUR)
            }
            Step::Day => (day_of(at), day_of(at) + DAY),
            Step::Month => month_of(at),
        }
    }

    /// Every span that is asked for.
    pub(super) fn spans(&self) -> Vec<(i64, i64)> {
        let mut spans = Vec::new();
        let mut at = self.start;
        while at < self.end {
            let span = self.around(at);
            at = span.1;
            spans.push(span);
        }
        spans
    }
}

/// Whether one of these words was asked for; all are, where none is named.
pub(super) fn wants(asked: &[String], word: &str) -> bool {
    asked.is_empty() || asked.iter().any(|own| own == word)
}

/// Points as they are answered: the numbers of each, then what they are told apart by.
pub(super) fn points<N>(points: Points<N>, numbers: impl Fn(&N, &mut Map<String, Value>)) -> Value {
    let points = points.into_iter().map(|((start, end, apart), number)| {
        let mut point = Map::new();
        point.insert("start".to_owned(), start.into());
        point.insert("end".to_owned(), end.into());
        numbers(&number, &mut point);
        point.extend(apart.into_iter().map(|(name, value)| (name.to_owned(), value.into())));
        Value::Object(point)
    });
    let points: Vec<_> = points.collect();
    json!({"data": [{"data_points": points}]})
}

/// The items of a list in a query: JSON, or words between commas.
pub(crate) fn words(text: &str) -> Vec<String> {
    let word = |value: &Value| match value {
        Value::String(word) => word.clone(),
        other => other.to_string(),
    };
    if let Ok(Value::Array(items)) = serde_json::from_str(text) {
        return items.iter().map(word).collect();
    }
    let bare = text.trim_start_matches('[').trim_end_matches(']').split(',');
    let bare = bare.map(|word| word.trim().trim_matches('"').to_owned());
    bare.filter(|word| !word.is_empty()).collect()
}
