//! Who answers at the base URL.

use std::time::{Duration, UNIX_EPOCH};

use serde_json::Value;
use wharf::{Client, Kind, Meta, time::Timestamp};

use super::trouble;
use crate::doctor::{
    facts::{Door, Fetched, Ready},
    settings::Settings,
};

/// What a gateway of ours says of itself to a path that is none.
const GATEWAY: &str = "This is a Wharf gateway";
/// How long a gateway may take to say how it is.
const PATIENCE: Duration = Duration::from_secs(5);

/// Asks for the version alone, which is no path of the platform: whoever is there says so, and nothing happens.
pub(super) async fn knock(client: &Client) -> Fetched<Door> {
    match client.raw(http::Method::GET, "").send::<Value>().await {
        Ok(answer) => Fetched::Here(door(&answer.meta, "")),
        Err(error) if matches!(error.kind(), Kind::Refused(_) | Kind::Unreadable { .. }) => {
            let said = error.graph().map(|error| error.message.as_str()).unwrap_or_default();
            let meta = error.meta().cloned().unwrap_or_default();
            Fetched::Here(door(&meta, said))
        }
        Err(error) => Fetched::Failed(trouble(&error)),
    }
}

fn door(meta: &Meta, said: &str) -> Door {
    let date = meta.date.as_deref().and_then(|date| httpdate::parse_http_date(date).ok());
    let since = date.and_then(|date| date.duration_since(UNIX_EPOCH).ok());
    Door {
        date: since.map(|since| Timestamp::default().plus(since)),
        is_gateway: said.contains(GATEWAY),
        served: meta.api_version.clone(),
    }
}

/// Asks a gateway's private listener whether it can work, and what it counts.
pub(super) async fn ready(
    client: &Client,
    settings: &Settings,
    behind_gateway: bool,
) -> Fetched<Ready> {
    let Some(base) = &settings.gateway_api else {
        return if behind_gateway { Fetched::Missing("--gateway-api URL") } else { Fetched::Moot };
    };
    let base = base.trim().trim_end_matches('/');
    let answer = match client.get_webhook(&format!("{base}/readyz"), PATIENCE).await {
        Ok(answer) => answer,
        Err(error) => return Fetched::Failed(trouble(&error)),
    };
    let said = String::from_utf8_lossy(&answer.body).trim().chars().take(200).collect();
    let metrics = client.get_webhook(&format!("{base}/metrics"), PATIENCE).await;
    let counts = metrics.map(|metrics| counts(&String::from_utf8_lossy(&metrics.body)));
    Fetched::Here(Ready {
        url: base.to_owned(),
        status: answer.status,
        said,
        counts: counts.unwrap_or_default(),
    })
}

/// Whole numbers of the text format of Prometheus.
fn counts(text: &str) -> Vec<(String, u64)> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let pairs = lines.filter_map(|line| line.rsplit_once(' '));
    pairs.filter_map(|(name, count)| Some((name.to_owned(), count.trim().parse().ok()?))).collect()
}
