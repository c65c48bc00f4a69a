#![doc = include_str!("../README.md")]

pub mod endpoint;
pub mod error;
pub mod id;
pub mod limits;
pub mod media;
pub mod message;
pub mod number;
pub mod open;
pub mod page;
pub mod phone;
mod quiet;
mod read;
pub mod time;
pub mod webhook;
