//! What the platform tells us: any bytes in, events out, nothing lost (Cloud API, "Webhooks").

pub mod account;
mod body;
pub mod call;
mod change;
mod contact;
mod envelope;
mod event;
mod findings;
pub mod flow;
pub mod group;
pub mod history;
pub mod message;
mod parts;
pub mod people;
mod person;
mod raw;
pub mod status;
pub mod template;
mod update;

pub use body::read;
pub use contact::{Contact, Metadata, Profile};
pub use event::{Event, EventKind, Unread};
pub use message::{Inbound, Received};
pub use person::Person;
pub use raw::Raw;
pub use status::Status;
pub use update::Update;
