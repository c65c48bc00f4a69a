//! The code of a type.

use std::collections::BTreeSet;

use super::{
    Kind, docs,
    fields::{Field, Filled, card_parts, fields},
    layout,
    names::{self, Unique},
    shape::{Cards, Slot},
};

/// What is imported, as it stands after `use `.
pub(super) type Imports = BTreeSet<&'static str>;

/// The lines that import: the standard library, then the modules, then the rest.
pub(super) fn imports(all: &Imports) -> String {
    let group = |fits: &dyn Fn(&str) -> bool| -> String {
        let lines: Vec<_> =
            all.iter().filter(|path| fits(path)).map(|path| format!("use {path};\n")).collect();
        if lines.is_empty() { String::new() } else { lines.concat() + "\n" }
    };
    let nested = |path: &str| path.starts_with("wharf::message::interactive::");
    let mut text = group(&|path| path.starts_with("std::"));
    text.push_str(&group(&nested));
    text.push_str(&group(&|path| path.starts_with("wharf::") && !nested(path)));
    text.truncate(text.trim_end().len());
    if text.is_empty() { text } else { text + "\n" }
}

/// The type of a template, and those of its cards.
pub(super) fn of(kind: &Kind, imports: &mut Imports) -> String {
    imports.insert("wharf::message::Template");
    let mut text = docs::of_type(kind);
    if kind.shape.is_empty() {
        text.extend([format!("#[derive(Clone, Copy, Debug)]\npub struct {};\n", kind.name)]);
        text.push_str(&without_values(kind));
        return text;
    }
    imports.insert("std::fmt");
    let Some((_, definition)) = kind.languages.first() else { return text };
    let mut taken = Unique::default();
    let filled = fields(&kind.shape.slots, &definition.components, &mut taken);
    let cards = card_fields(kind, &mut taken);
    let mut lines = field_lines(&filled, imports);
    for card in &cards {
        lines.push_str(&docs::comment("    ", std::slice::from_ref(&card.about)));
        lines.extend([format!("    pub {}: {},\n", card.name, card.kind)]);
    }
    text.push_str(&structure(&kind.name, &lines));
    let mut body = format!(
        "\nimpl {} {{\n    /// The template's name.\n    pub const NAME: &'static str = {:?};\n",
        kind.name, kind.template
    );
    body.push_str(&languages(kind, "self", |language| format!("self.template({language:?})")));
    body.push_str("\n    fn template(self, language: &str) -> Template {\n");
    body.push_str("        let mut template = Template::new(Self::NAME, language);\n");
    body.push_str(&statements("template", &filled));
    for card in &cards {
        body.push_str(&card.statement);
    }
    body.push_str("        template\n    }\n}\n");
    text.push_str(&body);
    text.push_str(&quiet(&kind.name));
    text.push_str(&card_types(kind, imports));
    text
}

/// A template without values: nothing but its languages.
fn without_values(kind: &Kind) -> String {
    let mut text = format!(
        "\nimpl {} {{\n    /// The template's name.\n    pub const NAME: &'static str = {:?};\n",
        kind.name, kind.template
    );
    text.push_str(&languages(kind, "", |language| {
        format!("Template::new(Self::NAME, {language:?})")
    }));
    text.push_str("}\n");
    text
}

/// A function for each language, and one for them all where there are several.
fn languages(kind: &Kind, receiver: &str, made: impl Fn(&str) -> String) -> String {
    let mut taken = Unique::default();
    for name in ["template", "in_language"] {
        taken.take_field(name);
    }
    let mut text = String::new();
    let mut arms = String::new();
    let own = if receiver.is_empty() { "Self::" } else { "self." };
    for (index, (language, definition)) in kind.languages.iter().enumerate() {
        let name = taken.take_field(&names::field_name(language));
        let docs = docs::of_language(language, definition, index == 0);
        let made = made(language);
        text.extend([format!(
            "\n{docs}    pub fn {name}({receiver}) -> Template {{\n        {made}\n    }}\n"
        )]);
        arms.extend([format!("            {language:?} => Some({own}{name}()),\n")]);
    }
    if kind.languages.len() > 1 {
        let receiver = if receiver.is_empty() { "" } else { "self, " };
        text.extend([format!(
            "\n    /// In the language of this code; `None` where there is no such one.\n    \
             pub fn in_language({receiver}code: &str) -> Option<Template> {{\n        match code {{\n{arms}            \
             _ => None,\n        }}\n    }}\n"
        )]);
    }
    text
}

fn structure(name: &str, lines: &str) -> String {
    format!("#[derive(Clone, PartialEq)]\npub struct {name} {{\n{lines}}}\n")
}

/// A `Debug` without values, which may be someone's.
fn quiet(name: &str) -> String {
    format!(
        "\nimpl fmt::Debug for {name} {{\n    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {{\n        \
         f.write_str(\"{name} {{ .. }}\")\n    }}\n}}\n"
    )
}

fn field_lines(filled: &[Filled<'_>], imports: &mut Imports) -> String {
    let mut text = String::new();
    for field in filled.iter().flat_map(|filled| &filled.fields) {
        // The header has it already.
        if field.kind.is_empty() {
            continue;
        }
        imports.extend(import(field.kind));
        text.push_str(&line(field));
    }
    text
}

fn line(field: &Field) -> String {
    let docs = docs::comment("    ", std::slice::from_ref(&field.about));
    format!("{docs}    pub {}: {},\n", field.name, field.kind)
}

fn import(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "Image" => "wharf::message::Image",
        "Video" => "wharf::message::Video",
        "Document" => "wharf::message::Document",
        "Location" => "wharf::message::Location",
        "OrderParameters" => "wharf::message::interactive::OrderParameters",
        "OrderStatusParameters" => "wharf::message::interactive::OrderStatusParameters",
        "Vec<ProductSection>" => "wharf::message::interactive::ProductSection",
        _ => return None,
    })
}

