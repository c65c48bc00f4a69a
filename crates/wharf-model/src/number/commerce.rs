//! The switches of the shop.

mod get;
mod set;

pub use get::{Commerce, GetCommerce};
pub use set::SetCommerce;
