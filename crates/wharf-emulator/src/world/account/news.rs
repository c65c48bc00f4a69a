//! What the platform decides about the account, and the webhooks that say so (Cloud API, "Webhooks",
//! `account_update`, `account_review_update`, `account_alerts`).

use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::world::World;

/// What can happen to an account, as `account_update` names it.
const EVENTS: &[&str] = &[
    "ACCOUNT_DELETED",
    "ACCOUNT_OFFBOARDED",
    "ACCOUNT_RECONNECTED",
    "ACCOUNT_RESTRICTION",
    "ACCOUNT_VIOLATION",
    "AUTH_INTL_PRICE_ELIGIBILITY_UPDATE",
    "BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE",
    "DISABLED_UPDATE",
    "MM_LITE_TERMS_SIGNED",
    "PARTNER_ADDED",
    "PARTNER_APP_INSTALLED",
    "PARTNER_APP_UNINSTALLED",
    "PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE",
    "PARTNER_REMOVED",
    "VERIFIED_ACCOUNT",
    "VOLUME_BASED_PRICING_TIER_UPDATE",
];
/// Decisions about an account.
const DECISIONS: &[&str] = &["APPROVED", "REJECTED", "PENDING", "DEFERRED"];

/// What the platform decides about the account.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AccountNews {
    /// What happened: `account_update` says so.
    event: Option<String>,
    /// What else that webhook says, as it is written there: `restriction_info` and the like.
    #[serde(default)]
    with: Map<String, Value>,
    /// What the review found: `account_review_update` says so.
    decision: Option<String>,
    /// What `account_alerts` says.
    alert: Option<Map<String, Value>>,
}

impl AccountNews {
    /// What is wrong with it.
    pub(crate) fn check(&self) -> Result<(), String> {
        let words = [("event", &self.event, EVENTS), ("decision", &self.decision, DECISIONS)];
        for (name, given, known) in words {
            if let Some(given) = given.as_ref().filter(|given| !known.contains(&given.as_str())) {
                return Err(format!("{name}: `{given}` is not one of {}", known.join(", ")));
            }
        }
        if self.event.is_none() && !self.with.is_empty() {
            return Err("event: is required with `with`".to_owned());
        }
        Ok(())
    }
}

impl World {
    /// The platform decides about the account; the app is told.
    pub(crate) fn decide_account(&mut self, news: &AccountNews) {
        if let Some(event) = &news.event {
            self.account_event(event, &news.with);
            let mut value = Value::Object(news.with.clone());
            value["event"] = event.as_str().into();
            self.tell("account_update", &value);
        }
        if let Some(decision) = &news.decision {
            self.state.review.clone_from(decision);
            self.tell("account_review_update", &json!({"decision": decision}));
        }
        if let Some(alert) = &news.alert {
            self.tell("account_alerts", &Value::Object(alert.clone()));
        }
    }

    /// What follows from it here.
    fn account_event(&mut self, event: &str, with: &Map<String, Value>) {
        let state = &mut self.state;
        match event {
            "ACCOUNT_RESTRICTION" => {
                let all = with.get("restriction_info").and_then(Value::as_array);
                let kinds =
                    all.into_iter().flatten().filter_map(|one| one["restriction_type"].as_str());
                // No restriction is the end of all.
                state.restrictions = kinds.map(str::to_owned).collect();
            }
            "DISABLED_UPDATE" => {
                let ban = with.get("ban_info").map(|info| info["waba_ban_state"].to_string());
                state.banned = ban.is_some_and(|ban| ban.contains("\"DISABLE\""));
            }
            "ACCOUNT_DELETED" => state.banned = true,
            "ACCOUNT_RECONNECTED" => state.banned = false,
            "MM_LITE_TERMS_SIGNED" => state.onboarded = true,
            _ => {}
        }
    }
}
