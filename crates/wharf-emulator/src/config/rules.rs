//! The platform's own limits on how much and to whom, each of which can be switched off.

use serde::{Deserialize, Serialize};

/// How strict the platform is about how much is sent, and to whom. `None` switches a rule off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Rules {
    /// Messages a second of one number, in and out; then error 130429. The platform's is 80.
    pub throughput: Option<u32>,
    /// Seconds a message to the same person, after a burst of 45; then error 131056. The platform's is 6.
    pub pair_seconds: Option<u32>,
    /// Registrations of a number in 72 hours; then error 133016. The platform's is 10.
    pub registrations: Option<u32>,
    /// People in 24 hours who are sent a template while their window is shut; then error 131048.
    /// 250 for a new business; 2,000, 10,000 and 100,000 later.
    pub messaging_limit: Option<u32>,
    /// Seconds until a new or edited template is approved; `None`: only by `/_control/templates`.
    pub review_seconds: Option<u32>,
    /// Management calls in an hour for the account; then error 80007. The platform's is 5,000, and
    /// 200 without a registered number.
    pub management_calls: Option<u32>,
    /// Wrong PINs in a row until a number is not registered for a while; then errors 133008 and
    /// 133009. The platform does not say how many; this is 5.
    pub pin_guesses: Option<u32>,
    /// Seconds that the Marketing Messages API needs for a template that is new to it, or that was
    /// idle for a week; until then error 134101. The platform's is 600.
    pub marketing_sync_seconds: Option<u32>,
    /// Groups that a number may have; then error 131211. The platform's is 10,000.
    pub groups: Option<u32>,
    /// Calls of a number at one time; then error 138002. The platform's is 1,000.
    pub calls_at_once: Option<u32>,
    /// Calls to one person that are taken, in 24 hours; then error 138012. The platform's is 100.
    pub calls_a_day: Option<u32>,
    /// Requests to one person to be allowed to call them, in 24 hours; then error 138009. The
    /// platform's is 1, and 25 for a test number.
    pub call_requests_a_day: Option<u32>,
    /// The same in 7 days. The platform's is 2, and 100 for a test number.
    pub call_requests_a_week: Option<u32>,
    /// Looks at a permission to call, in a second; then error 613. The platform's is 5.
    pub call_lookups: Option<u32>,
    /// Webhooks that wait for the same app at the same time before more of them go into one body, up
    /// to 1,000; `None`: each has a body of its own. The platform does not say when it does so.
    pub backlog: Option<u32>,
    /// Whether files are looked into: what is not of the type that it is declared to be, by its first bytes or its
    /// name, is refused with error 131053.
    pub looks_into_files: bool,
    /// The only people a test number may write to, digits of their numbers; then error 131030.
    pub recipients: Option<Vec<String>>,
}

impl Default for Rules {
    /// Those of a verified business.
    fn default() -> Self {
        Self {
            throughput: Some(80),
            pair_seconds: Some(6),
            registrations: Some(10),
            messaging_limit: Some(2_000),
            review_seconds: None,
            management_calls: Some(5_000),
            pin_guesses: Some(5),
            marketing_sync_seconds: Some(600),
            groups: Some(10_000),
            calls_at_once: Some(1_000),
            calls_a_day: Some(100),
            call_requests_a_day: Some(1),
            call_requests_a_week: Some(2),
            call_lookups: Some(5),
            backlog: None,
            looks_into_files: true,
            recipients: None,
        }
    }
}

/// Messaging limits that the platform has a word for.
const TIERS: &[(&str, u32)] = &[
    ("TIER_50", 50),
    ("TIER_250", 250),
    ("TIER_1K", 1_000),
    ("TIER_2K", 2_000),
    ("TIER_10K", 10_000),
    ("TIER_100K", 100_000),
];
/// No messaging limit.
const UNLIMITED: &str = "TIER_UNLIMITED";

impl Rules {
    /// No rule at all, and templates are approved at once.
    pub const NONE: Self = Self {
        throughput: None,
        pair_seconds: None,
        registrations: None,
        messaging_limit: None,
        review_seconds: Some(0),
        management_calls: None,
        pin_guesses: None,
        marketing_sync_seconds: None,
        groups: None,
        calls_at_once: None,
        calls_a_day: None,
        call_requests_a_day: None,
        call_requests_a_week: None,
        call_lookups: None,
        backlog: None,
        looks_into_files: false,
        recipients: None,
    };

    /// The messaging limit, as the platform names it.
    pub(crate) fn tier(&self) -> &'static str {
        let tiers =
            TIERS.iter().find(|(_, most)| self.messaging_limit.is_some_and(|own| own <= *most));
        tiers.map_or(UNLIMITED, |(word, _)| word)
    }

    /// Whether this is a messaging limit.
    pub(crate) fn is_tier(tier: &str) -> bool {
        tier == UNLIMITED || TIERS.iter().any(|(word, _)| *word == tier)
    }

    /// The messaging limit that a tier means; `None`: there is none.
    pub(crate) fn limit_of(tier: &str) -> Option<u32> {
        TIERS.iter().find(|(word, _)| *word == tier).map(|(_, most)| *most)
    }
}
