//! What became of messages.

mod events;
mod list;

pub use events::{HistoryRow, ListHistoryEvents};
pub use list::{DeliveryStatus, HistoryApp, HistoryEntry, HistoryEvent, ListHistory, WebhookState};
