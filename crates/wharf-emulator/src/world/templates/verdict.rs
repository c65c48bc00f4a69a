//! What the platform and the people decide about a template: by the control API.

use std::time::Duration;

use serde::Deserialize;
use wharf_model::{id::TemplateId, time::Timestamp};

use super::{Change, Definition, EVENTS, life::Planned, pacing::Pacing, state::trio};
use crate::world::World;

/// How long a change of category is announced before it comes.
const NOTICE: Duration = Duration::from_hours(24);
/// Ratings of templates.
const RATINGS: &[&str] = &["GREEN", "YELLOW", "RED", "UNKNOWN"];
/// Categories of templates.
const CATEGORIES: &[&str] = &["AUTHENTICATION", "MARKETING", "UTILITY"];

/// What is decided about a template; what is absent stays.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Verdict {
    /// One of [`EVENTS`].
    event: Option<String>,
    /// Why.
    reason: Option<String>,
    /// The event comes after so many seconds.
    after_seconds: Option<u32>,
    /// Which, when a name has several.
    pub(crate) language: Option<String>,
    /// How people like it; `RED` pauses it.
    quality: Option<String>,
    /// It gets another category now.
    category: Option<String>,
    /// It gets another category in 24 hours.
    correct_category: Option<String>,
    /// A message that was sent directly belongs into this category.
    detected_category: Option<String>,
    /// So many people more blocked the business after a message of it.
    blocks: Option<u32>,
    /// Why most of them did.
    block_reason: Option<String>,
    /// So many messages go out from now on, further ones are held.
    pacing: Option<u32>,
    /// `release` or `drop`: what becomes of the messages that are held.
    held: Option<String>,
}

impl Verdict {
    /// What is wrong with it. Words may be of any case.
    pub(crate) fn check(&mut self) -> Result<(), String> {
        let words: [(&str, &mut Option<String>, &[&str]); 5] = [
            ("event", &mut self.event, &EVENTS),
            ("quality", &mut self.quality, RATINGS),
            ("category", &mut self.category, CATEGORIES),
            ("correct_category", &mut self.correct_category, CATEGORIES),
            ("detected_category", &mut self.detected_category, CATEGORIES),
        ];
        let mut says = false;
        for (name, given, known) in words {
            let Some(given) = given else { continue };
            says = true;
            given.make_ascii_uppercase();
            if !known.contains(&given.as_str()) {
                return Err(format!("{name}: `{given}` is not one of {}", known.join(", ")));
            }
        }
        if self.held.as_ref().is_some_and(|held| held != "release" && held != "drop") {
            return Err("held: must be release or drop".to_owned());
        }
        if !says && self.blocks.is_none() && self.pacing.is_none() && self.held.is_none() {
            return Err("event: is required (or quality, category, correct_category, \
                        detected_category, blocks, pacing, held)"
                .to_owned());
        }
        Ok(())
    }
}

impl World {
    /// The platform and the people decide about a template; the app is told.
    pub(crate) fn judge(
        &mut self,
        id: &TemplateId,
        verdict: &Verdict,
        now: Timestamp,
    ) -> Option<Definition> {
        let definition = self.templates.all.get_mut(id)?;
        if let Some(blocks) = verdict.blocks {
            definition.life.blocks = definition.life.blocks.saturating_add(blocks);
            definition.life.block_reason.clone_from(&verdict.block_reason);
        }
        if let Some(left) = verdict.pacing {
            definition.life.pacing.get_or_insert_with(Pacing::default).left = left;
        }
        if let Some(quality) = &verdict.quality {
            self.rate_template(id, quality, now);
        }
        if let Some(category) = &verdict.category {
            self.templates.all.get_mut(id)?.life.correct_category = Some(category.clone());
            self.recategorise(id);
        }
        if let Some(category) = &verdict.correct_category {
            self.announce(id, category, now);
        }
        if let Some(category) = &verdict.detected_category {
            let definition = self.templates.all.get(id)?;
            let mut value = trio(definition);
            value["category"] = definition.category.as_str().into();
            value["correct_category"] = category.as_str().into();
            self.tell("template_correct_category_detection", &value);
        }
        if let Some(held) = &verdict.held {
            self.release(id, held == "release", now);
        }
        if let Some(event) = &verdict.event {
            let change = Change::new(event.clone(), verdict.reason.clone());
            match verdict.after_seconds.filter(|seconds| *seconds > 0) {
                None => {
                    self.change_template(id, &change);
                }
                Some(seconds) => {
                    let at = now.plus(Duration::from_secs(seconds.into()));
                    self.templates.all.get_mut(id)?.life.decision = Some(Planned { at, change });
                    self.plan_turn(id, at);
                }
            }
        }
        self.templates.all.get(id).cloned()
    }

    /// People like a template more, or less; one that they do not like is paused.
    fn rate_template(&mut self, id: &TemplateId, quality: &str, now: Timestamp) {
        let Some(definition) = self.templates.all.get_mut(id) else { return };
        let old = std::mem::replace(&mut definition.quality, quality.to_owned());
        definition.life.quality_at = Some(now);
        let is_paused = quality == "RED" && definition.status == "APPROVED";
        let mut value = trio(definition);
        if old != quality {
            value["previous_quality_score"] = old.into();
            value["new_quality_score"] = quality.into();
            self.tell("message_template_quality_update", &value);
        }
        if is_paused {
            self.change_template(id, &Change::to("PAUSED"));
        }
    }

    /// A change of category is announced.
    fn announce(&mut self, id: &TemplateId, category: &str, now: Timestamp) {
        let Some(definition) = self.templates.all.get_mut(id) else { return };
        let at = now.plus(NOTICE);
        definition.life.correct_category = Some(category.to_owned());
        definition.life.recategorised_at = Some(at);
        let mut value = trio(definition);
        value["new_category"] = definition.category.as_str().into();
        value["correct_category"] = category.into();
        value["category_update_timestamp"] = at.as_secs().into();
        self.tell("template_category_update", &value);
        self.plan_turn(id, at);
    }
}
