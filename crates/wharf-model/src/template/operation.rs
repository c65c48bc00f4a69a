//! Definitions and the operations on templates.

use super::Definition;
use crate::{
    id::AccountId,
    templates::{CreateTemplate, TemplateCategory, TemplateNode},
};

impl TryFrom<&TemplateNode> for Definition {
    type Error = serde_json::Error;

    /// Reads the parts of a template that was listed. Fails when its name or language was not
    /// asked for, or when a part is not of its shape.
    fn try_from(node: &TemplateNode) -> Result<Self, serde_json::Error> {
        serde_json::from_value(serde_json::to_value(node)?)
    }
}

impl Definition {
    /// The request that creates it: `POST /{account}/message_templates`. Fails only where a part
    /// cannot be written as JSON, which none can.
    ///
    /// ```
    /// use wharf_model::{id::AccountId, template::{Body, Category, Definition}};
    ///
    /// let hello = Definition::new("hello", "en_US", Category::Utility).part(Body::new("Hello!"));
    /// let request = hello.create(AccountId::new("102290129340398")?)?;
    /// assert_eq!(request.body.components.unwrap()[0]["type"], "BODY");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn create(&self, account: AccountId) -> Result<CreateTemplate, serde_json::Error> {
        let category = self.category.clone().unwrap_or(TemplateCategory::Utility);
        let mut request = CreateTemplate::new(account, &self.name, &self.language, category);
        request.body = serde_json::from_value(serde_json::to_value(self)?)?;
        Ok(request)
    }
}
