//! Apps and solutions: what is not emulated.

use crate::coverage::{Operation, op};

/// Answered with a loud error.
pub(super) const MISSING: &[Operation] = &[
    op("app", "GET", "/{app}/connected_client_businesses"),
    op("app", "POST", "/{app}/whatsapp_business_solution"),
    op("app", "GET", "/{app}/whatsapp_business_solutions"),
    op("app", "GET", "/{solution}"),
    op("app", "GET", "/{solution}/access_token"),
    op("app", "POST", "/{solution}/accept"),
    op("app", "POST", "/{solution}/reject"),
    op("app", "POST", "/{solution}/send_deactivation_request"),
    op("app", "POST", "/{solution}/accept_deactivation_request"),
    op("app", "POST", "/{solution}/reject_deactivation_request"),
    op("app", "GET", "/{solution}/partners"),
    op("app", "GET", "/oauth/revoke"),
];
