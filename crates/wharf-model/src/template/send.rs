//! Whether a send fits the template that was approved.

use super::{
    Body, Button, Category, Definition, Header, Part, Status, Variable,
    definition::{body, buttons, header},
    fill,
    parameters::{distinct, medium, wanted},
};
use crate::{
    limits::{
        CARDS_MAX, CARDS_MIN, CODE_CHARS_MAX, TEMPLATE_BODY_CHARS_MAX,
        TEMPLATE_BODY_ONLY_CHARS_MAX, TEMPLATE_HEADER_CHARS_MAX, TEMPLATE_URL_CHARS_MAX,
    },
    message::{
        Component, Content, Message, Parameter, RecipientType, Rule, Template, Violation,
        check::Checker,
    },
};

/// The number of values is not the template's.
const COUNT: u32 = 132_000;
/// There is no such template in that language, or it is not approved.
const NOWHERE: u32 = 132_001;
/// With its values filled in, a text is too long.
const TOO_LONG: u32 = 132_005;
/// A value is not of the form that the template has.
const FORM: u32 = 132_012;
/// The template is paused.
const PAUSED: u32 = 132_015;
/// The template is disabled.
const DISABLED: u32 = 132_016;
/// A person known by user id only cannot get this.
const NEEDS_PHONE: u32 = 131_062;

impl Definition {
    /// What keeps the platform from taking this send of the template: another name or language,
    /// or a template that is not approved (132001, 132015, 132016); the number of values (132000),
    /// names where numbers are wanted or another kind of header (132012); a button without its
    /// value (131008); texts that are too long with their values filled in (132005). Empty when
    /// it fits. Limits that hold whatever the template is are [`Message::check`]'s.
    pub fn check_send(&self, template: &Template) -> Vec<Violation> {
        let mut check = Checker::default();
        self.check_identity(template, &mut check);
        let at = "template.components";
        let sent = Sent { at: at.to_owned(), components: &template.components };
        let category = self.category.as_ref();
        let code = category == Some(&Category::Authentication);
        sent.check_header(header(&self.components), self.is_named(), &mut check);
        if let Some(body) = self.body() {
            let alone = self.components.len() == 1;
            sent.check_body(body, self.is_named(), code, alone, &mut check);
        }
        sent.check_buttons(buttons(&self.components), &mut check);
        self.check_offer(&sent, &mut check);
        self.check_carousel(&sent, &mut check);
        check.found
    }

    /// The same for a whole message, and whether the template may go to whom it is for: codes to
    /// sign in with need a phone number (131062) and do not go to groups.
    pub fn check_message(&self, message: &Message) -> Vec<Violation> {
        let Content::Template(template) = &message.content else { return Vec::new() };
        let mut check = Checker { found: self.check_send(template) };
        if self.category == Some(Category::Authentication) {
            if message.to.as_deref().unwrap_or_default().is_empty() {
                let what = "a template of category authentication needs a phone number";
                check.broken("to", Rule::Required, NEEDS_PHONE, what);
            }
            if message.recipient_type == Some(RecipientType::Group) {
                let what = "a template of category authentication does not go to groups";
                check.invalid("recipient_type", Rule::NotAllowed, what);
            }
        }
        check.found
    }

    fn check_identity(&self, template: &Template, check: &mut Checker) {
        if self.name != template.name {
            check.broken("template.name", Rule::Exists, NOWHERE, "is another template's name");
        }
        if self.language != template.language.code {
            let what = "the template does not exist in that language";
            check.broken("template.language.code", Rule::Exists, NOWHERE, what);
        }
        let (code, what) = match &self.status {
            Some(Status::Paused) => (PAUSED, "the template is paused"),
            Some(Status::Disabled) => (DISABLED, "the template is disabled"),
            Some(
                Status::Pending
                | Status::Rejected
                | Status::InAppeal
                | Status::PendingDeletion
                | Status::Deleted
                | Status::LimitExceeded
                | Status::Archived,
            ) => (NOWHERE, "the template is not approved"),
            // Approved; or flagged, which can still be sent; or a newer word, not for us to judge.
            _ => return,
        };
        check.broken("template.name", Rule::NotAllowed, code, what);
    }

    fn check_offer(&self, sent: &Sent<'_>, check: &mut Checker) {
        let ends = self.offer().and_then(|offer| offer.limited_time_offer.has_expiration);
        match (ends, sent.part("limited_time_offer")) {
            (Some(true), None) => {
                check.missing(&sent.at, "limited_time_offer: the send must say when it ends");
            }
            (Some(true), Some((_, _))) | (_, None) => {}
            (_, Some((path, _))) => {
                let what = "limited_time_offer: the template has no offer that ends";
                check.broken(&path, Rule::NotAllowed, FORM, what);
            }
        }
    }

