//! What a send of a template gives: two languages of one shape are one type.

use wharf_model::template::{
    Button, Card, Category, Definition, Format, Part, SubCategory, Variable, variables,
};

/// A value, or a few, and where they go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    HeaderText,
    HeaderNamed(String),
    HeaderImage,
    HeaderVideo,
    HeaderDocument,
    HeaderGif,
    HeaderLocation,
    HeaderProduct,
    /// By its place, from 1.
    Body(usize),
    BodyNamed(String),
    /// A code to sign in with, in the body and in the button.
    Code,
    /// Of the button at a place, from 0; so are the next ones.
    UrlSuffix(u8),
    CouponCode(u8),
    FlowToken(u8),
    Products(u8),
    OrderDetails(u8),
    /// On cards only: it tells which one was tapped.
    QuickReply(u8),
    OrderStatus,
    OfferEnds,
}

/// The cards of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cards {
    None,
    /// All give the same values; `count` is absent where a send has two to ten.
    Alike {
        slots: Vec<Slot>,
        count: Option<usize>,
    },
    /// Each gives its own.
    Each(Vec<Vec<Slot>>),
}

/// All that a send gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    pub(super) slots: Vec<Slot>,
    pub(super) cards: Cards,
}

impl Shape {
    /// The shape of a template; the reason when there is none that this version can write.
    pub(super) fn of(definition: &Definition) -> Result<Self, String> {
        if definition.category == Some(Category::Authentication) {
            return code(definition);
        }
        let named = definition.is_named();
        let mut slots = slots(&definition.components, named, false)?;
        if definition.sub_category == Some(SubCategory::OrderStatus) {
            slots.push(Slot::OrderStatus);
        }
        let ends = definition.offer().and_then(|offer| offer.limited_time_offer.has_expiration);
        if ends == Some(true) {
            slots.push(Slot::OfferEnds);
        }
        let cards = definition.cards().map(|cards| of_cards(cards, named)).transpose()?;
        Ok(Self { slots, cards: cards.unwrap_or(Cards::None) })
    }

    /// Whether a send gives no values at all.
    pub(super) fn is_empty(&self) -> bool {
        self.slots.is_empty() && self.cards == Cards::None
    }
}

/// A code: in the body, and in the first button.
fn code(definition: &Definition) -> Result<Shape, String> {
    let fits = match definition.buttons() {
        [Button::Otp(_)] => true,
        [Button::Url(url)] => url.has_variable(),
        _ => false,
    };
    let text = definition.body().and_then(|body| body.text.as_deref());
    if !fits || text.is_some_and(|text| variables(text).len() != 1) {
        return Err(
            "it is of category authentication, and has not one button for one code".to_owned()
        );
    }
    Ok(Shape { slots: vec![Slot::Code], cards: Cards::None })
}

fn of_cards(cards: &[Card], named: bool) -> Result<Cards, String> {
    let all = cards.iter().map(|card| slots(&card.components, named, true));
    let all = all.collect::<Result<Vec<_>, _>>()?;
    let Some(first) = all.first() else { return Ok(Cards::None) };
    if !all.iter().all(|one| one == first) {
        return Ok(Cards::Each(all));
    }
    let products = first.contains(&Slot::HeaderProduct);
    Ok(Cards::Alike { slots: first.clone(), count: (!products).then_some(all.len()) })
}

fn slots(parts: &[Part], named: bool, card: bool) -> Result<Vec<Slot>, String> {
    let mut all = Vec::new();
    for part in parts {
        match part {
            Part::Header(header) => {
                let text = header.text.as_deref().unwrap_or_default();
                all.extend(of_header(&header.format, text, named, card)?);
            }
            Part::Body(body) => {
                all.extend(of_body(body.text.as_deref().unwrap_or_default(), named)?);
            }
            Part::Buttons(buttons) => {
                for (index, button) in buttons.buttons.iter().enumerate() {
                    let index = u8::try_from(index).map_err(|_| "it has too many buttons")?;
                    all.extend(of_button(index, button, card)?);
                }
            }
            Part::Other(_) => {
                return Err(format!("this version does not know parts of type {}", part.kind()));
            }
            _ => {}
        }
    }
    Ok(all)
}

fn of_header(format: &Format, text: &str, named: bool, card: bool) -> Result<Option<Slot>, String> {
    let slot = match format {
        Format::Image => Slot::HeaderImage,
        Format::Video => Slot::HeaderVideo,
        Format::Product => Slot::HeaderProduct,
        _ if card => {
            return Err(format!("this version does not know cards with a header {format}"));
        }
        Format::Document => Slot::HeaderDocument,
        Format::Gif => Slot::HeaderGif,
        Format::Location => Slot::HeaderLocation,
        Format::Text => match (variables(text).first(), named) {
            (None, _) => return Ok(None),
            (Some(Variable::Name(name)), true) => Slot::HeaderNamed(name.clone()),
            (Some(Variable::Place(_)), false) => Slot::HeaderText,
            _ => return Err(mixed("header")),
        },
        other => return Err(format!("this version does not know a header {other}")),
    };
    Ok(Some(slot))
}

fn mixed(part: &str) -> String {
    format!("{part}: a variable that fits neither numbers nor names")
}

fn of_body(text: &str, named: bool) -> Result<Vec<Slot>, String> {
    let mut all = Vec::new();
    let mut places = std::collections::BTreeSet::new();
    for variable in variables(text) {
        match (variable, named) {
            (Variable::Place(place), false) => {
                places.insert(place);
            }
            (Variable::Name(name), true) => {
                let slot = Slot::BodyNamed(name);
                if !all.contains(&slot) {
                    all.push(slot);
                }
            }
            _ => return Err(mixed("body")),
        }
    }
    all.extend(places.into_iter().map(Slot::Body));
    Ok(all)
}

fn of_button(index: u8, button: &Button, card: bool) -> Result<Option<Slot>, String> {
    Ok(match button {
        Button::Url(url) if url.has_variable() => Some(Slot::UrlSuffix(index)),
        Button::QuickReply(_) if card => Some(Slot::QuickReply(index)),
        Button::Other(_) => {
            return Err(format!("this version does not know buttons of type {}", button.kind()));
        }
        Button::CopyCode(_) | Button::Flow(_) | Button::Mpm(_) | Button::OrderDetails(_)
            if card =>
        {
            return Err(format!(
                "this version does not know cards with a button {}",
                button.kind()
            ));
        }
        Button::Otp(_) => return Err("a button for a code, in another category".to_owned()),
        Button::CopyCode(_) => Some(Slot::CouponCode(index)),
        Button::Flow(_) => Some(Slot::FlowToken(index)),
        Button::Mpm(_) => Some(Slot::Products(index)),
        Button::OrderDetails(_) => Some(Slot::OrderDetails(index)),
        _ => None,
    })
}
