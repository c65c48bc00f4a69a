//! What the platform itself says about whether messages can be sent, and why not.

use wharf_model::account::{CanSend, HealthEntity, HealthStatus};

use crate::doctor::{facts::Facts, finding::Finding};

const CHECK: &str = "health";

/// Pure, as all checks.
pub(super) fn judge(facts: &Facts) -> Vec<Finding> {
    let number = facts.number.here().and_then(|number| number.health_status.as_ref());
    let account = facts.account.here().and_then(|account| account.health_status.as_ref());
    let all: Vec<_> = number.into_iter().chain(account).collect();
    if all.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<Finding> = Vec::new();
    for finding in all.iter().flat_map(|health| troubles(health)) {
        // The number's and the account's name the same entities.
        if !found.contains(&finding) {
            found.push(finding);
        }
    }
    if found.is_empty() {
        found.push(Finding::ok(CHECK, "the platform says that messages can be sent"));
    }
    found
}

fn troubles(health: &HealthStatus) -> Vec<Finding> {
    let entities = health.entities.as_deref().unwrap_or_default();
    let of_entities: Vec<_> = entities.iter().flat_map(of_entity).collect();
    if !of_entities.is_empty() {
        return of_entities;
    }
    let fix = "see the other findings, and the WhatsApp Manager";
    finding(health.can_send_message.as_ref(), "the platform says that messages are", fix)
        .into_iter()
        .collect()
}

fn of_entity(entity: &HealthEntity) -> Vec<Finding> {
    let kind = entity.entity_type.as_ref().map_or("something", |kind| kind.as_str());
    let kind = kind.to_lowercase().replace('_', " ");
    let can = entity.can_send_message.as_ref();
    let errors = entity.errors.as_deref().unwrap_or_default();
    if errors.is_empty() {
        let what = format!("because of the {kind}, messages are");
        return finding(can, &what, "see the WhatsApp Manager").into_iter().collect();
    }
    let of_errors = errors.iter().filter_map(|error| {
        let code = error.error_code.map(|code| format!(" ({code})")).unwrap_or_default();
        let why = error.error_description.as_deref().unwrap_or("no reason given");
        let fix = error.possible_solution.as_deref().unwrap_or("see the WhatsApp Manager");
        finding(can, &format!("{why}{code}: because of the {kind}, messages are"), fix)
    });
    of_errors.collect()
}

fn finding(can: Option<&CanSend>, what: &str, fix: &str) -> Option<Finding> {
    match can? {
        CanSend::Blocked => Some(Finding::danger(CHECK, format!("{what} blocked"), fix)),
        CanSend::Limited => Some(Finding::warning(CHECK, format!("{what} limited"), fix)),
        _ => None,
    }
}
