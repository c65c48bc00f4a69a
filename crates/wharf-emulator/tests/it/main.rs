//! The emulator from outside: HTTP in, HTTP and webhooks out.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod account;
mod analytics;
mod app;
mod apps;
mod beside;
mod browser;
mod calls;
mod cards;
mod changes;
mod clock;
mod control;
mod desk;
mod faults;
mod flow_form;
mod flows;
mod groups;
mod http;
mod lists;
mod log;
mod marketing;
mod media;
mod messages;
mod number;
mod openapi;
mod page;
mod peers;
mod people;
mod phone;
mod phone_groups;
mod rates;
mod receiver;
mod same;
mod snapshot;
mod standing;
mod stop;
mod template_life;
mod template_sets;
mod templates;
mod time;
mod webhooks;
