//! The porch from outside.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod examples;
mod filters;
mod helpers;
mod on_error;
mod once;
mod platform;
mod router;
mod sending;
mod setup;
mod shutdown;
mod snippets;
mod waiting;
mod waiting_again;
