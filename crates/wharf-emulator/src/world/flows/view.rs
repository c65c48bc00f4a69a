//! A screen as it is shown: its components one after the other, with their values.

use std::collections::BTreeMap;

use serde_json::{Map, Value};
use wharf_model::{id::MessageId, time::Timestamp};

use super::{
    Flow, Opening, Session,
    expr::{holds, resolve, shown},
    parts::{children, known, screen, screens, text},
    scope::OnScreen,
    session::Shown,
};
use crate::world::World;

/// A screen as it is shown.
#[derive(Clone, Debug)]
pub(crate) struct FlowView {
    /// What the flow is called.
    pub(crate) flow: String,
    /// The screen's id.
    pub(crate) screen: String,
    /// What stands above it.
    pub(crate) title: String,
    /// Its components, with those of forms and of the branches that are shown.
    pub(crate) parts: Vec<Part>,
    /// What went wrong.
    pub(crate) problem: Option<String>,
    /// Whether there is a screen to go back to.
    pub(crate) can_go_back: bool,
    /// Whether something that is shown depends on what is entered.
    pub(crate) depends: bool,
}

/// A component as it is shown.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    /// Its type.
    pub(crate) kind: String,
    /// Its properties, with references replaced.
    pub(crate) props: Map<String, Value>,
    /// What was entered, or what it begins with.
    pub(crate) value: Value,
    /// What is wrong with that.
    pub(crate) error: Option<String>,
    /// What it does, as it is written.
    pub(super) action: Option<Value>,
}

/// Something that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Choice {
    /// What is sent.
    pub(crate) id: String,
    /// What is shown.
    pub(crate) title: String,
    /// What is said about it; empty when nothing is.
    pub(crate) description: String,
}

impl Part {
    /// A property as a text; empty when it is absent.
    pub(crate) fn text(&self, name: &str) -> String {
        self.props.get(name).map(shown).unwrap_or_default()
    }

    /// A property that is on or off.
    pub(crate) fn is(&self, name: &str) -> Option<bool> {
        match self.props.get(name) {
            Some(Value::Bool(on)) => Some(*on),
            Some(Value::String(word)) => word.parse().ok(),
            _ => None,
        }
    }

    /// Its name; empty for what is no input.
    pub(crate) fn name(&self) -> &str {
        text(&self.props, "name")
    }

    /// Whether a person gives it a value now.
    pub(crate) fn is_input(&self) -> bool {
        known(&self.kind).is_some_and(|known| known.is_input) && self.is("enabled") != Some(false)
    }

    /// What it offers.
    pub(crate) fn choices(&self) -> Vec<Choice> {
        let all = self.props.get("data-source").and_then(Value::as_array);
        let all = all.into_iter().flatten().filter(|choice| choice["enabled"] != false);
        let text = |choice: &Value, name: &str| choice.get(name).map(shown).unwrap_or_default();
        all.map(|choice| Choice {
            id: text(choice, "id"),
            title: text(choice, "title"),
            description: text(choice, "description"),
        })
        .collect()
    }

    fn acts_with(&self) -> &str {
        let name = self.action.as_ref().and_then(|action| action["name"].as_str());
        name.unwrap_or_default()
    }

    /// Whether it does something with the flow.
    pub(crate) fn acts(&self) -> bool {
        !matches!(self.acts_with(), "" | "open_url")
    }

    /// The URL that it opens.
    pub(crate) fn opens(&self) -> Option<String> {
        let url = self.action.as_ref()?["url"].as_str()?;
        (self.acts_with() == "open_url").then(|| url.to_owned())
    }

    /// Whether it takes files.
    pub(crate) fn is_file(&self) -> bool {
        matches!(self.kind.as_str(), "PhotoPicker" | "DocumentPicker")
    }

