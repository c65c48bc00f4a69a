//! Whether the number is registered, verified and may use its name.

use wharf::number::{
    AccountMode, CodeVerificationStatus, NameStatus, Number, NumberStatus, PlatformType,
};

use super::{missing, unread};
use crate::doctor::{
    facts::{Facts, Fetched},
    finding::Finding,
};

const CHECK: &str = "number";

/// Pure, as all checks.
pub(super) fn judge(facts: &Facts) -> Vec<Finding> {
    match &facts.number {
        Fetched::Here(number) => {
            let mut found: Vec<_> = [status(number), code(number), name(number), mode(number)]
                .into_iter()
                .flatten()
                .collect();
            found.extend(belongs(facts, number));
            found
        }
        Fetched::Failed(trouble)
            if matches!(trouble.code, Some(33 | 100 | 803)) && !trouble.is_proof() =>
        {
            let fix = "WHATSAPP_PHONE_NUMBER_ID is the number's id, not the number: `wharf phone list` shows both. Or \
                       the token's user was not given its account";
            let what = format!("the token reaches no such number: {}", trouble.what);
            vec![Finding::danger(CHECK, what, fix)]
        }
        Fetched::Failed(trouble) => unread(CHECK, trouble),
        Fetched::Missing(setting) => missing(CHECK, setting),
        Fetched::Moot => Vec::new(),
    }
}

fn status(number: &Number) -> Option<Finding> {
    const REGISTER: &str = "register it: `wharf phone register` asks for its PIN";
    let shown = number.verified_name.as_deref().unwrap_or("the number");
    let unregistered = || {
        let what = format!("{shown} is not registered: it can neither send nor receive");
        Finding::danger(CHECK, what, REGISTER)
    };
    let Some(status) = &number.status else {
        return match &number.platform_type {
            Some(PlatformType::CloudApi) => {
                Some(Finding::ok(CHECK, format!("{shown} is registered")))
            }
            Some(PlatformType::NotApplicable) => Some(unregistered()),
            Some(PlatformType::OnPremise) => {
                let what = format!("{shown} is registered for the on-premise API, which is gone");
                Some(Finding::danger(CHECK, what, REGISTER))
            }
            _ => None,
        };
    };
    Some(match status {
        NumberStatus::Connected => {
            Finding::ok(CHECK, format!("{shown} is registered and connected"))
        }
        NumberStatus::Pending | NumberStatus::Disconnected => unregistered(),
        NumberStatus::Unverified => {
            let what = format!("{shown} is not verified: it cannot be registered");
            Finding::danger(CHECK, what, VERIFY)
        }
        NumberStatus::Flagged => {
            let what = format!("{shown} is flagged: its quality is low");
            Finding::warning(
                CHECK,
                what,
                "send less of what people block and report, or it is restricted",
            )
        }
        NumberStatus::Restricted | NumberStatus::RateLimited => {
            let what = format!("{shown} has reached a limit ({status}): messages are refused");
            Finding::danger(
                CHECK,
                what,
                "send less until tomorrow, and see to the quality of what is sent",
            )
        }
        NumberStatus::Banned => {
            let what = format!("{shown} is banned");
            Finding::danger(CHECK, what, "appeal in the WhatsApp Manager, or use another number")
        }
        NumberStatus::Deleted | NumberStatus::Migrated | NumberStatus::Unlinked => {
            let what = format!("{shown} is no longer of this account ({status})");
            Finding::danger(CHECK, what, "`wharf phone list` shows those that are")
        }
        other => Finding::note(CHECK, format!("{shown} has the status {other}"), ""),
    })
}

const VERIFY: &str = "`wharf phone request-code`, then `wharf phone verify-code`";

fn code(number: &Number) -> Option<Finding> {
    match number.code_verification_status.as_ref()? {
        CodeVerificationStatus::NotVerified | CodeVerificationStatus::Unverified => {
            let what = "nobody has proved to own it: it cannot be registered again";
            Some(Finding::warning(CHECK, what, VERIFY))
        }
        CodeVerificationStatus::Expired => {
            let what =
                "that it is yours was proved too long ago to register it again; it works as it is";
            Some(Finding::note(CHECK, what, VERIFY))
        }
        _ => None,
    }
}

fn name(number: &Number) -> Option<Finding> {
    let manager = "see the WhatsApp Manager, Phone numbers";
    let pending = number.new_name_status == Some(NameStatus::PendingReview);
    match number.name_status.as_ref()? {
        NameStatus::Declined => {
            Some(Finding::warning(CHECK, "its display name was refused", manager))
        }
        NameStatus::Expired => Some(Finding::warning(
            CHECK,
            "the certificate of its display name is over",
            "register the number again: `wharf phone register`",
        )),
        NameStatus::PendingReview => {
            Some(Finding::note(CHECK, "its display name is under review", ""))
        }
        _ if pending => Some(Finding::note(
            CHECK,
            "a new display name is under review; once it is approved, the number must be registered again",
            "",
        )),
        _ => None,
    }
}

fn mode(number: &Number) -> Option<Finding> {
    let sandbox = number.account_mode == Some(AccountMode::Sandbox);
    sandbox.then(|| {
        let fix = "allow people in the app's dashboard (WhatsApp, API setup), or use a number of your own";
        Finding::note(CHECK, "it is a test number: on the platform it writes to 5 people only", fix)
    })
}

/// Whether the number is one of the account's.
fn belongs(facts: &Facts, number: &Number) -> Option<Finding> {
    let (numbers, id) = (facts.numbers.here()?, number.id.as_ref()?);
    let ours = numbers.iter().any(|number| number.id.as_ref() == Some(id));
    (!ours && !numbers.is_empty()).then(|| {
        let what = "it is a number of another account than WHATSAPP_BUSINESS_ACCOUNT_ID names: what is said about \
                    the account may be about the wrong one";
        Finding::warning(CHECK, what, "`wharf phone list` shows the numbers of the account")
    })
}
