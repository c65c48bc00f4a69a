//! The client against small servers that misbehave, each in its own way.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

mod failures;
mod forward;
mod media;
mod meta;
mod number;
mod resumable;
mod retry;
mod server;
mod settings;
mod streams;
mod tls;
mod webhook;