    /// How many files it takes, from and to.
    pub(crate) fn files(&self) -> (u64, u64) {
        let what = if self.kind == "PhotoPicker" { "photos" } else { "documents" };
        let bound = |word: &str| self.text(&format!("{word}-uploaded-{what}")).parse().ok();
        (bound("min").unwrap_or(0), bound("max").unwrap_or(30))
    }

    /// Whether nobody goes on without it.
    pub(crate) fn is_needed(&self) -> bool {
        self.is("required") == Some(true) || (self.is_file() && self.files().0 > 0)
    }

    /// Whether several of them can be chosen.
    pub(crate) fn is_many(&self) -> bool {
        matches!(self.kind.as_str(), "CheckboxGroup" | "ChipsSelector")
    }

    /// What was entered, from the texts that a form has under its name.
    fn read(&self, given: &[String]) -> Option<Value> {
        match self.kind.as_str() {
            _ if self.is_file() => Some(self.value.clone()).filter(Value::is_array),
            "OptIn" => Some((!given.is_empty()).into()),
            _ if self.is_many() => Some(given.into()),
            _ => given.first().filter(|text| !text.is_empty()).map(|text| text.as_str().into()),
        }
    }
}

impl FlowView {
    /// What was entered, from the fields of a form.
    pub(crate) fn read(&self, fields: &BTreeMap<String, Vec<String>>) -> Map<String, Value> {
        let inputs = self.parts.iter().filter(|part| part.is_input());
        let values = inputs.filter_map(|part| {
            let given = fields.get(part.name()).map(Vec::as_slice).unwrap_or_default();
            Some((part.name().to_owned(), part.read(given)?))
        });
        values.collect()
    }
}

impl World {
    /// What somebody has open, as it is shown.
    pub(crate) fn flow_view(&self, wa_id: &str) -> Option<FlowView> {
        let session = self.flows.open(wa_id)?;
        let flow = self.flows.all.get(&session.opening.flow)?;
        Some(view(flow, &flow.read(), session))
    }

    /// Every screen of a flow with its own examples, for whoever has the link.
    pub(crate) fn flow_preview(
        &self,
        id: &str,
        word: &str,
        now: Timestamp,
    ) -> Option<Vec<FlowView>> {
        let flow = self.flows.get(id).filter(|flow| flow.is_previewed_by(word, now))?;
        let (json, number) = (flow.read(), self.first_number()?.id.clone());
        let message = MessageId::new("preview").ok()?;
        let ids = screens(&json)
            .iter()
            .filter_map(|screen| Some((screen["id"].as_str()?, &screen["data"])));
        let views = ids.map(|(id, data)| {
            let data = data.as_object().into_iter().flatten();
            let examples = data.map(|(name, one)| (name.clone(), one["__example__"].clone()));
            let mut session = Session::new(
                number.clone(),
                message.clone(),
                Opening::new(flow.id.clone(), None, None),
            );
            session.show(id, examples.collect());
            view(flow, &json, &session)
        });
        Some(views.collect())
    }
}

/// What is shown of a flow that is open.
fn view(flow: &Flow, json: &Value, session: &Session) -> FlowView {
    let mut view = FlowView {
        flow: flow.name.clone(),
        screen: String::new(),
        title: flow.name.clone(),
        parts: Vec::new(),
        problem: session.problem.clone(),
        can_go_back: session.stack.len() > 1,
        depends: false,
    };
    let Some(top) = session.top() else { return view };
    let Some(screen) = screen(json, &top.screen) else { return view };
    view.screen.clone_from(&top.screen);
    let scope = OnScreen { session, shown: top };
    let title = resolve(&screen["title"], &scope);
    if let Some(title) = title.as_str().filter(|title| !title.is_empty()) {
        title.clone_into(&mut view.title);
    }
    let mut flat = Flat { scope: &scope, view, form: None };
    flat.list(children(screen), 0);
    flat.view
}

/// How deep components may be nested.
const DEPTH_MOST: usize = 16;

