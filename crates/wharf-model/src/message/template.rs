//! Sending an approved template. The only kind that works outside the customer service window.

mod parameter;

pub use parameter::Parameter;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Document, Image, Video, check::Checker};
use crate::limits::TEMPLATE_NAME_CHARS_MAX;

/// A template by name and language, with the values of its parameters.
///
/// ```
/// use wharf_model::message::Template;
///
/// let template = Template::new("order", "en_US").body(["42"]).url_suffix(0, "orders/42");
/// assert_eq!(template.components.len(), 2);
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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

/// Values for one part of a template.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Component {
    /// `header`, `body`, `button`, `carousel` and a few more; upper or lower case.
    #[serde(rename = "type")]
    pub kind: String,
    /// The kind of button: `url`, `quick_reply`, `copy_code`, `flow` …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sub_type: Option<String>,
    /// The button's place in the template, from 0. A string or a number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub index: Option<Value>,
    /// The values, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parameters: Vec<Parameter>,
    /// The cards of a carousel, as they are on the wire.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cards: Option<Value>,
}

impl Component {
    /// Values for a part such as `body`.
    pub fn new(kind: impl Into<String>, parameters: impl IntoIterator<Item = Parameter>) -> Self {
        Self { kind: kind.into(), parameters: parameters.into_iter().collect(), ..Self::default() }
    }

    /// Values for a button by kind and place, from 0.
    pub fn button(sub_type: impl Into<String>, index: u8, parameter: Parameter) -> Self {
        let index = Some(index.to_string().into());
        Self { sub_type: Some(sub_type.into()), index, ..Self::new("button", [parameter]) }
    }
}

impl Template {
    /// A template without parameters, so far.
    pub fn new(name: impl Into<String>, language: impl Into<String>) -> Self {
        let language = Language { code: language.into(), policy: None };
        Self { name: name.into(), language, components: Vec::new() }
    }

    /// The same with texts for `{{1}}`, `{{2}}` … of the body.
    #[must_use]
    pub fn body<T: Into<String>>(mut self, texts: impl IntoIterator<Item = T>) -> Self {
        self.components.push(Component::new("body", texts.into_iter().map(Parameter::text)));
        self
    }

    /// The same with texts for named parameters of the body.
    #[must_use]
    pub fn body_named<N: Into<String>, T: Into<String>>(
        mut self,
        texts: impl IntoIterator<Item = (N, T)>,
    ) -> Self {
        let named = texts.into_iter().map(|(name, text)| Parameter::named(name, text));
        self.components.push(Component::new("body", named));
        self
    }

    /// The same with a text for the header's variable.
    #[must_use]
    pub fn header_text(self, text: impl Into<String>) -> Self {
        self.component(Component::new("header", [Parameter::text(text)]))
    }

    /// The same with a picture as header.
    #[must_use]
    pub fn header_image(self, image: Image) -> Self {
        self.component(Component::new("header", [Parameter::Image { image }]))
    }

    /// The same with a video as header.
    #[must_use]
    pub fn header_video(self, video: Video) -> Self {
        self.component(Component::new("header", [Parameter::Video { video }]))
    }

    /// The same with a document as header.
    #[must_use]
    pub fn header_document(self, document: Document) -> Self {
        self.component(Component::new("header", [Parameter::Document { document }]))
    }

    /// The same with the end of the URL of the button at `index`, from 0.
    #[must_use]
    pub fn url_suffix(self, index: u8, suffix: impl Into<String>) -> Self {
        self.component(Component::button("url", index, Parameter::text(suffix)))
    }

    /// The same with what the quick-reply button at `index`, from 0, sends back.
    #[must_use]
    pub fn quick_reply(self, index: u8, payload: impl Into<String>) -> Self {
        self.component(Component::button(
            "quick_reply",
            index,
            Parameter::Payload { payload: payload.into() },
        ))
    }

    /// The same with values for any part.
    #[must_use]
    pub fn component(mut self, component: Component) -> Self {
        self.components.push(component);
        self
    }

    pub(super) fn check(&self, check: &mut Checker) {
        check.text("template.name", &self.name, 1, TEMPLATE_NAME_CHARS_MAX);
        check.text("template.language.code", &self.language.code, 1, 16);
        for (at, component) in self.components.iter().enumerate() {
            let path = format!("template.components[{at}]");
            if component.kind.eq_ignore_ascii_case("button") {
                if component.sub_type.is_none() {
                    check.missing(
                        &format!("{path}.sub_type"),
                        "a button component needs its `sub_type`",
                    );
                }
                if component.index.is_none() {
                    check.missing(
                        &format!("{path}.index"),
                        "a button component needs the `index` of its button",
                    );
                }
            }
            for (at, parameter) in component.parameters.iter().enumerate() {
                if let Parameter::Text { text, .. } = parameter {
                    let path = format!("{path}.parameters[{at}].text");
                    if text.is_empty() {
                        check.missing(&path, "must not be empty");
                    } else if text.contains(['\n', '\t']) || text.contains("     ") {
                        check.invalid(
                            &path,
                            "must not hold a line break, a tab or more than four spaces in a row",
                        );
                    }
                }
            }
        }
    }
}
