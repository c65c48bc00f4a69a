//! Schedules, which only the platform's API description names.

mod create;
mod list;

pub use create::{CreateSchedule, CreateScheduleBody, ScheduleCreated};
pub use list::{ListSchedules, Recurrence, Schedule, ScheduleType};
