//! What the platform thinks of a number: its name, quality, throughput, badge.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use wharf_model::{id::PhoneNumberId, time::Timestamp};

use super::Number;
use crate::{
    config::Rules,
    world::{Refusal, World, civil, moment},
};

/// How long a number cannot send while its throughput is upgraded.
const MAINTENANCE: Duration = Duration::from_mins(1);

/// What the platform thinks of a number.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Facts {
    /// Whether it sends 1,000 messages a second.
    pub(crate) is_upgraded: bool,
    /// Until when it cannot send, since it is being upgraded.
    #[serde(with = "moment::maybe")]
    pub(super) maintained_until: Option<Timestamp>,
    /// `FLAGGED`, `RESTRICTED`, `BANNED` …, when it is neither connected nor pending.
    pub(super) status: Option<String>,
    /// The review of its name.
    pub(super) name_status: String,
    /// The name it shall have, and how the review of that stands.
    pub(super) new_name: Option<(String, String)>,
    /// How the request for the badge stands.
    pub(super) official: String,
    /// Whether people find it by search.
    pub(super) search_visibility: String,
    /// When it was registered.
    #[serde(with = "moment")]
    pub(super) onboarded_at: Timestamp,
    /// Wrong PINs in a row, and when the last one was.
    pub(super) wrong_pins: u32,
    #[serde(with = "moment::maybe")]
    pub(super) wrong_pin_at: Option<Timestamp>,
}

impl Default for Facts {
    fn default() -> Self {
        Self {
            is_upgraded: false,
            maintained_until: None,
            status: None,
            name_status: "APPROVED".to_owned(),
            new_name: None,
            official: "NOT_STARTED".to_owned(),
            search_visibility: "VISIBLE".to_owned(),
            // 1 January 2026.
            onboarded_at: Timestamp::from_secs(1_767_225_600),
            wrong_pins: 0,
            wrong_pin_at: None,
        }
    }
}

/// What is to be different about a number; what is absent stays.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Opinion {
    /// `GREEN`, `YELLOW`, `RED`, `UNKNOWN`.
    pub(crate) quality_rating: Option<String>,
    /// Whether ownership was proved.
    pub(crate) verified: Option<bool>,
    /// `STANDARD`, `HIGH`.
    pub(crate) throughput: Option<String>,
    /// `CONNECTED`, `FLAGGED`, `RESTRICTED`, `BANNED`, `RATE_LIMITED`.
    pub(crate) status: Option<String>,
    /// What the review of its name found: `APPROVED`, `REJECTED`, `DEFERRED`, `PENDING`.
    pub(crate) name_decision: Option<String>,
    /// Why, if it was rejected.
    pub(crate) name_reason: Option<String>,
    /// The messaging limit of the portfolio: `TIER_250` … `TIER_UNLIMITED`.
    pub(crate) messaging_limit: Option<String>,
    /// What became of the request for the badge: `UNDER_REVIEW`, `APPROVED`, `REJECTED`, `EXPIRED`.
    pub(crate) official: Option<String>,
}

impl Opinion {
    /// What is wrong with it.
    pub(crate) fn check(&self) -> Result<(), String> {
        let words: [(&str, &Option<String>, &[&str]); 5] = [
            ("quality_rating", &self.quality_rating, &["GREEN", "YELLOW", "RED", "UNKNOWN"]),
            ("throughput", &self.throughput, &["STANDARD", "HIGH"]),
            (
                "status",
                &self.status,
                &["CONNECTED", "FLAGGED", "RESTRICTED", "BANNED", "RATE_LIMITED"],
            ),
            (
                "name_decision",
                &self.name_decision,
                &["APPROVED", "REJECTED", "DEFERRED", "PENDING"],
            ),
            ("official", &self.official, &["UNDER_REVIEW", "APPROVED", "REJECTED", "EXPIRED"]),
        ];
        for (name, given, known) in words {
            if given.as_ref().is_some_and(|given| !known.contains(&given.as_str())) {
                return Err(format!("{name}: must be one of {}", known.join(", ")));
            }
        }
        if self.messaging_limit.as_deref().is_some_and(|tier| !Rules::is_tier(tier)) {
            return Err("messaging_limit: must be TIER_50, TIER_250, TIER_1K, TIER_2K, TIER_10K, \
                        TIER_100K or TIER_UNLIMITED"
                .to_owned());
        }
        Ok(())
    }
}

impl Number {
    /// Whether it is an official business account.
    pub(crate) fn is_official(&self) -> bool {
        self.facts.official == "APPROVED"
    }

    /// Fields of its node that tell of it.
    pub(super) fn opinion(&self) -> Map<String, Value> {
        let facts = &self.facts;
        let status = match (&facts.status, self.registered) {
            (Some(status), _) => status.as_str(),
            (None, true) => "CONNECTED",
            (None, false) => "PENDING",
        };
        let blocked = !self.registered || matches!(status, "BANNED" | "RESTRICTED");
        let fields = json!({
            "name_status": facts.name_status,
            "new_name_status": facts.new_name.as_ref().map_or("NONE", |(_, status)| status.as_str()),
            "status": status,
            "throughput": {"level": if facts.is_upgraded { "HIGH" } else { "STANDARD" }},
            "is_official_business_account": self.is_official(),
            "search_visibility": facts.search_visibility,
            "last_onboarded_time": civil::iso(facts.onboarded_at),
            "quality_score": {"score": self.quality},
            "health_status": {
                "can_send_message": if blocked { "BLOCKED" } else { "AVAILABLE" },
                "entities": [{
                    "entity_type": "PHONE_NUMBER", "id": self.id,
                    "can_send_message": if blocked { "BLOCKED" } else { "AVAILABLE" },
                }],
            },
        });
        fields.as_object().cloned().unwrap_or_default()
    }

