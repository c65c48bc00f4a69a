//! Lines of credit.

mod allocations;
mod attach;
mod get_allocation;
mod list;
mod revoke;
mod share;
mod share_and_attach;

pub use allocations::{Allocation, AllocationCredential, ListAllocations};
pub use attach::AttachCredit;
pub use get_allocation::GetAllocation;
pub use list::{Credit, ListCredits};
pub use revoke::RevokeAllocation;
pub use share::ShareCredit;
pub use share_and_attach::{CreditShared, ShareAndAttachCredit};
