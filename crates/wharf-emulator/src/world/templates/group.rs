//! Groups of templates, which are measured together: `/{waba-id}/template_groups`, `/{template-group-id}`.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use wharf_model::{
    id::{TemplateGroupId, TemplateId},
    templates::{CreateTemplateGroupBody, UpdateTemplateGroupBody},
};

use crate::world::{Nodes, Refusal, World, typed};

/// A group of templates.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Group {
    name: String,
    description: Option<String>,
    /// Its templates.
    pub(in crate::world) templates: BTreeSet<TemplateId>,
}

impl Group {
    fn node(&self, id: &TemplateGroupId) -> Map<String, Value> {
        let templates: Vec<_> = self.templates.iter().map(|id| json!({"id": id})).collect();
        let node = json!({
            "id": id,
            "name": self.name,
            "description": self.description.as_deref().unwrap_or_default(),
            "whatsapp_business_templates": {"data": templates},
        });
        node.as_object().cloned().unwrap_or_default()
    }
}

fn read<T: serde::de::DeserializeOwned>(body: &Value) -> Result<T, Refusal> {
    typed::read(body)
        .map_err(|what| Refusal::plain(100, format!("(#100) Invalid parameter: {what}")))
}

impl World {
    /// A group of templates.
    pub(crate) fn template_group(&self, id: &str) -> Option<Map<String, Value>> {
        let id = TemplateGroupId::new(id).ok()?;
        Some(self.templates.groups.get(&id)?.node(&id))
    }

    /// Every group of templates.
    pub(crate) fn template_groups(&self) -> Nodes {
        let all = self.templates.groups.iter();
        all.map(|(id, group)| (id.to_string(), group.node(id))).collect()
    }

    /// `POST /{waba-id}/template_groups`.
    pub(crate) fn create_template_group(&mut self, body: &Value) -> Result<Value, Refusal> {
        let body: CreateTemplateGroupBody = read(body)?;
        if body.name.trim().is_empty() {
            return Err(Refusal::plain(100, "(#100) The parameter name is required."));
        }
        let templates = body.whatsapp_business_templates.unwrap_or_default();
        self.are_there("whatsapp_business_templates", &templates)?;
        let id = self.ids.template_group();
        let group = Group {
            name: body.name,
            description: body.description,
            templates: templates.into_iter().collect(),
        };
        let node = group.node(&id);
        self.templates.groups.insert(id, group);
        Ok(Value::Object(node))
    }

    /// `POST /{template-group-id}`.
    pub(crate) fn update_template_group(&mut self, id: &str, body: &Value) -> Result<(), Refusal> {
        let unknown = || Refusal::no_object("post", id);
        let id = TemplateGroupId::new(id).map_err(|_| unknown())?;
        let body: UpdateTemplateGroupBody = read(body)?;
        let (more, fewer) =
            (body.add_templates.unwrap_or_default(), body.remove_templates.unwrap_or_default());
        self.are_there("add_templates", &more)?;
        let group = self.templates.groups.get_mut(&id).ok_or_else(unknown)?;
        group.name = body.name.unwrap_or_else(|| group.name.clone());
        group.description = body.description.or_else(|| group.description.take());
        group.templates.extend(more);
        group.templates.retain(|template| !fewer.contains(template));
        Ok(())
    }

    /// `DELETE /{template-group-id}`; the templates stay.
    pub(crate) fn delete_template_group(&mut self, id: &str) -> Result<(), Refusal> {
        let unknown = || Refusal::no_object("delete", id);
        let key = TemplateGroupId::new(id).map_err(|_| unknown())?;
        self.templates.groups.remove(&key).map(|_| ()).ok_or_else(unknown)
    }

    fn are_there(&self, name: &str, ids: &[TemplateId]) -> Result<(), Refusal> {
        match ids.iter().find(|id| !self.templates.all.contains_key(*id)) {
            None => Ok(()),
            Some(id) => Err(Refusal::new(100, format!("{name}: there is no template {id}"))),
        }
    }
}
