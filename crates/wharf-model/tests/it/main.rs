//! The model from outside: what others send is read, what is read is written back.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod errors;
mod fixtures;
mod inbound;
mod inbound_openapi;
mod oddities;
mod openapi;
mod operations;
mod outbound;
mod strangers;
mod update;
mod webhook;
