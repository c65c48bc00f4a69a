//! A button that opens a URL.

use serde::{Deserialize, Serialize};

use super::parts::{Body, Footer, Header, check_body, check_parts, parts};
use crate::{limits::CTA_TEXT_CHARS_MAX, message::check::Checker};

/// A text with one button that opens a URL. A tap causes no webhook.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CtaUrl {
    /// Above the body: text, image, video or document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub header: Option<Header>,
    /// The text, at most 1024 characters.
    pub body: Body,
    /// Below the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub footer: Option<Footer>,
    /// The button.
    pub action: CtaUrlAction,
}

/// `{"name": "cta_url", "parameters": …}`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CtaUrlAction {
    /// Always `cta_url`.
    pub name: String,
    /// The button.
    pub parameters: CtaUrlParameters,
}

/// What the button says and opens.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CtaUrlParameters {
    /// What it says; 1 to 20 characters.
    pub display_text: String,
    /// What it opens.
    pub url: String,
}

impl CtaUrlAction {
    /// What the button says, and what it opens.
    pub fn new(display_text: impl Into<String>, url: impl Into<String>) -> Self {
        let parameters = CtaUrlParameters::new(display_text, url);
        Self { name: "cta_url".to_owned(), parameters }
    }

    pub(super) fn check(&self, at: &str, check: &mut Checker) {
        check.word(&format!("{at}.name"), &self.name, "cta_url");
        self.parameters.check(&format!("{at}.parameters"), check);
    }
}

impl CtaUrlParameters {
    /// What the button says, and what it opens.
    pub fn new(display_text: impl Into<String>, url: impl Into<String>) -> Self {
        Self { display_text: display_text.into(), url: url.into() }
    }

    pub(super) fn check(&self, at: &str, check: &mut Checker) {
        check.text(&format!("{at}.display_text"), &self.display_text, 1, CTA_TEXT_CHARS_MAX);
        check.link(&format!("{at}.url"), &self.url);
    }
}

impl CtaUrl {
    /// A text, what the button says, and what it opens.
    pub fn new(
        body: impl Into<String>,
        display_text: impl Into<String>,
        url: impl Into<String>,
    ) -> Self {
        let action = CtaUrlAction::new(display_text, url);
        Self { header: None, body: Body { text: body.into() }, footer: None, action }
    }

    parts!(header footer);

    pub(super) fn check(&self, check: &mut Checker) {
        check_parts(self.header.as_ref(), self.footer.as_ref(), check);
        check_body(&self.body, check);
        self.action.check("interactive.action", check);
    }
}

crate::quiet_debug! {
    CtaUrl {}
    CtaUrlAction {}
    CtaUrlParameters {}
}
