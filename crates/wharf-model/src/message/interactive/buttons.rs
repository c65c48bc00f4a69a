//! Reply buttons, and in a Direct Send buttons with URLs beside them.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Value, json};

use super::{
    CtaUrlParameters,
    parts::{Body, Footer, Header, check_body, check_parts, parts},
};
use crate::{
    limits::{
        BUTTON_ID_CHARS_MAX, BUTTON_TITLE_CHARS_MAX, BUTTONS_MAX, DIRECT_BUTTONS_MAX,
        DIRECT_URL_BUTTONS_MAX,
    },
    message::{Rule, check::Checker, direct::urls_first},
};

/// A text with one to three buttons. A tap comes back as an `interactive` message with `button_reply`.
///
/// ```
/// use wharf_model::message::Buttons;
///
/// let ask = Buttons::new("Choose an option:").reply("option1", "Option 1").reply("option2", "Option 2");
/// assert_eq!(ask.action.buttons.len(), 2);
/// ```
///
/// A Direct Send takes up to ten buttons, up to two of them with a URL and before the others:
///
/// ```
/// use wharf_model::message::{Buttons, DirectCategory, Message};
///
/// let parcel = Buttons::new("Your parcel is here.").url("Where?", "https://example.com/7").reply("late", "Later");
/// let message = Message::new("+15550001111", parcel).direct(DirectCategory::Utility).ttl_seconds(3600);
/// assert_eq!(message.check(), []);
/// ```
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Buttons {
    /// Above the body: text, image, video or document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub header: Option<Header>,
    /// The text, at most 1024 characters.
    pub body: Body,
    /// Below the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub footer: Option<Footer>,
    /// The buttons.
    pub action: ButtonsAction,
}

/// The buttons of a message.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ButtonsAction {
    /// One to three; in a Direct Send up to ten.
    pub buttons: Vec<Button>,
}

/// A button.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum Button {
    /// Sends its id back.
    Reply(Reply),
    /// Opens a URL. In a Direct Send only.
    CtaUrl(CtaUrlParameters),
    /// A kind this version does not name, the whole object as it came.
    Other(Value),
}

/// What a button says and sends.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Reply {
    /// Comes back when it is tapped; 1 to 256 characters, unique within the message.
    pub id: String,
    /// What it says; 1 to 20 characters, unique within the message.
    pub title: String,
}

impl Reply {
    /// What a button sends, and what it says.
    pub fn new(id: impl Into<String>, title: impl Into<String>) -> Self {
        Self { id: id.into(), title: title.into() }
    }
}

impl ButtonsAction {
    /// The buttons that send their id back, with what they say.
    pub fn replies(&self) -> impl Iterator<Item = &Reply> {
        self.buttons.iter().filter_map(Button::as_reply)
    }
}

impl Button {
    /// What it says and sends, if it sends anything.
    pub fn as_reply(&self) -> Option<&Reply> {
        if let Self::Reply(reply) = self { Some(reply) } else { None }
    }
}

impl Serialize for Button {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Reply(reply) => json!({"type": "reply", "reply": reply}).serialize(serializer),
            Self::CtaUrl(cta) => json!({"type": "cta_url", "cta_url": cta}).serialize(serializer),
            Self::Other(value) => value.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Button {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(tag = "type", rename_all = "snake_case")]
        enum Wire {
            Reply { reply: Reply },
            CtaUrl { cta_url: CtaUrlParameters },
        }

        let value = Value::deserialize(deserializer)?;
        if !matches!(value["type"].as_str(), Some("reply" | "cta_url")) {
            return Ok(Self::Other(value));
        }
        Ok(match super::located(value)? {
            Wire::Reply { reply } => Self::Reply(reply),
            Wire::CtaUrl { cta_url } => Self::CtaUrl(cta_url),
        })
    }
}

impl Buttons {
    /// A text without buttons yet: add one to three with [`Buttons::reply`].
    pub fn new(body: impl Into<String>) -> Self {
        Self {
            header: None,
            body: Body { text: body.into() },
            footer: None,
            action: ButtonsAction::default(),
        }
    }

    /// The same with one more button.
    #[must_use]
    pub fn reply(mut self, id: impl Into<String>, title: impl Into<String>) -> Self {
        self.action.buttons.push(Button::Reply(Reply::new(id, title)));
        self
    }

    /// The same with one more button that opens a URL: for a Direct Send, before the replies.
    #[must_use]
    pub fn url(mut self, display_text: impl Into<String>, url: impl Into<String>) -> Self {
        self.action.buttons.push(Button::CtaUrl(CtaUrlParameters::new(display_text, url)));
        self
    }

    parts!(header footer);

    /// `mixed`: whether buttons with URLs may stand beside replies.
    pub(in crate::message) fn check(&self, mixed: bool, check: &mut Checker) {
        check_parts(self.header.as_ref(), self.footer.as_ref(), check);
        check_body(&self.body, check);
        let buttons = &self.action.buttons;
        let at = "interactive.action.buttons";
        let max = if mixed { DIRECT_BUTTONS_MAX } else { BUTTONS_MAX };
        check.count(at, buttons.len(), 1, max);
        let mut urls = 0;
        for (index, button) in buttons.iter().enumerate() {
            let path = format!("{at}[{index}]");
            match button {
                Button::Reply(reply) => {
                    check_reply(&format!("{path}.reply"), reply, BUTTON_ID_CHARS_MAX, check);
                }
                Button::CtaUrl(cta) if mixed => {
                    urls += 1;
                    cta.check(&format!("{path}.cta_url"), check);
                }
                _ => {
                    let path = format!("{path}.type");
                    check.invalid(&path, Rule::OneOf, "must be `reply`");
                }
            }
        }
        check.count(at, urls, 0, DIRECT_URL_BUTTONS_MAX);
        if !urls_first(buttons) && mixed {
            check.invalid(at, Rule::Order, "buttons with URLs must stand before the others");
        }
        let replies = || {
            let all = buttons.iter().enumerate();
            all.filter_map(|(index, button)| Some((index, button.as_reply()?)))
        };
        check
            .unique(replies().map(|(i, reply)| (format!("{at}[{i}].reply.id"), reply.id.as_str())));
        check.unique(
            replies().map(|(i, reply)| (format!("{at}[{i}].reply.title"), reply.title.as_str())),
        );
    }
}

/// A button that sends its id back.
pub(super) fn check_reply(at: &str, reply: &Reply, id_max: usize, check: &mut Checker) {
    check.text(&format!("{at}.id"), &reply.id, 1, id_max);
    check.text(&format!("{at}.title"), &reply.title, 1, BUTTON_TITLE_CHARS_MAX);
    if reply.id.trim() != reply.id {
        check.invalid(&format!("{at}.id"), Rule::Format, "must not begin or end with a space");
    }
}

crate::quiet_debug! {
    Buttons { action }
    Reply { id }
}

impl std::fmt::Debug for Button {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Reply(_) => "Button(reply)",
            Self::CtaUrl(_) => "Button(cta_url)",
            Self::Other(_) => "Button(other)",
        })
    }
}
