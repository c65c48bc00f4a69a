//! Opening a flow.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::parts::{Body, Footer, Header, check_parts, parts};
use crate::{
    id::FlowId,
    limits::{FLOW_CTA_CHARS_MAX, INTERACTIVE_BODY_CHARS_MAX},
    message::check::Checker,
};

/// A text with a button that opens a flow. Its answer is an `interactive` message with `nfm_reply`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FlowMessage {
    /// Above the body: text, image, video or document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub header: Option<Header>,
    /// The text, at most 1024 characters.
    pub body: Body,
    /// Below the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub footer: Option<Footer>,
    /// The flow.
    pub action: FlowAction,
}

/// `{"name": "flow", "parameters": …}`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FlowAction {
    /// Always `flow`.
    pub name: String,
    /// Which flow, and how it begins.
    pub parameters: FlowParameters,
}

/// Which flow, and how it begins.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FlowParameters {
    /// Always `3`.
    pub flow_message_version: String,
    /// The flow by id; either this or `flow_name`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flow_id: Option<FlowId>,
    /// The flow by name; breaks when it is renamed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flow_name: Option<String>,
    /// What the button says; at most 30 characters, no emoji.
    pub flow_cta: String,
    /// Your secret that ties the answer to this message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flow_token: Option<String>,
    /// `published` or `draft`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<String>,
    /// `navigate` or `data_exchange`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flow_action: Option<String>,
    /// The first screen, when it navigates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flow_action_payload: Option<FlowActionPayload>,
}

/// The first screen of a flow.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FlowActionPayload {
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub screen: Option<String>,
    /// What it begins with; not empty when present.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<Value>,
}

impl FlowMessage {
    /// A text, the flow, and what the button says.
    pub fn new(body: impl Into<String>, flow: FlowId, cta: impl Into<String>) -> Self {
        let parameters = FlowParameters {
            flow_message_version: "3".to_owned(),
            flow_id: Some(flow),
            flow_cta: cta.into(),
            ..FlowParameters::default()
        };
        let action = FlowAction { name: "flow".to_owned(), parameters };
        Self { header: None, body: Body { text: body.into() }, footer: None, action }
    }

    /// The same with your secret that ties the answer to this message.
    #[must_use]
    pub fn token(mut self, token: impl Into<String>) -> Self {
        self.action.parameters.flow_token = Some(token.into());
        self
    }

    parts!(header footer);

    pub(super) fn check(&self, check: &mut Checker) {
        check_parts(self.header.as_ref(), self.footer.as_ref(), check);
        check.text("interactive.body.text", &self.body.text, 1, INTERACTIVE_BODY_CHARS_MAX);
        let path = "interactive.action.parameters";
        let parameters = &self.action.parameters;
        check.text(&format!("{path}.flow_cta"), &parameters.flow_cta, 1, FLOW_CTA_CHARS_MAX);
        if parameters.flow_id.is_some() == parameters.flow_name.is_some() {
            check.invalid(
                &format!("{path}.flow_id"),
                "exactly one of `flow_id` and `flow_name` must be given",
            );
        }
    }
}
