//! WhatsApp templates that may be sent. Written by `wharf template codegen`: do not edit.
//!
//! Made of `strange.lock.json` (0af547c4002e5c73); `wharf template pull` and then `wharf template codegen` renew it.
//!
//! Left out:
//!
//! - `later` in `en_US`: this version does not know parts of type HOLOGRAM
#![allow(dead_code, unreachable_pub, reason = "no app sends them all")]

use std::fmt;

use wharf::message::interactive::ProductSection;

use wharf::message::Document;
use wharf::message::Image;
use wharf::message::Location;
use wharf::message::Template;
use wharf::message::TemplateCard;

/// Template `2fa`, category utility, in `en_US`.
///
/// ````text
/// (document)
/// Here is ``` a text with `ticks`
/// and a second line .
/// ````
#[derive(Clone, PartialEq)]
pub struct Template2fa {
    /// The document above.
    pub header_document: Document,
}

impl Template2fa {
    /// The template's name.
    pub const NAME: &'static str = "2fa";

    /// In `en_US`.
    pub fn en_us(self) -> Template {
        self.template("en_US")
    }

    fn template(self, language: &str) -> Template {
        let mut template = Template::new(Self::NAME, language);
        template = template.header_document(self.header_document);
        template
    }
}

impl fmt::Debug for Template2fa {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Template2fa { .. }")
    }
}

/// Template `a__b`, category utility, in `en_US`.
///
/// ```text
/// One value {{1}} of two.
/// ```
#[derive(Clone, PartialEq)]
pub struct AB {
    /// `{{1}}` of the body, such as `x`.
    pub body_1: String,
}

impl AB {
    /// The template's name.
    pub const NAME: &'static str = "a__b";

    /// In `en_US`.
    pub fn en_us(self) -> Template {
        self.template("en_US")
    }

    fn template(self, language: &str) -> Template {
        let mut template = Template::new(Self::NAME, language);
        template = template.body([self.body_1]);
        template
    }
}

impl fmt::Debug for AB {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AB { .. }")
    }
}

/// Template `a_b`, category utility, in `en_US`.
///
/// ```text
/// (location)
/// The other value {{1}} of two.
/// ```
#[derive(Clone, PartialEq)]
pub struct ABTemplate {
    /// The place above, with its name and address.
    pub header_location: Location,
    /// `{{1}}` of the body, such as `x`.
    pub body_1: String,
}

impl ABTemplate {
    /// The template's name.
    pub const NAME: &'static str = "a_b";

    /// In `en_US`.
    pub fn en_us(self) -> Template {
        self.template("en_US")
    }

    fn template(self, language: &str) -> Template {
        let mut template = Template::new(Self::NAME, language);
        template = template.header_location(self.header_location);
        template = template.body([self.body_1]);
        template
    }
}

impl fmt::Debug for ABTemplate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ABTemplate { .. }")
    }
}

/// Template `products`, category marketing, in `en_US`.
///
/// ```text
/// Choose
/// All of these for {{1}} today.
/// [View items]
/// ```
#[derive(Clone, PartialEq)]
pub struct Products {
    /// `{{1}}` of the body, such as `you`.
    pub body_1: String,
    /// Your own id of the product in the picture.
    pub thumbnail: String,
    /// The products that the button `View items` shows.
    pub sections: Vec<ProductSection>,
}

impl Products {
    /// The template's name.
    pub const NAME: &'static str = "products";

    /// In `en_US`.
    pub fn en_us(self) -> Template {
        self.template("en_US")
    }

    fn template(self, language: &str) -> Template {
        let mut template = Template::new(Self::NAME, language);
        template = template.body([self.body_1]);
        template = template.products(0, self.thumbnail, self.sections);
        template
    }
}

impl fmt::Debug for Products {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Products { .. }")
    }
}

/// Template `self`, category utility, in `en_US`.
///
/// ```text
/// A reader \u{202e}turned round\u{202c} reads on, {{1}} says.
/// ```
#[derive(Clone, PartialEq)]
pub struct SelfTemplate {
    /// `{{1}}` of the body, such as `he`.
    pub body_1: String,
}

