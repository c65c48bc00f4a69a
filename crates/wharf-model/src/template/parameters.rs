//! What a template wants from a send.

use super::{
    Button, Definition, Format, Otp, Part, Variable,
    definition::{body, buttons, header},
    variable::variables,
};

/// A value that a send has to have, or may have.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Expected {
    /// The part: `header`, `body`, `button`, `limited_time_offer`.
    pub part: &'static str,
    /// The card, from 0, when the part is one's.
    pub card: Option<usize>,
    /// The button's place, from 0, when it is a button's.
    pub button: Option<usize>,
    /// The kind of parameter: `text`, `image`, `payload`, `coupon_code`, `action` …
    pub kind: &'static str,
    /// The variable's place from 1, or its name.
    pub variable: Option<Variable>,
    /// Whether a send without it is refused.
    pub required: bool,
}

impl Definition {
    /// Every value that a send of this template has to have or may have, in the order the parts stand.
    ///
    /// ```
    /// use wharf_model::template::{Body, Button, Category, Definition, Variable};
    ///
    /// let order = Definition::new("order", "en_US", Category::Utility)
    ///     .part(Body::new("Order {{1}} is ready."))
    ///     .button(Button::url("Track", "https://example.com/{{1}}"));
    /// let wanted = order.parameters();
    /// assert_eq!(wanted[0].variable, Some(Variable::Place(1)));
    /// assert_eq!((wanted[1].part, wanted[1].button, wanted[1].kind), ("button", Some(0), "text"));
    /// ```
    pub fn parameters(&self) -> Vec<Expected> {
        let mut all = Vec::new();
        of_parts(&self.components, None, &mut all);
        let ends = self.offer().and_then(|offer| offer.limited_time_offer.has_expiration);
        if ends == Some(true) {
            all.push(Expected {
                part: "limited_time_offer",
                kind: "limited_time_offer",
                ..Expected::text("", None)
            });
        }
        for (index, card) in self.cards().unwrap_or_default().iter().enumerate() {
            of_parts(&card.components, Some(index), &mut all);
        }
        all
    }
}

impl Expected {
    fn text(part: &'static str, variable: Option<Variable>) -> Self {
        Self { part, card: None, button: None, kind: "text", variable, required: true }
    }
}

fn of_parts(parts: &[Part], card: Option<usize>, all: &mut Vec<Expected>) {
    let from = all.len();
    if let Some(header) = header(parts) {
        if let Some(kind) = medium(&header.format) {
            all.push(Expected { kind, ..Expected::text("header", None) });
        } else {
            let names = distinct(header.text.as_deref().unwrap_or_default());
            all.extend(names.into_iter().map(|name| Expected::text("header", Some(name))));
        }
    }
    if let Some(body) = body(parts) {
        let has_code = buttons(parts).iter().any(|button| matches!(button, Button::Otp(_)));
        let names = match &body.text {
            Some(text) => distinct(text),
            None if has_code => vec![Variable::Place(1)],
            None => Vec::new(),
        };
        all.extend(names.into_iter().map(|name| Expected::text("body", Some(name))));
    }
    for (index, button) in buttons(parts).iter().enumerate() {
        if let Some((_, kind, required)) = wanted(button) {
            let button = Some(index);
            all.push(Expected { button, kind, required, ..Expected::text("button", None) });
        }
    }
    for one in all.iter_mut().skip(from) {
        one.card = card;
    }
}

/// The variables of a text, each once, in the order of their first place.
pub(super) fn distinct(text: &str) -> Vec<Variable> {
    let mut all = Vec::new();
    for variable in variables(text) {
        if !all.contains(&variable) {
            all.push(variable);
        }
    }
    all
}

/// The kind of parameter of a header that is no text.
pub(super) fn medium(format: &Format) -> Option<&'static str> {
    Some(match format {
        Format::Image => "image",
        Format::Video => "video",
        Format::Document => "document",
        Format::Gif => "gif",
        Format::Location => "location",
        Format::Product => "product",
        Format::Text | Format::Unlisted(_) => return None,
    })
}

/// What a button takes: its `sub_type`, the kind of its parameter, and whether it must be given.
pub(super) fn wanted(button: &Button) -> Option<(&'static str, &'static str, bool)> {
    Some(match button {
        Button::Url(url) if url.has_variable() => ("url", "text", true),
        Button::Otp(Otp { .. }) => ("url", "text", true),
        Button::QuickReply(_) => ("quick_reply", "payload", false),
        Button::CopyCode(_) => ("copy_code", "coupon_code", true),
        Button::Flow(_) => ("flow", "action", false),
        Button::Catalog(_) => ("catalog", "action", false),
        Button::Mpm(_) => ("mpm", "action", true),
        Button::VoiceCall(_) => ("voice_call", "payload", false),
        Button::OrderDetails(_) => ("order_details", "action", true),
        _ => return None,
    })
}
