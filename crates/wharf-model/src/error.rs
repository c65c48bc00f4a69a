//! The error envelope the platform returns, and what to do about it.

mod advice;
mod catalogue;
mod graph;
mod json;

pub use advice::Advice;
pub use catalogue::{Entry, When, catalogue};
pub use graph::{ErrorBody, ErrorData, GraphError};
pub use json::json_problem;
