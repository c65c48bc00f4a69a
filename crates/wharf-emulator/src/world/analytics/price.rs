//! `pricing_analytics`: what was charged, message by message.

use serde_json::Value;
use wharf_model::time::Timestamp;

use super::{
    Fact, Wanted,
    message::arrived,
    query::{Points, Query, points, wants},
};
use crate::world::{Refusal, World, webhook::PRICE_TYPE};

const METRICS: &[&str] = &["COST", "VOLUME"];
const TYPES: &[&str] =
    &["FREE_CUSTOMER_SERVICE", "FREE_ENTRY_POINT", "REGULAR", "FREE_GROUP_CUSTOMER_SERVICE"];
const CATEGORIES: &[&str] = &[
    "AUTHENTICATION",
    "AUTHENTICATION_INTERNATIONAL",
    "MARKETING",
    "MARKETING_LITE",
    "SERVICE",
    "UTILITY",
    "REFERRAL_CONVERSION",
    "GROUP_MARKETING",
    "GROUP_SERVICE",
    "GROUP_UTILITY",
];
const DIMENSIONS: &[&str] = &["COUNTRY", "PHONE", "PRICING_CATEGORY", "PRICING_TYPE", "TIER"];

impl World {
    /// What was charged for what was delivered. There are no volume tiers here: `TIER` tells nothing apart.
    pub(crate) fn pricing_analytics(
        &self,
        wanted: Wanted<'_>,
        now: Timestamp,
    ) -> Result<Value, Refusal> {
        let query = Query::read(wanted, &["HALF_HOUR", "DAILY", "MONTHLY"], 365, now)?;
        let metrics = query.words("metric_types", METRICS)?;
        let types = query.words("pricing_types", TYPES)?;
        let categories = query.words("pricing_categories", CATEGORIES)?;
        let dimensions = query.words("dimensions", DIMENSIONS)?;
        let kind = PRICE_TYPE.to_uppercase();
        let mut volumes: Points<u64> = Points::new();
        if types.is_empty() || types.contains(&kind) {
            let is_meant = |fact: &Fact<'_>| {
                query.is_about(fact)
                    && (categories.is_empty() || categories.contains(&fact.category()))
            };
            for fact in self.facts().filter(is_meant) {
                let Some((start, end)) = arrived(&fact).and_then(|at| query.span(at)) else {
                    continue;
                };
                let apart = dimensions.iter().filter_map(|dimension| {
                    Some(match dimension.as_str() {
                        "COUNTRY" => ("country", fact.country().to_owned()),
                        "PHONE" => ("phone_number", fact.number.wa_id.clone()),
                        "PRICING_CATEGORY" => ("pricing_category", fact.category()),
                        "PRICING_TYPE" => ("pricing_type", kind.clone()),
                        _ => return None,
                    })
                });
                *volumes.entry((start, end, apart.collect())).or_default() += 1;
            }
        }
        let has = |metric: &str| wants(&metrics, metric);
        Ok(points(volumes, |volume, point| {
            if has("VOLUME") {
                point.insert("volume".to_owned(), (*volume).into());
            }
            if has("COST") {
                point.insert("cost".to_owned(), 0.into());
            }
        }))
    }
}
