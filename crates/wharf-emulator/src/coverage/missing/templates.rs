//! Templates and what came of them: what is not emulated.

use crate::coverage::{Operation, op};

/// Answered with a loud error.
pub(super) const MISSING: &[Operation] = &[op("templates", "POST", "/{waba}/message_samples")];
