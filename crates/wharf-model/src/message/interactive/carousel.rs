//! Cards side by side.

mod card;

pub use card::{CardAction, CardMedia, CarouselCard, QuickReply};
use serde::{Deserialize, Serialize};

use super::parts::{Body, check_body};
use crate::{
    limits::{CARDS_MAX, CARDS_MIN},
    message::{
        Rule,
        check::{Checker, VALUE},
    },
};

/// A text with two to ten cards side by side (Cloud API, "Interactive media carousel messages",
/// "Interactive product carousel messages"). No header, footer or button beside the cards.
///
/// ```
/// use wharf_model::message::{Carousel, Image, interactive::CarouselCard};
///
/// let card = |name: &str| {
///     let picture = Image::link(format!("https://example.com/{name}.png"));
///     CarouselCard::url(picture, "Look", format!("https://example.com/{name}")).body(name)
/// };
/// let carousel = Carousel::new("Our best:").card(card("tea")).card(card("coffee"));
/// assert_eq!(carousel.action.cards[1].card_index, 1);
/// ```
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Carousel {
    /// The text, at most 1024 characters.
    pub body: Body,
    /// The cards.
    pub action: CarouselAction,
}

/// The cards.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CarouselAction {
    /// Two to ten: all with media or all products, all with the same kind and number of buttons.
    pub cards: Vec<CarouselCard>,
}

impl Carousel {
    /// A text without cards yet: add two to ten with [`Carousel::card`].
    pub fn new(body: impl Into<String>) -> Self {
        Self { body: Body { text: body.into() }, action: CarouselAction::default() }
    }

    /// The same with one more card; its index becomes its place.
    #[must_use]
    pub fn card(mut self, mut card: CarouselCard) -> Self {
        card.card_index = u64::try_from(self.action.cards.len()).unwrap_or(u64::MAX);
        self.action.cards.push(card);
        self
    }

    pub(super) fn check(&self, check: &mut Checker) {
        check_body(&self.body, check);
        let at = "interactive.action.cards";
        let cards = &self.action.cards;
        check.count(at, cards.len(), CARDS_MIN, CARDS_MAX);
        let path = |index: usize| format!("{at}[{index}]");
        for (index, card) in cards.iter().enumerate() {
            card.check(&path(index), check);
        }
        check_indices(at, cards.iter().map(|card| card.card_index), check);
        let Some(first) = cards.first() else { return };
        for (index, card) in cards.iter().enumerate().skip(1) {
            let path = path(index);
            if card.action.shape() != first.action.shape() {
                let what = "must have the same kind and number of buttons as the first card";
                check.invalid(&format!("{path}.action"), Rule::Alike, what);
            }
            if let (CardAction::Product(one), CardAction::Product(other)) =
                (&first.action, &card.action)
                && one.catalog_id != other.catalog_id
            {
                let what = "must be of the same catalog as the first card";
                check.invalid(&format!("{path}.action.catalog_id"), Rule::Alike, what);
            }
        }
    }
}

/// The indices of cards, here and in templates: 0 to 9, each once.
pub(in crate::message) fn check_indices(
    at: &str,
    indices: impl Iterator<Item = u64>,
    check: &mut Checker,
) {
    let mut seen = std::collections::BTreeSet::new();
    for (place, index) in indices.enumerate() {
        let path = format!("{at}[{place}].card_index");
        check.within(&path, index, 0, 9, VALUE);
        if !seen.insert(index) {
            check.invalid(&path, Rule::Unique, "must be unique: another card has it");
        }
    }
}

crate::quiet_debug! {
    Carousel { action }
    CarouselAction { cards }
}
