//! The gateway from outside: a platform before it, apps behind it, the public API only.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on stops"
)]

mod admin;
mod batch;
mod circle;
mod front;
mod handoff;
mod http;
mod log;
mod parked;
mod passthrough;
mod peer;
mod quoted;
mod restart;
mod sends;
mod site;
mod webhook;
