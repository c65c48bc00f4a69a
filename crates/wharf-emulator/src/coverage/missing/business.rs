//! Portfolios: what is not emulated.

use crate::coverage::{Operation, op};

/// Answered with a loud error.
pub(super) const MISSING: &[Operation] = &[
    op("business", "GET", "/{business}"),
    op("business", "GET", "/{business}/owned_whatsapp_business_accounts"),
    op("business", "GET", "/{business}/client_whatsapp_business_accounts"),
    op("business", "GET", "/{user}/assigned_whatsapp_business_accounts"),
    op("business", "POST", "/{business}/add_phone_numbers"),
    op("business", "GET", "/{business}/preverified_numbers"),
    op("business", "GET", "/{preverified}"),
    op("business", "DELETE", "/{preverified}"),
    op("business", "GET", "/{preverified}/partners"),
    op("business", "POST", "/{business}/share_preverified_numbers"),
    op("business", "DELETE", "/{business}/share_preverified_numbers"),
    op("business", "GET", "/{business}/extendedcredits"),
    op("business", "POST", "/{credit}/whatsapp_credit_sharing_and_attach"),
    op("business", "POST", "/{credit}/whatsapp_credit_sharing"),
    op("business", "POST", "/{credit}/whatsapp_credit_attach"),
    op("business", "GET", "/{credit}/owning_credit_allocation_configs"),
    op("business", "GET", "/{allocation}"),
    op("business", "DELETE", "/{allocation}"),
    op("business", "POST", "/{business}/onboard_partners_to_mm_lite"),
    op("business", "POST", "/{business}/self_certify_whatsapp_business"),
    op("business", "GET", "/{business}/self_certified_whatsapp_business_submissions"),
    op("business", "GET", "/{business}/system_users"),
    op("business", "POST", "/{business}/system_user_access_tokens"),
    op("business", "POST", "/{system_user}/access_tokens"),
];
