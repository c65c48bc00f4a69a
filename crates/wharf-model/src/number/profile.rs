//! The business profile.

mod get;
mod get_by_id;
mod node;
mod set;
mod set_by_id;

pub use get::GetProfile;
pub use get_by_id::GetProfileNode;
pub use node::{Profile, Vertical};
pub use set::{SetProfile, SetProfileBody};
pub use set_by_id::{ProfileUpdated, SetProfileNode, SetProfileNodeBody};
