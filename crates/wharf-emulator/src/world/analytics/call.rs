//! `call_analytics`: calls that were taken and are over, by when they began.

use serde_json::Value;
use wharf_model::time::Timestamp;

use super::{
    Wanted, country,
    query::{Points, Query, points, wants},
};
use crate::world::{Refusal, World, calls::Call};

const METRICS: &[&str] = &["COUNT", "COST", "AVERAGE_DURATION"];
const DIRECTIONS: &[&str] = &["BUSINESS_INITIATED", "USER_INITIATED"];
const DIMENSIONS: &[&str] = &["PHONE", "DIRECTION", "COUNTRY"];

/// How many, and how many seconds they took together.
#[derive(Default)]
struct Calls {
    count: i64,
    seconds: i64,
}

fn direction(call: &Call) -> &'static str {
    if call.by_business { "BUSINESS_INITIATED" } else { "USER_INITIATED" }
}

impl World {
    /// Numbers of calls. What they cost is nothing.
    pub(crate) fn call_analytics(
        &self,
        wanted: Wanted<'_>,
        now: Timestamp,
    ) -> Result<Value, Refusal> {
        let query = Query::read(wanted, &["HALF_HOUR", "DAILY", "MONTHLY"], 365, now)?;
        let metrics = query.words("metric_types", METRICS)?;
        let directions = query.words("directions", DIRECTIONS)?;
        let dimensions = query.words("dimensions", DIMENSIONS)?;
        let mut found: Points<Calls> = Points::new();
        for call in self.calls.all() {
            let talked = call.taken_at.zip(call.over_at).map(|(from, to)| to.since(from).as_secs());
            let is_meant = wants(&directions, direction(call));
            let (Some(seconds), true) = (talked, is_meant) else { continue };
            let Some(number) = self.numbers.get(&call.number) else { continue };
            if !query.is_of(&number.wa_id, country::of(&call.wa_id)) {
                continue;
            }
            let Some((start, end)) = query.span(call.at.as_secs()) else { continue };
            let apart = dimensions.iter().map(|dimension| match dimension.as_str() {
                "PHONE" => ("phone_number", number.wa_id.clone()),
                "DIRECTION" => ("direction", direction(call).to_owned()),
                _ => ("country", country::of(&call.wa_id).to_owned()),
            });
            let calls = found.entry((start, end, apart.collect())).or_default();
            calls.count += 1;
            calls.seconds += i64::try_from(seconds).unwrap_or(i64::MAX);
        }
        let has = |metric: &str| wants(&metrics, metric);
        Ok(points(found, |calls, point| {
            let numbers = [
                ("COUNT", calls.count),
                ("COST", 0),
                ("AVERAGE_DURATION", calls.seconds / calls.count),
            ];
            for (metric, number) in numbers.into_iter().filter(|(metric, _)| has(metric)) {
                point.insert(metric.to_lowercase(), number.into());
            }
        }))
    }
}
