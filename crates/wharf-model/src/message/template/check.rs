//! What must hold of a send, whatever the template is.

use super::{ButtonAction, Component, Parameter, TapTarget, Template, TemplateCard};
use crate::{
    limits::{
        CARDS_MAX, CARDS_MIN, COUPON_CODE_CHARS_ADVISED, COUPON_CODE_CHARS_MAX, LANGUAGE_CHARS_MAX,
        PAYLOAD_CHARS_ADVISED, PAYLOAD_CHARS_MAX, TEMPLATE_BODY_CHARS_MAX,
        TEMPLATE_BODY_ONLY_CHARS_MAX, TEMPLATE_BUTTONS_MAX, TEMPLATE_HEADER_CHARS_MAX,
        TEMPLATE_HEADER_VARIABLES_MAX, TEMPLATE_NAME_CHARS_MAX, TEMPLATE_URL_CHARS_MAX,
        VALUE_SPACES_MAX,
    },
    message::{
        Rule,
        check::{Checker, MISSING, VALUE},
        interactive::{check_call, check_indices, check_sections},
    },
};

/// The platform's code for a text that is too long with its values filled in.
const TOO_LONG: u32 = 132_005;
/// The platform's code for a value that a text cannot take.
const BAD_VALUE: u32 = 132_018;
/// The platform's code for a number of values that is not the template's.
const COUNT: u32 = 132_000;
/// Earlier than this in milliseconds is 1973: seconds were meant.
const SECONDS_BELOW: i64 = 100_000_000_000;

impl Template {
    pub(in crate::message) fn check(&self, check: &mut Checker) {
        check.text("template.name", &self.name, 1, TEMPLATE_NAME_CHARS_MAX);
        check.text("template.language.code", &self.language.code, 1, LANGUAGE_CHARS_MAX);
        if let Some(policy) = &self.language.policy {
            check.word("template.language.policy", policy, "deterministic");
        }
        check_components("template.components", &self.components, check);
    }
}

fn check_components(at: &str, components: &[Component], check: &mut Checker) {
    let body_only = components.len() == 1;
    let mut seen = std::collections::BTreeSet::new();
    for (index, component) in components.iter().enumerate() {
        let path = format!("{at}[{index}]");
        let kind = component.kind.to_ascii_lowercase();
        match kind.as_str() {
            "header" => component.check_header(&path, check),
            "body" => component.check_body(&path, body_only, check),
            "button" => component.check_button(&path, check),
            "carousel" => component.check_cards(&path, check),
            "" => check.missing(&format!("{path}.type"), "says which part the values are for"),
            _ => component.check_other(&path, check),
        }
        let place = (kind == "button").then(|| component.place());
        if !seen.insert((kind, place)) {
            check.invalid(&path, Rule::Unique, "another component is for the same part");
        }
    }
}

impl Component {
    fn parameter_path(at: &str, index: usize) -> String {
        format!("{at}.parameters[{index}]")
    }

    fn check_header(&self, at: &str, check: &mut Checker) {
        let given = self.parameters.len();
        let path = format!("{at}.parameters");
        check.count_of(&path, given, 0, TEMPLATE_HEADER_VARIABLES_MAX, COUNT);
        for (index, parameter) in self.parameters.iter().enumerate() {
            let at = Self::parameter_path(at, index);
            match parameter {
                Parameter::Text { text, .. } => {
                    check_value(&format!("{at}.text"), text, TEMPLATE_HEADER_CHARS_MAX, check);
                }
                Parameter::Image { image } => image.check(&format!("{at}.image"), check),
                Parameter::Video { video } => video.check(&format!("{at}.video"), check),
                Parameter::Gif { gif } => gif.check(&format!("{at}.gif"), check),
                Parameter::Document { document } => {
                    document.check(&format!("{at}.document"), check);
                }
                Parameter::Product { product } => product.check(&format!("{at}.product"), check),
                Parameter::Location { location } => {
                    let at = format!("{at}.location");
                    location.check_at(&at, check);
                    for (field, text) in [("name", &location.name), ("address", &location.address)]
                    {
                        if text.as_deref().unwrap_or_default().is_empty() {
                            let what = "the place of a template needs a name and an address";
                            check.missing(&format!("{at}.{field}"), what);
                        }
                    }
                }
                _ => {}
            }
        }
    }

    fn check_body(&self, at: &str, body_only: bool, check: &mut Checker) {
        let max = if body_only { TEMPLATE_BODY_ONLY_CHARS_MAX } else { TEMPLATE_BODY_CHARS_MAX };
        let with_name =
            self.parameters.iter().filter(|parameter| parameter.name().is_some()).count();
        if with_name != 0 && with_name != self.parameters.len() {
            let what = "body: either all values have a `parameter_name` or none has";
            check.broken(&format!("{at}.parameters"), Rule::Alike, 132_012, what);
        }
        for (index, parameter) in self.parameters.iter().enumerate() {
            let at = Self::parameter_path(at, index);
            match parameter {
                Parameter::Text { text, .. } => {
                    check_value(&format!("{at}.text"), text, max, check);
                }
                Parameter::Currency { fallback_value, code, .. } => {
                    let path = format!("{at}.currency");
                    check_value(&format!("{path}.fallback_value"), fallback_value, max, check);
                    if code.len() != 3 || !code.bytes().all(|byte| byte.is_ascii_uppercase()) {
                        let what = "must be a currency as three capital letters";
                        check.invalid(&format!("{path}.code"), Rule::Format, what);
                    }
                }
                Parameter::DateTime { fallback_value, .. } => {
                    let path = format!("{at}.date_time.fallback_value");
                    check_value(&path, fallback_value, max, check);
                }
                _ => {}
            }
        }
        let own_names = self.parameters.iter().enumerate().filter_map(|(index, parameter)| {
            let path = format!("{}.parameter_name", Self::parameter_path(at, index));
            Some((path, parameter.name()?))
        });
        check.unique(own_names);
    }

