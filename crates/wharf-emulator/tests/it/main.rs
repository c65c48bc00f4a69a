//! The emulator from outside: HTTP in, HTTP and webhooks out.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod app;
mod browser;
mod calls;
mod clock;
mod control;
mod desk;
mod faults;
mod groups;
mod http;
mod log;
mod media;
mod messages;
mod number;
mod page;
mod people;
mod phone;
mod rates;
mod receiver;
mod same;
mod snapshot;
mod stop;
mod templates;
mod time;
mod webhooks;
