//! The values of a send, put where the template has its variables.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use wharf_model::message::{Component, Parameter, Template};

use super::{Definition, ShownButton};
use crate::world::Refusal;

/// A template with its values filled in, as a phone shows it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ShownTemplate {
    /// The line above.
    pub(crate) header: Option<String>,
    /// The text.
    pub(crate) body: String,
    /// The small line below.
    pub(crate) footer: Option<String>,
    /// What can be tapped.
    pub(crate) buttons: Vec<ShownButton>,
    /// `marketing`, `utility`, `authentication`.
    pub(crate) category: String,
}

impl Definition {
    /// Fills in a send, if its values fit.
    pub(super) fn fill(&self, template: &Template) -> Result<ShownTemplate, Refusal> {
        let sent = template.components.as_slice();
        let part = |kind: &str| sent.iter().find(|part| part.kind.eq_ignore_ascii_case(kind));
        let header = self.fill_header(part("header"))?;
        let body = if self.category == "AUTHENTICATION" {
            "*{{1}}* is your verification code."
        } else {
            self.text("body").unwrap_or_default()
        };
        Ok(ShownTemplate {
            header,
            body: self.fill_text("body", body, part("body"))?,
            footer: self.text("footer").map(str::to_owned),
            buttons: self.fill_buttons(sent)?,
            category: self.category.to_lowercase(),
        })
    }

    fn fill_header(&self, sent: Option<&Component>) -> Result<Option<String>, Refusal> {
        let Some(header) = self.component("header") else {
            return match sent {
                Some(_) => Err(Refusal::new(132_012, "header: this template has none")),
                None => Ok(None),
            };
        };
        let format = word(header, "format").to_ascii_lowercase();
        if format == "text" {
            let text = self.text("header").unwrap_or_default();
            return self.fill_text("header", text, sent).map(Some);
        }
        let given = sent.and_then(|sent| sent.parameters.first());
        let given = given.map(Parameter::kind).unwrap_or_default();
        if given != format {
            let given = if given.is_empty() { "none" } else { given };
            let details = format!(
                "header: Format mismatch, expected {}, received {given}",
                format.to_uppercase()
            );
            return Err(Refusal::new(132_012, details));
        }
        Ok(None)
    }

    fn fill_text(
        &self,
        part: &str,
        text: &str,
        sent: Option<&Component>,
    ) -> Result<String, Refusal> {
        let names = variables(text);
        let parameters = sent.map(|sent| sent.parameters.as_slice()).unwrap_or_default();
        let (given, expected) = (parameters.len(), names.len());
        if given != expected {
            let details = format!(
                "{part}: number of localizable_params ({given}) does not match the expected number \
                 of params ({expected})"
            );
            return Err(Refusal::new(132_000, details));
        }
        let by_name = self.parameter_format == "NAMED";
        let mut filled = text.to_owned();
        for (parameter, position) in parameters.iter().zip(1_usize..) {
            let (name, value) = value(part, parameter)?;
            let name = match (by_name, name) {
                (true, Some(name)) if names.iter().any(|known| known == name) => name.to_owned(),
                (false, None) => position.to_string(),
                (true, _) => {
                    let details = format!(
                        "{part}: Parameter name is missing or empty; this template has {}",
                        names.join(", ")
                    );
                    return Err(Refusal::new(132_012, details));
                }
                (false, Some(name)) => {
                    let details = format!(
                        "{part}: parameter `{name}` has a name, this template counts its parameters"
                    );
                    return Err(Refusal::new(132_012, details));
                }
            };
            filled = filled.replace(&format!("{{{{{name}}}}}"), value);
        }
        Ok(filled)
    }
}

fn value<'a>(part: &str, parameter: &'a Parameter) -> Result<(Option<&'a str>, &'a str), Refusal> {
    match parameter {
        Parameter::Text { parameter_name, text } => Ok((parameter_name.as_deref(), text)),
        Parameter::Currency { fallback_value, .. } | Parameter::DateTime { fallback_value, .. } => {
            Ok((None, fallback_value))
        }
        other => {
            let kind = other.kind();
            let details = format!("{part}: a parameter of type {kind} where a text is expected");
            Err(Refusal::new(132_012, details))
        }
    }
}

fn word<'a>(part: &'a Map<String, Value>, name: &str) -> &'a str {
    part.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// The names between `{{` and `}}`, each once, in order.
pub(super) fn variables(text: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for piece in text.split("{{").skip(1) {
        if let Some((name, _)) = piece.split_once("}}")
            && !names.iter().any(|known| known == name.trim())
        {
            names.push(name.trim().to_owned());
        }
    }
    names
}
