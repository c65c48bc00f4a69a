//! The emulator from outside: HTTP in, HTTP and webhooks out.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod browser;
mod control;
mod http;
mod media;
mod messages;
mod number;
mod page;
mod phone;
mod receiver;
mod time;
mod webhooks;
