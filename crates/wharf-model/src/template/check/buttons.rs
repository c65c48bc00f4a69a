//! The buttons of a template.

use super::TOO_LONG;
use crate::{
    limits::{
        CALL_TTL_MINUTES_MAX, CALL_TTL_MINUTES_MIN, COUPON_CODE_CHARS_ADVISED,
        COUPON_CODE_CHARS_MAX, TEMPLATE_BUTTON_CHARS_MAX, TEMPLATE_BUTTONS_DESKTOP_MAX,
        TEMPLATE_BUTTONS_MAX, TEMPLATE_PHONE_CHARS_MAX, TEMPLATE_URL_BUTTONS_MAX,
        TEMPLATE_URL_CHARS_MAX,
    },
    message::{
        Rule,
        check::{Checker, PARAMETER},
    },
    template::{Button, Examples, UrlButton, Variable, variable::found},
};

pub(super) fn check_all(at: &str, all: &[Button], check: &mut Checker) {
    check.count_of(at, all.len(), 1, TEMPLATE_BUTTONS_MAX, PARAMETER);
    if all.len() > TEMPLATE_BUTTONS_DESKTOP_MAX {
        let what = "computers do not show a template with more than three buttons";
        check.warn(at, Rule::CountMax, what);
    }
    let mut counts = std::collections::BTreeMap::<&str, usize>::new();
    for (index, button) in all.iter().enumerate() {
        check_one(&format!("{at}[{index}]"), button, check);
        *counts.entry(button.kind()).or_default() += 1;
    }
    for (kind, count) in counts {
        let max = match kind {
            "QUICK_REPLY" => TEMPLATE_BUTTONS_MAX,
            "URL" => TEMPLATE_URL_BUTTONS_MAX,
            _ if Button::KINDS.contains(&kind) => 1,
            _ => continue,
        };
        if count > max {
            let what = format!("must have at most {max} of type {kind}, has {count}");
            check.broken(at, Rule::CountMax, PARAMETER, what);
            let number = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
            check.measured(number(max), number(count));
        }
    }
    if let Some(index) = all.iter().position(|button| matches!(button, Button::Otp(_))) {
        let path = format!("{at}[{index}]");
        let what = "a code to sign in with is for category authentication only";
        check.broken(&path, Rule::NotAllowed, PARAMETER, what);
    }
    let is_reply = |button: &Button| matches!(button, Button::QuickReply(_));
    let groups = all.chunk_by(|one, next| is_reply(one) == is_reply(next)).count();
    let replies_apart = all.chunk_by(|one, next| is_reply(one) == is_reply(next));
    let reply_groups = replies_apart.filter(|group| group.first().is_some_and(is_reply)).count();
    if reply_groups > 1 || groups > 2 {
        let what = "the quick replies must stand side by side, before or after the others";
        check.broken(at, Rule::Order, PARAMETER, what);
    }
}

fn check_one(at: &str, button: &Button, check: &mut Checker) {
    if let Some(label) = button.label() {
        let min = usize::from(!matches!(button, Button::CopyCode(_) | Button::App(_)));
        check.text_of(&format!("{at}.text"), label, min, TEMPLATE_BUTTON_CHARS_MAX, TOO_LONG);
    }
    match button {
        Button::Url(url) => check_url(at, url, check),
        Button::PhoneNumber(phone) => {
            let path = format!("{at}.phone_number");
            check.text_of(&path, &phone.phone_number, 1, TEMPLATE_PHONE_CHARS_MAX, TOO_LONG);
        }
        Button::CopyCode(code) => {
            let path = format!("{at}.example");
            let example = code.example.as_ref().and_then(Examples::first).unwrap_or_default();
            check.text_of(&path, example, 1, COUPON_CODE_CHARS_MAX, TOO_LONG);
            check.better(&path, example, COUPON_CODE_CHARS_ADVISED, COUPON_CODE_CHARS_MAX);
        }
        Button::Flow(flow) => {
            let given =
                [flow.flow_id.is_some(), flow.flow_name.is_some(), flow.flow_json.is_some()];
            if given.into_iter().filter(|given| *given).count() != 1 {
                let what = "exactly one of `flow_id`, `flow_name` and `flow_json` must be given";
                check.broken(&format!("{at}.flow_id"), Rule::Required, PARAMETER, what);
            }
        }
        Button::VoiceCall(call) => {
            if let Some(minutes) = call.ttl_minutes {
                let path = format!("{at}.ttl_minutes");
                let (min, max) = (CALL_TTL_MINUTES_MIN, CALL_TTL_MINUTES_MAX);
                check.within(&path, minutes, min, max, PARAMETER);
            }
        }
        _ => {}
    }
}

fn check_url(at: &str, button: &UrlButton, check: &mut Checker) {
    let path = format!("{at}.url");
    check.text_of(&path, &button.url, 1, TEMPLATE_URL_CHARS_MAX, TOO_LONG);
    let places = found(&button.url);
    let address = places.first().and_then(|first| button.url.get(..first.start));
    check.link(&path, address.unwrap_or(&button.url));
    let ends = |place: &crate::template::variable::Found| {
        place.end == button.url.len() && place.variable == Variable::Place(1)
    };
    if places.len() > 1 || !places.iter().all(ends) {
        let what = "may have one variable, {{1}}, at its very end";
        check.broken(&path, Rule::Format, PARAMETER, what);
    }
    let path = format!("{at}.example");
    match button.example.as_ref().and_then(Examples::first) {
        Some(example) => check.text_of(&path, example, 1, TEMPLATE_URL_CHARS_MAX, TOO_LONG),
        None if !places.is_empty() => {
            let what = "a URL with a variable needs an example";
            check.broken(&path, Rule::Required, PARAMETER, what);
        }
        None => {}
    }
}
