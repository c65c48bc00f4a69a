//! What happens to a template by itself, and what the platform remembers for that.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use wharf_model::{id::TemplateId, time::Timestamp};

use super::{Change, Definition, pacing::Pacing, state::trio};
use crate::world::{World, agenda::Due, moment};

/// What the platform remembers of a template.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Life {
    /// The category it will have.
    pub(super) correct_category: Option<String>,
    /// The category it had.
    pub(super) previous_category: Option<String>,
    /// Since when people like it as they do.
    #[serde(with = "moment::maybe")]
    pub(super) quality_at: Option<Timestamp>,
    #[serde(with = "moment::maybe")]
    pub(super) approved_at: Option<Timestamp>,
    #[serde(with = "moment::maybe")]
    pub(super) paused_at: Option<Timestamp>,
    /// When it can be sent again by itself.
    #[serde(with = "moment::maybe")]
    pub(super) pause_ends: Option<Timestamp>,
    /// When it gets the category it will have.
    #[serde(with = "moment::maybe")]
    pub(super) recategorised_at: Option<Timestamp>,
    /// When the messages that are held go out, or do not.
    #[serde(with = "moment::maybe")]
    pub(super) released_at: Option<Timestamp>,
    /// When it is deleted, since it was put away.
    #[serde(with = "moment::maybe")]
    pub(super) deleted_at: Option<Timestamp>,
    /// When it last went out by the Marketing Messages API.
    #[serde(with = "moment::maybe")]
    pub(in crate::world) marketed_at: Option<Timestamp>,
    /// When the Marketing Messages API will know it.
    #[serde(with = "moment::maybe")]
    pub(in crate::world) synced_at: Option<Timestamp>,
    /// What will be decided about it, and when.
    pub(super) decision: Option<Planned>,
    /// How many people blocked the business after a message of it, and why most of them did.
    pub(super) blocks: u32,
    pub(super) block_reason: Option<String>,
    /// It goes out slowly.
    pub(super) pacing: Option<Pacing>,
    /// It was edited, and the app does not know yet how it looks.
    pub(super) edited: bool,
}

/// A decision that is planned.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Planned {
    #[serde(with = "moment")]
    pub(super) at: Timestamp,
    pub(super) change: Change,
}

impl Life {
    /// When the Marketing Messages API knows a template that was never sent through it.
    pub(in crate::world) fn approved_at(&self) -> Option<Timestamp> {
        self.approved_at
    }
}

impl World {
    /// Something is planned about a template for this moment.
    pub(super) fn plan_turn(&mut self, id: &TemplateId, at: Timestamp) {
        self.agenda.plan(at, Due::Template(id.clone()));
    }

    /// What was planned about a template for this moment, or before it, happens.
    pub(in crate::world) fn template_turns(&mut self, id: &TemplateId, now: Timestamp) {
        let Some(definition) = self.templates.all.get_mut(id) else { return };
        let life = &mut definition.life;
        let is_due = |moment: &mut Option<Timestamp>| moment.take_if(|at| *at <= now).is_some();
        let (ends, recategorised) =
            (is_due(&mut life.pause_ends), is_due(&mut life.recategorised_at));
        let (released, deleted) = (is_due(&mut life.released_at), is_due(&mut life.deleted_at));
        let decision = life.decision.take_if(|planned| planned.at <= now);
        let (status, is_liked) = (definition.status.clone(), definition.quality != "RED");
        if ends && status == "PAUSED" {
            self.change_template(id, &Change::to("APPROVED"));
        }
        if recategorised {
            self.recategorise(id);
        }
        if released {
            self.release(id, is_liked, now);
        }
        if let Some(Planned { change, .. }) = decision {
            self.change_template(id, &change);
        }
        if deleted && status == "ARCHIVED" {
            self.templates.all.remove(id);
        }
    }

    /// A template gets the category it should have; the app is told.
    pub(super) fn recategorise(&mut self, id: &TemplateId) {
        let Some(definition) = self.templates.all.get_mut(id) else { return };
        let Some(new) = definition.life.correct_category.take() else { return };
        definition.life.recategorised_at = None;
        let old = std::mem::replace(&mut definition.category, new.clone());
        definition.life.previous_category = Some(old.clone());
        let mut value = trio(definition);
        value["previous_category"] = old.into();
        value["new_category"] = new.into();
        self.tell("template_category_update", &value);
    }

    /// The app is told how a template looks now.
    pub(super) fn tell_components(&mut self, id: &TemplateId) {
        let Some(definition) = self.templates.all.get_mut(id) else { return };
        if !std::mem::take(&mut definition.life.edited) {
            return;
        }
        let value = components(definition);
        self.tell("message_template_components_update", &value);
    }
}

fn components(definition: &Definition) -> Value {
    let mut value = trio(definition);
    value["message_template_element"] = definition.text("body").unwrap_or_default().into();
    for (name, kind) in
        [("message_template_title", "header"), ("message_template_footer", "footer")]
    {
        if let Some(text) = definition.text(kind) {
            value[name] = text.into();
        }
    }
    let buttons = definition.component("buttons").and_then(|part| part.get("buttons"));
    let buttons: Vec<_> = buttons.map(super::objects).into_iter().flatten().collect();
    if !buttons.is_empty() {
        let told = buttons.iter().map(|button| {
            let mut told = json!({});
            for name in ["type", "text", "url", "phone_number"] {
                let Some(text) = button.get(name).and_then(Value::as_str) else { continue };
                let text = if name == "type" { text.to_uppercase() } else { text.to_owned() };
                told[format!("message_template_button_{name}")] = text.into();
            }
            told
        });
        value["message_template_buttons"] = told.collect();
    }
    value
}
