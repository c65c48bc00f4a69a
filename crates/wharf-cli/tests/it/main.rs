//! The program from outside, as people and scripts use it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod crash;
mod dev;
mod doctor;
mod emulator;
mod fake;
mod flow;
mod guide;
mod http;
mod inspect;
mod media;
mod phone;
mod program;
mod sending;
mod template;
mod usage;