    fn check_carousel(&self, sent: &Sent<'_>, check: &mut Checker) {
        let given = sent.part("carousel");
        let Some(cards) = self.cards() else {
            if let Some((path, _)) = given {
                let what = "carousel: the template has none";
                check.broken(&path, Rule::NotAllowed, FORM, what);
            }
            return;
        };
        let Some((path, component)) = given else {
            check.missing(&sent.at, "carousel: the template wants values for its cards");
            return;
        };
        let path = format!("{path}.cards");
        let values = component.cards.as_deref().unwrap_or_default();
        let products = cards.iter().any(|card| {
            header(&card.components).and_then(|header| medium(&header.format)) == Some("product")
        });
        // Products are created with two cards and sent with any number; others with exactly theirs.
        let (min, max) = if products { (CARDS_MIN, CARDS_MAX) } else { (cards.len(), cards.len()) };
        check.count_of(&path, values.len(), min, max, COUNT);
        for (place, value) in values.iter().enumerate() {
            let index = usize::try_from(value.card_index).unwrap_or(usize::MAX);
            let Some(card) = cards.get(index).or_else(|| cards.first().filter(|_| products)) else {
                let what = "the template has no card at that index";
                check.broken(&format!("{path}[{place}].card_index"), Rule::Range, COUNT, what);
                continue;
            };
            let at = format!("{path}[{place}].components");
            let sent = Sent { at, components: &value.components };
            let parts: &[Part] = &card.components;
            sent.check_header(header(parts), self.is_named(), check);
            if let Some(body) = body(parts) {
                sent.check_body(body, self.is_named(), false, false, check);
            }
            sent.check_buttons(buttons(parts), check);
        }
    }
}

/// The values of a template or a card, and where they stand.
struct Sent<'a> {
    at: String,
    components: &'a [Component],
}

impl<'a> Sent<'a> {
    fn part(&self, kind: &str) -> Option<(String, &'a Component)> {
        let index = self.components.iter().position(|component| component.is(kind))?;
        Some((format!("{}[{index}]", self.at), self.components.get(index)?))
    }

    fn check_header(&self, header: Option<&Header>, named: bool, check: &mut Checker) {
        let given = self.part("header");
        let (path, values) = self.values("header");
        let kind = header.and_then(|header| medium(&header.format));
        let received = values.first().map_or("nothing", Parameter::kind);
        match (header, kind) {
            (None, _) if given.is_some() => {
                let what = format!("header: the template has none, received {received}");
                check.broken(&path, Rule::NotAllowed, FORM, what);
            }
            (None, _) => {}
            // A template may show a video where it was created with a GIF.
            (Some(_), Some("gif")) if received == "video" => {}
            (Some(_), Some(kind)) => {
                if received != kind {
                    let what =
                        format!("header: format mismatch, expected {kind}, received {received}");
                    check.broken(&path, Rule::Format, FORM, what);
                }
            }
            (Some(header), None) => {
                let text = header.text.as_deref().unwrap_or_default();
                check_text("header", &path, text, values, named, check);
                check_filled(&path, text, values, TEMPLATE_HEADER_CHARS_MAX, check);
            }
        }
    }

    fn check_body(&self, body: &Body, named: bool, code: bool, alone: bool, check: &mut Checker) {
        let (path, values) = self.values("body");
        let Some(text) = &body.text else {
            if code {
                check.count_of(&path, values.len(), 1, 1, COUNT);
                for (index, value) in values.iter().enumerate() {
                    let path = format!("{path}[{index}].text");
                    check.text(&path, value.shown().unwrap_or_default(), 1, CODE_CHARS_MAX);
                }
            }
            return;
        };
        check_text("body", &path, text, values, named, check);
        let max = if alone { TEMPLATE_BODY_ONLY_CHARS_MAX } else { TEMPLATE_BODY_CHARS_MAX };
        check_filled(&path, text, values, max, check);
    }

    fn values(&self, kind: &str) -> (String, &'a [Parameter]) {
        match self.part(kind) {
            Some((path, component)) => (format!("{path}.parameters"), &component.parameters),
            None => (self.at.clone(), &[]),
        }
    }

