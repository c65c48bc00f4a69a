//! `GET /{waba-id}/activities`: what was done on the account.

use serde::{Deserialize, Serialize};
use serde_json::json;
use wharf_model::time::Timestamp;

use crate::world::{Nodes, World, civil, moment};

/// Activities that are remembered.
const REMEMBERED_MOST: usize = 1_000;

/// Something that was done on the account.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Activity {
    id: u64,
    kind: String,
    description: String,
    #[serde(with = "moment")]
    at: Timestamp,
}

impl World {
    /// Remembers that the app did something on the account.
    pub(in crate::world) fn note(&mut self, kind: &str, description: &str) {
        let (state, at) = (&mut self.state, self.now);
        if state.activities.len() == REMEMBERED_MOST {
            state.activities.pop_front();
        }
        state.activity_count += 1;
        let (kind, description) = (kind.to_owned(), description.to_owned());
        state.activities.push_back(Activity { id: state.activity_count, kind, description, at });
    }

    /// What was done on the account between two moments (Unix seconds), newest first.
    pub(crate) fn activities(
        &self,
        kinds: Option<&[String]>,
        since: Option<i64>,
        until: Option<i64>,
    ) -> Nodes {
        let all = self.state.activities.iter().rev();
        let meant = all.filter(|activity| {
            let at = activity.at.as_secs();
            kinds.is_none_or(|kinds| kinds.contains(&activity.kind))
                && since.is_none_or(|since| at > since)
                && until.is_none_or(|until| at < until)
        });
        let nodes = meant.map(|activity| {
            let node = json!({
                "id": activity.id.to_string(),
                "activity_type": activity.kind,
                "timestamp": civil::iso(activity.at),
                "actor_type": "API",
                "actor_id": self.apps.first().id,
                "actor_name": self.apps.first().name,
                "description": activity.description,
            });
            (activity.id.to_string(), node.as_object().cloned().unwrap_or_default())
        });
        nodes.collect()
    }
}
