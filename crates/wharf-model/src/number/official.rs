//! The badge of an official business account.

mod get;
mod set;

pub use get::GetOfficialStatus;
pub use set::{
    OfficialAction, OfficialAnswer, OfficialApplication, OfficialState, OfficialStatus,
    RequestOfficial, RequestOfficialBody,
};
