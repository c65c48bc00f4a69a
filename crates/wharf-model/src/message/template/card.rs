//! Values for a card of a carousel.

use serde::{Deserialize, Serialize};

use super::Component;

/// Values for a card of a carousel template. A send has exactly as many cards as the template, but
/// for products: two to ten.
///
/// ```
/// use wharf_model::message::{Image, Template, TemplateCard};
///
/// let card = |id: &str| {
///     let picture = Image::link(format!("https://example.com/{id}.png"));
///     TemplateCard::new().header_image(picture).body([id]).quick_reply(0, id)
/// };
/// let template = Template::new("best", "en_US").body(["Ana"]).card(card("tea")).card(card("coffee"));
/// assert_eq!(template.components.len(), 2);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TemplateCard {
    /// Its place, from 0.
    pub card_index: u64,
    /// Values for the parts of the card.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub components: Vec<Component>,
}

impl TemplateCard {
    /// A card without values, so far.
    pub fn new() -> Self {
        Self::default()
    }
}
