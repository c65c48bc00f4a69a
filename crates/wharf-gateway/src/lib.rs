#![doc = include_str!("../README.md")]

mod admin;
mod bell;
mod chance;
pub mod config;
mod desk;
mod drain;
mod error;
mod front;
mod gateway;
mod handoff;
mod index;
mod ingress;
mod json;
mod lane;
mod listen;
mod rarely;
mod tally;

pub use config::{Config, Secret};
pub use error::{Error, Kind};
pub use gateway::Gateway;
pub use wharf_store::inbox::Subscriber;
