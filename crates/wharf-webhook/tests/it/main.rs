//! Signatures, the handshake and the receiver, as a stranger sees them.

#![expect(clippy::unwrap_used, clippy::string_slice, reason = "helpers of tests")]

mod flows;
mod handshake;
mod receiver;
mod signature;
