//! The data exchange: what an endpoint is asked, and what its answer means (Flows, "Implementing Endpoints").

use serde_json::{Map, Value, json};
use wharf_model::{
    id::{AppId, MessageId},
    time::Timestamp,
};
use wharf_webhook::flows::{Action, FlowRequest};

use super::{Flow, Turn, parts, validate::leads};
use crate::world::{Target, TargetError, World, writing::Problem};

/// What an endpoint is asked. The shell seals, signs and posts it, and comes back with an [`Answered`].
#[derive(Clone, Debug)]
pub(crate) struct Question {
    /// Its number.
    pub(super) id: u64,
    /// Where it goes.
    pub(crate) target: Target,
    /// The app that signs it.
    pub(crate) app: AppId,
    /// The public key it is sealed with.
    pub(crate) key: String,
    /// What is asked.
    pub(crate) request: FlowRequest,
    /// Whether it tells of an answer that could not be used.
    is_notice: bool,
}

/// How an endpoint answered.
#[derive(Clone, Debug)]
pub(crate) enum Answered {
    /// With this, status 200.
    Said(Value),
    /// The token is no longer good, status 427, and what the person is told.
    TokenOver(String),
    /// Not at all, or so that it cannot be used.
    Failed(String),
}

/// What a person is told when the endpoint fails.
const SORRY: &str = "Something went wrong. Please try again later.";

impl World {
    fn question(
        &mut self,
        flow: &Flow,
        key: Option<String>,
        request: FlowRequest,
    ) -> Result<Question, String> {
        let uri = flow.endpoint.as_deref().ok_or("the flow has no endpoint_uri")?;
        let target = Target::new(uri);
        let target = target.map_err(|TargetError(what)| format!("endpoint_uri: {what}"))?;
        let key = key.ok_or(
            "no public key: POST /{phone-number-id}/whatsapp_business_encryption takes it, and again after \
             registering the number",
        )?;
        self.flows.asked += 1;
        Ok(Question {
            id: self.flows.asked,
            target,
            app: flow.app.clone(),
            key,
            request,
            is_notice: false,
        })
    }

    /// What is asked before a flow is published.
    pub(super) fn ping(&mut self, flow: &Flow, version: &str) -> Result<Question, String> {
        let key = self.numbers.values().find_map(|number| number.desk.public_key.clone());
        self.question(flow, key, FlowRequest::new(version, Action::Ping))
    }

    /// Asks the endpoint of what somebody has open; what cannot be asked is a problem on the phone.
    pub(super) fn ask_endpoint(
        &mut self,
        wa_id: &str,
        action: Action,
        screen: Option<String>,
        data: Map<String, Value>,
    ) -> Turn {
        match self.asked(wa_id, action, screen, data) {
            Ok(question) => Turn::Ask(Box::new(question)),
            Err(what) => {
                self.flow_problem(wa_id, format!("{SORRY} ({what})"));
                Turn::Shown
            }
        }
    }

    fn asked(
        &mut self,
        wa_id: &str,
        action: Action,
        screen: Option<String>,
        data: Map<String, Value>,
    ) -> Result<Question, String> {
        let session = self.flows.open.get(wa_id).ok_or("no flow is open")?;
        let flow = self.flows.all.get(&session.opening.flow).cloned();
        let flow = flow.ok_or("the flow was deleted")?;
        let key =
            self.numbers.get(&session.number).and_then(|number| number.desk.public_key.clone());
        let mut request = FlowRequest::new(flow.data_version().unwrap_or_default(), action);
        request.flow_token = Some(session.opening.token.clone());
        request.screen = screen;
        request.data = data;
        let question = self.question(&flow, key, request)?;
        if let Some(session) = self.flows.open.get_mut(wa_id) {
            session.waits = Some(question.id);
            session.problem = None;
        }
        Ok(question)
    }

    pub(super) fn flow_problem(&mut self, wa_id: &str, what: String) {
        if let Some(session) = self.flows.open.get_mut(wa_id) {
            session.problem = Some(what);
        }
    }

