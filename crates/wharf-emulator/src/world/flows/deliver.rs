//! Sending a flow: whether it may be, and how it will open.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use wharf_model::{
    id::FlowId,
    message::{
        Content, FlowMessage, Interactive,
        interactive::{FlowMode, FlowStart},
    },
    time::Timestamp,
};

use super::{Flow, Flows, flow::At, parts};
use crate::world::{Entry, Matter, Refusal, ShownTemplate, World};

/// What a flow's token is when the business gives none.
const UNUSED: &str = "unused";
/// Sends of a throttled flow, in an hour.
const THROTTLED_MOST: usize = 10;

/// How a flow opens, as its message says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Opening {
    /// The flow.
    pub(crate) flow: FlowId,
    /// The business's secret that ties the answer to the message.
    pub(crate) token: String,
    /// Whether the endpoint names the first screen.
    pub(super) asks: bool,
    /// The first screen; the flow's own when absent.
    pub(super) screen: Option<String>,
    /// What the first screen is given.
    pub(super) data: Map<String, Value>,
    /// Whether it may be a draft.
    pub(super) draft: bool,
}

impl Opening {
    /// As a message has it, of this flow.
    pub(super) fn new(flow: FlowId, token: Option<&String>, start: Option<&FlowStart>) -> Self {
        Self {
            flow,
            token: token.cloned().unwrap_or_else(|| UNUSED.to_owned()),
            asks: start == Some(&FlowStart::DataExchange),
            screen: None,
            data: Map::new(),
            draft: false,
        }
    }

    /// As a button of a template has it. The send's own values are put in afterwards.
    pub(in crate::world) fn of_button(button: &Map<String, Value>, flows: &Flows) -> Option<Self> {
        let text = |name: &str| button.get(name).and_then(Value::as_str);
        let flow = match (text("flow_id"), text("flow_name")) {
            (Some(id), _) => flows.get(id),
            (None, Some(name)) => flows.named(name),
            (None, None) => None,
        };
        let start = text("flow_action").map(|word| word == "data_exchange");
        Some(Self {
            asks: start == Some(true),
            screen: text("navigate_screen").map(str::to_owned),
            ..Self::new(flow?.id.clone(), None, None)
        })
    }

    /// The values of a send.
    pub(in crate::world) fn fill(&mut self, token: Option<&String>, data: Option<&Value>) {
        if let Some(token) = token {
            self.token.clone_from(token);
        }
        if let Some(Value::Object(data)) = data {
            self.data.clone_from(data);
        }
    }

    /// As an interactive message has it. The error names the parameter.
    fn of_message(message: &FlowMessage, flows: &Flows) -> Result<Self, Refusal> {
        let given = &message.action.parameters;
        let found = match (&given.flow_id, &given.flow_name) {
            (Some(id), _) => (flows.get(id.as_str()), "flow_id", id.as_str()),
            (None, Some(name)) => (flows.named(name), "flow_name", name.as_str()),
            (None, None) => (None, "flow_id", ""),
        };
        let (Some(flow), ..) = found else {
            let details =
                format!("interactive.action.parameters.{}: there is no flow {}", found.1, found.2);
            return Err(Refusal::new(131_009, details));
        };
        let mut opening =
            Self::new(flow.id.clone(), given.flow_token.as_ref(), given.flow_action.as_ref());
        opening.draft = given.mode == Some(FlowMode::Draft);
        if let Some(payload) = &given.flow_action_payload {
            opening.screen.clone_from(&payload.screen);
            opening.fill(None, payload.data.as_ref());
        }
        Ok(opening)
    }

    /// How the flow of a message opens, if it has one.
    pub(super) fn of_entry(entry: &Entry, flows: &Flows) -> Option<Self> {
        let Matter::Business { content, template } = &entry.matter else { return None };
        if let Some(template) = template {
            return template.buttons.iter().find_map(|button| button.flow.clone());
        }
        let Some(Interactive::Flow(message)) = content.interactive() else { return None };
        Self::of_message(message, flows).ok()
    }

    /// Whether the flow, as it stands, can be opened like this.
    fn check(&self, flow: &Flow, path: &str) -> Result<(), Refusal> {
        let wrong = |what: String| Err(Refusal::new(131_009, format!("{path}: {what}")));
        let sendable = match flow.status.as_str() {
            "PUBLISHED" | "THROTTLED" => true,
            "BLOCKED" => {
                let details =
                    format!("the flow {} is blocked: its endpoint does not do well", flow.id);
                return Err(Refusal::new(132_068, details));
            }
            "DRAFT" => self.draft,
            _ => false,
        };
        if !sendable {
            let hint = if flow.status == "DRAFT" {
                "; publish it, or send it with mode draft"
            } else {
                ""
            };
            return wrong(format!("the flow {} is {}{hint}", flow.id, flow.status));
        }
        if flow.json.is_none() {
            return wrong(format!("the flow {} has no JSON yet", flow.id));
        }
        let json = flow.read();
        if self.asks && (flow.endpoint.is_none() || json["data_api_version"].is_null()) {
            let what =
                "flow_action data_exchange needs a flow with data_api_version and endpoint_uri";
            return wrong(what.to_owned());
        }
        match self.screen.as_deref() {
            Some(screen) if !self.asks && parts::screen(&json, screen).is_none() => {
                wrong(format!("the flow {} has no screen {screen}", flow.id))
            }
            _ => Ok(()),
        }
    }
}

impl World {
    /// A flow that is sent must be there and may be sent.
    pub(in crate::world) fn flow_may_be_sent(
        &mut self,
        content: &Content,
        template: Option<&ShownTemplate>,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        let (opening, path) = match (content.interactive(), template) {
            (Some(Interactive::Flow(message)), _) => {
                (Opening::of_message(message, &self.flows)?, "interactive.action.parameters")
            }
            (_, Some(template)) => {
                let found = template.buttons.iter().find_map(|button| button.flow.clone());
                let Some(opening) = found else { return Ok(()) };
                (opening, "template.components")
            }
            _ => return Ok(()),
        };
        self.checks("flow");
        let Some(flow) = self.flows.all.get_mut(&opening.flow) else {
            let details = format!("{path}: there is no flow {}", opening.flow);
            return Err(Refusal::new(131_009, details));
        };
        opening.check(flow, path)?;
        if flow.status == "THROTTLED" {
            let hour = now.minus(Duration::from_hours(1));
            flow.sent.retain(|sent| sent.0 > hour);
            if flow.sent.len() >= THROTTLED_MOST {
                let details =
                    format!("the flow {} is throttled: {THROTTLED_MOST} sends an hour", flow.id);
                return Err(Refusal::new(132_069, details));
            }
            flow.sent.push(At(now));
        }
        Ok(())
    }
}
