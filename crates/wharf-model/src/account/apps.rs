//! Apps that get webhooks.

mod list;
mod subscribe;
mod unsubscribe;

pub use list::{ListSubscribedApps, SubscribedApp, SubscribedAppInfo};
pub use subscribe::{Subscribe, SubscribeBody, Subscribed};
pub use unsubscribe::Unsubscribe;
