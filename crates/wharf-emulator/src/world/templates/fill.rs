//! The values of a send, put where the template has its variables.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use wharf_model::{
    id::TemplateId,
    message::{Component, Parameter, Template},
    template::fill,
    time::Timestamp,
};

use super::{
    ButtonKind, Definition, ShownButton, button::buttons, card::ShownCard, check, definition::is,
    library, objects,
};
use crate::world::{Flows, Refusal, moment};

/// A template with its values filled in, as a phone shows it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ShownTemplate {
    /// Which it is.
    pub(crate) id: TemplateId,
    /// The line above.
    pub(crate) header: Option<String>,
    /// The file or the place above, as it was sent: `{"type": "image", "image": {…}}`.
    pub(crate) file: Option<Box<Value>>,
    /// What is offered for a time.
    #[serde(default)]
    pub(crate) offer: Option<Offer>,
    /// The text.
    pub(crate) body: String,
    /// The small line below.
    pub(crate) footer: Option<String>,
    /// What can be tapped.
    pub(crate) buttons: Vec<ShownButton>,
    /// The cards of a carousel.
    #[serde(default)]
    pub(crate) cards: Vec<ShownCard>,
    /// `marketing`, `utility`, `authentication`; `marketing_lite` by the Marketing Messages API.
    pub(crate) category: String,
}

/// An offer that ends.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Offer {
    /// What it is called.
    pub(crate) text: String,
    /// When it ends.
    #[serde(with = "moment::maybe")]
    pub(crate) until: Option<Timestamp>,
}

impl Offer {
    fn new(components: &Value, sent: &[Component]) -> Option<Self> {
        let part = objects(components).find(|part| is(part, "limited_time_offer"))?;
        let text = part.get("limited_time_offer")?.get("text")?.as_str()?.to_owned();
        let until = values(sent, "limited_time_offer").iter().find_map(|value| match value {
            Parameter::LimitedTimeOffer { expiration_time_ms } => {
                Some(Timestamp::from_micros(expiration_time_ms.saturating_mul(1_000)))
            }
            _ => None,
        });
        Some(Self { text, until })
    }
}

impl ShownTemplate {
    /// The buttons that send a payload back, those of the cards last.
    pub(crate) fn replies(&self) -> impl Iterator<Item = &ShownButton> {
        let all = self.buttons.iter().chain(self.cards.iter().flat_map(|card| &card.buttons));
        all.filter(|button| button.kind == ButtonKind::QuickReply)
    }
}

/// The values that a send gives to a part.
pub(super) fn values<'s>(sent: &'s [Component], kind: &str) -> &'s [Parameter] {
    let part = sent.iter().find(|part| part.kind.eq_ignore_ascii_case(kind));
    part.map(|part| part.parameters.as_slice()).unwrap_or_default()
}

/// The file or the place among the values of a header.
pub(super) fn file(header: &[Parameter]) -> Option<Box<Value>> {
    let values = header.iter().filter_map(|value| serde_json::to_value(value).ok());
    let is_shown = |value: &Value| {
        matches!(value["type"].as_str(), Some("image" | "video" | "document" | "location"))
    };
    values.into_iter().find(is_shown).map(Box::new)
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
        let code = (self.category == "AUTHENTICATION").then_some(CODE);
        let body = code.or(self.text("body")).unwrap_or_default();
        Ok(ShownTemplate {
            id: self.id.clone(),
            header: self.text("header").map(|text| fill(text, values(sent, "header"))),
            file: file(values(sent, "header")),
            body: fill(body, values(sent, "body")),
            footer: self.text("footer").map(str::to_owned),
            offer: Offer::new(&self.components, sent),
            buttons: buttons(&self.components, sent, flows),
            cards: ShownCard::all(&self.components, sent, flows),
            category: self.category.to_lowercase(),
        })
    }
}
