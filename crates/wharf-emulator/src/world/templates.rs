//! Message templates: what there is, where each stands, and filling in the values of a send.

mod archive;
mod button;
mod card;
mod change;
mod check;
mod compare;
mod definition;
mod fill;
mod group;
mod library;
mod life;
mod migrate;
mod pacing;
mod preview;
mod state;
mod upsert;
mod verdict;

use std::{borrow::Cow, collections::BTreeMap};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use wharf_model::{
    id::{AccountId, TemplateGroupId, TemplateId},
    message::Template,
    time::Timestamp,
};

pub(crate) use self::{
    button::{ButtonKind, ShownButton},
    card::ShownCard,
    definition::Definition,
    fill::{Offer, ShownTemplate},
    group::Group,
    library::search as search_library,
    life::Life,
    preview::previews,
    state::{Change, EVENTS},
    verdict::Verdict,
};
use super::{Flows, Refusal, moment};

/// Every template of the account.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Templates {
    all: BTreeMap<TemplateId, Definition>,
    /// When templates were created, for as long as that is counted.
    created: Vec<Created>,
    /// Names that were deleted while approved, and since when.
    deleted: BTreeMap<String, Created>,
    /// Groups that are measured together.
    pub(in crate::world) groups: BTreeMap<TemplateGroupId, Group>,
    /// Templates of other accounts of the portfolio, to be copied from.
    sources: BTreeMap<AccountId, Vec<Value>>,
}

/// A moment, as snapshots keep it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
struct Created(#[serde(with = "moment")] Timestamp);

impl Templates {
    /// The templates that a new account and the examples of the guide have.
    pub(super) fn dev() -> Self {
        let mut templates = Self::default();
        for (id, name, components) in [
            ("300000000000001", "hello_world", hello_world()),
            ("300000000000002", "order_update", order_update()),
        ] {
            let Ok(id) = TemplateId::new(id) else { continue };
            let definition = Definition::approved(id.clone(), name, components);
            templates.all.insert(id, definition);
        }
        templates
    }

    /// Every template, by id.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Definition> {
        self.all.values()
    }

    /// A template by its id.
    pub(crate) fn get(&self, id: &str) -> Option<&Definition> {
        self.all.get(&TemplateId::new(id).ok()?)
    }

    pub(in crate::world) fn get_mut(&mut self, id: &TemplateId) -> Option<&mut Definition> {
        self.all.get_mut(id)
    }

    fn find(&self, name: &str, language: &str) -> Option<&Definition> {
        self.all.values().find(|known| known.name == name && known.language == language)
    }

    /// Fills in a send, if there is such a template in that language, it may be sent, and its
    /// values fit.
    pub(super) fn fill(
        &self,
        template: &Template,
        flows: &Flows,
    ) -> Result<ShownTemplate, Refusal> {
        let (name, language) = (&template.name, &template.language.code);
        let found = self.find(name, language);
        let nowhere =
            |why: Cow<'_, str>| Refusal::new(132_001, format!("template name ({name}) {why}"));
        let definition =
            found.ok_or_else(|| nowhere(format!("does not exist in {language}").into()))?;
        match definition.status.as_str() {
            "APPROVED" => definition.fill(template, flows),
            "PAUSED" => Err(Refusal::new(132_015, format!("template ({name}) is paused"))),
            "DISABLED" => Err(Refusal::new(132_016, format!("template ({name}) is disabled"))),
            other => Err(nowhere(format!("is {other} in {language}, not APPROVED").into())),
        }
    }
}

fn text(kind: &str, text: &str) -> Value {
    json!({"type": kind, "text": text})
}

fn hello_world() -> Value {
    json!([
        {"type": "HEADER", "format": "TEXT", "text": "Hello World"},
        text("BODY", "Welcome and congratulations!! This message demonstrates your ability to send a WhatsApp \
            message notification from the Cloud API. Thank you for taking the time to test with us."),
        text("FOOTER", "WhatsApp Business Platform sample message"),
    ])
}

fn order_update() -> Value {
    let body = json!({"type": "BODY", "text": "Hi {{1}}, your order {{2}} is on its way.",
        "example": {"body_text": [["Ada", "1815"]]}});
    let buttons = json!({"type": "BUTTONS", "buttons": [
        {"type": "QUICK_REPLY", "text": "Thanks"},
        {"type": "URL", "text": "Track it", "url": "https://example.com/orders"},
    ]});
    json!([body, buttons])
}

/// The components of a definition, as objects.
fn objects(components: &Value) -> impl Iterator<Item = &Map<String, Value>> {
    components.as_array().into_iter().flatten().filter_map(Value::as_object)
}
