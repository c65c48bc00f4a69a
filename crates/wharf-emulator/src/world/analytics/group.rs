//! `group_analytics`: how a group does, day by day.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use wharf_model::time::Timestamp;

use super::{
    Wanted,
    query::{Query, wants},
};
use crate::world::{Group, Refusal, Standing, World};

const METRICS: &[&str] = &["SENT", "DELIVERED", "READ", "PARTICIPANTS_JOINED", "PARTICIPANTS_LEFT"];
/// Days that numbers are kept.
const REACH: i64 = 90;

/// Numbers of a day, in the order of [`METRICS`].
type Day = [u64; METRICS.len()];

impl World {
    /// `GET /{waba-id}/group_analytics`: messages of the business count once for each person, on the day they
    /// were sent; days without anything are left out.
    pub(crate) fn group_analytics(
        &self,
        wanted: Wanted<'_>,
        now: Timestamp,
    ) -> Result<Value, Refusal> {
        let query = Query::read(wanted, &["DAILY"], REACH, now)?;
        let metrics = query.words("metric_types", METRICS)?;
        let ids = query.list("group_ids");
        let [id] = ids.as_slice() else {
            return Err(Refusal::new(100, "group_ids: one id"));
        };
        let unknown = || Refusal::new(100, format!("group_ids: there is no {id}"));
        let group = self.groups.get(id).ok_or_else(unknown)?;
        let has = |metric: &str| wants(&metrics, metric);
        let points: Vec<_> = days(&query, group)
            .into_iter()
            .map(|((start, end), day)| {
                let mut point = Map::new();
                point.insert("group_id".to_owned(), id.as_str().into());
                point.insert("start".to_owned(), start.into());
                point.insert("end".to_owned(), end.into());
                for (metric, number) in METRICS.iter().zip(day).filter(|(metric, _)| has(metric)) {
                    point.insert(metric.to_lowercase(), number.into());
                }
                Value::Object(point)
            })
            .collect();
        let series = json!({"granularity": query.granularity, "data_points": points});
        Ok(json!({"data": [series], "paging": {}}))
    }
}

fn days(query: &Query<'_>, group: &Group) -> BTreeMap<(i64, i64), Day> {
    let mut days: BTreeMap<(i64, i64), Day> = BTreeMap::new();
    let mut count = |at: Timestamp, counts: Day| {
        let Some(span) = query.span(at.as_secs()) else { return };
        let day = days.entry(span).or_default();
        for (sum, more) in day.iter_mut().zip(counts) {
            *sum += more;
        }
    };
    for said in group.said.iter().filter(|said| said.by.is_none()) {
        for standing in said.standings.values() {
            count(
                said.entry.at,
                match standing {
                    Standing::Accepted | Standing::Failed(_) => continue,
                    Standing::Sent => [1, 0, 0, 0, 0],
                    Standing::Delivered => [1, 1, 0, 0, 0],
                    Standing::Read => [1, 1, 1, 0, 0],
                },
            );
        }
    }
    for at in &group.came {
        count(Timestamp::from_micros(*at), [0, 0, 0, 1, 0]);
    }
    for at in &group.went {
        count(Timestamp::from_micros(*at), [0, 0, 0, 0, 1]);
    }
    days
}
