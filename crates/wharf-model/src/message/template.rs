//! Sending an approved template. The only kind that works outside the customer service window.

mod action;
mod card;
mod check;
mod component;
mod parameter;
mod setters;

pub use action::{ButtonAction, TapTarget};
pub use card::TemplateCard;
pub use component::Component;
pub use parameter::Parameter;
use serde::{Deserialize, Serialize};

/// A template by name and language, with the values of its parameters (Cloud API, "Templates").
///
/// Parts without parameters are left out. Whether values fit a template is known when its
/// definition is: see [`Definition::check_send`](crate::template::Definition::check_send).
///
/// ```
/// use wharf_model::message::Template;
///
/// let template = Template::new("order", "en_US").body(["42"]).url_suffix(0, "orders/42");
/// assert_eq!(template.components.len(), 2);
///
/// let named = Template::new("welcome", "en_US").body_named([("first_name", "Ana")]);
/// let code = Template::new("sign_in", "en_US").code("123456");
/// # drop((named, code));
/// ```
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Template {
    /// Its name.
    pub name: String,
    /// Its language: exactly that of an approved template, or error 132001.
    pub language: Language,
    /// Values for the parts that have parameters; parts without any are left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub components: Vec<Component>,
}

/// A template's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Language {
    /// A locale such as `en_US`.
    pub code: String,
    /// Only `deterministic` exists.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub policy: Option<String>,
}

impl Template {
    /// A template without parameters, so far.
    pub fn new(name: impl Into<String>, language: impl Into<String>) -> Self {
        let language = Language { code: language.into(), policy: None };
        Self { name: name.into(), language, components: Vec::new() }
    }

    /// Values for a part such as `body`; upper and lower case are one.
    pub fn part(&self, kind: &str) -> Option<&Component> {
        self.components.iter().find(|component| component.is(kind))
    }
}

crate::quiet_debug! { Template { name, language, components } }
