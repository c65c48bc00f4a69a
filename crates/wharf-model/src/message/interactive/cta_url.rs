//! A button that opens a URL.

use serde::{Deserialize, Serialize};

use super::parts::{Body, Footer, Header, check_parts, parts};
use crate::{
    limits::{CTA_TEXT_CHARS_MAX, INTERACTIVE_BODY_CHARS_MAX},
    message::check::Checker,
};

/// A text with one button that opens a URL. A tap causes no webhook.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CtaUrlAction {
    /// Always `cta_url`.
    pub name: String,
    /// The button.
    pub parameters: CtaUrlParameters,
}

/// What the button says and opens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CtaUrlParameters {
    /// What it says; 1 to 20 characters.
    pub display_text: String,
    /// What it opens.
    pub url: String,
}

impl CtaUrl {
    /// A text, what the button says, and what it opens.
    pub fn new(
        body: impl Into<String>,
        display_text: impl Into<String>,
        url: impl Into<String>,
    ) -> Self {
        let parameters = CtaUrlParameters { display_text: display_text.into(), url: url.into() };
        let action = CtaUrlAction { name: "cta_url".to_owned(), parameters };
        Self { header: None, body: Body { text: body.into() }, footer: None, action }
    }

    parts!(header footer);

    pub(super) fn check(&self, check: &mut Checker) {
        check_parts(self.header.as_ref(), self.footer.as_ref(), check);
        check.text("interactive.body.text", &self.body.text, 1, INTERACTIVE_BODY_CHARS_MAX);
        let parameters = &self.action.parameters;
        let path = "interactive.action.parameters";
        check.text(
            &format!("{path}.display_text"),
            &parameters.display_text,
            1,
            CTA_TEXT_CHARS_MAX,
        );
        check.link(&format!("{path}.url"), &parameters.url);
    }
}
