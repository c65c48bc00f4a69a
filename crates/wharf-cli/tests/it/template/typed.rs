//! WhatsApp templates that may be sent. Written by `wharf template codegen`: do not edit.
//!
//! Made of `typed.lock.json` (572bd122b6c4ebac); `wharf template pull` and then `wharf template codegen` renew it.
#![allow(dead_code, unreachable_pub, reason = "no app sends them all")]

use std::fmt;

use wharf::message::Image;
use wharf::message::Template;
use wharf::message::TemplateCard;

/// Template `best_sellers`, category marketing, in `en_US`.
///
/// ```text
/// Hi {{1}}, look at these.
/// Card 1:
///   (image)
///   Tea for {{1}} this week.
///   [More]
///   [Buy]
/// Card 2:
///   (image)
///   Coffee for {{1}} this week.
///   [More]
///   [Buy]
/// ```
#[derive(Clone, PartialEq)]
pub struct BestSellers {
    /// `{{1}}` of the body, such as `Ada`.
    pub body_1: String,
    /// The cards, in order.
    pub cards: [BestSellersCard; 2],
}

impl BestSellers {
    /// The template's name.
    pub const NAME: &'static str = "best_sellers";

    /// In `en_US`.
    pub fn en_us(self) -> Template {
        self.template("en_US")
    }

    fn template(self, language: &str) -> Template {
        let mut template = Template::new(Self::NAME, language);
        template = template.body([self.body_1]);
        for card in self.cards {
            template = template.card(card.card());
        }
        template
    }
}

impl fmt::Debug for BestSellers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BestSellers { .. }")
    }
}

/// A card of [`BestSellers`].
#[derive(Clone, PartialEq)]
pub struct BestSellersCard {
    /// The picture above.
    pub header_image: Image,
    /// `{{1}}` of the body, such as `$4`.
    pub body_1: String,
    /// Comes back when the button `More` is tapped.
    pub payload: String,
    /// How the URL of the button `Buy` ends: `https://example.com/p/{{1}}`.
    pub url_suffix: String,
}

impl BestSellersCard {
    fn card(self) -> TemplateCard {
        let mut card = TemplateCard::new();
        card = card.header_image(self.header_image);
        card = card.body([self.body_1]);
        card = card.quick_reply(0, self.payload);
        card = card.url_suffix(1, self.url_suffix);
        card
    }
}

impl fmt::Debug for BestSellersCard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BestSellersCard { .. }")
    }
}

/// Template `hello_again`, category utility, in `en_US`.
///
/// ```text
/// Hello again.
/// ```
#[derive(Clone, Copy, Debug)]
pub struct HelloAgain;

impl HelloAgain {
    /// The template's name.
    pub const NAME: &'static str = "hello_again";

    /// In `en_US`.
    pub fn en_us() -> Template {
        Template::new(Self::NAME, "en_US")
    }
}

/// Template `order_ready`, category utility, in `de`, `en_US`.
///
/// ```text
/// Hallo {{1}}, Bestellung {{2}} ist da.
/// [Danke]
/// [Ansehen]
/// ```
///
/// On the template that comes of it, `.quick_reply(0, …)` says what a tap on `Danke` sends back.
#[derive(Clone, PartialEq)]
pub struct OrderReady {
    /// `{{1}}` of the body, such as `Ada`.
    pub body_1: String,
    /// `{{2}}` of the body, such as `42`.
    pub body_2: String,
    /// How the URL of the button `Ansehen` ends: `https://example.com/de/{{1}}`.
    pub url_suffix: String,
}

impl OrderReady {
    /// The template's name.
    pub const NAME: &'static str = "order_ready";

    /// In `de`.
    pub fn de(self) -> Template {
        self.template("de")
    }

    /// In `en_US`.
    ///
    /// ```text
    /// Hi {{1}}, order {{2}} is here.
    /// [Thanks]
    /// [Track it]
    /// ```
    pub fn en_us(self) -> Template {
        self.template("en_US")
    }

    /// In the language of this code; `None` where there is no such one.
    pub fn in_language(self, code: &str) -> Option<Template> {
        match code {
            "de" => Some(self.de()),
            "en_US" => Some(self.en_us()),
            _ => None,
        }
    }

