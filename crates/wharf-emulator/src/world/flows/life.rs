//! A flow's life: made, changed, given its JSON, published, withdrawn, deleted.

use std::time::Duration;

use serde_json::{Value, json};
use url::Url;
use wharf_model::{
    flow::FlowCategory,
    id::{AppId, FlowId},
    time::Timestamp,
};

use super::{Answered, Flow, Question, flow::Preview};
use crate::world::{Refusal, World};

/// Characters of a name.
const NAME_MOST: usize = 100;
/// Names that are copied at once.
const COPIES_MOST: usize = 100;
/// How long a preview's link is good.
const PREVIEW_LIVES: Duration = Duration::from_hours(30 * 24);

/// What stands in the way of publishing a flow.
#[derive(Debug)]
pub(crate) enum Published {
    /// Nothing: it is published.
    Done,
    /// Its endpoint must say first that it is there.
    Ask(Box<Question>),
}

fn text<'a>(body: &'a Value, name: &str) -> Option<&'a str> {
    body.get(name).and_then(Value::as_str).filter(|text| !text.is_empty())
}

fn required(name: &str) -> Refusal {
    Refusal::plain(100, format!("(#100) The parameter {name} is required."))
}

/// A refusal with words for a person, as the platform has them for flows.
fn told(code: u32, title: &str, what: impl Into<String>) -> Refusal {
    let what = what.into();
    let mut refusal = Refusal::new(code, what.clone());
    refusal.error.user_title = Some(title.to_owned());
    refusal.error.user_message = Some(what);
    refusal
}

fn categories(body: &Value) -> Result<Option<Vec<String>>, Refusal> {
    let Some(given) = body.get("categories") else { return Ok(None) };
    let all: Option<Vec<String>> = match given {
        Value::Array(all) => all.iter().map(|word| word.as_str().map(str::to_owned)).collect(),
        Value::String(word) => Some(vec![word.clone()]),
        _ => None,
    };
    let all = all.filter(|all| !all.is_empty()).ok_or_else(|| required("categories"))?;
    if let Some(word) = all.iter().find(|word| !FlowCategory::WORDS.contains(&word.as_str())) {
        let words = FlowCategory::WORDS.join(", ");
        let message =
            format!("(#100) Param categories must be one of {{{words}}} - got \"{word}\".");
        return Err(Refusal::plain(100, message));
    }
    Ok(Some(all))
}

fn endpoint(body: &Value) -> Result<Option<String>, Refusal> {
    let Some(uri) = text(body, "endpoint_uri") else { return Ok(None) };
    let web = Url::parse(uri).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
    if web {
        return Ok(Some(uri.to_owned()));
    }
    Err(told(100, "Invalid endpoint URI", "endpoint_uri: must be a URL that begins with https://"))
}

impl World {
    /// Whether a name is good, and nobody else's.
    fn flow_name(&self, name: &str, own: Option<&FlowId>) -> Result<String, Refusal> {
        let length = name.chars().count();
        if length > NAME_MOST {
            let what = format!("name: {length} characters; at most {NAME_MOST}");
            return Err(Refusal::new(100, what));
        }
        if self.flows.named(name).is_some_and(|known| Some(&known.id) != own) {
            let what =
                format!("name: there is a flow {name} already; names are unique in an account");
            let mut refusal = told(100, "Flow name is not unique", what);
            refusal.error.subcode = Some(4_016_019);
            return Err(refusal);
        }
        Ok(name.to_owned())
    }

