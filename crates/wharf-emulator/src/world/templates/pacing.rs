//! Pacing: a template that is new goes to a few first; the rest is held until it is clear whether
//! they like it (Cloud API, "Template pacing").

use std::time::Duration;

use serde::{Deserialize, Serialize};
use wharf_model::{
    id::{MessageId, TemplateId},
    time::Timestamp,
};

use super::Change;
use crate::world::{Matter, World, refusal::later, statuses::Way};

/// How long messages are held. The platform: nearly always less than an hour.
const HELD_FOR: Duration = Duration::from_mins(30);

/// How a template is paced.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Pacing {
    /// Messages that still go out at once.
    pub(super) left: u32,
    /// Messages that are held, oldest first.
    pub(super) held: Vec<MessageId>,
}

impl World {
    /// Whether a message of a template is held; then it is.
    pub(in crate::world) fn holds(
        &mut self,
        id: &TemplateId,
        message: &MessageId,
        now: Timestamp,
    ) -> bool {
        let Some(definition) = self.templates.all.get_mut(id) else { return false };
        let Some(pacing) = definition.life.pacing.as_mut() else { return false };
        if pacing.left > 0 {
            pacing.left -= 1;
            return false;
        }
        pacing.held.push(message.clone());
        if definition.life.released_at.is_none() {
            let at = now.plus(HELD_FOR);
            definition.life.released_at = Some(at);
            self.plan_turn(id, at);
        }
        true
    }

    /// What was held goes out; or does not, and the template is paused until the app wants it back.
    pub(super) fn release(&mut self, id: &TemplateId, is_liked: bool, now: Timestamp) {
        let Some(definition) = self.templates.all.get_mut(id) else { return };
        definition.life.released_at = None;
        let Some(Pacing { held, .. }) = definition.life.pacing.take() else { return };
        if !is_liked {
            self.change_template(id, &Change::pacing());
        }
        for message in held {
            self.let_go(&message, is_liked, now);
        }
    }

    fn let_go(&mut self, id: &MessageId, goes: bool, now: Timestamp) {
        let Some(key) = self.place(id).cloned() else { return };
        let Some(entry) = self.entry(id) else { return };
        let way = Way::new(false, &[]);
        let failure = match &entry.matter {
            _ if !goes => {
                let details = "the template was paused while this message was held, since the first who got it did not like it";
                Some(later(132_015, details))
            }
            Matter::Business { content, template } => self
                .failure(&key, content, template.as_deref(), now)
                .or_else(|| self.is_for_somebody_else(id)),
            Matter::Person { .. } => return,
        };
        match failure {
            Some(error) => self.plan_failure(id, error, way, now),
            None => self.plan_progress(id, &key, way, now),
        }
    }
}
