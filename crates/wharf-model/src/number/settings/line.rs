//! Where calls come from, and what they carry.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{endpoint::lenient, number::Switch, open::open_enum};

/// Where media comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct IpAddresses {
    /// Addresses and networks.
    #[serde(default, rename = "default", skip_serializing_if = "Option::is_none")]
    pub defaults: Option<Vec<String>>,
}

impl IpAddresses {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// Addresses and networks.
    #[must_use]
    pub fn defaults(mut self, defaults: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.defaults = Some(defaults.into_iter().map(Into::into).collect());
        self
    }
}

/// Codecs beside Opus.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CallAudio {
    /// `PCMA`, `PCMU`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub additional_codecs: Option<Vec<String>>,
}

impl CallAudio {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// `PCMA`, `PCMU`.
    #[must_use]
    pub fn additional_codecs(
        mut self,
        additional_codecs: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.additional_codecs = Some(additional_codecs.into_iter().map(Into::into).collect());
        self
    }
}

/// Whether there is video.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CallVideo {
    /// Whether there is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Switch>,
}

impl CallVideo {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether there is.
    #[must_use]
    pub fn status(mut self, status: Switch) -> Self {
        self.status = Some(status);
        self
    }
}

/// What happens when nobody answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Voicemail {
    /// Whether messages are taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Switch>,
    /// When: `REJECT`, `TIMEOUT`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub triggers: Option<Vec<String>>,
    /// What is played, as it came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audio: Option<Value>,
}

impl Voicemail {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether messages are taken.
    #[must_use]
    pub fn status(mut self, status: Switch) -> Self {
        self.status = Some(status);
        self
    }

    /// When: `REJECT`, `TIMEOUT`.
    #[must_use]
    pub fn triggers(mut self, triggers: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.triggers = Some(triggers.into_iter().map(Into::into).collect());
        self
    }

    /// What is played, as it came.
    #[must_use]
    pub fn audio(mut self, audio: Value) -> Self {
        self.audio = Some(audio);
        self
    }
}

/// What the platform forbids.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CallRestrictions {
    /// The restrictions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restrictions_list: Option<Vec<CallRestriction>>,
}

impl CallRestrictions {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// The restrictions.
    #[must_use]
    pub fn restrictions_list(
        mut self,
        restrictions_list: impl IntoIterator<Item = CallRestriction>,
    ) -> Self {
        self.restrictions_list = Some(restrictions_list.into_iter().collect());
        self
    }
}

/// Something the platform forbids.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CallRestriction {
    /// What.
    #[serde(default, rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<RestrictionType>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Until when, in Unix seconds.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub expiration: Option<i64>,
}

impl CallRestriction {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// What.
    #[must_use]
    pub fn kind(mut self, kind: RestrictionType) -> Self {
        self.kind = Some(kind);
        self
    }

    /// Why.
    #[must_use]
    pub fn reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// Until when, in Unix seconds.
    #[must_use]
    pub fn expiration(mut self, expiration: i64) -> Self {
        self.expiration = Some(expiration);
        self
    }
}

open_enum! {
    /// What calls the platform forbids.
    pub enum RestrictionType {
        /// Calls to people.
        BusinessInitiated = "RESTRICTED_BUSINESS_INITIATED_CALLING",
        /// Calls from people.
        UserInitiated = "RESTRICTED_USER_INITIATED_CALLING",
    }
}
