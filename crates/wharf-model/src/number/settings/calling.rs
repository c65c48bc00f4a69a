//! The calling settings of a number.

use serde::{Deserialize, Serialize};

use crate::{
    number::{
        CallAudio, CallHours, CallIcons, CallRestrictions, CallVideo, IpAddresses, Sip, Switch,
        Voicemail,
    },
    open::open_enum,
};

/// The calling settings of a number. Apps of people learn of changes within 7 days.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Calling {
    /// Whether the number can be called; off at first. Needs a messaging limit of 2,000, else error 138015.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Switch>,
    /// Whether people see a button to call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call_icon_visibility: Option<CallIconVisibility>,
    /// In which countries they see it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call_icons: Option<CallIcons>,
    /// When the number can be called. Replaced as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call_hours: Option<CallHours>,
    /// Whether someone who calls is asked whether they may be called back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub callback_permission_status: Option<Switch>,
    /// How media keys are agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub srtp_key_exchange_protocol: Option<KeyExchange>,
    /// Where media comes from; read only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ip_addresses: Option<IpAddresses>,
    /// Codecs beside Opus.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audio: Option<CallAudio>,
    /// Whether there is video.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub video: Option<CallVideo>,
    /// What happens when nobody answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voicemail: Option<Voicemail>,
    /// Calls by SIP; while on, the calling operations fail with error 131055.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sip: Option<Sip>,
    /// What the platform forbids; read only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restrictions: Option<CallRestrictions>,
}

impl Calling {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether the number can be called; off at first. Needs a messaging limit of 2,000, else error 138015.
    #[must_use]
    pub fn status(mut self, status: Switch) -> Self {
        self.status = Some(status);
        self
    }

    /// Whether people see a button to call.
    #[must_use]
    pub fn call_icon_visibility(mut self, call_icon_visibility: CallIconVisibility) -> Self {
        self.call_icon_visibility = Some(call_icon_visibility);
        self
    }

    /// In which countries they see it.
    #[must_use]
    pub fn call_icons(mut self, call_icons: CallIcons) -> Self {
        self.call_icons = Some(call_icons);
        self
    }

    /// When the number can be called. Replaced as a whole.
    #[must_use]
    pub fn call_hours(mut self, call_hours: CallHours) -> Self {
        self.call_hours = Some(call_hours);
        self
    }

    /// Whether someone who calls is asked whether they may be called back.
    #[must_use]
    pub fn callback_permission_status(mut self, callback_permission_status: Switch) -> Self {
        self.callback_permission_status = Some(callback_permission_status);
        self
    }

    /// How media keys are agreed.
    #[must_use]
    pub fn srtp_key_exchange_protocol(mut self, srtp_key_exchange_protocol: KeyExchange) -> Self {
        self.srtp_key_exchange_protocol = Some(srtp_key_exchange_protocol);
        self
    }

    /// Where media comes from; read only.
    #[must_use]
    pub fn ip_addresses(mut self, ip_addresses: IpAddresses) -> Self {
        self.ip_addresses = Some(ip_addresses);
        self
    }

    /// Codecs beside Opus.
    #[must_use]
    pub fn audio(mut self, audio: CallAudio) -> Self {
        self.audio = Some(audio);
        self
    }

    /// Whether there is video.
    #[must_use]
    pub fn video(mut self, video: CallVideo) -> Self {
        self.video = Some(video);
        self
    }

    /// What happens when nobody answers.
    #[must_use]
    pub fn voicemail(mut self, voicemail: Voicemail) -> Self {
        self.voicemail = Some(voicemail);
        self
    }

    /// Calls by SIP; while on, the calling operations fail with error 131055.
    #[must_use]
    pub fn sip(mut self, sip: Sip) -> Self {
        self.sip = Some(sip);
        self
    }

    /// What the platform forbids; read only.
    #[must_use]
    pub fn restrictions(mut self, restrictions: CallRestrictions) -> Self {
        self.restrictions = Some(restrictions);
        self
    }
}

open_enum! {
    /// Whether people see a button to call.
    pub enum CallIconVisibility {
        /// They do.
        Default = "DEFAULT",
        /// They do not.
        DisableAll = "DISABLE_ALL",
    }
}

open_enum! {
    /// How media keys are agreed.
    pub enum KeyExchange {
        /// DTLS.
        Dtls = "DTLS",
        /// SDES.
        Sdes = "SDES",
    }
}