    /// Whether it may send at all; `opens` says that this is a template to somebody whose window
    /// is shut.
    pub(in crate::world) fn may_send(&self, opens: bool, now: Timestamp) -> Result<(), Refusal> {
        if self.facts.maintained_until.is_some_and(|until| now < until) {
            let details = "the throughput of this number is being upgraded; try again in a minute";
            return Err(Refusal::new(131_057, details));
        }
        match self.facts.status.as_deref() {
            Some("BANNED") => Err(Refusal::new(131_031, "this number is banned")),
            Some("RATE_LIMITED") => Err(Refusal::new(130_429, "this number is rate limited")),
            Some("RESTRICTED") if opens => {
                let details = "this number is restricted: it may only answer those who write to it";
                Err(Refusal::new(131_048, details))
            }
            _ => Ok(()),
        }
    }
}

impl World {
    /// The platform thinks otherwise of a number; the app is told what it is told of.
    pub(crate) fn rate_number(&mut self, id: &str, opinion: &Opinion, now: Timestamp) {
        let tier = self.rules.tier();
        let Ok(number) = self.number_mut(id) else { return };
        if let Some(verified) = opinion.verified {
            number.desk.unproved = !verified;
        }
        if let Some(status) = &opinion.status {
            number.facts.status = Some(status.clone()).filter(|status| status != "CONNECTED");
        }
        let digits = number.wa_id.clone();
        let told = |event: &str, tier: &str| {
            json!({
                "display_phone_number": digits, "event": event, "current_limit": tier,
                "max_daily_conversations_per_business": tier,
            })
        };
        let mut news = Vec::new();
        if let Some(quality) = opinion.quality_rating.as_ref().filter(|new| **new != number.quality)
        {
            number.quality.clone_from(quality);
            news.push(told(if quality == "RED" { "FLAGGED" } else { "UNFLAGGED" }, tier));
        }
        if let Some(level) = &opinion.throughput {
            let upgraded = level == "HIGH";
            if upgraded && !number.facts.is_upgraded {
                number.facts.maintained_until = Some(now.plus(MAINTENANCE));
                news.push(told("THROUGHPUT_UPGRADE", tier));
            }
            number.facts.is_upgraded = upgraded;
        }
        for value in &news {
            self.tell("phone_number_quality_update", value);
        }
        if let Some(decision) = &opinion.name_decision {
            self.decide_name(id, decision, opinion.name_reason.as_deref());
        }
        if let Some(status) = &opinion.official {
            self.decide_official(id, status);
        }
        if let Some(new) = &opinion.messaging_limit {
            self.limit_portfolio(&digits, new);
        }
    }

    /// Another messaging limit for the whole portfolio.
    fn limit_portfolio(&mut self, digits: &str, new: &str) {
        let (old, before) = (self.rules.tier(), self.rules.messaging_limit);
        let limit = Rules::limit_of(new);
        if old == new {
            return;
        }
        self.rules.messaging_limit = limit;
        let rises = limit.is_none_or(|limit| before.is_some_and(|before| before < limit));
        let event = if rises { "UPGRADE" } else { "DOWNGRADE" };
        let quality = json!({
            "display_phone_number": digits, "event": event, "old_limit": old, "current_limit": new,
            "max_daily_conversations_per_business": new,
        });
        self.tell("phone_number_quality_update", &quality);
        let capability = json!({
            "max_daily_conversation_per_phone": limit.map_or(-1, i64::from),
            "max_daily_conversations_per_business": new,
            "max_phone_numbers_per_business": super::add::NUMBERS_MOST,
        });
        self.tell("business_capability_update", &capability);
    }

    /// The review of a name comes to an end.
    fn decide_name(&mut self, id: &str, decision: &str, reason: Option<&str>) {
        let Ok(number) = self.number_mut(id) else { return };
        let status = match decision {
            "APPROVED" => "APPROVED",
            "REJECTED" => "DECLINED",
            _ => "PENDING_REVIEW",
        };
        let name = if let Some((name, standing)) = &mut number.facts.new_name {
            // It takes effect when the number is registered the next time.
            status.clone_into(standing);
            name.clone()
        } else {
            status.clone_into(&mut number.facts.name_status);
            number.name.clone()
        };
        let reason = (decision == "REJECTED").then(|| reason.unwrap_or("NAME_FORMAT_UNACCEPTABLE"));
        let value = json!({
            "display_phone_number": number.wa_id, "decision": decision,
            "requested_verified_name": name, "rejection_reason": reason,
        });
        self.tell("phone_number_name_update", &value);
    }

    /// The display name of a number was looked at.
    pub(in crate::world) fn name_was_reviewed(&mut self, id: &PhoneNumberId) {
        let pending = self.numbers.get(id).is_some_and(|number| {
            let (own, new) = (&number.facts.name_status, &number.facts.new_name);
            new.as_ref().map_or(own.as_str(), |(_, status)| status.as_str()) == "PENDING_REVIEW"
        });
        if pending {
            self.decide_name(id.as_str(), "APPROVED", None);
        }
    }
}
