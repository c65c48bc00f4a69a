//! Templates are created, edited and deleted by the app.

use std::time::Duration;

use serde_json::{Value, json};
use wharf_model::{
    id::TemplateId,
    limits::{TEMPLATES_MAX, TEMPLATES_VERIFIED_MAX},
    template::{Definition as Model, ParameterFormat},
    time::Timestamp,
};

use super::{Change, Created, Definition, Templates, button, check, library, state::told_of_end};
use crate::world::{Refusal, World, agenda::Due};

/// Creations in an hour.
const HOURLY_MOST: usize = 100;
/// How long a pause lasts before the app may end it.
const PAUSED_AT_LEAST: Duration = Duration::from_mins(5);
/// How long the name of an approved template that was deleted cannot be used.
const NAME_RESTS: Duration = Duration::from_hours(30 * 24);

/// Fields that the emulator itself keeps; the others are kept as they came.
const KEPT: [&str; 6] =
    ["name", "language", "category", "parameter_format", "components", "allow_category_change"];

impl World {
    /// Templates that the account may have, each language counted: it is verified, and so has more
    /// once the name of a number of its is approved.
    pub(crate) fn templates_most(&self) -> usize {
        let named =
            self.numbers.values().any(|number| number.fields()["name_status"] == "APPROVED");
        if named { TEMPLATES_VERIFIED_MAX } else { TEMPLATES_MAX }
    }

    /// `POST /{waba-id}/message_templates`.
    pub(crate) fn create_template(
        &mut self,
        mut body: Value,
        now: Timestamp,
    ) -> Result<Value, Refusal> {
        // What the platform wrote itself it need not look at.
        let known = library::fill_in(&mut body)?;
        let id = self.add_template(body, now)?;
        if known {
            self.change_template(&id, &Change::to("APPROVED"));
        } else {
            self.review(&id, now);
        }
        let made = self.templates.all.get(&id);
        let (status, category) = made.map(|made| (&made.status, &made.category)).unzip();
        Ok(json!({"id": id, "status": status, "category": category}))
    }

    /// One more template, under review.
    pub(super) fn add_template(
        &mut self,
        body: Value,
        now: Timestamp,
    ) -> Result<TemplateId, Refusal> {
        self.checks("template");
        let Model { name, language, category, parameter_format, .. } = check::created(&body)?;
        let Value::Object(mut body) = body else {
            return Err(Refusal::new(100, "The body must be a JSON object"));
        };
        let components = body.remove("components").unwrap_or_default();
        button::flows_are_there(&components, &self.flows)?;
        let category = category.map(|word| word.as_str().to_owned()).unwrap_or_default();
        let by_name = parameter_format == Some(ParameterFormat::Named);
        self.templates.make_room(&name, &[&language], self.templates_most(), now)?;
        body.retain(|field, _| !KEPT.contains(&field.as_str()));
        let id = self.ids.template();
        let definition = Definition {
            status: "PENDING".to_owned(),
            language,
            category,
            parameter_format: if by_name { "NAMED" } else { "POSITIONAL" }.to_owned(),
            extra: body,
            changed: Created(now),
            ..Definition::approved(id.clone(), &name, components)
        };
        self.templates.all.insert(id.clone(), definition);
        self.templates.created.push(Created(now));
        self.note("TEMPLATE_CREATED", "A template was created");
        Ok(id)
    }

    /// `POST /{template-id}`: whole parts are replaced, and it is looked at again.
    pub(crate) fn edit_template(
        &mut self,
        id: &TemplateId,
        body: Value,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        let Value::Object(mut body) = body else {
            return Err(Refusal::new(100, "The body must be a JSON object"));
        };
        let unknown = || Refusal::no_object("post", id.as_str());
        let definition = self.templates.all.get_mut(id).ok_or_else(unknown)?;
        let approved = definition.status == "APPROVED";
        if !approved && !matches!(definition.status.as_str(), "REJECTED" | "PAUSED") {
            let status = &definition.status;
            let details = format!(
                "a template that is {status} cannot be edited: only APPROVED, REJECTED, PAUSED"
            );
            return Err(Refusal::new(100, details));
        }
        if approved && !definition.may_be_edited(now) {
            let details =
                "an approved template can be edited once in 24 hours and ten times in 30 days";
            return Err(Refusal::new(100, details));
        }
        let mut new = definition.node();
        new.extend(body.clone());
        let model = check::created(&Value::Object(new))?;
        let category = model.category.map(|word| word.as_str().to_owned()).unwrap_or_default();
        if approved && category != definition.category {
            let details = "category: cannot be changed while the template is approved";
            return Err(Refusal::new(100, details));
        }
        if let Some(components) = body.remove("components") {
            definition.components = components;
            definition.life.edited = true;
        }
        definition.changed = Created(now);
        definition.category = category;
        body.retain(|field, _| !KEPT.contains(&field.as_str()));
        definition.extra.extend(body);
        if approved {
            definition.edited.push(Created(now));
        }
        "PENDING".clone_into(&mut definition.status);
        self.review(id, now);
        self.note("TEMPLATE_UPDATED", "A template was edited");
        Ok(())
    }

