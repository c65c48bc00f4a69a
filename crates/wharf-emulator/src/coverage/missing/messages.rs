//! Messages: what is not emulated.

use crate::coverage::{Operation, op};

/// Answered with a loud error.
pub(super) const MISSING: &[Operation] = &[op("messages", "POST", "/{phone}/messages_encrypted")];
