//! The account: what is not emulated.

use crate::coverage::{Operation, op};

/// Answered with a loud error.
pub(super) const MISSING: &[Operation] = &[
    op("account", "GET", "/{waba}/schedules"),
    op("account", "POST", "/{waba}/schedules"),
    op("account", "GET", "/{waba}/solutions"),
    op("account", "POST", "/{waba}/set_solution_migration_intent"),
    op("account", "GET", "/{waba}/in_progress_onbehalf_request"),
    op("account", "POST", "/{waba}/obo_mobility_intent"),
    op("account", "POST", "/{waba}/set_obo_mobility_intent"),
    op("account", "GET", "/{migration_intent}"),
    op("account", "GET", "/{obo_intent}"),
    op("account", "GET", "/{bot}"),
    op("account", "GET", "/{business_profile}"),
    op("account", "POST", "/{business_profile}"),
    op("account", "GET", "/{waba}/signups"),
    op("account", "POST", "/{waba}/signups"),
    op("account", "GET", "/signups/{id}"),
    op("account", "POST", "/signups/{id}"),
    op("account", "GET", "/{waba}/welcome_message_sequences"),
    op("account", "POST", "/{waba}/welcome_message_sequences"),
    op("account", "DELETE", "/{waba}/welcome_message_sequences"),
    op("account", "GET", "/{waba}/payment_configurations"),
    op("account", "GET", "/{waba}/payment_configuration"),
    op("account", "POST", "/{waba}/payment_configuration"),
    op("account", "DELETE", "/{waba}/payment_configuration"),
    op("account", "GET", "/{waba}/payment_configuration/{name}"),
    op("account", "POST", "/{waba}/payment_configuration/{name}"),
    op("account", "POST", "/{waba}/generate_payment_configuration_oauth_link"),
];
