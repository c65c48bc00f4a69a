//! Phone numbers: what is not emulated.

use crate::coverage::{Operation, op};

/// Answered with a loud error.
pub(super) const MISSING: &[Operation] = &[
    op("numbers", "GET", "/{phone}/official_business_account"),
    op("numbers", "POST", "/{phone}/official_business_account"),
    op("numbers", "GET", "/{phone}/message_history"),
    op("numbers", "GET", "/{history}/events"),
    op("numbers", "POST", "/{phone}/smb_app_data"),
    op("numbers", "GET", "/{phone}/payments/{config}/{reference}"),
    op("numbers", "POST", "/{phone}/payments_refund"),
];
