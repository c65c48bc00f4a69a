#![doc = include_str!("../README.md")]

#[cfg(feature = "flows")]
pub mod flows;
mod handshake;
#[cfg(feature = "axum")]
mod receiver;
mod secret;
mod secrets;

#[cfg(feature = "axum")]
pub use axum;
pub use handshake::{CHALLENGE_BYTES_MAX, Refused, VerifyToken};
#[cfg(feature = "axum")]
pub use receiver::{HandlerOutcome, receiver};
pub use secret::{AppSecret, EmptySecret, Forged, SIGNATURE_HEADER};
pub use secrets::Secrets;