/// Puts the values into `what`, a template or a card.
fn statements(what: &str, filled: &[Filled<'_>]) -> String {
    let mut text = String::new();
    let body = |filled: &&Filled<'_>| matches!(filled.slot, Slot::Body(_) | Slot::BodyNamed(_));
    let mut body_written = false;
    for one in filled {
        if body(&one) {
            if !body_written {
                text.push_str(&body_statement(what, filled));
                body_written = true;
            }
            continue;
        }
        // The body has the same value once more.
        let again = match one.slot {
            Slot::HeaderNamed(name) => filled.iter().any(|other| is_body_of(other.slot, name)),
            _ => false,
        };
        let clone = if again { ".clone()" } else { "" };
        let value = |field: &Field| format!("self.{}{clone}", field.name);
        let values: Vec<_> = one.fields.iter().map(value).collect();
        let (setter, first) = setter(one.slot);
        let items: Vec<_> = first.into_iter().chain(values).collect();
        text.push_str(&layout::call(8, &format!("{what} = {what}.{setter}"), &items, ";"));
    }
    text
}

fn is_body_of(slot: &Slot, name: &str) -> bool {
    matches!(slot, Slot::BodyNamed(other) if other == name)
}

/// What sets a slot, and what it is told before the values.
fn setter(slot: &Slot) -> (&'static str, Option<String>) {
    let at = |index: &u8| Some(index.to_string());
    match slot {
        Slot::HeaderText => ("header_text", None),
        Slot::HeaderNamed(name) => ("header_named", Some(format!("{name:?}"))),
        Slot::HeaderImage => ("header_image", None),
        Slot::HeaderVideo => ("header_video", None),
        Slot::HeaderDocument => ("header_document", None),
        Slot::HeaderGif => ("header_gif", None),
        Slot::HeaderLocation => ("header_location", None),
        Slot::HeaderProduct => ("header_product", None),
        Slot::Body(_) | Slot::BodyNamed(_) => ("body", None),
        Slot::Code => ("code", None),
        Slot::UrlSuffix(index) => ("url_suffix", at(index)),
        Slot::CouponCode(index) => ("copy_code", at(index)),
        Slot::FlowToken(index) => ("flow", at(index)),
        Slot::Products(index) => ("products", at(index)),
        Slot::OrderDetails(index) => ("order_details", at(index)),
        Slot::QuickReply(index) => ("quick_reply", at(index)),
        Slot::OrderStatus => ("order_status", None),
        Slot::OfferEnds => ("offer_ends", None),
    }
}

fn body_statement(what: &str, filled: &[Filled<'_>]) -> String {
    let mut setter = "body";
    let mut items = Vec::new();
    for one in filled {
        let Some(field) = one.fields.first() else { continue };
        match one.slot {
            Slot::Body(_) => items.push(format!("self.{}", field.name)),
            Slot::BodyNamed(name) => {
                setter = "body_named";
                let value = format!("self.{}", field.name);
                items.push(layout::pair(12, &format!("{name:?}"), &value));
            }
            _ => {}
        }
    }
    layout::list(8, &format!("{what} = {what}.{setter}"), &items, ";")
}

/// The field of the cards, and what is done with it.
struct CardField {
    name: String,
    kind: String,
    about: String,
    statement: String,
}

fn card_fields(kind: &Kind, taken: &mut Unique) -> Vec<CardField> {
    let each = |name: &str| {
        format!(
            "        for card in self.{name} {{\n            template = template.card(card.card());\n        }}\n"
        )
    };
    match &kind.shape.cards {
        Cards::None => Vec::new(),
        Cards::Alike { count, .. } => {
            let name = taken.take_field("cards");
            let card = kind.cards.first().map_or("", String::as_str);
            let (kind, about) = match count {
                Some(count) => (format!("[{card}; {count}]"), "The cards, in order."),
                None => (format!("Vec<{card}>"), "The cards, in order: two to ten."),
            };
            let statement = each(&name);
            vec![CardField { name, kind, about: about.to_owned(), statement }]
        }
        Cards::Each(_) => kind
            .cards
            .iter()
            .enumerate()
            .map(|(index, card)| {
                let name = taken.take_field(&format!("card_{}", index + 1));
                let statement = format!("        template = template.card(self.{name}.card());\n");
                CardField {
                    name,
                    kind: card.clone(),
                    about: format!("Card {}.", index + 1),
                    statement,
                }
            })
            .collect(),
    }
}

fn card_types(kind: &Kind, imports: &mut Imports) -> String {
    let shapes: Vec<&[Slot]> = match &kind.shape.cards {
        Cards::None => return String::new(),
        Cards::Alike { slots, .. } => vec![slots],
        Cards::Each(all) => all.iter().map(Vec::as_slice).collect(),
    };
    imports.insert("wharf::message::TemplateCard");
    let mut text = String::new();
    for (index, (name, slots)) in kind.cards.iter().zip(shapes).enumerate() {
        let parts = kind.languages.first().map(|(_, definition)| card_parts(definition, index));
        let filled = fields(slots, parts.unwrap_or_default(), &mut Unique::default());
        let about = format!("A card of [`{}`].", kind.name);
        text.push('\n');
        text.push_str(&docs::comment("", &[about]));
        text.push_str(&structure(name, &field_lines(&filled, imports)));
        text.extend([format!(
            "\nimpl {name} {{\n    fn card(self) -> TemplateCard {{\n        \
             let mut card = TemplateCard::new();\n{}        card\n    }}\n}}\n",
            statements("card", &filled)
        )]);
        text.push_str(&quiet(name));
    }
    text
}
