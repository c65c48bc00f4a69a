//! Numbers of messages, templates, groups and calls, and what they cost.
//!
//! Numbers are approximate. Messages, conversations and prices reach back one year, templates and groups 90 days.

mod calls;
mod conversations;
mod expression;
mod group;
mod message;
mod messages;
mod pricing;
mod series;
mod template;
mod template_group;

pub use calls::GetCallAnalytics;
pub use conversations::GetConversationAnalytics;
pub use expression::Granularity;
pub use group::{GetGroupAnalytics, GroupPoint, GroupSeries};
pub use message::{MessageAnalytics, MessagePoint};
pub use messages::GetMessageAnalytics;
pub use pricing::GetPricingAnalytics;
pub use series::{CallPoint, ConversationPoint, PricingPoint, Series};
pub use template::{
    ClickType, Clicks, Cost, CostType, GetTemplateAnalytics, TemplatePoint, TemplateSeries,
};
pub use template_group::GetTemplateGroupAnalytics;
