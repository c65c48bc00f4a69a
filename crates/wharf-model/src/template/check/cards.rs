//! The cards of a carousel.

use super::{buttons, text};
use crate::{
    limits::{CARD_BODY_CHARS_MAX, CARD_BUTTONS_MAX, CARDS_MAX, CARDS_MIN, PRODUCT_CARDS_CREATED},
    message::{
        Rule,
        check::{Checker, PARAMETER},
    },
    template::{
        Button, Card, Carousel, Format, Part,
        definition::{body, buttons as buttons_of, header},
    },
};

pub(super) fn check_cards(at: &str, carousel: &Carousel, named: bool, check: &mut Checker) {
    let cards = &carousel.cards;
    check.count_of(at, cards.len(), CARDS_MIN, CARDS_MAX, PARAMETER);
    for (index, card) in cards.iter().enumerate() {
        check_card(&format!("{at}[{index}]"), card, named, check);
    }
    let Some(first) = cards.first() else { return };
    for (index, card) in cards.iter().enumerate().skip(1) {
        if shape(card) != shape(first) {
            let what = "must have the same parts and buttons as the first card";
            check.broken(&format!("{at}[{index}]"), Rule::Alike, PARAMETER, what);
        }
    }
    if is_product(first) && cards.len() != PRODUCT_CARDS_CREATED {
        let what = "products are created with two cards; a send has two to ten";
        check.warn(at, Rule::CountMax, what);
    }
}

fn is_product(card: &Card) -> bool {
    header(&card.components).is_some_and(|header| header.format == Format::Product)
}

/// What is the same on each card: the header's format, whether there is a text, the buttons' kinds.
fn shape(card: &Card) -> (Option<&Format>, bool, Vec<&str>) {
    let parts = &card.components;
    let format = header(parts).map(|header| &header.format);
    (format, body(parts).is_some(), buttons_of(parts).iter().map(Button::kind).collect())
}

fn check_card(at: &str, card: &Card, named: bool, check: &mut Checker) {
    let parts = &card.components;
    let format = header(parts).map(|header| &header.format);
    if !matches!(format, Some(Format::Image | Format::Video | Format::Product)) {
        let what = "a card needs a header: an image, a video or a product";
        check.broken(&format!("{at}.components"), Rule::Required, PARAMETER, what);
    }
    if buttons_of(parts).is_empty() {
        let what = "a card needs a button";
        check.broken(&format!("{at}.components"), Rule::Required, PARAMETER, what);
    }
    for (index, part) in parts.iter().enumerate() {
        let at = format!("{at}.components[{index}]");
        match part {
            Part::Header(header) => text::check_header(&at, header, named, check),
            Part::Body(_) if is_product(card) => {
                let what = "a card with a product has no text";
                check.broken(&at, Rule::NotAllowed, PARAMETER, what);
            }
            Part::Body(body) => text::check_body(&at, body, CARD_BODY_CHARS_MAX, named, check),
            Part::Buttons(all) => {
                let at = format!("{at}.buttons");
                buttons::check_all(&at, &all.buttons, check);
                check.count_of(&at, all.buttons.len(), 0, CARD_BUTTONS_MAX, PARAMETER);
                check_kinds(&at, &all.buttons, is_product(card), check);
            }
            Part::Other(_) => {}
            _ => {
                let what = "a card has a header, a text and buttons";
                check.broken(&at, Rule::NotAllowed, PARAMETER, what);
            }
        }
    }
}

fn check_kinds(at: &str, all: &[Button], product: bool, check: &mut Checker) {
    for (index, button) in all.iter().enumerate() {
        let fits = match button {
            Button::Url(_) | Button::Other(_) => true,
            Button::QuickReply(_) | Button::PhoneNumber(_) => !product,
            Button::Spm(_) => product,
            _ => false,
        };
        if !fits {
            let what = "a card has quick replies, URLs and phone numbers; a product `SPM` or a URL";
            check.broken(&format!("{at}[{index}].type"), Rule::OneOf, PARAMETER, what);
        }
    }
}
