//! `POST /{waba-id}/migrate_message_templates`: copies of templates of another account of the portfolio.

use serde_json::{Map, Value, json};
use wharf_model::{id::AccountId, templates::MigrateTemplatesBody, time::Timestamp};

use super::{Change, check};
use crate::world::{Refusal, World, typed};

/// Templates of a page.
const PAGE_MOST: usize = 500;
/// Templates of another account that are kept.
const SOURCE_MOST: usize = 6_000;

impl World {
    /// Gives another account of the portfolio these templates, to be copied from; each has an `id`,
    /// a `status` and a `quality_score`, as lists show them.
    pub(crate) fn set_source(
        &mut self,
        account: &str,
        templates: Vec<Value>,
    ) -> Result<(), String> {
        let id = AccountId::new(account).map_err(|_| "the path names no account".to_owned())?;
        if id == self.account {
            return Err("that is the account itself".to_owned());
        }
        if templates.len() > SOURCE_MOST {
            return Err(format!("at most {SOURCE_MOST} templates"));
        }
        for (at, template) in templates.iter().enumerate() {
            if template["id"].as_str().is_none_or(str::is_empty) {
                return Err(format!("[{at}].id: is required, a string"));
            }
            check::created(template).map_err(|refusal| format!("[{at}]: {}", refusal.error))?;
        }
        self.templates.sources.insert(id, templates);
        Ok(())
    }

    /// Copies templates that are approved and of good quality.
    pub(crate) fn migrate_templates(
        &mut self,
        body: &Value,
        now: Timestamp,
    ) -> Result<Value, Refusal> {
        let body: MigrateTemplatesBody = typed::read(body)
            .map_err(|what| Refusal::plain(100, format!("(#100) Invalid parameter: {what}")))?;
        if body.source_waba_id == self.account {
            return Err(Refusal::new(100, "source_waba_id: is the account itself"));
        }
        // As for every account that the token does not see.
        let unknown = || Refusal::no_object("get", body.source_waba_id.as_str());
        let source = self.templates.sources.get(&body.source_waba_id).ok_or_else(unknown)?;
        let count = body.count.map_or(Some(PAGE_MOST), |count| usize::try_from(count).ok());
        let count = count.filter(|count| (1..=PAGE_MOST).contains(count));
        let page = usize::try_from(body.page_number.unwrap_or(0)).ok();
        let (Some(count), Some(page)) = (count, page) else {
            let details = format!("count: must be 1 to {PAGE_MOST}; page_number: 0 or more");
            return Err(Refusal::new(100, details));
        };
        let wanted = body.template_ids.as_ref();
        let meant = source.iter().filter(|template| {
            let id = template["id"].as_str().unwrap_or_default();
            wanted.is_none_or(|wanted| wanted.iter().any(|wanted| wanted.as_str() == id))
        });
        let meant: Vec<_> = meant.skip(page.saturating_mul(count)).take(count).cloned().collect();
        let (mut copied, mut failed) = (Map::new(), Map::new());
        for template in meant {
            let id = template["id"].as_str().unwrap_or_default().to_owned();
            match self.copy(template, now) {
                Ok(new) => copied.insert(id, new),
                Err(why) => failed.insert(id, why.into()),
            };
        }
        Ok(json!({"migrated_templates": copied, "failed_templates": failed}))
    }

    fn copy(&mut self, template: Value, now: Timestamp) -> Result<Value, String> {
        let Value::Object(mut template) = template else { return Err("is no template".to_owned()) };
        if template.get("status").is_some_and(|status| status != "APPROVED") {
            return Err("only templates that are APPROVED can be copied".to_owned());
        }
        let quality = template.get("quality_score").map_or("UNKNOWN", |quality| {
            quality["score"].as_str().or(quality.as_str()).unwrap_or("UNKNOWN")
        });
        if !matches!(quality, "GREEN" | "UNKNOWN") {
            return Err("only templates of quality GREEN or UNKNOWN can be copied".to_owned());
        }
        for name in ["id", "status", "quality_score", "rejected_reason"] {
            template.remove(name);
        }
        let details = |refusal: Refusal| refusal.error.to_string();
        let id = self.add_template(Value::Object(template), now).map_err(details)?;
        self.change_template(&id, &Change::to("APPROVED"));
        Ok(json!(id))
    }
}
