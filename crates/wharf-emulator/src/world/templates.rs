//! Message templates: what is approved, and filling in the values of a send.

use serde_json::{Value, json};
use wharf_model::message::{Component, Parameter, Template};

use super::Refusal;

/// Every template of the account.
#[derive(Debug)]
pub(crate) struct Templates(Vec<Definition>);

/// An approved template.
#[derive(Clone, Debug)]
pub(crate) struct Definition {
    id: &'static str,
    name: &'static str,
    language: &'static str,
    category: &'static str,
    header: Option<&'static str>,
    body: &'static str,
    footer: Option<&'static str>,
    buttons: &'static [Button],
}

/// A button of a template.
#[derive(Clone, Debug)]
struct Button {
    kind: ButtonKind,
    text: &'static str,
    /// Where a URL button leads; `{{1}}` at its end is filled in by the send.
    url: Option<&'static str>,
}

/// What a button does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ButtonKind {
    /// Sends a payload back.
    QuickReply,
    /// Opens a URL.
    Url,
}

/// A template with its values filled in, as a phone shows it.
#[derive(Clone, Debug)]
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

/// A button with its value.
#[derive(Clone, Debug)]
pub(crate) struct ShownButton {
    /// What it does.
    pub(crate) kind: ButtonKind,
    /// Its label.
    pub(crate) text: String,
    /// The payload it sends back, or the URL it opens.
    pub(crate) value: Option<String>,
}

/// The templates that a new account and the examples of the guide have.
const DEV: [Definition; 2] = [
    Definition {
        id: "300000000000001",
        name: "hello_world",
        language: "en_US",
        category: "utility",
        header: Some("Hello World"),
        body: "Welcome and congratulations!! This message demonstrates your ability to send a WhatsApp \
               message notification from the Cloud API. Thank you for taking the time to test with us.",
        footer: Some("WhatsApp Business Platform sample message"),
        buttons: &[],
    },
    Definition {
        id: "300000000000002",
        name: "order_update",
        language: "en_US",
        category: "utility",
        header: None,
        body: "Hi {{1}}, your order {{2}} is on its way.",
        footer: None,
        buttons: &[
            Button { kind: ButtonKind::QuickReply, text: "Thanks", url: None },
            Button {
                kind: ButtonKind::Url,
                text: "Track it",
                url: Some("https://example.com/orders"),
            },
        ],
    },
];

impl Templates {
    pub(super) fn dev() -> Self {
        Self(DEV.to_vec())
    }

    /// Every template.
    pub(crate) fn all(&self) -> &[Definition] {
        &self.0
    }

    /// Fills in a send, if there is such a template in that language and its values fit.
    pub(super) fn fill(&self, template: &Template) -> Result<ShownTemplate, Refusal> {
        let (name, language) = (&template.name, &template.language.code);
        let found = self.0.iter().find(|known| known.name == *name && known.language == *language);
        let definition = found.ok_or_else(|| {
            let details = format!("template name ({name}) does not exist in {language}");
            Refusal::new(132_001, details)
        })?;
        definition.fill(&template.components)
    }
}

impl Definition {
    /// The template, as `GET /{waba-id}/message_templates` lists it.
    pub(crate) fn node(&self) -> Value {
        let mut components = Vec::new();
        if let Some(text) = self.header {
            components.push(json!({"type": "HEADER", "format": "TEXT", "text": text}));
        }
        components.push(json!({"type": "BODY", "text": self.body}));
        if let Some(text) = self.footer {
            components.push(json!({"type": "FOOTER", "text": text}));
        }
        if !self.buttons.is_empty() {
            let buttons: Vec<_> = self.buttons.iter().map(Button::node).collect();
            components.push(json!({"type": "BUTTONS", "buttons": buttons}));
        }
        json!({
            "id": self.id,
            "name": self.name,
            "language": self.language,
            "status": "APPROVED",
            "category": self.category.to_uppercase(),
            "parameter_format": "POSITIONAL",
            "components": components,
        })
    }

    /// Its name.
    pub(crate) fn name(&self) -> &str {
        self.name
    }

