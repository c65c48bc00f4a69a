//! The accounts of a portfolio.

mod client;
mod owned;

pub use client::ListClientAccounts;
pub use owned::ListOwnedAccounts;
