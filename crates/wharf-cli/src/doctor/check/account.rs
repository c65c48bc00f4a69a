//! Whether the account may do business.

use wharf_model::account::{Account, ReviewStatus, VerificationStatus as Status};

use super::{missing, unread};
use crate::doctor::{
    facts::{Facts, Fetched},
    finding::Finding,
};

const CHECK: &str = "account";

/// Pure, as all checks.
pub(super) fn judge(facts: &Facts) -> Vec<Finding> {
    match &facts.account {
        Fetched::Here(account) => found(account),
        Fetched::Failed(trouble) => unread(CHECK, trouble),
        Fetched::Missing(setting) => missing(CHECK, setting),
        Fetched::Moot => Vec::new(),
    }
}

fn found(account: &Account) -> Vec<Finding> {
    let mut found = Vec::new();
    let manager = "see the Business Support Home of the portfolio";
    match &account.account_review_status {
        Some(ReviewStatus::Rejected) => {
            found.push(Finding::danger(CHECK, "the account was refused at its review", manager));
        }
        Some(ReviewStatus::Restricted) => {
            found.push(Finding::danger(CHECK, "the account is restricted", manager));
        }
        Some(ReviewStatus::Pending) => {
            found.push(Finding::note(CHECK, "the account is under review", ""));
        }
        _ => {}
    }
    if let Some(Status::Unverified | Status::NotVerified | Status::Failed | Status::Rejected) =
        &account.business_verification_status
    {
        let what = "the business is not verified: it may write first to 250 people in 24 hours";
        let fix = "verify it in the portfolio's Security Centre when you need more";
        found.push(Finding::note(CHECK, what, fix));
    }
    if found.is_empty() {
        let name = account.name.as_deref().unwrap_or("the account");
        found.push(Finding::ok(CHECK, format!("{name} is in order")));
    }
    found
}
