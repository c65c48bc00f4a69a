//! The gateway from outside: a platform before it, apps behind it, the public API only.

mod admin;
mod front;
mod handoff;
mod http;
mod passthrough;
mod peer;
mod restart;
mod sends;
mod site;
mod webhook;