impl SelfTemplate {
    /// The template's name.
    pub const NAME: &'static str = "self";

    /// In `en_US`.
    pub fn en_us(self) -> Template {
        self.template("en_US")
    }

    fn template(self, language: &str) -> Template {
        let mut template = Template::new(Self::NAME, language);
        template = template.body([self.body_1]);
        template
    }
}

impl fmt::Debug for SelfTemplate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SelfTemplate { .. }")
    }
}

/// Template `survey`, category utility, in `en_US`.
///
/// ```text
/// Tell us what you think.
/// [Begin]
/// ```
#[derive(Clone, PartialEq)]
pub struct Survey {
    /// Comes back from the flow that the button `Begin` opens.
    pub flow_token: String,
}

impl Survey {
    /// The template's name.
    pub const NAME: &'static str = "survey";

    /// In `en_US`.
    pub fn en_us(self) -> Template {
        self.template("en_US")
    }

    fn template(self, language: &str) -> Template {
        let mut template = Template::new(Self::NAME, language);
        template = template.flow(0, self.flow_token);
        template
    }
}

impl fmt::Debug for Survey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Survey { .. }")
    }
}

/// Template `template`, category utility, in `en_US`.
///
/// ```text
/// Hi {{1}}
/// No value here.
/// ```
#[derive(Clone, PartialEq)]
pub struct TemplateTemplate {
    /// The variable of the header, such as `Ada`.
    pub header: String,
}

impl TemplateTemplate {
    /// The template's name.
    pub const NAME: &'static str = "template";

    /// In `en_US`.
    pub fn en_us(self) -> Template {
        self.template("en_US")
    }

    fn template(self, language: &str) -> Template {
        let mut template = Template::new(Self::NAME, language);
        template = template.header_text(self.header);
        template
    }
}

impl fmt::Debug for TemplateTemplate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TemplateTemplate { .. }")
    }
}

/// Template `two_cards`, category marketing, in `en_US`.
///
/// ```text
/// Two of them.
/// Card 1:
///   (image)
///   Only this one has {{1}} in it.
///   [More]
/// Card 2:
///   (image)
///   This one has none.
///   [More]
/// ```
#[derive(Clone, PartialEq)]
pub struct TwoCards {
    /// Card 1.
    pub card_1: TwoCardsCard1,
    /// Card 2.
    pub card_2: TwoCardsCard2,
}

impl TwoCards {
    /// The template's name.
    pub const NAME: &'static str = "two_cards";

    /// In `en_US`.
    pub fn en_us(self) -> Template {
        self.template("en_US")
    }

    fn template(self, language: &str) -> Template {
        let mut template = Template::new(Self::NAME, language);
        template = template.card(self.card_1.card());
        template = template.card(self.card_2.card());
        template
    }
}

impl fmt::Debug for TwoCards {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TwoCards { .. }")
    }
}

/// A card of [`TwoCards`].
#[derive(Clone, PartialEq)]
pub struct TwoCardsCard1 {
    /// The picture above.
    pub header_image: Image,
    /// `{{1}}` of the body, such as `it`.
    pub body_1: String,
    /// Comes back when the button `More` is tapped.
    pub payload: String,
}

impl TwoCardsCard1 {
    fn card(self) -> TemplateCard {
        let mut card = TemplateCard::new();
        card = card.header_image(self.header_image);
        card = card.body([self.body_1]);
        card = card.quick_reply(0, self.payload);
        card
    }
}

impl fmt::Debug for TwoCardsCard1 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TwoCardsCard1 { .. }")
    }
}

/// A card of [`TwoCards`].
#[derive(Clone, PartialEq)]
pub struct TwoCardsCard2 {
    /// The picture above.
    pub header_image: Image,
    /// Comes back when the button `More` is tapped.
    pub payload: String,
}

impl TwoCardsCard2 {
    fn card(self) -> TemplateCard {
        let mut card = TemplateCard::new();
        card = card.header_image(self.header_image);
        card = card.quick_reply(0, self.payload);
        card
    }
}

impl fmt::Debug for TwoCardsCard2 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TwoCardsCard2 { .. }")
    }
}
