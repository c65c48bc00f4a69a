//! `conversation_analytics`: what was charged per conversation, as before July 2025.

use std::collections::BTreeMap;

use serde_json::Value;
use wharf_model::time::Timestamp;

use super::{
    Fact, Wanted,
    message::arrived,
    query::{Points, Query, points},
};
use crate::world::{Refusal, World, civil::DAY};

const METRICS: &[&str] = &["COST", "CONVERSATION"];
const CATEGORIES: &[&str] =
    &["AUTHENTICATION", "AUTHENTICATION_INTERNATIONAL", "MARKETING", "SERVICE", "UTILITY"];
const TYPES: &[&str] = &["FREE_ENTRY", "FREE_TIER", "REGULAR"];
const DIRECTIONS: &[&str] = &["BUSINESS_INITIATED", "USER_INITIATED"];
const DIMENSIONS: &[&str] =
    &["CONVERSATION_CATEGORY", "CONVERSATION_DIRECTION", "CONVERSATION_TYPE", "COUNTRY", "PHONE"];

/// A conversation: a number, a person, a category, and 24 hours from the first message that arrived.
struct Conversation {
    start: i64,
    number: String,
    country: &'static str,
    category: String,
}

impl Conversation {
    /// A conversation about service is begun by the person, and free.
    fn is_service(&self) -> bool {
        self.category == "SERVICE"
    }

    fn kind(&self) -> &'static str {
        if self.is_service() { "FREE_TIER" } else { "REGULAR" }
    }

    fn direction(&self) -> &'static str {
        if self.is_service() { "USER_INITIATED" } else { "BUSINESS_INITIATED" }
    }

    fn apart(&self, dimension: &str) -> (&'static str, String) {
        match dimension {
            "CONVERSATION_CATEGORY" => ("conversation_category", self.category.clone()),
            "CONVERSATION_DIRECTION" => ("conversation_direction", self.direction().to_owned()),
            "CONVERSATION_TYPE" => ("conversation_type", self.kind().to_owned()),
            "COUNTRY" => ("country", self.country.to_owned()),
            _ => ("phone_number", self.number.clone()),
        }
    }
}

impl World {
    /// Conversations that began in the time that is asked for.
    pub(crate) fn conversation_analytics(
        &self,
        wanted: Wanted<'_>,
        now: Timestamp,
    ) -> Result<Value, Refusal> {
        let query = Query::read(wanted, &["HALF_HOUR", "DAILY", "MONTHLY"], 365, now)?;
        let metrics = query.words("metric_types", METRICS)?;
        let categories = query.words("conversation_categories", CATEGORIES)?;
        let types = query.words("conversation_types", TYPES)?;
        let directions = query.words("conversation_directions", DIRECTIONS)?;
        let dimensions = query.words("dimensions", DIMENSIONS)?;
        let among =
            |list: &[String], word: &str| list.is_empty() || list.iter().any(|own| own == word);
        let mut counts: Points<u64> = Points::new();
        for conversation in self.conversations(|fact| query.is_about(fact)) {
            let Some((start, end)) = query.span(conversation.start) else { continue };
            if among(&categories, &conversation.category)
                && among(&types, conversation.kind())
                && among(&directions, conversation.direction())
            {
                let apart = dimensions.iter().map(|dimension| conversation.apart(dimension));
                *counts.entry((start, end, apart.collect())).or_default() += 1;
            }
        }
        Ok(points(counts, |count, point| {
            if among(&metrics, "CONVERSATION") {
                point.insert("conversation".to_owned(), (*count).into());
            }
            if among(&metrics, "COST") {
                point.insert("cost".to_owned(), 0.into());
            }
        }))
    }

    fn conversations(&self, is_meant: impl Fn(&Fact<'_>) -> bool) -> Vec<Conversation> {
        let mut arrivals: Vec<_> = self
            .facts()
            .filter(is_meant)
            .filter_map(|fact| Some((arrived(&fact)?, fact)))
            .collect();
        arrivals.sort_by_key(|(at, _)| *at);
        let mut open: BTreeMap<_, i64> = BTreeMap::new();
        let mut found = Vec::new();
        for (at, fact) in arrivals {
            let category = fact.category().replace("MARKETING_LITE", "MARKETING");
            let key = (fact.number.wa_id.as_str(), fact.wa_id, category.clone());
            if open.get(&key).is_some_and(|until| at < *until) {
                continue;
            }
            open.insert(key, at + DAY);
            let (number, country) = (fact.number.wa_id.clone(), fact.country());
            found.push(Conversation { start: at, number, country, category });
        }
        found
    }
}
