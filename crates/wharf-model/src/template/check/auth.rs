//! Templates of category authentication: their text is the platform's.

use super::{BODY, FOOTER, HEADER, TOO_LONG};
use crate::{
    limits::{
        AUTOFILL_CHARS_MAX, CODE_MINUTES_MAX, CODE_MINUTES_MIN, PACKAGE_NAME_CHARS_MAX,
        SIGNATURE_HASH_CHARS, SUPPORTED_APPS_MAX, TEMPLATE_BUTTON_CHARS_MAX,
    },
    message::{
        Rule,
        check::{Checker, PARAMETER},
    },
    template::{Button, Definition, Otp, OtpType, Part},
};

impl Definition {
    pub(super) fn check_authentication(&self, check: &mut Checker) {
        for (index, part) in self.components.iter().enumerate() {
            let at = format!("components[{index}]");
            match part {
                Part::Body(body) if body.text.is_some() => {
                    let what = "the text of category authentication is the platform's";
                    check.broken(&format!("{at}.text"), Rule::NotAllowed, BODY, what);
                }
                Part::Footer(footer) => {
                    if footer.text.is_some() {
                        let what = "a footer of category authentication says only how long the code is good";
                        check.broken(&format!("{at}.text"), Rule::NotAllowed, FOOTER, what);
                    }
                    if let Some(minutes) = footer.code_expiration_minutes {
                        let path = format!("{at}.code_expiration_minutes");
                        let (min, max) = (CODE_MINUTES_MIN, CODE_MINUTES_MAX);
                        check.within(&path, minutes, min, max, FOOTER);
                    }
                }
                Part::Buttons(all) => check_buttons(&format!("{at}.buttons"), &all.buttons, check),
                Part::Body(_) | Part::Other(_) => {}
                _ => {
                    let what = "category authentication has a body, a footer and one button";
                    check.broken(&at, Rule::NotAllowed, HEADER, what);
                }
            }
        }
        if self.buttons().is_empty() {
            let what = "category authentication needs a button for its code";
            check.broken("components", Rule::Required, PARAMETER, what);
        }
    }
}

fn check_buttons(at: &str, all: &[Button], check: &mut Checker) {
    check.count_of(at, all.len(), 1, 1, PARAMETER);
    for (index, button) in all.iter().enumerate() {
        let at = format!("{at}[{index}]");
        match button {
            Button::Otp(otp) => check_otp(&at, otp, check),
            // So it is stored, and comes back in lists.
            Button::Url(_) | Button::Other(_) => {}
            _ => {
                let what = "the button of category authentication is `OTP`";
                check.broken(&format!("{at}.type"), Rule::OneOf, PARAMETER, what);
            }
        }
    }
}

fn check_otp(at: &str, otp: &Otp, check: &mut Checker) {
    let path = format!("{at}.otp_type");
    check.listed(&path, otp.otp_type.is_listed(), OtpType::WORDS, PARAMETER);
    for (field, text, max) in [
        ("text", &otp.text, TEMPLATE_BUTTON_CHARS_MAX),
        ("autofill_text", &otp.autofill_text, AUTOFILL_CHARS_MAX),
    ] {
        if let Some(text) = text {
            check.text_of(&format!("{at}.{field}"), text, 1, max, TOO_LONG);
        }
    }
    if otp.otp_type == OtpType::CopyCode {
        return;
    }
    let path = format!("{at}.supported_apps");
    let min = usize::from(otp.package_name.is_none());
    check.count_of(&path, otp.supported_apps.len(), min, SUPPORTED_APPS_MAX, PARAMETER);
    for (index, app) in otp.supported_apps.iter().enumerate() {
        let at = format!("{path}[{index}]");
        let name = format!("{at}.package_name");
        check.text_of(&name, &app.package_name, 1, PACKAGE_NAME_CHARS_MAX, TOO_LONG);
        if app.signature_hash.chars().count() != SIGNATURE_HASH_CHARS {
            let what = "must be exactly 11 characters long";
            check.broken(&format!("{at}.signature_hash"), Rule::Format, PARAMETER, what);
        }
    }
    if otp.otp_type == OtpType::ZeroTap && otp.zero_tap_terms_accepted != Some(true) {
        let what = "must be true for a code that fills itself in";
        check.broken(&format!("{at}.zero_tap_terms_accepted"), Rule::Required, PARAMETER, what);
    }
}
