//! The public key that flows are encrypted with.

mod get;
mod set;

pub use get::{Encryption, GetEncryption, SignatureStatus};
pub use set::{SetEncryption, SetEncryptionBody};
