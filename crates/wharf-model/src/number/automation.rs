//! Ice-breakers and commands.

mod bot;
mod set;

pub use bot::{Automation, Command, GetBot};
pub use set::{SetAutomation, SetAutomationBody};
