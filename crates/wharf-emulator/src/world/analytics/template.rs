//! `template_analytics` and `template_group_analytics`: how templates do, day by day.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};
use wharf_model::{
    id::{TemplateGroupId, TemplateId},
    time::Timestamp,
};

use super::{
    Fact, Wanted,
    message::arrived,
    query::{Query, wants},
};
use crate::world::{
    Refusal, World,
    civil::{self, DAY},
};

const METRICS: &[&str] = &["SENT", "DELIVERED", "READ", "CLICKED", "REPLIED", "COST"];
const PRODUCTS: &[&str] = &["CLOUD_API", "MARKETING_MESSAGES_API_FOR_WHATSAPP"];
/// Templates, or groups of them, of a request.
const IDS_MOST: usize = 10;
/// Days that numbers are kept.
const REACH: i64 = 90;
/// Seconds after a message in which its reads and clicks count.
const COUNTS_FOR: i64 = 7 * DAY;

/// Numbers of a day.
#[derive(Default)]
struct Day {
    sent: u64,
    delivered: u64,
    read: u64,
    /// By whether they are links, and by label: clicks, and who clicked.
    clicks: BTreeMap<(bool, String), (u64, BTreeSet<String>)>,
}

impl Day {
    fn count(&mut self, fact: &Fact<'_>, sent: i64) {
        let counts = |at: Option<i64>| at.is_some_and(|at| at < sent + COUNTS_FOR);
        self.sent += 1;
        self.delivered += u64::from(arrived(fact).is_some());
        self.read += u64::from(counts(fact.at("read")));
        for click in &fact.entry.marks().clicks {
            if counts(Some(click.at.as_secs())) {
                let clicks = self.clicks.entry((click.link, click.label.clone())).or_default();
                clicks.0 += 1;
                clicks.1.insert(fact.wa_id.to_owned());
            }
        }
    }

    fn clicked(&self) -> Vec<Value> {
        let all = self.clicks.iter().flat_map(|((link, label), (count, people))| {
            let click = |kind: &str, count: u64| json!({"type": kind, "button_content": label, "count": count});
            if *link {
                let unique = u64::try_from(people.len()).unwrap_or(u64::MAX);
                vec![click("url_button", *count), click("unique_url_button", unique)]
            } else {
                vec![click("quick_reply_button", *count)]
            }
        });
        all.collect()
    }

    fn point(&self, has: &dyn Fn(&str) -> bool) -> Map<String, Value> {
        let mut point = Map::new();
        for (metric, name, count) in [
            ("SENT", "sent", self.sent),
            ("DELIVERED", "delivered", self.delivered),
            ("READ", "read", self.read),
        ] {
            if has(metric) {
                point.insert(name.to_owned(), count.into());
            }
        }
        let clicked = self.clicked();
        if has("CLICKED") && !clicked.is_empty() {
            point.insert("clicked".to_owned(), clicked.into());
        }
        if has("COST") {
            let costs = ["amount_spent", "cost_per_delivered", "cost_per_url_button_click"];
            let costs = costs.map(|kind| json!({"type": kind, "value": 0}));
            point.insert("cost".to_owned(), json!(costs));
        }
        point
    }
}

impl World {
    /// `GET /{waba-id}/template_analytics`.
    pub(crate) fn template_analytics(
        &self,
        wanted: Wanted<'_>,
        now: Timestamp,
    ) -> Result<Value, Refusal> {
        let of = |id: &str| {
            let id = TemplateId::new(id).ok()?;
            Some([id].into_iter().collect())
        };
        self.sets_analytics(wanted, "template_ids", "template_id", &of, now)
    }

    /// `GET /{waba-id}/template_group_analytics`.
    pub(crate) fn template_group_analytics(
        &self,
        wanted: Wanted<'_>,
        now: Timestamp,
    ) -> Result<Value, Refusal> {
        let of = |id: &str| {
            let id = TemplateGroupId::new(id).ok()?;
            Some(self.templates.groups.get(&id)?.templates.clone())
        };
        self.sets_analytics(wanted, "template_group_ids", "template_group_id", &of, now)
    }

    /// Numbers of sets of templates: `of` gives the templates that an id means.
    fn sets_analytics(
        &self,
        wanted: Wanted<'_>,
        name: &str,
        id_name: &str,
        of: &dyn Fn(&str) -> Option<BTreeSet<TemplateId>>,
        now: Timestamp,
    ) -> Result<Value, Refusal> {
        if !self.has_insights() {
            let details =
                "switch them on first, for good: POST /{waba-id}?is_enabled_for_insights=true";
            return Err(Refusal::new(200_007, details));
        }
        let query = Query::read(wanted, &["DAILY"], REACH, now)?;
        let metrics = query.words("metric_types", METRICS)?;
        let product = wanted("product_type").unwrap_or_else(|| "CLOUD_API".to_owned());
        if !PRODUCTS.contains(&product.as_str()) {
            let message =
                format!("(#100) Param product_type must be one of {{{}}}", PRODUCTS.join(", "));
            return Err(Refusal::plain(100, message));
        }
        let ids = query.list(name);
        if ids.is_empty() || ids.len() > IDS_MOST {
            return Err(Refusal::new(100, format!("{name}: 1 to {IDS_MOST} ids")));
        }
        let is_lite = product != "CLOUD_API";
        let in_dates = wanted("use_waba_timezone").is_some_and(|word| word == "true");
        let has = |metric: &str| wants(&metrics, metric);
        let mut points = Vec::new();
        for id in &ids {
            let unknown = || Refusal::new(100, format!("{name}: there is no {id}"));
            let set = of(id).ok_or_else(unknown)?;
            for ((start, end), day) in self.days(&query, &set, is_lite) {
                let mut point = day.point(&has);
                point.insert(id_name.to_owned(), id.as_str().into());
                for (name, at) in [("start", start), ("end", end)] {
                    let at = if in_dates { civil::date(at).into() } else { at.into() };
                    point.insert(name.to_owned(), at);
                }
                points.push(Value::Object(point));
            }
        }
        let series = json!({
            "granularity": query.granularity, "product_type": product.to_lowercase(), "data_points": points,
        });
        Ok(json!({"data": [series], "paging": {}}))
    }

    /// Messages of templates by the day they were sent, days without any left out.
    fn days(
        &self,
        query: &Query<'_>,
        templates: &BTreeSet<TemplateId>,
        is_lite: bool,
    ) -> BTreeMap<(i64, i64), Day> {
        let mut days: BTreeMap<(i64, i64), Day> = BTreeMap::new();
        for fact in self.facts() {
            let template = fact.template().filter(|template| templates.contains(&template.id));
            let is_meant =
                template.is_some_and(|own| (own.category == "marketing_lite") == is_lite);
            let Some(sent) = fact.at("sent").filter(|_| is_meant) else { continue };
            if let Some(span) = query.span(sent) {
                days.entry(span).or_default().count(&fact, sent);
            }
        }
        days
    }
}
