//! The checks: each is a pure function from what was fetched to what is found.

mod account;
mod app;
mod clock;
mod environment;
mod flows;
mod gateway;
mod health;
mod number;
mod pin;
mod platform;
mod quality;
mod subscription;
mod templates;
mod token;
mod version;
mod webhook;

use super::{
    facts::{Facts, Trouble},
    finding::Finding,
};

/// All of them, in the order in which a person would look.
const CHECKS: &[fn(&Facts) -> Vec<Finding>] = &[
    environment::judge,
    platform::judge,
    version::judge,
    clock::judge,
    gateway::judge,
    token::judge,
    app::judge,
    number::judge,
    pin::judge,
    quality::judge,
    account::judge,
    health::judge,
    subscription::judge,
    webhook::judge,
    templates::judge,
    flows::judge,
];

/// What they find.
pub(super) fn all(facts: &Facts) -> Vec<Finding> {
    CHECKS.iter().flat_map(|judge| judge(facts)).collect()
}

/// A check that lacks a setting: a variable, or a flag.
fn missing(check: &'static str, setting: &str) -> Vec<Finding> {
    vec![if setting.starts_with('-') {
        Finding::note(check, "not checked", format!("give {setting}"))
    } else {
        Finding::note(check, format!("not checked: {setting} is not set"), format!("set {setting}"))
    }]
}

/// What the platform does not show, and why. When the access token itself or the proof is refused, their checks say so.
fn unread(check: &'static str, trouble: &Trouble) -> Vec<Finding> {
    if trouble.is_token() || trouble.is_proof() || trouble.unreachable {
        return Vec::new();
    }
    let fix = match trouble.code {
        Some(10 | 200..=299) => {
            "give the token the permission whatsapp_business_management, and its user this account"
        }
        Some(100 | 33 | 803) => {
            "check the id, and that the token's user was given this account in the portfolio's settings"
        }
        _ => "run this again; if it stays, the platform's status page may tell more",
    };
    vec![Finding::warning(check, format!("the platform does not show it: {}", trouble.what), fix)]
}
