//! Reply buttons.

use serde::{Deserialize, Serialize};

use super::parts::{Body, Footer, Header, check_parts, parts};
use crate::{
    limits::{
        BUTTON_ID_CHARS_MAX, BUTTON_TITLE_CHARS_MAX, BUTTONS_MAX, INTERACTIVE_BODY_CHARS_MAX,
    },
    message::check::Checker,
};

/// A text with one to three buttons. A tap comes back as an `interactive` message with `button_reply`.
///
/// ```
/// use wharf_model::message::Buttons;
///
/// let ask = Buttons::new("Choose an option:").reply("option1", "Option 1").reply("option2", "Option 2");
/// assert_eq!(ask.action.buttons.len(), 2);
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ButtonsAction {
    /// One to three.
    pub buttons: Vec<Button>,
}

/// A button.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Button {
    /// Always `reply`.
    #[serde(rename = "type")]
    pub kind: String,
    /// What it says and sends.
    pub reply: Reply,
}

/// What a button says and sends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Reply {
    /// Comes back when it is tapped; 1 to 256 characters, unique within the message.
    pub id: String,
    /// What it says; 1 to 20 characters, unique within the message.
    pub title: String,
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
        let reply = Reply { id: id.into(), title: title.into() };
        self.action.buttons.push(Button { kind: "reply".to_owned(), reply });
        self
    }

    parts!(header footer);

    pub(super) fn check(&self, check: &mut Checker) {
        check_parts(self.header.as_ref(), self.footer.as_ref(), check);
        check.text("interactive.body.text", &self.body.text, 1, INTERACTIVE_BODY_CHARS_MAX);
        let buttons = &self.action.buttons;
        check.count("interactive.action.buttons", buttons.len(), 1, BUTTONS_MAX);
        let path =
            |at: usize, field: &str| format!("interactive.action.buttons[{at}].reply.{field}");
        for (at, button) in buttons.iter().enumerate() {
            if button.kind != "reply" {
                check.invalid(&format!("interactive.action.buttons[{at}].type"), "must be `reply`");
            }
            check.text(&path(at, "id"), &button.reply.id, 1, BUTTON_ID_CHARS_MAX);
            check.text(&path(at, "title"), &button.reply.title, 1, BUTTON_TITLE_CHARS_MAX);
            if button.reply.id.trim() != button.reply.id {
                check.invalid(&path(at, "id"), "must not begin or end with a space");
            }
        }
        check.unique(
            buttons
                .iter()
                .enumerate()
                .map(|(at, button)| (path(at, "id"), button.reply.id.as_str())),
        );
        check.unique(
            buttons
                .iter()
                .enumerate()
                .map(|(at, button)| (path(at, "title"), button.reply.title.as_str())),
        );
    }
}
