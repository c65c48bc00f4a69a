//! Direct Send: a message outside the customer service window without an approved template.

use serde::{Deserialize, Serialize};

use super::{
    Content, Interactive, Message, RecipientType, Rule,
    check::{Checker, PARAMETER},
    interactive::Button,
};
use crate::{
    limits::{
        DIRECT_AUTHENTICATION_TTL_SECONDS_MAX, DIRECT_BODY_CHARS_MAX, DIRECT_TTL_SECONDS_MIN,
        DIRECT_UTILITY_TTL_SECONDS_MAX, TEMPLATE_NAME_CHARS_MAX,
    },
    open::open_enum,
};

/// The platform's code for a person known by user id only, where a phone number is needed.
const NEEDS_PHONE: u32 = 131_062;

open_enum! {
    /// What a Direct Send is about (Cloud API, "Direct Send"). Accounts must be admitted to it:
    /// others get error 100.
    pub enum DirectCategory {
        /// Something the person asked for or needs to know.
        Utility = "utility",
        /// A code to sign in with; to a phone number only.
        Authentication = "authentication",
        /// An answer within the customer service window.
        Service = "service",
    }
}

/// More about a Direct Send.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DirectSendConfig {
    /// The name of the template that the platform makes of it: `a-z`, `0-9` and `_`, at most 512
    /// characters; category utility only. A template of another kind with that name is error 132021.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template_name: Option<String>,
}

impl DirectSendConfig {
    /// Names the template that the platform makes of the message.
    pub fn new(template_name: impl Into<String>) -> Self {
        Self { template_name: Some(template_name.into()) }
    }
}

impl Message {
    /// The same as a Direct Send of this category.
    #[must_use]
    pub fn direct(mut self, category: DirectCategory) -> Self {
        self.category = Some(category);
        self
    }

    /// The same, tried for so many seconds: 30 to 43,200 for utility, 30 to 900 for
    /// authentication. Direct Send only. When they are over nobody is told.
    #[must_use]
    pub fn ttl_seconds(mut self, seconds: u64) -> Self {
        self.ttl_seconds = Some(seconds);
        self
    }

    /// The same, with the name of the template that the platform makes of it. Direct Send only.
    #[must_use]
    pub fn direct_template(mut self, name: impl Into<String>) -> Self {
        self.direct_send_config = Some(DirectSendConfig::new(name));
        self
    }

    pub(super) fn check_direct(&self, check: &mut Checker) {
        let Some(category) = &self.category else {
            for (path, given) in [
                ("ttl_seconds", self.ttl_seconds.is_some()),
                ("direct_send_config", self.direct_send_config.is_some()),
            ] {
                if given {
                    let what = "is for Direct Send only, which needs a `category`";
                    check.broken(path, Rule::NotAllowed, PARAMETER, what);
                }
            }
            return;
        };
        check.listed("category", category.is_listed(), DirectCategory::WORDS, PARAMETER);
        self.check_direct_ttl(category, check);
        self.check_direct_content(category, check);
        if *category == DirectCategory::Authentication && self.to.is_none() {
            let what = "a Direct Send of category authentication needs a phone number";
            check.broken("to", Rule::Required, NEEDS_PHONE, what);
        }
        if self.recipient_type == Some(RecipientType::Group) {
            let what = "a Direct Send goes to one person";
            check.broken("recipient_type", Rule::NotAllowed, PARAMETER, what);
        }
        let name =
            self.direct_send_config.as_ref().and_then(|config| config.template_name.as_ref());
        if let Some(name) = name {
            let path = "direct_send_config.template_name";
            check_name(path, name, check);
            if *category != DirectCategory::Utility {
                let what = "is for category utility only";
                check.broken(path, Rule::NotAllowed, PARAMETER, what);
            }
        }
    }

    fn check_direct_ttl(&self, category: &DirectCategory, check: &mut Checker) {
        let Some(seconds) = self.ttl_seconds else { return };
        let max = match category {
            DirectCategory::Authentication => DIRECT_AUTHENTICATION_TTL_SECONDS_MAX,
            DirectCategory::Utility => DIRECT_UTILITY_TTL_SECONDS_MAX,
            _ => return,
        };
        check.within("ttl_seconds", seconds, DIRECT_TTL_SECONDS_MIN, max, PARAMETER);
    }

    fn check_direct_content(&self, category: &DirectCategory, check: &mut Checker) {
        let authentication = *category == DirectCategory::Authentication;
        match &self.content {
            Content::Text(text) => {
                if *category != DirectCategory::Service {
                    check.text("text.body", &text.body, 0, DIRECT_BODY_CHARS_MAX);
                }
                if text.preview_url == Some(true) {
                    let what = "a Direct Send shows no preview";
                    check.warn("text.preview_url", Rule::NotAllowed, what);
                }
            }
            Content::Interactive(interactive) if !authentication && is_direct(interactive) => {}
            Content::Interactive(interactive) if matches!(**interactive, Interactive::Other(_)) => {
            }
            Content::Other { .. } => {}
            _ if *category == DirectCategory::Service => {}
            _ => {
                let what = if authentication {
                    "a Direct Send of category authentication is a text"
                } else {
                    "a Direct Send is a text, or has buttons"
                };
                check.broken("type", Rule::NotAllowed, PARAMETER, what);
            }
        }
    }

    /// Whether buttons with URLs may stand beside reply buttons.
    pub(super) fn mixes_buttons(&self) -> bool {
        self.category.is_some()
    }
}

/// The name of a template: `a-z`, `0-9` and `_`.
pub(crate) fn check_name(path: &str, name: &str, check: &mut Checker) {
    check.text(path, name, 1, TEMPLATE_NAME_CHARS_MAX);
    let plain = |char: char| char.is_ascii_lowercase() || char.is_ascii_digit() || char == '_';
    if !name.chars().all(plain) {
        check.broken(path, Rule::Format, PARAMETER, "may hold only a-z, 0-9 and _");
    }
}

/// Whether the buttons with URLs stand before the others.
pub(super) fn urls_first(buttons: &[Button]) -> bool {
    let first_reply = buttons
        .iter()
        .position(|button| !matches!(button, Button::CtaUrl(_)))
        .unwrap_or(buttons.len());
    !buttons.iter().skip(first_reply).any(|button| matches!(button, Button::CtaUrl(_)))
}

/// Whether a Direct Send may be of this kind.
fn is_direct(interactive: &Interactive) -> bool {
    matches!(
        interactive,
        Interactive::Button(_) | Interactive::CtaUrl(_) | Interactive::VoiceCall(_)
    )
}