/// Puts components one after the other.
struct Flat<'a> {
    scope: &'a OnScreen<'a>,
    view: FlowView,
    /// What the form around them says of all of its inputs.
    form: Option<Map<String, Value>>,
}

impl Flat<'_> {
    fn list(&mut self, all: &[Value], depth: usize) {
        if depth > DEPTH_MOST {
            return;
        }
        for component in all.iter().filter_map(Value::as_object) {
            if component
                .get("visible")
                .is_some_and(|visible| !holds(&resolve(visible, self.scope), self.scope))
            {
                continue;
            }
            let none = Vec::new();
            let list =
                |value: Option<&Value>| value.and_then(Value::as_array).unwrap_or(&none).clone();
            match text(component, "type") {
                "Form" => {
                    let form = component.iter().filter(|(name, _)| *name != "children");
                    let form = form.map(|(name, value)| (name.clone(), resolve(value, self.scope)));
                    self.form = Some(form.collect());
                    self.list(&list(component.get("children")), depth + 1);
                    self.form = None;
                }
                "If" => {
                    let condition = component.get("condition").unwrap_or(&Value::Null);
                    self.view.depends |= condition.to_string().contains("form.");
                    let branch = if holds(condition, self.scope) { "then" } else { "else" };
                    self.list(&list(component.get(branch)), depth + 1);
                }
                "Switch" => {
                    let value = component.get("value").unwrap_or(&Value::Null);
                    self.view.depends |= value.to_string().contains("form.");
                    let case = shown(&resolve(value, self.scope));
                    let cases = component.get("cases");
                    let chosen =
                        cases.and_then(|cases| cases.get(&case).or_else(|| cases.get("default")));
                    self.list(&list(chosen), depth + 1);
                }
                "NavigationList" => self.rows(component),
                kind => self.one(kind, component),
            }
        }
    }

    /// A list whose rows lead on: what is said above it, and each row on its own.
    fn rows(&mut self, list: &Map<String, Value>) {
        let said = list.iter().filter(|(name, _)| matches!(name.as_str(), "label" | "description"));
        let said: Map<_, _> = said.map(|(name, value)| (name.clone(), value.clone())).collect();
        if !said.is_empty() {
            self.one("NavigationList", &said);
        }
        let items = list.get("list-items").map(|items| resolve(items, self.scope));
        for item in items.as_ref().and_then(Value::as_array).into_iter().flatten() {
            let mut row = item["main-content"].as_object().cloned().unwrap_or_default();
            let action = item.get("on-click-action").or_else(|| list.get("on-click-action"));
            if let Some(action) = action {
                row.insert("on-click-action".to_owned(), action.clone());
            }
            self.one("NavigationItem", &row);
        }
    }

    fn one(&mut self, kind: &str, component: &Map<String, Value>) {
        let is_action = |name: &str| name.starts_with("on-");
        let props = component.iter().filter(|(name, _)| !is_action(name));
        let props: Map<_, _> =
            props.map(|(name, value)| (name.clone(), resolve(value, self.scope))).collect();
        let action = component.get("on-click-action").or_else(|| component.get("on-select-action"));
        let name = text(&props, "name").to_owned();
        let Shown { values, errors, .. } = self.scope.shown;
        let of_form = |group: &str| self.form.as_ref()?.get(group)?.get(&name).cloned();
        let begins = props.get("init-value").cloned().or_else(|| of_form("init-values"));
        let value = values.get(&name).cloned().or(begins).unwrap_or_default();
        let told = props.get("error-message").cloned().or_else(|| of_form("error-messages"));
        let told = told.map(|told| shown(&told)).filter(|told| !told.is_empty());
        let error = errors.get(&name).cloned().or(told);
        let (kind, action) = (kind.to_owned(), action.cloned());
        self.view.parts.push(Part { kind, props, value, error, action });
    }
}

impl Session {
    /// Whether it waits for its endpoint.
    pub(crate) fn is_waiting(&self) -> bool {
        self.waits.is_some()
    }
}
