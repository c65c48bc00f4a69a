//! Phone numbers: what is not emulated.

use crate::coverage::{Operation, op};

/// Answered with a loud error.
pub(super) const MISSING: &[Operation] = &[
    op("numbers", "POST", "/{phone}/smb_app_data"),
    op("numbers", "GET", "/{phone}/payments/{config}/{reference}"),
    op("numbers", "POST", "/{phone}/payments_refund"),
];