    /// The endpoint answered; or it did not.
    pub(crate) fn flow_answered(
        &mut self,
        wa_id: &str,
        question: &Question,
        answer: Answered,
        now: Timestamp,
    ) -> Turn {
        // Somebody may have closed it meanwhile.
        let Some(session) = self.flows.open.get_mut(wa_id) else { return Turn::Shown };
        if session.waits.take() != Some(question.id) {
            return Turn::Shown;
        }
        let (message, flow) = (session.message.clone(), session.opening.flow.clone());
        if let Some(flow) = self.flows.all.get_mut(&flow) {
            flow.asked += 1;
            flow.failed += u64::from(matches!(answer, Answered::Failed(_)));
        }
        self.changed(wa_id);
        match answer {
            // Nobody waits for what a notice is answered.
            _ if question.is_notice => Turn::Shown,
            Answered::Said(said) => self.endpoint_said(wa_id, question, &said, now),
            Answered::TokenOver(what) => {
                self.flows.dead.insert(message);
                self.flow_problem(wa_id, what);
                if let Some(session) = self.flows.open.get_mut(wa_id) {
                    session.stack.clear();
                }
                Turn::Shown
            }
            Answered::Failed(what) => {
                self.flow_problem(wa_id, format!("{SORRY} (The endpoint: {what}.)"));
                Turn::Shown
            }
        }
    }

    fn endpoint_said(
        &mut self,
        wa_id: &str,
        question: &Question,
        said: &Value,
        now: Timestamp,
    ) -> Turn {
        let Some(session) = self.flows.open.get(wa_id) else { return Turn::Shown };
        let json = self.flows.all.get(&session.opening.flow).map(Flow::read).unwrap_or_default();
        let screen = said["screen"].as_str().unwrap_or_default();
        let from = session.top().map(|shown| shown.screen.clone());
        let Some(data) = said["data"].as_object() else {
            return self.notice(
                wa_id,
                question,
                "invalid-data",
                "the answer has no `data`, an object",
            );
        };
        if screen == parts::SUCCESS {
            let params = &data.get("extension_message_response").unwrap_or(&Value::Null)["params"];
            let Some(params) = params.as_object() else {
                let what = "SUCCESS without data.extension_message_response.params, an object";
                return self.notice(wa_id, question, "invalid-data", what);
            };
            return match self.complete_flow(wa_id, params.clone(), now) {
                Ok(id) => Turn::Done(id),
                Err(Problem(what)) => {
                    self.flow_problem(wa_id, what);
                    Turn::Shown
                }
            };
        }
        let known = parts::screen(&json, screen).is_some();
        let may = from.as_ref().is_none_or(|from| {
            from == screen
                || question.request.action == Action::Back
                || leads(&json, &from.as_str().into(), screen)
        });
        if !known || !may {
            let from = from.unwrap_or_default();
            let what = format!(
                "screen `{screen}`: the flow has no such screen, or no route from `{from}` to it"
            );
            return self.notice(wa_id, question, "invalid-screen-transition", &what);
        }
        let mut data = data.clone();
        let told = data.remove("error_message");
        if let Some(session) = self.flows.open.get_mut(wa_id) {
            session.show(screen, data);
            session.problem = told.as_ref().and_then(Value::as_str).map(str::to_owned);
        }
        Turn::Shown
    }

    /// The phone cannot use the answer, and the endpoint is told why.
    fn notice(&mut self, wa_id: &str, question: &Question, error: &str, what: &str) -> Turn {
        let data = json!({"error": error, "error_message": what});
        let data = data.as_object().cloned().unwrap_or_default();
        let FlowRequest { action, screen, .. } = question.request.clone();
        let mut turn = self.ask_endpoint(wa_id, action, screen, data);
        if let Turn::Ask(notice) = &mut turn {
            notice.is_notice = true;
        }
        self.flow_problem(wa_id, format!("{SORRY} (The endpoint's answer: {what}.)"));
        turn
    }

    /// The flow is over: its values come to the business as a message.
    pub(super) fn complete_flow(
        &mut self,
        wa_id: &str,
        values: Map<String, Value>,
        now: Timestamp,
    ) -> Result<MessageId, Problem> {
        let session = self.flows.open.remove(wa_id);
        let session = session.ok_or_else(|| Problem("no flow is open".to_owned()))?;
        self.answer_flow(wa_id, &session.message, session.number, values, now)
    }
}
