//! The fields of a type: their names, their types, what is said of them.

use wharf_model::template::{Button, Definition, Part};

use super::{
    docs::ticked,
    names::{self, Unique},
    shape::Slot,
};

/// A field of a generated type.
#[derive(Debug)]
pub(super) struct Field {
    pub(super) name: String,
    /// Its type, as it is imported.
    pub(super) kind: &'static str,
    pub(super) about: String,
}

/// A slot and its fields; most have one.
#[derive(Debug)]
pub(super) struct Filled<'s> {
    pub(super) slot: &'s Slot,
    pub(super) fields: Vec<Field>,
}

/// The fields of these slots. `parts` are those of the template or the card, for what is said of them.
pub(super) fn fields<'s>(slots: &'s [Slot], parts: &[Part], taken: &mut Unique) -> Vec<Filled<'s>> {
    let suffixes = slots.iter().filter(|slot| matches!(slot, Slot::UrlSuffix(_))).count();
    let replies = slots.iter().filter(|slot| matches!(slot, Slot::QuickReply(_))).count();
    let mut all: Vec<Filled<'s>> = Vec::new();
    for slot in slots {
        // A name stands for one thing, in the header and in the body.
        let shared = match slot {
            Slot::BodyNamed(name) => header_of(&all, name),
            _ => None,
        };
        let fields = if let Some(name) = shared {
            vec![Field { name, kind: "", about: String::new() }]
        } else {
            let wanted = wanted(slot, suffixes > 1, replies > 1).into_iter();
            let field = |(name, kind): (String, &'static str)| Field {
                name: taken.take_field(&name),
                kind,
                about: about(slot, &name, parts),
            };
            wanted.map(field).collect()
        };
        all.push(Filled { slot, fields });
    }
    all
}

