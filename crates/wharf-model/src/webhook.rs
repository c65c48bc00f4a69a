//! What the platform tells us.

pub mod status;
