//! Reading JSON that others wrote, however they wrote it.

mod cursor;
mod tolerant;
mod walk;

pub(crate) use cursor::{Broken, Cursor};
pub(crate) use tolerant::{tolerant, tolerant_at};
pub(crate) use walk::{elements, member, members};