fn header_of(all: &[Filled<'_>], name: &str) -> Option<String> {
    let same =
        |filled: &&Filled<'_>| matches!(filled.slot, Slot::HeaderNamed(other) if other == name);
    Some(all.iter().find(same)?.fields.first()?.name.clone())
}

/// Names and types.
fn wanted(slot: &Slot, many_suffixes: bool, many_replies: bool) -> Vec<(String, &'static str)> {
    let one = |name: &str, kind| vec![(name.to_owned(), kind)];
    match slot {
        Slot::HeaderText => one("header", "String"),
        Slot::HeaderNamed(name) | Slot::BodyNamed(name) => one(&names::field_name(name), "String"),
        Slot::HeaderImage => one("header_image", "Image"),
        Slot::HeaderVideo => one("header_video", "Video"),
        Slot::HeaderDocument => one("header_document", "Document"),
        Slot::HeaderGif => one("header_gif", "Video"),
        Slot::HeaderLocation => one("header_location", "Location"),
        Slot::HeaderProduct => {
            vec![("catalog_id".to_owned(), "String"), ("product_retailer_id".to_owned(), "String")]
        }
        Slot::Body(place) => one(&format!("body_{place}"), "String"),
        Slot::Code => one("code", "String"),
        Slot::UrlSuffix(index) if many_suffixes => {
            one(&format!("button_{index}_url_suffix"), "String")
        }
        Slot::UrlSuffix(_) => one("url_suffix", "String"),
        Slot::CouponCode(_) => one("coupon_code", "String"),
        Slot::FlowToken(_) => one("flow_token", "String"),
        Slot::Products(_) => {
            vec![("thumbnail".to_owned(), "String"), ("sections".to_owned(), "Vec<ProductSection>")]
        }
        Slot::OrderDetails(_) => one("order", "OrderParameters"),
        Slot::QuickReply(index) if many_replies => {
            one(&format!("button_{index}_payload"), "String")
        }
        Slot::QuickReply(_) => one("payload", "String"),
        Slot::OrderStatus => one("order_status", "OrderStatusParameters"),
        Slot::OfferEnds => one("offer_ends_ms", "i64"),
    }
}

fn about(slot: &Slot, name: &str, parts: &[Part]) -> String {
    let example = example(slot, parts);
    let such_as = |example: Option<String>| {
        example.map(|example| format!(", such as {}", ticked(&example))).unwrap_or_default()
    };
    match slot {
        Slot::HeaderText => format!("The variable of the header{}.", such_as(example)),
        Slot::HeaderNamed(name) => {
            format!("`{{{{{name}}}}}` of the header{}.", such_as(example))
        }
        Slot::BodyNamed(name) => format!("`{{{{{name}}}}}` of the body{}.", such_as(example)),
        Slot::Body(place) => format!("`{{{{{place}}}}}` of the body{}.", such_as(example)),
        Slot::HeaderImage => "The picture above.".to_owned(),
        Slot::HeaderVideo => "The video above.".to_owned(),
        Slot::HeaderDocument => "The document above.".to_owned(),
        Slot::HeaderGif => "The GIF above: an MP4.".to_owned(),
        Slot::HeaderLocation => "The place above, with its name and address.".to_owned(),
        Slot::HeaderProduct if name == "catalog_id" => {
            "The catalog of the product above.".to_owned()
        }
        Slot::HeaderProduct => "Your own id of the product above.".to_owned(),
        Slot::Code => "The code to sign in with, at most 15 characters.".to_owned(),
        Slot::UrlSuffix(index) => {
            let url = button(parts, *index).and_then(|button| match button {
                Button::Url(url) => Some(format!(": {}", ticked(&url.url))),
                _ => None,
            });
            let label = label(parts, *index);
            format!("How the URL of the button {label} ends{}.", url.unwrap_or_default())
        }
        Slot::CouponCode(index) => {
            format!("What the button {} copies, at most 15 characters.", label(parts, *index))
        }
        Slot::FlowToken(index) => {
            format!("Comes back from the flow that the button {} opens.", label(parts, *index))
        }
        Slot::Products(_) if name == "thumbnail" => {
            "Your own id of the product in the picture.".to_owned()
        }
        Slot::Products(index) => {
            format!("The products that the button {} shows.", label(parts, *index))
        }
        Slot::OrderDetails(index) => {
            format!("The order that the button {} asks to pay.", label(parts, *index))
        }
        Slot::QuickReply(index) => {
            format!("Comes back when the button {} is tapped.", label(parts, *index))
        }
        Slot::OrderStatus => "Which order, and how it goes on.".to_owned(),
        Slot::OfferEnds => "When the offer ends: milliseconds since 1970.".to_owned(),
    }
}

fn button(parts: &[Part], index: u8) -> Option<&Button> {
    let buttons = parts.iter().find_map(|part| match part {
        Part::Buttons(buttons) => Some(&buttons.buttons),
        _ => None,
    });
    buttons?.get(usize::from(index))
}

fn label(parts: &[Part], index: u8) -> String {
    let label = button(parts, index).and_then(Button::label);
    label.map_or_else(|| format!("at {index}"), ticked)
}

/// What stood for a variable while the template was looked at.
fn example(slot: &Slot, parts: &[Part]) -> Option<String> {
    parts.iter().find_map(|part| match (slot, part) {
        (Slot::HeaderText, Part::Header(header)) => {
            header.example.as_ref()?.header_text.first().cloned()
        }
        (Slot::HeaderNamed(name), Part::Header(header)) => {
            let named = &header.example.as_ref()?.header_text_named_params;
            Some(named.iter().find(|one| one.param_name == *name)?.example.clone())
        }
        (Slot::Body(place), Part::Body(body)) => {
            let row = body.example.as_ref()?.body_text.first()?;
            row.get(place.checked_sub(1)?).cloned()
        }
        (Slot::BodyNamed(name), Part::Body(body)) => {
            let named = &body.example.as_ref()?.body_text_named_params;
            Some(named.iter().find(|one| one.param_name == *name)?.example.clone())
        }
        _ => None,
    })
}

/// The parts of a card, or none.
pub(super) fn card_parts(definition: &Definition, index: usize) -> &[Part] {
    let card = definition.cards().and_then(|cards| cards.get(index));
    card.map(|card| card.components.as_slice()).unwrap_or_default()
}
