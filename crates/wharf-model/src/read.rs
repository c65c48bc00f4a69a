//! Reading JSON that others wrote, however they wrote it.

mod tolerant;
mod walk;

pub(crate) use tolerant::tolerant;
pub(crate) use walk::{elements, member, members};
