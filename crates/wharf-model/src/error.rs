//! The error envelope the platform returns, and what to do about it.

mod advice;
mod graph;
mod json;

pub use advice::Advice;
pub use graph::{ErrorBody, ErrorData, GraphError};
pub use json::json_problem;
