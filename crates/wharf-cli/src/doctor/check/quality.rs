//! How people receive the number, and how much it may send.

use wharf::number::{MessagingTier, Number, QualityRating, ThroughputLevel};

use crate::doctor::{facts::Facts, finding::Finding};

const CHECK: &str = "quality";

/// Pure, as all checks.
pub(super) fn judge(facts: &Facts) -> Vec<Finding> {
    let Some(number) = facts.number.here() else { return Vec::new() };
    let score = || number.quality_score.as_ref()?.score.as_ref();
    let rating = number.quality_rating.as_ref().or_else(score);
    let fix = "send less of what people block and report: see who gets what, and how often";
    let mut found = Vec::new();
    match rating {
        Some(QualityRating::Red) => {
            let what = "the quality is low (RED): the platform will restrict the number";
            found.push(Finding::warning(CHECK, what, fix));
        }
        Some(QualityRating::Yellow) => {
            found.push(Finding::note(CHECK, "the quality is medium (YELLOW)", fix));
        }
        Some(QualityRating::Green) => found.push(Finding::ok(CHECK, "the quality is high (GREEN)")),
        _ => {}
    }
    let limits: Vec<_> = [pace(number), people(number)].into_iter().flatten().collect();
    if !limits.is_empty() {
        found.push(Finding::ok(CHECK, format!("may send {}", limits.join(", "))));
    }
    found
}

fn pace(number: &Number) -> Option<String> {
    match number.throughput.as_ref()?.level.as_ref()? {
        ThroughputLevel::Standard => Some("80 messages a second".to_owned()),
        ThroughputLevel::High => Some("1,000 messages a second".to_owned()),
        _ => None,
    }
}

fn people(number: &Number) -> Option<String> {
    let tier = number.whatsapp_business_manager_messaging_limit.as_ref();
    let people = match tier.or(number.messaging_limit_tier.as_ref())? {
        MessagingTier::Tier50 => "50",
        MessagingTier::Tier250 => "250",
        MessagingTier::Tier1K => "1,000",
        MessagingTier::Tier2K => "2,000",
        MessagingTier::Tier10K => "10,000",
        MessagingTier::Tier100K => "100,000",
        MessagingTier::Unlimited => return Some("first to as many people as it likes".to_owned()),
        _ => return None,
    };
    Some(format!("first to {people} people in 24 hours"))
}
