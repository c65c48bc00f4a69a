//! Cards of a carousel template, and the values that a send gives them.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use wharf_model::{message::Component, template};

use super::{
    ShownButton,
    button::buttons,
    definition::is,
    fill::{file, values},
    objects,
};
use crate::world::Flows;

/// A card, as a phone shows it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ShownCard {
    /// The picture or video, as it was sent: `{"type": "image", "image": {…}}`.
    pub(crate) file: Option<Box<Value>>,
    /// The product of a card that shows one.
    pub(crate) product: Option<String>,
    /// The text.
    pub(crate) body: Option<String>,
    /// What can be tapped.
    pub(crate) buttons: Vec<ShownButton>,
}

impl ShownCard {
    /// The cards of a send, in order. The last one of the template stands for those that come after it: a carousel of
    /// products is made with two cards and sent with up to ten.
    pub(super) fn all(components: &Value, sent: &[Component], flows: &Flows) -> Vec<Self> {
        let parts = objects(components).filter(|part| is(part, "carousel"));
        let defined: Vec<_> =
            parts.filter_map(|part| part.get("cards")).flat_map(objects).collect();
        let sent = sent.iter().filter(|part| part.kind.eq_ignore_ascii_case("carousel"));
        let mut sent: Vec<_> = sent.filter_map(|part| part.cards.as_ref()).flatten().collect();
        sent.sort_by_key(|card| card.card_index);
        let cards = sent.into_iter().filter_map(|card| {
            let at = usize::try_from(card.card_index).unwrap_or(usize::MAX);
            let components = defined.get(at).or(defined.last())?.get("components")?;
            Some(Self::new(components, &card.components, flows))
        });
        cards.collect()
    }

    fn new(components: &Value, sent: &[Component], flows: &Flows) -> Self {
        let header = values(sent, "header");
        let product = header.iter().find_map(|value| {
            let value = serde_json::to_value(value).ok()?;
            Some(value["product"]["product_retailer_id"].as_str()?.to_owned())
        });
        let body = objects(components).find(|part| is(part, "body"));
        let body = body.and_then(|body| body.get("text")?.as_str());
        Self {
            file: file(header),
            product,
            body: body.map(|body| template::fill(body, values(sent, "body"))),
            buttons: buttons(components, sent, flows),
        }
    }
}
