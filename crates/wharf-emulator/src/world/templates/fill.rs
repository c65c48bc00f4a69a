//! The values of a send, put where the template has its variables.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use wharf_model::{
    id::TemplateId,
    message::{Parameter, Template},
    template::fill,
};

use super::{Definition, ShownButton, check, library};
use crate::world::{Flows, Refusal};

/// A template with its values filled in, as a phone shows it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ShownTemplate {
    /// Which it is.
    pub(crate) id: TemplateId,
    /// The line above.
    pub(crate) header: Option<String>,
    /// The file above, as it was sent: `{"type": "image", "image": {…}}`.
    pub(crate) file: Option<Box<Value>>,
    /// The text.
    pub(crate) body: String,
    /// The small line below.
    pub(crate) footer: Option<String>,
    /// What can be tapped.
    pub(crate) buttons: Vec<ShownButton>,
    /// `marketing`, `utility`, `authentication`; `marketing_lite` by the Marketing Messages API.
    pub(crate) category: String,
}

/// The file among the values of a header.
fn file(header: &[Parameter]) -> Option<Box<Value>> {
    let values = header.iter().filter_map(|value| serde_json::to_value(value).ok());
    let is_file =
        |value: &Value| matches!(value["type"].as_str(), Some("image" | "video" | "document"));
    values.into_iter().find(is_file).map(Box::new)
}

/// The words of a code that is sent.
const CODE: &str = "*{{1}}* is your verification code.";

impl Definition {
    /// Fills in a send, if its values fit.
    pub(super) fn fill(
        &self,
        template: &Template,
        flows: &Flows,
    ) -> Result<ShownTemplate, Refusal> {
        if let Some(model) = self.model() {
            check::sent(&model, template)?;
        }
        library::check_values(self, template)?;
        let sent = template.components.as_slice();
        let values = |kind: &str| {
            let part = sent.iter().find(|part| part.kind.eq_ignore_ascii_case(kind));
            part.map(|part| part.parameters.as_slice()).unwrap_or_default()
        };
        let code = (self.category == "AUTHENTICATION").then_some(CODE);
        let body = code.or(self.text("body")).unwrap_or_default();
        Ok(ShownTemplate {
            id: self.id.clone(),
            header: self.text("header").map(|text| fill(text, values("header"))),
            file: file(values("header")),
            body: fill(body, values("body")),
            footer: self.text("footer").map(str::to_owned),
            buttons: self.fill_buttons(sent, flows),
            category: self.category.to_lowercase(),
        })
    }
}