    /// `DELETE /{waba-id}/message_templates`: all languages of a name, or one by its id.
    pub(crate) fn delete_template(
        &mut self,
        name: &str,
        id: Option<&str>,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        let fits =
            |known: &Definition| known.name == name && id.is_none_or(|id| known.id.as_str() == id);
        let doomed: Vec<_> = self
            .templates
            .all()
            .filter(|known| fits(known))
            .map(|known| known.id.clone())
            .collect();
        if doomed.is_empty() {
            let mut refusal = Refusal::new(100, format!("name: there is no template {name}"));
            refusal.error.subcode = Some(2_593_002);
            return Err(refusal);
        }
        if self.templates.all().any(|known| fits(known) && known.status == "DISABLED") {
            return Err(Refusal::new(100, "name: a disabled template cannot be deleted"));
        }
        for id in doomed {
            let Some(gone) = self.templates.all.remove(&id) else { continue };
            if gone.status == "APPROVED" {
                self.templates.deleted.insert(gone.name.clone(), Created(now));
            }
            self.note("TEMPLATE_DELETED", "A template was deleted");
            self.tell("message_template_status_update", &told_of_end(&gone));
        }
        Ok(())
    }

    /// `POST /{template-id}/unpause`.
    pub(crate) fn unpause_template(
        &mut self,
        id: &TemplateId,
        now: Timestamp,
    ) -> Result<Value, Refusal> {
        let unknown = || Refusal::no_object("post", id.as_str());
        let definition = self.templates.all.get(id).ok_or_else(unknown)?;
        let no = |reason: &str| Ok(json!({"success": false, "reason": reason}));
        if definition.status != "PAUSED" {
            return no("the template is not paused");
        }
        if definition.life.paused_at.is_some_and(|at| now < at.plus(PAUSED_AT_LEAST)) {
            return no("the template was paused less than 5 minutes ago");
        }
        self.change_template(id, &Change::to("APPROVED"));
        Ok(json!({"success": true}))
    }

    /// The platform looks at it; how long that takes is a setting.
    fn review(&mut self, id: &TemplateId, now: Timestamp) {
        if let Some(after) = self.rules.review_seconds {
            let after = Duration::from_secs(after.into());
            self.agenda.plan(now.plus(after), Due::Approval(id.clone()));
        }
    }

    pub(in crate::world) fn approve(&mut self, id: &TemplateId) {
        if self.templates.all.get(id).is_some_and(|known| known.status == "PENDING") {
            self.change_template(id, &Change::to("APPROVED"));
        }
    }
}

impl Templates {
    /// Whether a template can be created in each of these languages.
    pub(super) fn make_room(
        &mut self,
        name: &str,
        languages: &[&str],
        most: usize,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        let hour = now.minus(Duration::from_hours(1));
        self.created.retain(|created| created.0 > hour);
        if self.created.len() + languages.len() > HOURLY_MOST {
            return Err(Refusal::new(80_007, "100 templates in an hour can be created, and were"));
        }
        if let Some(language) =
            languages.iter().find(|language| self.find(name, language).is_some())
        {
            let mut refusal =
                Refusal::new(100, format!("name: there is {name} in {language} already"));
            refusal.error.subcode = Some(2_388_024);
            return Err(refusal);
        }
        let rests = self.deleted.get(name).is_some_and(|deleted| now < deleted.0.plus(NAME_RESTS));
        if rests {
            let details =
                format!("name: {name} was deleted; the name can be used again after 30 days");
            let mut refusal = Refusal::new(100, details);
            refusal.error.subcode = Some(2_388_023);
            return Err(refusal);
        }
        if self.all.len() + languages.len() > most {
            let details = format!("{most} templates are as many as the account may have");
            let mut refusal = Refusal::new(100, details);
            refusal.error.subcode = Some(2_388_019);
            return Err(refusal);
        }
        Ok(())
    }
}
