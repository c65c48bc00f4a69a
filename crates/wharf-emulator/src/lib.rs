#![doc = include_str!("../README.md")]

pub mod config;
mod control;
mod emulator;
mod error;
mod graph;
mod phone;
mod push;
mod shell;
mod world;

pub use config::{Config, Delays, NumberConfig, PersonConfig};
pub use emulator::Emulator;
pub use error::{Error, ErrorKind};