    fn fill(&self, components: &[Component]) -> Result<ShownTemplate, Refusal> {
        let part = |kind: &str| components.iter().find(|part| part.kind.eq_ignore_ascii_case(kind));
        let header =
            self.header.map(|text| fill_text("header", text, part("header"))).transpose()?;
        if self.header.is_none() && part("header").is_some() {
            let details = "header: this template has none";
            return Err(Refusal::new(132_012, details));
        }
        let body = fill_text("body", self.body, part("body"))?;
        let mut buttons: Vec<ShownButton> = self.buttons.iter().map(Button::shown).collect();
        for component in components.iter().filter(|part| part.kind.eq_ignore_ascii_case("button")) {
            fill_button(&mut buttons, component)?;
        }
        let footer = self.footer.map(str::to_owned);
        Ok(ShownTemplate { header, body, footer, buttons, category: self.category.to_owned() })
    }
}

impl Button {
    fn node(&self) -> Value {
        match self.kind {
            ButtonKind::QuickReply => json!({"type": "QUICK_REPLY", "text": self.text}),
            ButtonKind::Url => json!({"type": "URL", "text": self.text, "url": self.url}),
        }
    }

    fn shown(&self) -> ShownButton {
        // A quick reply without a payload of its own sends its label.
        let value = self.url.unwrap_or(self.text).to_owned();
        ShownButton { kind: self.kind, text: self.text.to_owned(), value: Some(value) }
    }
}

fn fill_button(buttons: &mut [ShownButton], component: &Component) -> Result<(), Refusal> {
    let index = component.index.as_ref();
    let index = index.and_then(|index| index.as_u64().or_else(|| index.as_str()?.parse().ok()));
    let at = index.and_then(|index| usize::try_from(index).ok());
    let none = || Refusal::new(132_012, "buttons: this template has no button at that index");
    let button = at.and_then(|at| buttons.get_mut(at)).ok_or_else(none)?;
    match component.parameters.first() {
        Some(Parameter::Payload { payload }) if button.kind == ButtonKind::QuickReply => {
            button.value = Some(payload.clone());
        }
        Some(Parameter::Text { text, .. }) if button.kind == ButtonKind::Url => {
            let url = button.value.take().unwrap_or_default();
            button.value = Some(format!("{url}/{text}"));
        }
        _ => {
            let details = "buttons: the parameter does not fit the button's type";
            return Err(Refusal::new(132_012, details));
        }
    }
    Ok(())
}

/// More variables than a text of 1024 characters can hold.
const EXPECTED_MOST: usize = 1024;

/// Puts values into `{{1}}`, `{{2}}` …
fn fill_text(part: &str, text: &str, component: Option<&Component>) -> Result<String, Refusal> {
    let expected =
        (1..=EXPECTED_MOST).take_while(|index| text.contains(&format!("{{{{{index}}}}}"))).count();
    let parameters = component.map(|component| component.parameters.as_slice()).unwrap_or_default();
    if parameters.len() != expected {
        let given = parameters.len();
        let details = format!(
            "{part}: number of localizable_params ({given}) does not match the expected number of params ({expected})"
        );
        return Err(Refusal::new(132_000, details));
    }
    let mut filled = text.to_owned();
    for (index, parameter) in parameters.iter().enumerate() {
        let value = match parameter {
            Parameter::Text { parameter_name: None, text } => text,
            Parameter::Currency { fallback_value, .. } | Parameter::DateTime { fallback_value } => {
                fallback_value
            }
            Parameter::Text { parameter_name: Some(name), .. } => {
                let details = format!(
                    "{part}: parameter `{name}` has a name, this template counts its parameters"
                );
                return Err(Refusal::new(132_012, details));
            }
            other => {
                let details = format!(
                    "{part}: a parameter of type {} where a text is expected",
                    other.kind()
                );
                return Err(Refusal::new(132_012, details));
            }
        };
        filled = filled.replace(&format!("{{{{{}}}}}", index + 1), value);
    }
    Ok(filled)
}
