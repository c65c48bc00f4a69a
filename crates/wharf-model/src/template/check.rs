//! Whether a template may be created.

mod auth;
mod buttons;
mod cards;
mod text;

use super::{Button, Category, Definition, Format, Header, LANGUAGES, Part, SubCategory};
use crate::{
    limits::{
        AUTHENTICATION_TTL_SECONDS_MAX, LANGUAGE_CHARS_MAX, MARKETING_TTL_SECONDS_MAX,
        MARKETING_TTL_SECONDS_MIN, OFFER_BODY_CHARS_MAX, OFFER_TEXT_CHARS_MAX,
        TEMPLATE_BODY_CHARS_MAX, TEMPLATE_TTL_MONTH, TEMPLATE_TTL_SECONDS_MIN,
        UTILITY_TTL_SECONDS_MAX,
    },
    message::{
        Rule, Violation,
        check::{Checker, PARAMETER},
        check_name,
    },
};

/// A header is not as it must be.
const HEADER: u32 = 2_388_047;
/// A body is not as it must be.
const BODY: u32 = 2_388_072;
/// A footer is not as it must be.
const FOOTER: u32 = 2_388_073;
/// A text is too long.
const TOO_LONG: u32 = 2_388_040;
/// A variable is the first or the last of a text.
const EDGE: u32 = 2_388_299;

impl Definition {
    /// Every documented limit that the template breaks as one to be created, and what is merely
    /// doubtful; empty when there is nothing to say. Where the platform has a code of its own for
    /// it (2388040, 2388047, 2388072, 2388073, 2388299) that is given, else 100.
    ///
    /// What the platform judges (whether the category is right, whether the text holds enough
    /// words for its variables) is not judged here.
    pub fn check(&self) -> Vec<Violation> {
        let mut check = Checker::default();
        check_name("name", &self.name, &mut check);
        check.text("language", &self.language, 1, LANGUAGE_CHARS_MAX);
        if LANGUAGES.binary_search(&self.language.as_str()).is_err() {
            let what = "is none of the languages that the documentation names";
            check.warn("language", Rule::OneOf, what);
        }
        match &self.category {
            None => check.broken("category", Rule::Required, PARAMETER, "is required"),
            Some(category) => {
                let words = Category::WORDS;
                // The account's updates are a category of the past: it is read, and not created.
                let known = category.is_listed() && *category != Category::AccountUpdate;
                let words = words.get(..3).unwrap_or(words);
                check.listed("category", known, words, PARAMETER);
            }
        }
        self.check_ttl(&mut check);
        // A template of the library has the library's parts.
        if self.library_template_name.is_none() {
            self.check_parts(&mut check);
        }
        check.found
    }

    fn check_ttl(&self, check: &mut Checker) {
        let Some(seconds) = self.message_send_ttl_seconds else { return };
        let (min, max) = match &self.category {
            Some(Category::Marketing) => (MARKETING_TTL_SECONDS_MIN, MARKETING_TTL_SECONDS_MAX),
            _ if seconds == TEMPLATE_TTL_MONTH => return,
            Some(Category::Authentication) => {
                (TEMPLATE_TTL_SECONDS_MIN, AUTHENTICATION_TTL_SECONDS_MAX)
            }
            Some(Category::Utility) => (TEMPLATE_TTL_SECONDS_MIN, UTILITY_TTL_SECONDS_MAX),
            _ => return,
        };
        if !(min..=max).contains(&seconds) {
            let what = format!("must be {min} to {max} seconds in this category, is {seconds}");
            check.broken("message_send_ttl_seconds", Rule::Range, PARAMETER, what);
            let limit = if seconds > max { max } else { min };
            check.measured(limit.unsigned_abs(), u64::try_from(seconds).unwrap_or_default());
        }
    }