    fn template(self, language: &str) -> Template {
        let mut template = Template::new(Self::NAME, language);
        template = template.body([self.body_1, self.body_2]);
        template = template.url_suffix(1, self.url_suffix);
        template
    }
}

impl fmt::Debug for OrderReady {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OrderReady { .. }")
    }
}

/// Template `order_ready`, category utility, in `fr`.
///
/// ```text
/// Votre commande {{1}} est prête.
/// ```
#[derive(Clone, PartialEq)]
pub struct OrderReadyFr {
    /// `{{1}}` of the body, such as `42`.
    pub body_1: String,
}

impl OrderReadyFr {
    /// The template's name.
    pub const NAME: &'static str = "order_ready";

    /// In `fr`.
    pub fn fr(self) -> Template {
        self.template("fr")
    }

    fn template(self, language: &str) -> Template {
        let mut template = Template::new(Self::NAME, language);
        template = template.body([self.body_1]);
        template
    }
}

impl fmt::Debug for OrderReadyFr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OrderReadyFr { .. }")
    }
}

/// Template `sign_in`, category authentication, in `en_US`.
///
/// ```text
/// (the platform's own text, with the code)
/// [OTP]
/// ```
#[derive(Clone, PartialEq)]
pub struct SignIn {
    /// The code to sign in with, at most 15 characters.
    pub code: String,
}

impl SignIn {
    /// The template's name.
    pub const NAME: &'static str = "sign_in";

    /// In `en_US`.
    pub fn en_us(self) -> Template {
        self.template("en_US")
    }

    fn template(self, language: &str) -> Template {
        let mut template = Template::new(Self::NAME, language);
        template = template.code(self.code);
        template
    }
}

impl fmt::Debug for SignIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SignIn { .. }")
    }
}

/// Template `summer_sale`, category marketing, in `en_US`.
///
/// ```text
/// (image)
/// Summer sale
/// Only now, {{1}}: half the price.
/// [COPY_CODE]
/// [Shop]
/// ```
#[derive(Clone, PartialEq)]
pub struct SummerSale {
    /// The picture above.
    pub header_image: Image,
    /// `{{1}}` of the body, such as `Ada`.
    pub body_1: String,
    /// What the button at 0 copies, at most 15 characters.
    pub coupon_code: String,
    /// How the URL of the button `Shop` ends: `https://example.com/{{1}}`.
    pub url_suffix: String,
    /// When the offer ends: milliseconds since 1970.
    pub offer_ends_ms: i64,
}

impl SummerSale {
    /// The template's name.
    pub const NAME: &'static str = "summer_sale";

    /// In `en_US`.
    pub fn en_us(self) -> Template {
        self.template("en_US")
    }

    fn template(self, language: &str) -> Template {
        let mut template = Template::new(Self::NAME, language);
        template = template.header_image(self.header_image);
        template = template.body([self.body_1]);
        template = template.copy_code(0, self.coupon_code);
        template = template.url_suffix(1, self.url_suffix);
        template = template.offer_ends(self.offer_ends_ms);
        template
    }
}

impl fmt::Debug for SummerSale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SummerSale { .. }")
    }
}

/// Template `visit`, category utility, in `en_US`.
///
/// ```text
/// See you, {{first_name}}
/// Dear {{first_name}}, we expect you on {{day}} at {{type}} o'clock.
/// ```
#[derive(Clone, PartialEq)]
pub struct Visit {
    /// `{{first_name}}` of the header, such as `Ada`.
    pub first_name: String,
    /// `{{day}}` of the body, such as `Monday`.
    pub day: String,
    /// `{{type}}` of the body, such as `10`.
    pub type_: String,
}

impl Visit {
    /// The template's name.
    pub const NAME: &'static str = "visit";

    /// In `en_US`.
    pub fn en_us(self) -> Template {
        self.template("en_US")
    }

    fn template(self, language: &str) -> Template {
        let mut template = Template::new(Self::NAME, language);
        template = template.header_named("first_name", self.first_name.clone());
        template = template.body_named([
            ("first_name", self.first_name),
            ("day", self.day),
            ("type", self.type_),
        ]);
        template
    }
}

impl fmt::Debug for Visit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Visit { .. }")
    }
}
