//! `POST /{phone-number-id}/marketing_messages`: the Marketing Messages API.

use std::time::Duration;

use serde_json::Value;
use wharf_model::{
    message::{Content, MarketingMessage, ProductPolicy},
    time::Timestamp,
};

use super::{Posted, Refusal, ShownTemplate, World, messages::unreadable};

/// How long a template may not be sent before it has to be made known again.
const IDLE: Duration = Duration::from_hours(7 * 24);

/// The edge that a message is sent through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Door {
    /// `/messages`.
    Messages,
    /// `/marketing_messages`.
    Marketing {
        /// It is not sent another way when the account has not joined.
        is_strict: bool,
    },
}

impl World {
    /// Takes what was posted to the marketing edge of a number.
    pub(crate) fn post_marketing(
        &mut self,
        id: &str,
        body: Value,
        now: Timestamp,
    ) -> Result<Posted, Refusal> {
        let number = self.sender(id, &body)?;
        self.checks("body");
        super::messages::objects(&body)?;
        let marketing = MarketingMessage::from_value(body).map_err(|error| unreadable(&error))?;
        self.checks("limits");
        if !matches!(marketing.message.content, Content::Template(_)) {
            return Err(Refusal::plain(100, "(#100) Message must be a template message"));
        }
        super::messages::limits(marketing.check())?;
        let is_strict = marketing.product_policy == Some(ProductPolicy::Strict);
        self.send(&number, marketing.message, Door::Marketing { is_strict }, now)
    }

    /// Whether a template may go through that door; then it says how it is charged.
    pub(super) fn pass(
        &mut self,
        door: Door,
        template: &mut ShownTemplate,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        self.checks("door");
        let is_marketing = template.category == "marketing";
        let Door::Marketing { is_strict } = door else {
            if is_marketing && self.has_no_marketing_here() {
                let details = "the account sends marketing templates by /marketing_messages only";
                return Err(Refusal::new(131_063, details));
            }
            return Ok(());
        };
        if !is_marketing {
            let details = format!("template: is of category {}, not marketing", template.category);
            return Err(Refusal::new(134_100, details));
        }
        if !self.state.onboarded {
            // What falls back is charged as marketing.
            if !is_strict {
                return Ok(());
            }
            let details =
                "product_policy: STRICT, and the account has not joined the Marketing Messages API";
            return Err(Refusal::new(134_102, details));
        }
        self.sync(template, now)?;
        "marketing_lite".clone_into(&mut template.category);
        Ok(())
    }

    /// A template that is new, or was idle, has to be made known first.
    fn sync(&mut self, template: &ShownTemplate, now: Timestamp) -> Result<(), Refusal> {
        let Some(seconds) = self.rules.marketing_sync_seconds else { return Ok(()) };
        let takes = Duration::from_secs(seconds.into());
        let Some(definition) = self.templates.get_mut(&template.id) else { return Ok(()) };
        let life = &mut definition.life;
        if life.marketed_at.is_none_or(|at| at.plus(IDLE) <= now) {
            let begun = if life.marketed_at.is_some() { Some(now) } else { life.approved_at() };
            let ready = life.synced_at.or_else(|| begun.map(|begun| begun.plus(takes)));
            if ready.is_some_and(|ready| now < ready) {
                life.synced_at = ready;
                let details =
                    "the template is new here or was idle for a week; try again in 10 minutes";
                return Err(Refusal::new(134_101, details));
            }
        }
        Ok(())
    }

    /// A template has gone through that door: from now on it is known there.
    pub(super) fn has_passed(&mut self, template: Option<&ShownTemplate>, now: Timestamp) {
        let lite = template.filter(|template| template.category == "marketing_lite");
        let Some(known) = lite.and_then(|template| self.templates.get_mut(&template.id)) else {
            return;
        };
        known.life.synced_at = None;
        known.life.marketed_at = Some(now);
    }
}