    fn check_buttons(&self, buttons: &[Button], check: &mut Checker) {
        let given = || self.components.iter().enumerate().filter(|(_, one)| one.is("button"));
        for (index, component) in given() {
            let path = format!("{}[{index}]", self.at);
            // A button without a place is `Message::check`'s to report.
            let Some(place) = component.place() else { continue };
            if let Some(button) = buttons.get(place) {
                check_button(&path, place, button, component, check);
            } else {
                let what = format!("buttons: the template has no button at index {place}");
                check.broken(&format!("{path}.index"), Rule::Range, COUNT, what);
            }
        }
        for (place, button) in buttons.iter().enumerate() {
            let Some((sub_type, kind, required)) = wanted(button) else { continue };
            if given().any(|(_, component)| component.place() == Some(place)) {
                continue;
            }
            let what =
                format!("buttons: button at index {place} of type {sub_type} needs a {kind}");
            if required {
                check.missing(&self.at, &what);
            } else if matches!(button, Button::Flow(_)) {
                check.warn(&self.at, Rule::Required, &what);
            }
        }
    }
}

/// A button that has a component of its own.
fn check_button(path: &str, place: usize, button: &Button, sent: &Component, check: &mut Checker) {
    let Some((sub_type, kind, required)) = wanted(button) else {
        if !sent.parameters.is_empty() {
            let what = format!("buttons: button at index {place} takes no parameters");
            check.broken(&format!("{path}.parameters"), Rule::NotAllowed, COUNT, what);
        }
        return;
    };
    if !sent.is_button(sub_type) {
        let what = format!("buttons: button at index {place} is of type {sub_type}");
        check.broken(&format!("{path}.sub_type"), Rule::Format, FORM, what);
        return;
    }
    let at = format!("{path}.parameters");
    let call = matches!(button, Button::VoiceCall(_));
    for (index, parameter) in sent.parameters.iter().enumerate() {
        let fits = parameter.kind() == kind || (call && parameter.kind() == "ttl_minutes");
        if !fits {
            let what = format!(
                "buttons: button at index {place} of type {sub_type} takes a {kind}, received {}",
                parameter.kind()
            );
            check.broken(&format!("{at}[{index}].type"), Rule::Format, FORM, what);
        }
    }
    if required && sent.parameters.is_empty() {
        let what = format!("buttons: button at index {place} of type {sub_type} needs a {kind}");
        check.missing(&at, &what);
    }
    match (button, sent.parameters.first()) {
        (Button::Url(url), Some(_)) => {
            check_filled(&at, &url.url, &sent.parameters, TEMPLATE_URL_CHARS_MAX, check);
        }
        (Button::Otp(_), Some(value)) => {
            let text = value.shown().unwrap_or_default();
            check.text(&format!("{at}[0].text"), text, 1, CODE_CHARS_MAX);
        }
        _ => {}
    }
}

/// The number of values, their names, and whether each is a text.
fn check_text(
    part: &str,
    path: &str,
    text: &str,
    values: &[Parameter],
    named: bool,
    check: &mut Checker,
) {
    let expected = distinct(text);
    if values.len() != expected.len() {
        let (given, wanted) = (values.len(), expected.len());
        let what = format!(
            "{part}: number of localizable_params ({given}) does not match the expected number of params ({wanted})"
        );
        let rule = if given > wanted { Rule::CountMax } else { Rule::CountMin };
        check.broken(path, rule, COUNT, what);
        let number = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        check.measured(number(wanted), number(given));
    }
    for (index, value) in values.iter().enumerate() {
        let path = format!("{path}[{index}]");
        let kind = value.kind();
        if value.shown().is_none() && kind != "group_id" {
            let what = format!("{part}: a parameter of type {kind} where a text is expected");
            check.broken(&format!("{path}.type"), Rule::Format, FORM, what);
        }
        let path = format!("{path}.parameter_name");
        match value.name() {
            Some(_) if !named => {
                let what = format!("{part}: has a name, this template counts its parameters");
                check.broken(&path, Rule::NotAllowed, FORM, what);
            }
            Some(name) if !expected.contains(&Variable::Name(name.to_owned())) => {
                let what = format!("{part}: the template has no parameter of that name");
                check.broken(&path, Rule::Exists, FORM, what);
            }
            None if named => {
                let what = format!("{part}: is required, this template names its parameters");
                check.broken(&path, Rule::Required, FORM, what);
            }
            _ => {}
        }
    }
}

fn check_filled(path: &str, text: &str, values: &[Parameter], max: usize, check: &mut Checker) {
    check.text_of(path, &fill(text, values), 0, max, TOO_LONG);
}
