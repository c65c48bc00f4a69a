//! Groups: what is not emulated.

use crate::coverage::{Operation, op};

/// Answered with a loud error.
pub(super) const MISSING: &[Operation] = &[
    op("groups", "POST", "/{phone}/groups"),
    op("groups", "GET", "/{phone}/groups"),
    op("groups", "GET", "/{group}"),
    op("groups", "POST", "/{group}"),
    op("groups", "DELETE", "/{group}"),
    op("groups", "GET", "/{group}/invite_link"),
    op("groups", "POST", "/{group}/invite_link"),
    op("groups", "DELETE", "/{group}/invite_link"),
    op("groups", "GET", "/{group}/join_requests"),
    op("groups", "POST", "/{group}/join_requests"),
    op("groups", "DELETE", "/{group}/join_requests"),
    op("groups", "POST", "/{group}/participants"),
    op("groups", "DELETE", "/{group}/participants"),
];
