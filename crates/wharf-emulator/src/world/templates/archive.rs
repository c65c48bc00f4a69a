//! `POST /{waba-id}/message_templates/archive` and `/unarchive`: templates that are put away.

use serde_json::{Map, Value, json};
use wharf_model::id::TemplateId;

use super::Change;
use crate::world::{Refusal, World};

/// Templates of a request.
const IDS_MOST: usize = 100;

impl World {
    /// Puts templates away, or takes them out again. Each is judged for itself.
    pub(crate) fn archive_templates(&mut self, body: &Value, away: bool) -> Result<Value, Refusal> {
        let ids = match body.get("hsm_ids") {
            Some(Value::String(ids)) => ids.clone(),
            Some(Value::Array(ids)) => {
                let ids: Vec<_> = ids
                    .iter()
                    .map(|id| id.as_str().map_or_else(|| id.to_string(), str::to_owned))
                    .collect();
                ids.join(",")
            }
            _ => String::new(),
        };
        let ids: Vec<_> = ids.split(',').map(str::trim).filter(|id| !id.is_empty()).collect();
        if ids.is_empty() {
            return Err(Refusal::plain(100, "(#100) The parameter hsm_ids is required."));
        }
        if ids.len() > IDS_MOST {
            return Err(Refusal::new(100, format!("hsm_ids: at most {IDS_MOST}")));
        }
        let (mut done, mut failed) = (Vec::new(), Map::new());
        for id in ids {
            match self.archive(id, away) {
                Ok(()) => done.push(json!(id)),
                Err(why) => {
                    failed.insert(id.to_owned(), why.into());
                }
            }
        }
        let name = if away { "archived_templates" } else { "unarchived_templates" };
        Ok(json!({name: done, "failed_templates": failed}))
    }

    fn archive(&mut self, id: &str, away: bool) -> Result<(), &'static str> {
        let unknown = "there is no such template";
        let id = TemplateId::new(id).map_err(|_| unknown)?;
        let status =
            self.templates.all.get(&id).map(|known| known.status.as_str()).ok_or(unknown)?;
        match (status, away) {
            ("ARCHIVED", true) => Err("it is archived already"),
            ("PENDING" | "IN_APPEAL", true) => Err("it is being looked at"),
            (status, false) if status != "ARCHIVED" => Err("it is not archived"),
            _ => {
                let event = if away { "ARCHIVED" } else { "UNARCHIVED" };
                self.change_template(&id, &Change::to(event));
                Ok(())
            }
        }
    }
}
