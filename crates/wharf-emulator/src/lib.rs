#![doc = include_str!("../README.md")]

mod call_log;
mod clock;
pub mod config;
mod control;
mod coverage;
mod emulator;
mod error;
mod fault;
mod graph;
mod keys;
mod path;
mod phone;
mod push;
mod serve;
mod shell;
mod world;

pub use config::{Config, Delays, NumberConfig, PersonConfig, Rules};
pub use emulator::Emulator;
pub use error::{Error, ErrorKind};
