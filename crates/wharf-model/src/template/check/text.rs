//! Headers, bodies and footers.

use super::{BODY, EDGE, FOOTER, HEADER, TOO_LONG};
use crate::{
    limits::{TEMPLATE_FOOTER_CHARS_MAX, TEMPLATE_HEADER_CHARS_MAX, TEMPLATE_HEADER_VARIABLES_MAX},
    message::{
        Rule,
        check::{Checker, PARAMETER},
    },
    template::{
        Body, Footer, Format, Header, NamedExample, Variable,
        parameters::{distinct, medium},
        variable::{Found, found},
    },
};

pub(super) fn check_header(at: &str, header: &Header, named: bool, check: &mut Checker) {
    check.listed(&format!("{at}.format"), header.format.is_listed(), Format::WORDS, PARAMETER);
    let example = header.example.as_ref();
    if let Some(kind) = medium(&header.format) {
        let handles = example.map_or(0, |example| example.header_handle.len());
        if handles == 0 && !matches!(kind, "location" | "product") {
            let what = "a header with media needs the handle of an example that was uploaded";
            check.broken(&format!("{at}.example.header_handle"), Rule::Required, HEADER, what);
        }
        return;
    }
    if header.format != Format::Text {
        return;
    }
    let path = format!("{at}.text");
    let text = header.text.as_deref().unwrap_or_default();
    check.text_of(&path, text, 1, TEMPLATE_HEADER_CHARS_MAX, TOO_LONG);
    let variables = distinct(text);
    check.count_of(&path, variables.len(), 0, TEMPLATE_HEADER_VARIABLES_MAX, HEADER);
    let outside = outside(text);
    if outside.contains(['\n', '*', '_', '~', '`']) || outside.chars().any(is_emoji) {
        let what = "must not hold a line break, markup or an emoji";
        check.broken(&path, Rule::Format, HEADER, what);
    }
    check_kind(&path, &variables, named, HEADER, check);
    let path = format!("{at}.example");
    let (texts, own) = example.map_or((0, &[][..]), |example| {
        (example.header_text.len(), example.header_text_named_params.as_slice())
    });
    check_examples(&path, &variables, texts, own, HEADER, check);
}

pub(super) fn check_body(at: &str, body: &Body, max: usize, named: bool, check: &mut Checker) {
    let path = format!("{at}.text");
    let text = body.text.as_deref().unwrap_or_default();
    check.text_of(&path, text, 1, max, TOO_LONG);
    if body.add_security_recommendation.is_some() {
        let path = format!("{at}.add_security_recommendation");
        let what = "is for category authentication only";
        check.broken(&path, Rule::NotAllowed, BODY, what);
    }
    let places = found(text);
    let variables = distinct(text);
    check_kind(&path, &variables, named, BODY, check);
    check_edges(&path, text, &places, check);
    let example = body.example.as_ref();
    let texts = example.and_then(|example| example.body_text.first()).map_or(0, Vec::len);
    let own = example.map_or(&[][..], |example| &example.body_text_named_params);
    check_examples(&format!("{at}.example"), &variables, texts, own, BODY, check);
}

pub(super) fn check_footer(at: &str, footer: &Footer, check: &mut Checker) {
    let path = format!("{at}.text");
    let text = footer.text.as_deref().unwrap_or_default();
    check.text_of(&path, text, 1, TEMPLATE_FOOTER_CHARS_MAX, TOO_LONG);
    if !found(text).is_empty() {
        check.broken(&path, Rule::NotAllowed, FOOTER, "a footer has no variables");
    }
    if footer.code_expiration_minutes.is_some() {
        let what = "is for category authentication only";
        check.broken(&format!("{at}.code_expiration_minutes"), Rule::NotAllowed, FOOTER, what);
    }
}

/// The text but for its variables.
fn outside(text: &str) -> String {
    let mut outside = String::with_capacity(text.len());
    let mut from = 0;
    for place in found(text) {
        outside.push_str(text.get(from..place.start).unwrap_or_default());
        from = place.end;
    }
    outside.push_str(text.get(from..).unwrap_or_default());
    outside
}

/// Roughly: symbols and pictographs, and what is beyond the basic plane but for scripts.
fn is_emoji(char: char) -> bool {
    matches!(char, '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}' | '\u{fe0f}')
}

/// Numbers from 1 without a gap, or names: whichever the template has.
fn check_kind(path: &str, variables: &[Variable], named: bool, code: u32, check: &mut Checker) {
    let mut places = Vec::new();
    for variable in variables {
        match variable {
            Variable::Place(place) if !named => places.push(*place),
            Variable::Name(_) if named => {}
            Variable::Malformed(_) => {
                let what = "a variable is a number, or a name of a-z, 0-9 and _";
                check.broken(path, Rule::Format, code, what);
            }
            Variable::Place(_) | Variable::Name(_) => {
                let what = "has a variable of the other kind: `parameter_format` says which";
                check.broken(path, Rule::Format, code, what);
            }
        }
    }
    places.sort_unstable();
    if places.iter().enumerate().any(|(index, place)| *place != index + 1) {
        let what = "the variables must be {{1}}, {{2}} … without a gap";
        check.broken(path, Rule::Order, code, what);
    }
}

fn check_edges(path: &str, text: &str, places: &[Found], check: &mut Checker) {
    let text_end = text.trim_end().len();
    let text_start = text.len() - text.trim_start().len();
    let edge = places.first().is_some_and(|first| first.start <= text_start)
        || places.last().is_some_and(|last| last.end >= text_end);
    if edge {
        let what = "a variable must not be the first or the last of the text";
        check.broken(path, Rule::Order, EDGE, what);
    }
    let adjacent = places.windows(2).any(|pair| {
        let [one, next] = pair else { return false };
        text.get(one.end..next.start).unwrap_or_default().trim().is_empty()
    });
    if adjacent {
        check.warn(path, Rule::Order, "two variables side by side are often refused");
    }
}

/// Each variable needs an example.
fn check_examples(
    path: &str,
    variables: &[Variable],
    texts: usize,
    own: &[NamedExample],
    code: u32,
    check: &mut Checker,
) {
    if variables.iter().any(|variable| matches!(variable, Variable::Name(_))) {
        for variable in variables {
            let Variable::Name(name) = variable else { continue };
            if !own.iter().any(|example| example.param_name == *name) {
                let what = format!("`{name}` needs an example");
                check.broken(path, Rule::Required, code, what);
            }
        }
    } else {
        check.count_of(path, texts, variables.len(), variables.len(), code);
    }
}