    fn check_button(&self, at: &str, check: &mut Checker) {
        if self.sub_type.is_none() {
            let what = "a button component needs its `sub_type`";
            check.missing(&format!("{at}.sub_type"), what);
        }
        let path = format!("{at}.index");
        match (&self.index, self.place()) {
            (None, _) => {
                check.missing(&path, "a button component needs the `index` of its button");
            }
            (Some(_), Some(place)) if place < TEMPLATE_BUTTONS_MAX => {}
            (Some(_), _) => {
                let what = "must be 0 to 9, as a number or a string";
                check.broken(&path, Rule::Range, MISSING, what);
            }
        }
        for (index, parameter) in self.parameters.iter().enumerate() {
            let at = Self::parameter_path(at, index);
            match parameter {
                Parameter::Text { text, .. } => {
                    check_value(&format!("{at}.text"), text, TEMPLATE_URL_CHARS_MAX, check);
                }
                Parameter::Payload { payload } if self.is_button("voice_call") => {
                    check_call(&at, None, Some(payload), check);
                }
                Parameter::Payload { payload } => {
                    let path = format!("{at}.payload");
                    check.text(&path, payload, 1, PAYLOAD_CHARS_MAX);
                    check.better(&path, payload, PAYLOAD_CHARS_ADVISED, PAYLOAD_CHARS_MAX);
                }
                Parameter::CouponCode { coupon_code } => {
                    let path = format!("{at}.coupon_code");
                    check.text(&path, coupon_code, 1, COUPON_CODE_CHARS_MAX);
                    check.better(
                        &path,
                        coupon_code,
                        COUPON_CODE_CHARS_ADVISED,
                        COUPON_CODE_CHARS_MAX,
                    );
                }
                Parameter::TtlMinutes { ttl_minutes } => {
                    check_call(&at, Some(*ttl_minutes), None, check);
                }
                Parameter::Action { action } => {
                    action.check(&format!("{at}.action"), self.is_button("mpm"), check);
                }
                _ => {}
            }
        }
    }

    fn check_cards(&self, at: &str, check: &mut Checker) {
        let at = format!("{at}.cards");
        let cards = self.cards.as_deref().unwrap_or_default();
        check.count_of(&at, cards.len(), CARDS_MIN, CARDS_MAX, COUNT);
        check_indices(&at, cards.iter().map(|card| card.card_index), check);
        for (index, TemplateCard { components, .. }) in cards.iter().enumerate() {
            check_components(&format!("{at}[{index}].components"), components, check);
        }
    }

    fn check_other(&self, at: &str, check: &mut Checker) {
        for (index, parameter) in self.parameters.iter().enumerate() {
            let at = Self::parameter_path(at, index);
            match parameter {
                Parameter::LimitedTimeOffer { expiration_time_ms } => {
                    let path = format!("{at}.limited_time_offer.expiration_time_ms");
                    if *expiration_time_ms <= 0 {
                        check.invalid(&path, Rule::Range, "must be milliseconds since 1970");
                    } else if *expiration_time_ms < SECONDS_BELOW {
                        let what = "looks like seconds; milliseconds since 1970 are wanted";
                        check.warn(&path, Rule::Range, what);
                    }
                }
                Parameter::OrderStatus { order_status } => {
                    order_status.check(&format!("{at}.order_status"), check);
                }
                Parameter::TapTarget { targets } => {
                    for (index, TapTarget { url, title }) in targets.iter().enumerate() {
                        let at = format!("{at}.tap_target_configuration[{index}]");
                        check.link(&format!("{at}.url"), url);
                        check.text(&format!("{at}.title"), title, 1, usize::MAX);
                    }
                }
                _ => {}
            }
        }
    }
}

impl ButtonAction {
    fn check(&self, at: &str, lists_products: bool, check: &mut Checker) {
        if self.flow_action_data.as_ref().is_some_and(|data| !data.is_object()) {
            let what = "must be an object";
            check.broken(&format!("{at}.flow_action_data"), Rule::Format, VALUE, what);
        }
        if lists_products || !self.sections.is_empty() {
            check_sections(&format!("{at}.sections"), &self.sections, check);
        }
        if let Some(order) = &self.order_details {
            order.check(&format!("{at}.order_details"), check);
        }
    }
}

/// The text that stands where a variable is.
fn check_value(path: &str, text: &str, max: usize, check: &mut Checker) {
    check.text_of(path, text, 1, max, TOO_LONG);
    if text.contains(['\n', '\t']) || text.contains(&" ".repeat(VALUE_SPACES_MAX + 1)) {
        let what = "must not hold a line break, a tab or more than four spaces in a row";
        check.broken(path, Rule::Format, BAD_VALUE, what);
    }
}
