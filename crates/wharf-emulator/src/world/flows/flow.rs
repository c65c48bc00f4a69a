//! One flow.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use wharf_model::{
    id::{AppId, FlowId},
    time::Timestamp,
};

use super::validate::validate;
use crate::world::moment;

/// How a flow can stand.
pub(crate) const STATUSES: [&str; 5] = ["DRAFT", "PUBLISHED", "DEPRECATED", "BLOCKED", "THROTTLED"];

/// A moment, as snapshots keep it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct At(#[serde(with = "moment")] pub(super) Timestamp);

/// A public link to try a flow.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Preview {
    pub(super) word: String,
    #[serde(with = "moment")]
    pub(super) until: Timestamp,
}

/// A flow, as it was created and as it stands.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Flow {
    pub(crate) id: FlowId,
    pub(crate) name: String,
    pub(crate) categories: Vec<String>,
    /// One of [`STATUSES`].
    pub(crate) status: String,
    /// Its JSON, as it came.
    pub(crate) json: Option<String>,
    /// Where it exchanges data.
    pub(crate) endpoint: Option<String>,
    /// The app that signs what its endpoint is asked.
    pub(crate) app: AppId,
    pub(super) preview: Option<Preview>,
    /// What the URL of its JSON carries.
    pub(crate) ticket: String,
    /// When it was sent while throttled.
    pub(super) sent: Vec<At>,
    /// How often its endpoint was asked, and how often that failed.
    pub(super) asked: u64,
    pub(super) failed: u64,
}

impl Flow {
    /// Its JSON, read.
    pub(super) fn read(&self) -> Value {
        let read = self.json.as_deref().and_then(|json| serde_json::from_str(json).ok());
        read.unwrap_or_default()
    }

    /// What is wrong with its JSON.
    pub(crate) fn errors(&self) -> Vec<Value> {
        self.json.as_deref().map(validate).unwrap_or_default()
    }

    /// The version of its data exchange, if it has one.
    pub(super) fn data_version(&self) -> Option<String> {
        self.read()["data_api_version"].as_str().map(str::to_owned)
    }

    /// Whether this is the word of its preview's link, while that is good.
    pub(super) fn is_previewed_by(&self, word: &str, now: Timestamp) -> bool {
        self.preview.as_ref().is_some_and(|preview| preview.word == word && now < preview.until)
    }

    /// Every field of its node, but those that are made when asked for.
    pub(crate) fn node(&self, base: &str) -> Map<String, Value> {
        let read = self.read();
        let node = json!({
            "id": self.id,
            "name": self.name,
            "status": self.status,
            "categories": self.categories,
            "validation_errors": self.errors(),
            "json_version": read["version"],
            "data_api_version": read["data_api_version"],
            "endpoint_uri": self.endpoint,
            "data_channel_uri": self.endpoint,
            "preview": self.preview.as_ref().map(|preview| json!({
                "preview_url": format!("{base}/_flow/{}/{}/preview", self.id, preview.word),
                "expires_at": iso(preview.until),
            })),
            "application": {"id": self.app, "name": "Wharf", "link": base},
            "health_status": self.health(),
            "metric": self.metric(),
        });
        let mut node = if let Value::Object(node) = node { node } else { Map::new() };
        node.retain(|_, value| !value.is_null());
        node
    }

    /// Its JSON as an asset.
    pub(crate) fn asset(&self, base: &str) -> Option<Value> {
        self.json.as_ref()?;
        let url = format!("{base}/_flow/{}/{}", self.id, self.ticket);
        Some(json!({"name": "flow.json", "asset_type": "FLOW_JSON", "download_url": url}))
    }

    fn health(&self) -> Value {
        let sendable = match self.status.as_str() {
            "PUBLISHED" => "AVAILABLE",
            "THROTTLED" => "LIMITED",
            _ => "BLOCKED",
        };
        let mut entity =
            json!({"entity_type": "FLOW", "id": self.id, "can_send_message": sendable});
        if sendable != "AVAILABLE" {
            entity["errors"] = json!([{
                "error_code": 131_000,
                "error_description": format!("The flow is {}.", self.status),
                "possible_solution": "A flow that is PUBLISHED can be sent.",
            }]);
        }
        json!({"can_send_message": sendable, "entities": [entity]})
    }

    /// How often its endpoint was asked: the only one that is counted.
    fn metric(&self) -> Value {
        json!({
            "id": format!("{}/insights/ENDPOINT_REQUEST_COUNT/lifetime", self.id),
            "name": "ENDPOINT_REQUEST_COUNT", "granularity": "LIFETIME",
            "data_points": [{"data": [
                {"key": "value", "value": self.asked}, {"key": "failed", "value": self.failed},
            ]}],
        })
    }
}

/// A moment as the platform writes it: `2026-05-21T11:18:09+0000`.
fn iso(at: Timestamp) -> String {
    let secs = at.as_secs().max(0);
    let (mut days, rest) = (secs / 86_400, secs % 86_400);
    // Counted from March, so that the day that may be missing comes last.
    days += 719_468;
    let era = days / 146_097;
    let of_era = days % 146_097;
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let march_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * march_month + 2) / 5 + 1;
    let month = if march_month < 10 { march_month + 3 } else { march_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    let (hour, minute, second) = (rest / 3_600, rest / 60 % 60, rest % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}+0000")
}

#[cfg(test)]
mod tests {
    use wharf_model::time::Timestamp;

    use super::iso;

    #[test]
    fn moments_are_written_as_the_platform_does() {
        for (secs, expected) in [
            (0, "1970-01-01T00:00:00+0000"),
            (951_827_696, "2000-02-29T12:34:56+0000"),
            (1_790_000_000, "2026-09-21T14:13:20+0000"),
        ] {
            assert_eq!(iso(Timestamp::from_secs(secs)), expected);
        }
    }
}
