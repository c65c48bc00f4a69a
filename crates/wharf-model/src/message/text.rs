//! Plain text.

use serde::{Deserialize, Serialize};

use super::check::Checker;
use crate::limits::TEXT_BODY_CHARS_MAX;

/// A text message. Outside the customer service window it fails with error 131047, usually later.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Text {
    /// The text, 1 to 4096 characters. `*bold*`, `_italic_`, `~strike~` and mono by three backticks are shown as such.
    pub body: String,
    /// Whether the phone shows a preview of the first link.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preview_url: Option<bool>,
}

impl Text {
    /// A text.
    pub fn new(body: impl Into<String>) -> Self {
        Self { body: body.into(), preview_url: None }
    }

    /// The same, with a preview of its first link.
    #[must_use]
    pub fn preview_url(mut self, preview: bool) -> Self {
        self.preview_url = Some(preview);
        self
    }

    pub(super) fn check(&self, check: &mut Checker) {
        check.text("text.body", &self.body, 1, TEXT_BODY_CHARS_MAX);
    }
}

crate::quiet_debug! { Text { preview_url } }
