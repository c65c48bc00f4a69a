//! Flows: what is not emulated.

use crate::coverage::{Operation, op};

/// Answered with a loud error.
pub(super) const MISSING: &[Operation] = &[
    op("flows", "GET", "/{waba}/flows"),
    op("flows", "POST", "/{waba}/flows"),
    op("flows", "GET", "/{flow}"),
    op("flows", "POST", "/{flow}"),
    op("flows", "DELETE", "/{flow}"),
    op("flows", "GET", "/{flow}/assets"),
    op("flows", "POST", "/{flow}/assets"),
    op("flows", "POST", "/{flow}/publish"),
    op("flows", "POST", "/{flow}/deprecate"),
    op("flows", "POST", "/{waba}/migrate_flows"),
];
