//! Every documented limit, as a named constant (Cloud API, "Messages", "Media", "Templates", "Phone numbers").
//!
//! Texts are measured in characters; whether the platform means UTF-16 units or Unicode
//! scalars is not documented, so a text must fit in both counts. Bytes are bytes, times
//! say their unit in their name, what is counted is named in the plural.

mod account;
mod interactive;
mod media;
mod message;
mod payment;
mod template;

pub use account::*;
pub use interactive::*;
pub use media::*;
pub use message::*;
pub use payment::*;
pub use template::*;
