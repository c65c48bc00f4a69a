//! The client against small servers that misbehave, each in its own way.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

mod account;
mod advice;
mod batch;
mod contract;
mod emulator;
mod encodings;
mod failures;
mod fetch;
mod forward;
mod http2;
mod lists;
mod media;
mod meta;
mod number;
mod quoted;
mod raw;
mod resumable;
mod retry;
mod server;
mod settings;
mod streams;
mod tls;
mod unreadable;
mod webhook;
