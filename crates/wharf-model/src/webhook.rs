//! What the platform tells us: any bytes in, events out, nothing lost (Cloud API, "Webhooks").

mod body;
mod change;
mod contact;
mod event;
pub mod message;
mod person;
mod raw;
pub mod status;

pub use body::read;
pub use contact::{Contact, Metadata, Profile};
pub use event::{Event, EventKind, Unread};
pub use message::{Inbound, Received};
pub use person::Person;
pub use raw::Raw;
pub use status::Status;
