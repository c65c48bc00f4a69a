//! The account: what the app may set on it, who works on it, what the platform thinks of it.

mod activity;
mod news;
mod users;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use self::activity::Activity;
pub(crate) use self::news::AccountNews;
use super::{Refusal, World};

/// What can be set.
const SETTABLE: &[&str] = &[
    "name",
    "timezone_id",
    "is_enabled_for_insights",
    "degrees_of_freedom_spec",
    "disable_marketing_messages_on_cloud_api",
];

/// How the account stands.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct State {
    /// The platform's review of it.
    pub(crate) review: String,
    /// Whether it may no longer be used.
    pub(crate) banned: bool,
    /// What it may not do, as `account_update` names it.
    pub(crate) restrictions: BTreeSet<String>,
    /// Whether it joined the Marketing Messages API.
    pub(crate) onboarded: bool,
    /// Who works on it, and what they may do.
    users: BTreeMap<String, BTreeSet<String>>,
    /// What was done on it, oldest first.
    activities: VecDeque<Activity>,
    activity_count: u64,
}

impl Default for State {
    fn default() -> Self {
        Self {
            review: "APPROVED".to_owned(),
            banned: false,
            restrictions: BTreeSet::new(),
            onboarded: false,
            users: BTreeMap::new(),
            activities: VecDeque::new(),
            activity_count: 0,
        }
    }
}

impl State {
    /// Fields of the account's node that tell of it.
    pub(crate) fn fields(&self) -> Map<String, Value> {
        let onboarding = if self.onboarded { "ONBOARDED" } else { "ELIGIBLE" };
        let fields = json!({
            "account_review_status": self.review,
            "status": if self.banned { "DISABLED" } else { "ACTIVE" },
            "marketing_messages_onboarding_status": onboarding,
            "marketing_messages_lite_api_status": onboarding,
        });
        fields.as_object().cloned().unwrap_or_default()
    }

    /// Whether the account may do this at all; `restrictions` are those that stand against it.
    pub(super) fn allows(&self, restrictions: &[&str]) -> Result<(), Refusal> {
        if self.banned {
            return Err(Refusal::new(131_031, "Account has been locked: it was disabled"));
        }
        match restrictions.iter().find(|word| self.restrictions.contains(**word)) {
            None => Ok(()),
            Some(&"RESTRICTED_UTILITY_TEMPLATES") => {
                Err(Refusal::new(131_064, "the account may send no utility templates for a while"))
            }
            Some(word) => Err(Refusal::new(368, format!("the account is restricted: {word}"))),
        }
    }
}

impl World {
    /// The account must be the one that is named.
    pub(crate) fn of_account(&self, id: &str, verb: &str) -> Result<(), Refusal> {
        if self.account.as_str() == id { Ok(()) } else { Err(Refusal::no_object(verb, id)) }
    }

    /// `POST /{waba-id}`.
    pub(crate) fn update_account(&mut self, body: &Value) -> Result<Value, Refusal> {
        let fields = body.as_object().into_iter().flatten();
        for (field, value) in fields {
            if !SETTABLE.contains(&field.as_str()) {
                let message = format!("(#100) Param {field} is not one of {}", SETTABLE.join(", "));
                return Err(Refusal::plain(100, message));
            }
            let value = if field == "is_enabled_for_insights" {
                if *value != "true" && *value != true {
                    let details = "is_enabled_for_insights: cannot be taken back";
                    return Err(Refusal::new(200_006, details));
                }
                json!(true)
            } else {
                value.clone()
            };
            self.account_extra.insert(field.clone(), value);
        }
        self.note("ACCOUNT_UPDATED", "The account was changed");
        Ok(json!({"success": true, "id": self.account}))
    }

    /// Whether the analytics of templates were switched on.
    pub(super) fn has_insights(&self) -> bool {
        self.account_extra.get("is_enabled_for_insights") == Some(&json!(true))
    }

    /// Whether marketing templates go by the Marketing Messages API only.
    pub(super) fn has_no_marketing_here(&self) -> bool {
        let set = self.account_extra.get("disable_marketing_messages_on_cloud_api");
        set.is_some_and(|set| *set == true || *set == "true")
    }
}
