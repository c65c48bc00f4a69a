//! Calls: a button that calls the business, and asking for permission to call the person.

use serde::{Deserialize, Serialize};

use super::{
    NamedAction,
    parts::{Body, Header, check_body, check_optional_body, check_parts, check_text_header, parts},
};
use crate::{
    limits::{
        CALL_PAYLOAD_CHARS_MAX, CALL_TEXT_CHARS_MAX, CALL_TTL_MINUTES_MAX, CALL_TTL_MINUTES_MIN,
    },
    message::check::{Checker, VALUE},
};

/// A text with a button that calls the business (Cloud API, "Calling"). Calling must be switched
/// on for the number, else error 138000.
///
/// ```
/// use wharf_model::message::VoiceCall;
///
/// let call = VoiceCall::new("Talk to us?").label("Call us").minutes(60).payload("order-42");
/// assert_eq!(call.action.parameters.unwrap().ttl_minutes, Some(60));
/// ```
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct VoiceCall {
    /// Above the body: text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub header: Option<Header>,
    /// The text, at most 1024 characters.
    pub body: Body,
    /// The button.
    pub action: VoiceCallAction,
}

/// `{"name": "voice_call", "parameters": …}`.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct VoiceCallAction {
    /// Always `voice_call`.
    pub name: String,
    /// The button; the platform's own when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parameters: Option<VoiceCallParameters>,
}

/// The button that calls.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct VoiceCallParameters {
    /// What it says; at most 20 characters. "Call Now" when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub display_text: Option<String>,
    /// For how many minutes it works: 1 to 43,200 (30 days); 10,080 (7 days) when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ttl_minutes: Option<u64>,
    /// Comes back as `cta_payload` in the call's webhooks; at most 512 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payload: Option<String>,
}

/// Asks a person for permission to call them. The answer is an `interactive` message with
/// `call_permission_reply`.
///
/// One request to a person in 24 hours and two in 7 days, or error 138009; a call that was taken
/// starts the count anew.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CallPermissionRequest {
    /// The text, at most 1024 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Body>,
    /// Always `call_permission_request`.
    pub action: NamedAction,
}

impl VoiceCall {
    /// A text with the platform's own button.
    pub fn new(body: impl Into<String>) -> Self {
        let action = VoiceCallAction { name: "voice_call".to_owned(), parameters: None };
        Self { header: None, body: Body { text: body.into() }, action }
    }

    /// The same with what the button says.
    #[must_use]
    pub fn label(mut self, text: impl Into<String>) -> Self {
        self.parameters().display_text = Some(text.into());
        self
    }

    /// The same with a button that works for so many minutes.
    #[must_use]
    pub fn minutes(mut self, minutes: u64) -> Self {
        self.parameters().ttl_minutes = Some(minutes);
        self
    }

    /// The same with text of yours that comes back in the call's webhooks.
    #[must_use]
    pub fn payload(mut self, payload: impl Into<String>) -> Self {
        self.parameters().payload = Some(payload.into());
        self
    }

    fn parameters(&mut self) -> &mut VoiceCallParameters {
        self.action.parameters.get_or_insert_default()
    }

    parts!(header);

    pub(super) fn check(&self, check: &mut Checker) {
        check_parts(self.header.as_ref(), None, check);
        check_text_header(self.header.as_ref(), check);
        check_body(&self.body, check);
        check.word("interactive.action.name", &self.action.name, "voice_call");
        let Some(parameters) = &self.action.parameters else { return };
        let at = "interactive.action.parameters";
        let VoiceCallParameters { display_text, ttl_minutes, payload } = parameters;
        if let Some(text) = display_text {
            check.text(&format!("{at}.display_text"), text, 1, CALL_TEXT_CHARS_MAX);
        }
        check_call(at, *ttl_minutes, payload.as_deref(), check);
    }
}

/// How long a call button works and what it hands on, here and in templates.
pub(in crate::message) fn check_call(
    at: &str,
    minutes: Option<u64>,
    payload: Option<&str>,
    check: &mut Checker,
) {
    if let Some(minutes) = minutes {
        let path = format!("{at}.ttl_minutes");
        check.within(&path, minutes, CALL_TTL_MINUTES_MIN, CALL_TTL_MINUTES_MAX, VALUE);
    }
    check.optional(&format!("{at}.payload"), payload, CALL_PAYLOAD_CHARS_MAX);
}

impl CallPermissionRequest {
    /// Asks with a text.
    pub fn new(body: impl Into<String>) -> Self {
        Self { body: Some(Body { text: body.into() }), ..Self::bare() }
    }

    /// Asks without a word.
    pub fn bare() -> Self {
        Self { body: None, action: NamedAction::new("call_permission_request") }
    }

    pub(super) fn check(&self, check: &mut Checker) {
        check_optional_body(self.body.as_ref(), check);
        check.word("interactive.action.name", &self.action.name, "call_permission_request");
    }
}

crate::quiet_debug! {
    VoiceCall { action }
    VoiceCallAction { parameters }
    VoiceCallParameters { ttl_minutes }
    CallPermissionRequest {}
}