    fn check_parts(&self, check: &mut Checker) {
        let mut seen = std::collections::BTreeSet::new();
        for (index, part) in self.components.iter().enumerate() {
            if !seen.insert(part.kind()) {
                let path = format!("components[{index}].type");
                check.broken(&path, Rule::Unique, PARAMETER, "stands there more than once");
            }
        }
        if !seen.contains("BODY") {
            check.broken("components", Rule::Required, PARAMETER, "a template needs a body");
        }
        if self.category == Some(Category::Authentication) {
            self.check_authentication(check);
            return;
        }
        let offer = self.offer().is_some();
        let max = if offer { OFFER_BODY_CHARS_MAX } else { TEMPLATE_BODY_CHARS_MAX };
        for (index, part) in self.components.iter().enumerate() {
            let at = format!("components[{index}]");
            match part {
                Part::Header(header) => text::check_header(&at, header, self.is_named(), check),
                Part::Body(body) => text::check_body(&at, body, max, self.is_named(), check),
                Part::Footer(_) if offer => {
                    let what = "a template with an offer has no footer";
                    check.broken(&at, Rule::NotAllowed, FOOTER, what);
                }
                Part::Footer(footer) => text::check_footer(&at, footer, check),
                Part::Buttons(all) => {
                    buttons::check_all(&format!("{at}.buttons"), &all.buttons, check);
                }
                Part::Carousel(carousel) => {
                    self.only_marketing(&at, "a carousel", check);
                    cards::check_cards(&format!("{at}.cards"), carousel, self.is_named(), check);
                }
                Part::LimitedTimeOffer(offer) => {
                    self.only_marketing(&at, "an offer that ends", check);
                    let path = format!("{at}.limited_time_offer.text");
                    let text = &offer.limited_time_offer.text;
                    check.text_of(&path, text, 1, OFFER_TEXT_CHARS_MAX, TOO_LONG);
                }
                Part::CallPermissionRequest(_) | Part::Other(_) => {}
            }
        }
        self.check_special(check);
    }

    fn only_marketing(&self, at: &str, what: &str, check: &mut Checker) {
        if self.category != Some(Category::Marketing) {
            let what = format!("{what} is for category marketing only");
            check.broken(at, Rule::NotAllowed, PARAMETER, what);
        }
    }

    /// What hangs together across the parts.
    fn check_special(&self, check: &mut Checker) {
        let all = self.buttons();
        let has = |kind: &str| all.iter().any(|button| button.kind() == kind);
        let at = "components";
        if has("CATALOG") || has("MPM") {
            self.only_marketing(at, "a button for products", check);
        }
        let text_header =
            self.header().is_some_and(|header: &Header| header.format == Format::Text);
        if has("MPM") && !text_header {
            let what = "a template that shows several products needs a text as header";
            check.broken(at, Rule::Required, PARAMETER, what);
        }
        if self.offer().is_some() {
            self.check_offer_parts(all, check);
        }
        if has("ORDER_DETAILS") && self.display_format.as_deref() != Some("ORDER_DETAILS") {
            let what = "a template with an order to pay needs `ORDER_DETAILS` here";
            check.broken("display_format", Rule::Required, PARAMETER, what);
        }
        if self.sub_category == Some(SubCategory::OrderStatus) {
            if self.category != Some(Category::Utility) {
                let what = "the status of an order is for category utility only";
                check.broken("sub_category", Rule::NotAllowed, PARAMETER, what);
            }
            if !all.is_empty() {
                let what = "a template for the status of an order has no buttons";
                check.broken(at, Rule::NotAllowed, PARAMETER, what);
            }
        }
    }

    fn check_offer_parts(&self, all: &[Button], check: &mut Checker) {
        let header = self.header().map(|header| &header.format);
        if header.is_some_and(|format| !matches!(format, Format::Image | Format::Video)) {
            let what = "the header of a template with an offer is an image or a video";
            check.broken("components", Rule::OneOf, HEADER, what);
        }
        for (index, button) in all.iter().enumerate() {
            let place = match button {
                Button::CopyCode(_) => 0,
                Button::Url(_) => usize::from(matches!(all.first(), Some(Button::CopyCode(_)))),
                _ => continue,
            };
            if index != place {
                let what = "beside an offer the code to copy stands first, then the URL";
                check.broken("components", Rule::Order, PARAMETER, what);
            }
        }
    }
}
