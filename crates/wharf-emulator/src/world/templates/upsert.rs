//! `POST /{waba-id}/upsert_message_templates`: authentication templates in many languages.

use serde_json::{Value, json};
use wharf_model::{id::TemplateId, time::Timestamp};

use super::{Change, Created, check};
use crate::world::{Refusal, World};

impl World {
    /// Creates an authentication template in each of the languages, or changes those that there are.
    /// They are approved at once.
    pub(crate) fn upsert_templates(
        &mut self,
        body: &Value,
        now: Timestamp,
    ) -> Result<Value, Refusal> {
        let languages: Vec<String> = match body
            .get("languages")
            .map(|languages| serde_json::from_value(languages.clone()))
        {
            Some(Ok(languages)) => languages,
            Some(Err(_)) => {
                let message = "(#100) Param languages must be a list of language codes";
                return Err(Refusal::plain(100, message));
            }
            None => Vec::new(),
        };
        if languages.is_empty() {
            return Err(Refusal::plain(100, "(#100) The parameter languages is required."));
        }
        let category = body.get("category").and_then(Value::as_str).unwrap_or_default();
        if !category.eq_ignore_ascii_case("AUTHENTICATION") {
            return Err(Refusal::new(100, "category: must be AUTHENTICATION here"));
        }
        no_labels(body)?;
        // All of them, or none.
        let mut bodies = Vec::new();
        for language in &languages {
            let mut one = body.clone();
            if let Some(fields) = one.as_object_mut() {
                fields.remove("languages");
                fields.insert("language".to_owned(), language.as_str().into());
            }
            check::created(&one)?;
            bodies.push(one);
        }
        self.may_upsert(body, &languages, now)?;
        let mut data = Vec::new();
        for (language, one) in languages.iter().zip(bodies) {
            let id = self.upsert(language, one, now)?;
            let status = self.templates.all.get(&id).map(|known| known.status.clone());
            data.push(json!({"id": id, "status": status, "language": language}));
        }
        Ok(json!({"data": data}))
    }

    /// Whether each of them can be created or changed.
    fn may_upsert(
        &mut self,
        body: &Value,
        languages: &[String],
        now: Timestamp,
    ) -> Result<(), Refusal> {
        let name = body.get("name").and_then(Value::as_str).unwrap_or_default();
        let mut new = Vec::new();
        for (at, language) in languages.iter().enumerate() {
            if languages.iter().take(at).any(|before| before == language) {
                let details = format!("languages[{at}]: {language} is named twice");
                return Err(Refusal::new(100, details));
            }
            match self.templates.find(name, language) {
                None => new.push(language.as_str()),
                Some(known) if known.category == "AUTHENTICATION" => {}
                Some(_) => {
                    let details = format!("name: {name} in {language} is of another category");
                    return Err(Refusal::new(100, details));
                }
            }
        }
        if new.is_empty() {
            return Ok(());
        }
        self.templates.make_room(name, &new, self.templates_most(), now)
    }

    fn upsert(
        &mut self,
        language: &str,
        body: Value,
        now: Timestamp,
    ) -> Result<TemplateId, Refusal> {
        let name = body.get("name").and_then(Value::as_str).unwrap_or_default();
        let known = self.templates.find(name, language).map(|known| known.id.clone());
        let id = match known {
            Some(id) => {
                if let Some(definition) = self.templates.all.get_mut(&id) {
                    definition.components = body.get("components").cloned().unwrap_or_default();
                    if let Some(seconds) = body.get("message_send_ttl_seconds") {
                        definition
                            .extra
                            .insert("message_send_ttl_seconds".to_owned(), seconds.clone());
                    }
                    definition.changed = Created(now);
                    definition.life.edited = true;
                }
                id
            }
            None => self.add_template(body, now)?,
        };
        self.change_template(&id, &Change::to("APPROVED"));
        Ok(id)
    }
}

/// The labels of buttons are the platform's here.
fn no_labels(body: &Value) -> Result<(), Refusal> {
    let parts = body.get("components").map(super::objects).into_iter().flatten();
    for part in parts {
        let buttons = part.get("buttons").map(super::objects).into_iter().flatten();
        for (at, button) in buttons.enumerate() {
            if let Some(label) =
                ["text", "autofill_text"].iter().find(|name| button.contains_key(**name))
            {
                let details = format!("buttons[{at}].{label}: is not supported here");
                return Err(Refusal::new(100, details));
            }
        }
    }
    Ok(())
}
