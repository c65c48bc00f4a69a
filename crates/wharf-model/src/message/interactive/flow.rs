//! Opening a flow.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::parts::{Body, Footer, Header, check_body, check_parts, parts};
use crate::{
    id::FlowId,
    limits::{FLOW_CTA_CHARS_ADVISED, FLOW_CTA_CHARS_MAX},
    message::{
        Rule,
        check::{Checker, VALUE},
    },
    open::open_enum,
};

/// A text with a button that opens a flow. Its answer is an `interactive` message with `nfm_reply`.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
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
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FlowAction {
    /// Always `flow`.
    pub name: String,
    /// Which flow, and how it begins.
    pub parameters: FlowParameters,
}

/// Which flow, and how it begins.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
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
    /// What the button says; at most 30 characters, better 20, no emoji.
    pub flow_cta: String,
    /// Your secret that ties the answer to this message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flow_token: Option<String>,
    /// Whether the published flow or its draft is shown; published when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<FlowMode>,
    /// How it begins; it navigates when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flow_action: Option<FlowStart>,
    /// The first screen, when it navigates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flow_action_payload: Option<FlowActionPayload>,
}

open_enum! {
    /// Which state of a flow is shown.
    pub enum FlowMode {
        /// The published one.
        Published = "published",
        /// The draft, to try it out.
        Draft = "draft",
    }
}

open_enum! {
    /// How a flow begins.
    pub enum FlowStart {
        /// With a screen that the message names.
        Navigate = "navigate",
        /// With a screen that the flow's endpoint names.
        DataExchange = "data_exchange",
    }
}

/// The first screen of a flow.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
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
        let parameters = FlowParameters { flow_id: Some(flow), ..FlowParameters::default() };
        Self::open(body.into(), cta.into(), parameters)
    }

    /// The same with the flow by its name; breaks when it is renamed.
    pub fn named(body: impl Into<String>, flow: impl Into<String>, cta: impl Into<String>) -> Self {
        let parameters =
            FlowParameters { flow_name: Some(flow.into()), ..FlowParameters::default() };
        Self::open(body.into(), cta.into(), parameters)
    }

    fn open(text: String, flow_cta: String, parameters: FlowParameters) -> Self {
        let flow_message_version = "3".to_owned();
        let parameters = FlowParameters { flow_message_version, flow_cta, ..parameters };
        let action = FlowAction { name: "flow".to_owned(), parameters };
        Self { header: None, body: Body { text }, footer: None, action }
    }

    /// The same with your secret that ties the answer to this message.
    #[must_use]
    pub fn token(mut self, token: impl Into<String>) -> Self {
        self.action.parameters.flow_token = Some(token.into());
        self
    }

    /// The same with the flow's draft.
    #[must_use]
    pub fn draft(mut self) -> Self {
        self.action.parameters.mode = Some(FlowMode::Draft);
        self
    }

    /// The same, beginning with a screen.
    #[must_use]
    pub fn screen(mut self, screen: impl Into<String>) -> Self {
        let parameters = &mut self.action.parameters;
        parameters.flow_action = Some(FlowStart::Navigate);
        parameters.flow_action_payload.get_or_insert_default().screen = Some(screen.into());
        self
    }

    /// The same, beginning with a screen and what is on it: an object that is not empty.
    #[must_use]
    pub fn screen_with(self, screen: impl Into<String>, data: Value) -> Self {
        let mut flow = self.screen(screen);
        flow.action.parameters.flow_action_payload.get_or_insert_default().data = Some(data);
        flow
    }

    /// The same, beginning with what the flow's endpoint says.
    #[must_use]
    pub fn data_exchange(mut self) -> Self {
        self.action.parameters.flow_action = Some(FlowStart::DataExchange);
        self
    }

    parts!(header footer);

    pub(super) fn check(&self, check: &mut Checker) {
        check_parts(self.header.as_ref(), self.footer.as_ref(), check);
        check_body(&self.body, check);
        check.word("interactive.action.name", &self.action.name, "flow");
        self.action.parameters.check("interactive.action.parameters", check);
    }
}

impl FlowParameters {
    fn check(&self, path: &str, check: &mut Checker) {
        check.word(&format!("{path}.flow_message_version"), &self.flow_message_version, "3");
        let cta = format!("{path}.flow_cta");
        check.text(&cta, &self.flow_cta, 1, FLOW_CTA_CHARS_MAX);
        check.better(&cta, &self.flow_cta, FLOW_CTA_CHARS_ADVISED, FLOW_CTA_CHARS_MAX);
        if self.flow_id.is_some() == self.flow_name.is_some() {
            let what = "exactly one of `flow_id` and `flow_name` must be given";
            check.invalid(&format!("{path}.flow_id"), Rule::Required, what);
        }
        if let Some(mode) = &self.mode {
            check.listed(&format!("{path}.mode"), mode.is_listed(), FlowMode::WORDS, VALUE);
        }
        if let Some(start) = &self.flow_action {
            let path = format!("{path}.flow_action");
            check.listed(&path, start.is_listed(), FlowStart::WORDS, VALUE);
        }
        let Some(payload) = &self.flow_action_payload else { return };
        let path = format!("{path}.flow_action_payload");
        if self.flow_action == Some(FlowStart::DataExchange) {
            check.warn(&path, Rule::NotAllowed, "says nothing when the endpoint names the screen");
        }
        let data = payload.data.as_ref();
        if data.is_some_and(|data| data.as_object().is_none_or(serde_json::Map::is_empty)) {
            let what = "must be an object that is not empty";
            check.invalid(&format!("{path}.data"), Rule::Format, what);
        }
    }
}

crate::quiet_debug! {
    FlowMessage { action }
    FlowAction { parameters }
    FlowParameters { flow_id, mode, flow_action }
    FlowActionPayload { screen }
}
