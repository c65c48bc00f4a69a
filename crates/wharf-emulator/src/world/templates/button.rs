//! Buttons of templates, and the values that a send gives them.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use wharf_model::{
    message::{Component, Parameter},
    template::fill,
};

use super::definition::is;
use crate::world::{Flows, Refusal, flows::Opening};

/// What a button does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum ButtonKind {
    /// Sends a payload back.
    QuickReply,
    /// Opens a URL.
    Url,
    /// Opens a flow.
    Flow,
    /// Copies a code.
    Copy,
    /// Calls a telephone number.
    Phone,
    /// Opens a catalogue, calls through WhatsApp: a phone shows its label.
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
    /// The payload it sends back, the URL it opens, the code it copies or the number it calls.
    pub(crate) value: Option<String>,
    /// How its flow opens.
    pub(crate) flow: Option<Opening>,
}

impl ShownButton {
    fn new(button: &Map<String, Value>, flows: &Flows) -> Self {
        let text = |name: &str| button.get(name).and_then(Value::as_str);
        let kind = if is(button, "quick_reply") {
            ButtonKind::QuickReply
        } else if is(button, "url") {
            ButtonKind::Url
        } else if is(button, "otp") || is(button, "copy_code") {
            ButtonKind::Copy
        } else if is(button, "phone_number") {
            ButtonKind::Phone
        } else if is(button, "flow") {
            ButtonKind::Flow
        } else {
            ButtonKind::Other
        };
        let unnamed = if kind == ButtonKind::Copy { "Copy code" } else { "Open" };
        let label = text("text").unwrap_or(unnamed);
        // A quick reply without a payload of its own sends its label.
        let value = match kind {
            ButtonKind::QuickReply => Some(label),
            ButtonKind::Url => text("url"),
            ButtonKind::Phone => text("phone_number"),
            ButtonKind::Flow | ButtonKind::Copy | ButtonKind::Other => None,
        };
        let flow = (kind == ButtonKind::Flow).then(|| Opening::of_button(button, flows)).flatten();
        Self { kind, text: label.to_owned(), value: value.map(str::to_owned), flow }
    }
}

/// The buttons of these components with the values that a send gives them; whether those fit was checked before.
pub(super) fn buttons(components: &Value, sent: &[Component], flows: &Flows) -> Vec<ShownButton> {
    let parts = super::objects(components).filter(|part| is(part, "buttons"));
    let defined = parts.filter_map(|part| part.get("buttons")).flat_map(super::objects);
    let mut shown: Vec<_> = defined.map(|button| ShownButton::new(button, flows)).collect();
    for component in sent.iter().filter(|part| part.kind.eq_ignore_ascii_case("button")) {
        if let Some(button) = index(component).and_then(|at| shown.get_mut(at)) {
            button.fill(&component.parameters);
        }
    }
    shown
}

impl ShownButton {
    fn fill(&mut self, values: &[Parameter]) {
        match values.first() {
            Some(Parameter::Payload { payload }) => self.value = Some(payload.clone()),
            Some(Parameter::Action { action }) => {
                if let Some(flow) = &mut self.flow {
                    flow.fill(action.flow_token.as_ref(), action.flow_action_data.as_ref());
                }
            }
            Some(Parameter::CouponCode { coupon_code }) => self.value = Some(coupon_code.clone()),
            Some(Parameter::Text { text, .. }) => {
                // A code to copy has no URL of its own.
                let url = self.value.take().map(|url| fill(&url, values));
                self.value = url.or_else(|| Some(text.clone()));
            }
            _ => {}
        }
    }
}

fn index(component: &Component) -> Option<usize> {
    let index = component.index.as_ref()?;
    let index = index.as_u64().or_else(|| index.as_str()?.parse().ok())?;
    usize::try_from(index).ok()
}

/// Flows that buttons open must be there.
pub(super) fn flows_are_there(components: &Value, flows: &Flows) -> Result<(), Refusal> {
    let parts = super::objects(components).filter(|part| is(part, "buttons"));
    let buttons = parts.filter_map(|part| part.get("buttons")).flat_map(super::objects);
    for button in buttons.filter(|button| is(button, "flow")) {
        let named = button.get("flow_id").or_else(|| button.get("flow_name"));
        let Some(named) = named.filter(|_| Opening::of_button(button, flows).is_none()) else {
            continue;
        };
        return Err(Refusal::new(
            100,
            format!("components: the button's flow {named} is not there"),
        ));
    }
    Ok(())
}
