//! One rule of the plan, as the control API takes it.

use serde::{Deserialize, Serialize};

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    /// The call is refused with `code`.
    Error,
    /// The connection is dropped before anything happened.
    Drop,
    /// The call is carried out, and then the connection is dropped without an answer.
    AcceptThenDrop,
    /// The call is carried out, and answered after `seconds`.
    Slow,
    /// An HTML page with `status` in place of an answer; nothing happened.
    Html,
    /// The message is accepted and fails later with `code`.
    Fail,
    /// Statuses up to the last are delivered before the call is answered.
    StatusesFirst,
    /// A message that is read is never reported as delivered.
    ReadWithoutDelivered,
    /// `pricing` and `conversation` as they were before 1 July 2025.
    OldPricing,
    /// The person is known by user id only: no phone number in webhooks about them.
    HidePhone,
    /// The webhook is sent twice.
    Doubled,
    /// The webhook is sent after `seconds`.
    Late,
    /// The webhook is sent at a random moment within `seconds`: later ones overtake it.
    Shuffled,
    /// Webhooks are held for `seconds`, at most `most` in one body.
    Batched,
}

/// When a rule is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scene {
    /// A call came in.
    Call,
    /// A message is accepted.
    Accepted,
    /// A webhook is made.
    Webhook,
    /// A webhook's content is written.
    Content,
}

/// Which calls a rule is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum On {
    /// Messages that are sent.
    #[default]
    Sends,
    /// Every call of the platform's API.
    Calls,
    /// Uploads and downloads: with `slow`, a disk or a line that is.
    Files,
}

/// One rule.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rule {
    /// What goes wrong.
    pub(crate) fault: Kind,
    /// Which calls it is about.
    #[serde(default)]
    pub(crate) on: On,
    /// An error code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) code: Option<u32>,
    /// What `error_data.details` says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) details: Option<String>,
    /// An HTTP status.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) status: Option<u16>,
    /// How long.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) seconds: Option<u32>,
    /// How many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) most: Option<usize>,
    /// How often, from 0 to 1; always when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) rate: Option<f64>,
    /// How many times more; without end when absent.
    #[serde(default, rename = "count", skip_serializing_if = "Option::is_none")]
    pub(crate) left: Option<u32>,
    /// How many times so far.
    #[serde(default)]
    pub(crate) struck: u32,
}

/// Webhooks in one body, at most, as on the platform.
const BATCH_MOST: usize = 1_000;

impl Kind {
    /// When it is asked for.
    pub(crate) fn scene(self) -> Scene {
        match self {
            Self::Error | Self::Drop | Self::AcceptThenDrop | Self::Slow | Self::Html => {
                Scene::Call
            }
            Self::Fail | Self::StatusesFirst | Self::ReadWithoutDelivered => Scene::Accepted,
            Self::OldPricing | Self::HidePhone => Scene::Content,
            Self::Doubled | Self::Late | Self::Shuffled | Self::Batched => Scene::Webhook,
        }
    }

    fn takes(self) -> &'static [&'static str] {
        match self {
            Self::Error => &["code", "details", "status"],
            Self::Fail => &["code", "details"],
            Self::Html => &["status"],
            Self::Slow | Self::Late | Self::Shuffled => &["seconds"],
            Self::Batched => &["seconds", "most"],
            _ => &[],
        }
    }
}

impl Rule {
    /// What is wrong with it, and what would do.
    pub(crate) fn check(&self) -> Result<(), String> {
        let given = [
            ("code", self.code.is_some()),
            ("details", self.details.is_some()),
            ("status", self.status.is_some()),
            ("seconds", self.seconds.is_some()),
            ("most", self.most.is_some()),
        ];
        let takes = self.fault.takes();
        if let Some((name, _)) = given.iter().find(|(name, given)| *given && !takes.contains(name))
        {
            return Err(format!("{name}: this fault takes none; it takes {}", list(takes)));
        }
        if takes.contains(&"code") && self.code.is_none() {
            return Err("code: is required, such as 130429".to_owned());
        }
        if self.rate.is_some_and(|rate| !(0.0..=1.0).contains(&rate)) {
            return Err("rate: must be from 0 to 1".to_owned());
        }
        if self.status.is_some_and(|status| !(400..=599).contains(&status)) {
            return Err("status: must be from 400 to 599".to_owned());
        }
        if self.most.is_some_and(|most| !(2..=BATCH_MOST).contains(&most)) {
            return Err(format!("most: must be from 2 to {BATCH_MOST}"));
        }
        if self.on != On::Sends && self.fault.scene() != Scene::Call {
            return Err("on: calls and files are for faults of calls".to_owned());
        }
        Ok(())
    }

    /// `seconds`, or this many.
    pub(crate) fn seconds_or(&self, default: u32) -> u32 {
        self.seconds.unwrap_or(default)
    }

    /// `most`, or as many as the platform puts into one body.
    pub(crate) fn most(&self) -> usize {
        self.most.unwrap_or(BATCH_MOST)
    }
}

fn list(takes: &[&str]) -> String {
    let all: Vec<_> = takes.iter().chain(&["rate", "count"]).copied().collect();
    all.join(", ")
}
