//! What was fetched, for the checks to judge.

use serde::Deserialize;
use wharf::{number::Encryption, time::Timestamp};
use wharf_model::{
    account::{Account, SubscribedApp},
    number::Number,
    templates::TemplateNode,
};

use super::settings::Settings;

/// Everything that is known.
pub(super) struct Facts {
    pub(super) settings: Settings,
    /// When it was fetched, by the clock of this machine.
    pub(super) now: Timestamp,
    pub(super) door: Fetched<Door>,
    pub(super) token: Fetched<Token>,
    /// The access token's call with the proof of the app secret.
    pub(super) proof: Fetched<()>,
    /// What the app is subscribed to; it was asked with the app's own token.
    pub(super) app: Fetched<Vec<Subscription>>,
    pub(super) number: Fetched<Number>,
    pub(super) account: Fetched<Account>,
    pub(super) numbers: Fetched<Vec<Number>>,
    pub(super) apps: Fetched<Vec<SubscribedApp>>,
    pub(super) templates: Fetched<Vec<TemplateNode>>,
    pub(super) flow_key: Fetched<Encryption>,
    pub(super) webhook: Fetched<Probe>,
    pub(super) gateway: Fetched<Ready>,
}

/// Something that was asked for.
pub(super) enum Fetched<T> {
    /// It is here.
    Here(T),
    /// It was asked for in vain.
    Failed(Trouble),
    /// This is missing to ask for it.
    Missing(&'static str),
    /// There was no use in asking; another check says why.
    Moot,
}

impl<T> Fetched<T> {
    pub(super) fn here(&self) -> Option<&T> {
        match self {
            Self::Here(value) => Some(value),
            _ => None,
        }
    }

    pub(super) fn trouble(&self) -> Option<&Trouble> {
        match self {
            Self::Failed(trouble) => Some(trouble),
            _ => None,
        }
    }
}

/// Why a call failed.
#[derive(Clone, Debug)]
pub(super) struct Trouble {
    /// The platform's error code, if it answered with one.
    pub(super) code: Option<u32>,
    /// For a person; without secrets.
    pub(super) what: String,
    /// Whether there was no connection at all.
    pub(super) unreachable: bool,
}

impl Trouble {
    /// Whether the access token itself was refused.
    pub(super) fn is_token(&self) -> bool {
        matches!(self.code, Some(0 | 104 | 190)) && !self.is_proof()
    }

    /// Whether the proof of the app secret was refused, or missed: with code 100 or 104.
    pub(super) fn is_proof(&self) -> bool {
        self.code.is_some() && self.what.contains("appsecret_proof")
    }
}

/// What answers at the base URL.
#[derive(Default)]
pub(super) struct Door {
    /// Its clock, if it told the time.
    pub(super) date: Option<Timestamp>,
    /// Whether it is a gateway of ours.
    pub(super) is_gateway: bool,
    /// The version that served the call, if it said so.
    pub(super) served: Option<String>,
}

/// What `debug_token` says of an access token.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Token {
    pub(super) app_id: Option<serde_json::Value>,
    pub(super) application: Option<String>,
    #[serde(rename = "type")]
    pub(super) kind: Option<String>,
    pub(super) is_valid: bool,
    /// Unix seconds; 0 is never.
    pub(super) expires_at: Option<i64>,
    /// Unix seconds; 0 is never.
    pub(super) data_access_expires_at: Option<i64>,
    pub(super) scopes: Vec<String>,
    pub(super) granular_scopes: Vec<Granular>,
}

impl Token {
    /// The app it belongs to.
    pub(super) fn app(&self) -> Option<String> {
        match self.app_id.as_ref()? {
            serde_json::Value::String(id) => Some(id.clone()),
            serde_json::Value::Number(id) => Some(id.to_string()),
            _ => None,
        }
    }
}

/// A permission for some accounts only.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Granular {
    pub(super) scope: String,
    pub(super) target_ids: Vec<String>,
}

/// What an app is subscribed to.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Subscription {
    pub(super) object: String,
    pub(super) callback_url: Option<String>,
    pub(super) active: Option<bool>,
    pub(super) fields: Vec<Field>,
}

/// A field of webhooks.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Field {
    pub(super) name: String,
}

/// What a webhook answered.
pub(super) struct Probe {
    /// Where it is, without what may be secret.
    pub(super) shown: String,
    /// Where the platform's webhooks go instead, if it was another that was to be tried.
    pub(super) instead: Option<String>,
    /// The challenge that must come back.
    pub(super) challenge: String,
    /// To the handshake with our verify token.
    pub(super) handshake: Fetched<Reply>,
    /// To the handshake with a wrong token.
    pub(super) stranger: Fetched<Reply>,
    /// To a body that is signed wrongly.
    pub(super) forged: Fetched<Reply>,
    /// To a body that is signed well.
    pub(super) signed: Fetched<Reply>,
}

/// An answer over HTTP.
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) body: Vec<u8>,
}

/// What a gateway says of itself.
pub(super) struct Ready {
    pub(super) url: String,
    pub(super) status: u16,
    pub(super) said: String,
    /// What it counts, by the name of the metric with its labels.
    pub(super) counts: Vec<(String, u64)>,
}

impl Ready {
    /// One of the counts; none counts as zero.
    pub(super) fn count(&self, name: &str) -> u64 {
        self.counts.iter().find(|(known, _)| known == name).map_or(0, |(_, count)| *count)
    }
}
