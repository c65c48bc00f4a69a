//! What Indian law asks of a business.

mod get;
mod set;

pub use get::{Compliance, CustomerCare, EntityType, GetCompliance, GrievanceOfficer};
pub use set::{SetCompliance, SetComplianceBody};
