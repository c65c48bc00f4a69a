//! `analytics`: numbers of messages.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use wharf_model::time::Timestamp;

use super::{Fact, Wanted, query::Query};
use crate::world::{Author, Refusal, World};

/// Templates, other messages of the business, and what came in; those of groups are not counted here.
const PRODUCTS: &[&str] = &["0", "2", "100", "101", "102", "103"];

impl World {
    /// Numbers of messages: what the business sent, unless `product_types` asks for other things.
    pub(crate) fn message_analytics(
        &self,
        wanted: Wanted<'_>,
        now: Timestamp,
    ) -> Result<Value, Refusal> {
        let query = Query::read(wanted, &["HALF_HOUR", "DAY", "MONTH"], 365, now)?;
        let mut products = query.words("product_types", PRODUCTS)?;
        if products.is_empty() {
            products = vec!["0".to_owned(), "2".to_owned()];
        }
        let has = |product: &str| products.iter().any(|own| own == product);
        let mut points: BTreeMap<_, (u64, u64)> =
            query.spans().into_iter().map(|span| (span, (0, 0))).collect();
        let mut count = |at: Option<i64>, delivered: bool| {
            let Some(point) =
                at.and_then(|at| query.span(at)).and_then(|span| points.get_mut(&span))
            else {
                return;
            };
            if delivered { point.1 += 1 } else { point.0 += 1 }
        };
        let is_meant = |fact: &Fact<'_>| {
            query.is_about(fact) && has(if fact.template().is_some() { "0" } else { "2" })
        };
        for fact in self.facts().filter(is_meant) {
            count(fact.at("sent"), false);
            count(arrived(&fact), true);
        }
        if has("100") {
            for fact in self.said_by(Author::Person).filter(|fact| query.is_about(fact)) {
                let at = Some(fact.entry.at.as_secs());
                count(at, false);
                count(at, true);
            }
        }
        let points: Vec<_> = points
            .into_iter()
            .map(|((start, end), (sent, delivered))| {
                json!({"start": start, "end": end, "sent": sent, "delivered": delivered})
            })
            .collect();
        let numbers: Vec<_> = self.numbers.values().map(|number| number.wa_id.as_str()).collect();
        let asked = query.list("phone_numbers");
        Ok(json!({
            "phone_numbers": if asked.is_empty() { json!(numbers) } else { json!(asked) },
            "country_codes": query.list("country_codes"),
            "granularity": query.granularity,
            "data_points": points,
        }))
    }
}

/// When a message arrived: what was read has, even if nobody said so.
pub(super) fn arrived(fact: &Fact<'_>) -> Option<i64> {
    fact.at("delivered").or_else(|| fact.at("read"))
}
