//! `GET /{template-id}/compare`: two templates beside each other.

use serde_json::{Value, json};
use wharf_model::id::TemplateId;

use super::Definition;
use crate::world::{Refusal, World, civil::DAY};

/// Messages that each must have been sent.
const SENT_LEAST: u64 = 1_000;
/// Days that a comparison goes back.
const SPANS: [i64; 4] = [7, 30, 60, 90];

impl World {
    /// Compares a template with another one, from `start` to `end` (Unix seconds).
    pub(crate) fn compare_templates(
        &self,
        id: &str,
        others: &[String],
        start: i64,
        end: i64,
    ) -> Result<Value, Refusal> {
        let mine = self.templates.get(id).ok_or_else(|| Refusal::no_object("get", id))?;
        let [other] = others else {
            return Err(Refusal::new(100, "template_ids: must name one other template"));
        };
        let other = self.templates.get(other).filter(|other| other.id != mine.id);
        let Some(other) = other else {
            return Err(Refusal::new(100, "template_ids: there is no other template of that id"));
        };
        let days = (end - start + DAY / 2).div_euclid(DAY);
        if !SPANS.contains(&days) {
            let details = format!("start, end: must be 7, 30, 60 or 90 days apart, are {days}");
            return Err(Refusal::new(100, details));
        }
        let both = [mine, other];
        let sent = both.map(|template| self.sent_of(&template.id, start, end));
        if let Some((few, count)) = both.iter().zip(sent).find(|(_, sent)| *sent < SENT_LEAST) {
            let name = &few.name;
            let details = format!(
                "template ({name}) was sent {count} times in that time; {SENT_LEAST} are needed to compare"
            );
            return Err(Refusal::new(100, details));
        }
        Ok(comparison(both, sent))
    }

    fn sent_of(&self, template: &TemplateId, start: i64, end: i64) -> u64 {
        let sent = self.facts().filter(|fact| {
            fact.template().is_some_and(|own| own.id == *template)
                && fact.at("sent").is_some_and(|at| (start..end).contains(&at))
        });
        u64::try_from(sent.count()).unwrap_or(u64::MAX)
    }
}

fn comparison(both: [&Definition; 2], sent: [u64; 2]) -> Value {
    let values = |value: &dyn Fn(usize) -> Value| {
        let pairs = both.iter().enumerate();
        pairs
            .map(|(at, template)| json!({"key": template.id, "value": value(at)}))
            .collect::<Vec<_>>()
    };
    // Fewer blocks of as many messages come first.
    let weight = |at: usize, of: usize| u64::from(both[at].life.blocks).saturating_mul(sent[of]);
    let order = if weight(0, 1) <= weight(1, 0) { [0, 1] } else { [1, 0] };
    let reason =
        |at: usize| both[at].life.block_reason.as_deref().unwrap_or("UNKNOWN_BLOCK_REASON").into();
    json!({"data": [
        {"metric": "BLOCK_RATE", "type": "RELATIVE", "order_by_relative_metric": order.map(|at| &both[at].id)},
        {"metric": "MESSAGE_SENDS", "type": "NUMBER_VALUES", "number_values": values(&|at| sent[at].into())},
        {"metric": "TOP_BLOCK_REASON", "type": "STRING_VALUES", "string_values": values(&reason)},
    ]})
}
