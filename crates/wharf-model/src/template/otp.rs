//! One-time passwords.

use serde::{Deserialize, Serialize};

use crate::open::open_enum;

open_enum! {
    /// How a code gets from the message into the app.
    pub enum OtpType {
        /// The person copies it.
        CopyCode = "COPY_CODE",
        /// A tap fills it in. Android; elsewhere it is copied.
        OneTap = "ONE_TAP",
        /// It fills itself in. Android; elsewhere it is copied.
        ZeroTap = "ZERO_TAP",
    }
}

/// A button for a code. Category authentication; the platform stores it as a URL button, and a
/// send fills it as one: [`Template::code`](crate::message::Template::code).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Otp {
    /// How the code gets into the app.
    pub otp_type: OtpType,
    /// What it says where it copies; at most 25 characters, the platform's when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// What it says where it fills in; at most 25 characters, the platform's when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub autofill_text: Option<String>,
    /// One to five apps it may be filled into. Not for copying.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub supported_apps: Vec<SupportedApp>,
    /// Required, and true, for a code that fills itself in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zero_tap_terms_accepted: Option<bool>,
    /// Older form of one app in `supported_apps`: its package.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub package_name: Option<String>,
    /// Older form of one app in `supported_apps`: its signing hash.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature_hash: Option<String>,
}

/// An Android app that codes may be filled into.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SupportedApp {
    /// Its package, at most 224 characters.
    pub package_name: String,
    /// Its signing hash, 11 characters.
    pub signature_hash: String,
}

impl SupportedApp {
    /// An app by its package and its signing hash of 11 characters.
    pub fn new(package_name: impl Into<String>, signature_hash: impl Into<String>) -> Self {
        Self { package_name: package_name.into(), signature_hash: signature_hash.into() }
    }
}

impl Otp {
    fn new(otp_type: OtpType, apps: impl IntoIterator<Item = SupportedApp>) -> Self {
        Self {
            otp_type,
            text: None,
            autofill_text: None,
            supported_apps: apps.into_iter().collect(),
            zero_tap_terms_accepted: None,
            package_name: None,
            signature_hash: None,
        }
    }

    /// A code that the person copies.
    pub fn copy_code() -> Self {
        Self::new(OtpType::CopyCode, [])
    }

    /// A code that a tap fills into one of these apps.
    pub fn one_tap(apps: impl IntoIterator<Item = SupportedApp>) -> Self {
        Self::new(OtpType::OneTap, apps)
    }

    /// A code that fills itself into one of these apps. This accepts the platform's terms for it.
    pub fn zero_tap(apps: impl IntoIterator<Item = SupportedApp>) -> Self {
        Self { zero_tap_terms_accepted: Some(true), ..Self::new(OtpType::ZeroTap, apps) }
    }
}