    /// `POST /{waba-id}/flows`.
    pub(crate) fn create_flow(&mut self, body: &Value) -> Result<FlowId, Refusal> {
        let name = text(body, "name").ok_or_else(|| required("name"))?;
        let name = self.flow_name(name, None)?;
        let categories = categories(body)?.ok_or_else(|| required("categories"))?;
        let copied = match text(body, "clone_flow_id") {
            Some(id) => {
                let known = self.flows.get(id).cloned();
                Some(known.ok_or_else(|| {
                    Refusal::new(100, format!("clone_flow_id: there is no flow {id}"))
                })?)
            }
            None => None,
        };
        let endpoint = endpoint(body)?.or(copied.as_ref().and_then(|flow| flow.endpoint.clone()));
        let json = text(body, "flow_json").map(str::to_owned);
        let json = json.or(copied.and_then(|flow| flow.json));
        let (id, ticket) = (self.ids.flow(), self.ids.ticket());
        let flow = Flow {
            id: id.clone(),
            name,
            categories,
            status: "DRAFT".to_owned(),
            json,
            endpoint,
            app: self.apps.first().id.clone(),
            preview: None,
            ticket,
            sent: Vec::new(),
            asked: 0,
            failed: 0,
        };
        self.flows.all.insert(id.clone(), flow);
        Ok(id)
    }

    fn flow_mut(&mut self, id: &str, verb: &str) -> Result<&mut Flow, Refusal> {
        let known = FlowId::new(id).ok().and_then(|id| self.flows.all.get_mut(&id));
        known.ok_or_else(|| Refusal::no_object(verb, id))
    }

    /// `POST /{flow-id}`.
    pub(crate) fn update_flow(&mut self, id: &str, body: &Value) -> Result<(), Refusal> {
        let own = self.flow_mut(id, "post")?.id.clone();
        let name = text(body, "name").map(|name| self.flow_name(name, Some(&own))).transpose()?;
        let (categories, endpoint) = (categories(body)?, endpoint(body)?);
        let app = text(body, "application_id").and_then(|id| AppId::new(id).ok());
        if let Some(app) = app.as_ref().filter(|app| self.apps.get(app).is_none()) {
            return Err(Refusal::new(100, format!("application_id: there is no app {app}")));
        }
        let flow = self.flow_mut(id, "post")?;
        if flow.status == "DEPRECATED" {
            let what = "a flow that is DEPRECATED cannot be changed";
            return Err(told(139_001, "Flow can't be updated", what));
        }
        flow.name = name.unwrap_or_else(|| std::mem::take(&mut flow.name));
        flow.categories = categories.unwrap_or_else(|| std::mem::take(&mut flow.categories));
        flow.endpoint = endpoint.or(flow.endpoint.take());
        if let Some(app) = app {
            flow.app = app;
        }
        Ok(())
    }

    /// `POST /{flow-id}/assets`.
    pub(crate) fn set_flow_json(&mut self, id: &str, body: &Value) -> Result<Value, Refusal> {
        let flow = self.flow_mut(id, "post")?;
        if text(body, "name") != Some("flow.json") {
            return Err(Refusal::plain(100, "(#100) Param name must be flow.json"));
        }
        if text(body, "asset_type") != Some("FLOW_JSON") {
            return Err(Refusal::plain(100, "(#100) Param asset_type must be one of {FLOW_JSON}"));
        }
        // A part without a name for its file is read as JSON already.
        let json = text(body, "file").map(str::to_owned);
        let json = json
            .or_else(|| Some(body.get("file")?.as_object().map(|json| json!(json))?.to_string()));
        let json = json.ok_or_else(|| required("file"))?;
        if flow.status != "DRAFT" {
            let what =
                format!("the JSON of a flow that is {} cannot be changed: clone it", flow.status);
            return Err(told(139_001, "Flow can't be updated", what));
        }
        flow.json = Some(json);
        Ok(json!({"success": true, "validation_errors": flow.errors()}))
    }

    /// A preview's link, a new one when the old one is to be given up or is over.
    pub(crate) fn preview_flow(
        &mut self,
        id: &str,
        invalidate: bool,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        let word = self.ids.ticket();
        let flow = self.flow_mut(id, "get")?;
        if invalidate || flow.preview.as_ref().is_none_or(|preview| preview.until <= now) {
            flow.preview = Some(Preview { word, until: now.plus(PREVIEW_LIVES) });
        }
        Ok(())
    }

