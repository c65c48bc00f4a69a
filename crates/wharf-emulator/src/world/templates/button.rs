//! Buttons of templates, and the values that a send gives them.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use wharf_model::message::{Component, Parameter};

use super::{Definition, definition::is};
use crate::world::Refusal;

/// What a button does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum ButtonKind {
    /// Sends a payload back.
    QuickReply,
    /// Opens a URL.
    Url,
    /// Calls, copies, opens a flow or a catalogue: a phone shows its label.
    Other,
}

/// A button with its value.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ShownButton {
    /// What it does.
    pub(crate) kind: ButtonKind,
    /// Its label.
    pub(crate) text: String,
    /// The payload it sends back, or the URL it opens.
    pub(crate) value: Option<String>,
}

impl ShownButton {
    fn new(button: &Map<String, Value>) -> Self {
        let text = |name: &str| button.get(name).and_then(Value::as_str);
        let kind = if is(button, "quick_reply") {
            ButtonKind::QuickReply
        } else if is(button, "url") || is(button, "otp") {
            ButtonKind::Url
        } else {
            ButtonKind::Other
        };
        let label = text("text").unwrap_or(if is(button, "otp") { "Copy code" } else { "Open" });
        // A quick reply without a payload of its own sends its label.
        let value = match kind {
            ButtonKind::QuickReply => Some(label),
            ButtonKind::Url => text("url"),
            ButtonKind::Other => text("phone_number"),
        };
        Self { kind, text: label.to_owned(), value: value.map(str::to_owned) }
    }
}

impl Definition {
    /// The buttons with the values that a send gives them.
    pub(super) fn fill_buttons(&self, sent: &[Component]) -> Result<Vec<ShownButton>, Refusal> {
        let buttons = self.component("buttons").and_then(|part| part.get("buttons"));
        let defined: Vec<_> = buttons.map(super::objects).into_iter().flatten().collect();
        let mut shown: Vec<_> = defined.iter().map(|button| ShownButton::new(button)).collect();
        let mut given = vec![false; shown.len()];
        for component in sent.iter().filter(|part| part.kind.eq_ignore_ascii_case("button")) {
            let at = index(component).filter(|at| *at < shown.len()).ok_or_else(|| {
                Refusal::new(132_012, "buttons: this template has no button at that index")
            })?;
            fill(&mut shown[at], defined[at], component)?;
            given[at] = true;
        }
        for ((button, given), at) in defined.iter().zip(given).zip(0..) {
            if !given && wants_value(button) {
                let details = format!(
                    "buttons: Button at index {at} of type {} requires a parameter",
                    kind(button)
                );
                return Err(Refusal::new(131_008, details));
            }
        }
        Ok(shown)
    }
}

fn index(component: &Component) -> Option<usize> {
    let index = component.index.as_ref()?;
    let index = index.as_u64().or_else(|| index.as_str()?.parse().ok())?;
    usize::try_from(index).ok()
}

fn kind(button: &Map<String, Value>) -> String {
    button.get("type").and_then(Value::as_str).unwrap_or_default().to_ascii_uppercase()
}

/// Whether a send must say something about it.
fn wants_value(button: &Map<String, Value>) -> bool {
    let url = button.get("url").and_then(Value::as_str).unwrap_or_default();
    is(button, "otp") || is(button, "copy_code") || (is(button, "url") && url.contains("{{"))
}

fn fill(
    shown: &mut ShownButton,
    button: &Map<String, Value>,
    component: &Component,
) -> Result<(), Refusal> {
    let wrong = || {
        let details =
            format!("buttons: the parameter does not fit a button of type {}", kind(button));
        Err(Refusal::new(132_012, details))
    };
    match component.parameters.first() {
        Some(Parameter::Payload { payload }) if shown.kind == ButtonKind::QuickReply => {
            shown.value = Some(payload.clone());
        }
        Some(Parameter::Text { text, .. }) if is(button, "otp") => shown.value = Some(text.clone()),
        Some(Parameter::Text { text, .. }) if shown.kind == ButtonKind::Url => {
            let url = shown.value.take().unwrap_or_default();
            let Some(start) = url.find("{{") else {
                let details = "buttons: number of localizable_params (1) does not match the \
                               expected number of params (0)";
                return Err(Refusal::new(132_000, details));
            };
            let base = url.get(..start).unwrap_or_default();
            shown.value = Some(format!("{base}{text}"));
        }
        Some(Parameter::CouponCode { coupon_code }) if is(button, "copy_code") => {
            shown.value = Some(coupon_code.clone());
        }
        // Flows, catalogues and the like: what is in it is the app's.
        Some(Parameter::Other(_)) | None if shown.kind == ButtonKind::Other => {}
        _ => return wrong(),
    }
    Ok(())
}
