//! The numbers of an account.

mod add;
mod list;

pub use add::{AddNumber, AddNumberBody, NumberAdded};
pub use list::ListNumbers;