    /// `POST /{flow-id}/publish`, as far as it goes without asking the endpoint.
    pub(crate) fn publish_flow(&mut self, id: &str) -> Result<Published, Refusal> {
        let failed = |what: String| told(139_002, "Publishing Flow failed", what);
        let flow = self.flow_mut(id, "post")?.clone();
        if flow.status != "DRAFT" {
            return Err(failed(format!(
                "the flow is {}; only a DRAFT can be published",
                flow.status
            )));
        }
        if flow.json.is_none() {
            let what = "the flow has no JSON: POST /{flow-id}/assets gives it one".to_owned();
            return Err(failed(what));
        }
        if let [first, rest @ ..] = flow.errors().as_slice() {
            let (what, more) = (first["message"].as_str().unwrap_or_default(), rest.len());
            let what = format!(
                "the flow's JSON has errors: {what} (and {more} more; see validation_errors)"
            );
            return Err(failed(what));
        }
        let Some(version) = flow.data_version() else {
            self.flow_becomes(&flow.id, "PUBLISHED");
            return Ok(Published::Done);
        };
        let question = self.ping(&flow, &version).map_err(failed)?;
        Ok(Published::Ask(Box::new(question)))
    }

    /// What the endpoint said of the ping before publishing.
    pub(crate) fn endpoint_is_there(&mut self, id: &str, answer: Answered) -> Result<(), Refusal> {
        let failed = |what: String| told(139_002, "Publishing Flow failed", what);
        let flow = self.flow_mut(id, "post")?;
        flow.asked += 1;
        let what = match answer {
            Answered::Said(said) if said["data"]["status"] == "active" => {
                let id = flow.id.clone();
                self.flow_becomes(&id, "PUBLISHED");
                return Ok(());
            }
            Answered::Said(_) => {
                "it did not answer {\"data\": {\"status\": \"active\"}}".to_owned()
            }
            Answered::TokenOver(_) => "HTTP 427".to_owned(),
            Answered::Failed(what) => what,
        };
        flow.failed += 1;
        Err(failed(format!("the endpoint did not pass the health check (action ping): {what}")))
    }

    /// `POST /{flow-id}/deprecate`.
    pub(crate) fn deprecate_flow(&mut self, id: &str) -> Result<(), Refusal> {
        let flow = self.flow_mut(id, "post")?;
        if matches!(flow.status.as_str(), "DRAFT" | "DEPRECATED") {
            let what =
                format!("the flow is {}; only a published one can be deprecated", flow.status);
            return Err(told(139_003, "Deprecating Flow failed", what));
        }
        let id = flow.id.clone();
        self.flow_becomes(&id, "DEPRECATED");
        Ok(())
    }

    /// `DELETE /{flow-id}`.
    pub(crate) fn delete_flow(&mut self, id: &str) -> Result<(), Refusal> {
        let flow = self.flow_mut(id, "delete")?;
        if flow.status != "DRAFT" {
            let what = format!("the flow is {}; only a DRAFT can be deleted", flow.status);
            return Err(told(139_004, "Deleting Flow failed", what));
        }
        let id = flow.id.clone();
        self.flows.all.remove(&id);
        Ok(())
    }

    /// `POST /{waba-id}/migrate_flows`: the emulator has one account, so nothing can come from another.
    pub(crate) fn migrate_flows(&self, body: &Value) -> Result<Value, Refusal> {
        let source = text(body, "source_waba_id").ok_or_else(|| required("source_waba_id"))?;
        if source == self.account.as_str() {
            return Err(Refusal::new(100, "source_waba_id: is the account that is copied to"));
        }
        let names = body.get("source_flow_names").and_then(Value::as_array);
        let names: Vec<_> = names.into_iter().flatten().filter_map(Value::as_str).collect();
        if names.len() > COPIES_MOST {
            let what = format!("source_flow_names: {} names; at most {COPIES_MOST}", names.len());
            return Err(Refusal::new(100, what));
        }
        let failed: Vec<_> = names
            .iter()
            .map(|name| {
                json!({"source_name": name, "error_code": "4233041", "error_message":
                    "Flow not found in the source account: the emulator has one account."})
            })
            .collect();
        Ok(json!({"migrated_flows": [], "failed_flows": failed}))
    }
}
