#![doc = include_str!("../README.md")]

pub mod account;
pub mod analytics;
pub mod business;
pub mod call;
pub mod endpoint;
pub mod error;
pub mod flow;
pub mod group;
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
pub mod secret;
pub mod solution;
pub mod template;
pub mod templates;
pub mod time;
pub mod webhook;
