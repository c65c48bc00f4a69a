//! How much of a budget of calls is used.

use std::{collections::BTreeMap, fmt, time::Duration};

use serde::Deserialize;

/// How much of one budget of calls is used (Graph API, "Rate limits").
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Usage {
    /// The account or portfolio it belongs to; none is the app.
    pub account: Option<String>,
    /// What it is for, such as `whatsapp_business_management`; none for the app's.
    pub kind: Option<String>,
    /// Per cent used: the largest of calls, processor time and time. Above 100 calls are refused.
    pub percent: u32,
    /// How long until calls are taken again, to the minute; only when the budget is exhausted.
    pub regained_in: Option<Duration>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Wire {
    r#type: Option<String>,
    call_count: f64,
    total_cputime: f64,
    total_time: f64,
    estimated_time_to_regain_access: u64,
}

impl Usage {
    pub(super) fn read(app: Option<&str>, business: Option<&str>) -> Vec<Self> {
        let app = app.and_then(|json| serde_json::from_str::<Wire>(json).ok());
        let business = business.and_then(|json| serde_json::from_str(json).ok());
        let business: BTreeMap<String, Vec<Wire>> = business.unwrap_or_default();
        let mut found: Vec<_> = app.map(|wire| Self::of(None, wire)).into_iter().collect();
        for (account, wires) in business {
            found.extend(wires.into_iter().map(|wire| Self::of(Some(account.clone()), wire)));
        }
        found
    }

    fn of(account: Option<String>, wire: Wire) -> Self {
        let most = wire.call_count.max(wire.total_cputime).max(wire.total_time).ceil();
        let minutes = wire.estimated_time_to_regain_access;
        Self {
            account,
            kind: wire.r#type,
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a float cast saturates"
            )]
            percent: most as u32,
            regained_in: (minutes > 0).then(|| Duration::from_secs(minutes.saturating_mul(60))),
        }
    }
}

impl fmt::Display for Usage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let percent = self.percent;
        match &self.account {
            None => write!(f, "{percent} % of the app's calls used"),
            Some(account) => write!(f, "{percent} % of the calls of {account} used"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn budgets_are_read_and_nonsense_is_none() {
        let app = r#"{"call_count":28,"total_cputime":25.2,"total_time":0}"#;
        let business =
            r#"{"102":[{"type":"whatsapp","call_count":101,"estimated_time_to_regain_access":9}]}"#;
        let usage = Usage::read(Some(app), Some(business));
        let shown: Vec<_> = usage.iter().map(Usage::to_string).collect();
        assert_eq!(shown, ["28 % of the app's calls used", "101 % of the calls of 102 used"]);
        assert_eq!(usage[1].regained_in, Some(Duration::from_mins(9)));
        assert_eq!(usage[0].regained_in, None);
        for bad in ["", "[]", "{\"1\":2}", "{\"call_count\":\"x\"}"] {
            assert!(Usage::read(Some("]"), Some(bad)).is_empty(), "{bad}");
        }
    }
}
