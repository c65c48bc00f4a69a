//! What people changed about themselves (fields `user_preferences`, `user_id_update`, `automatic_events`,
//! `smb_app_state_sync`, and `user_actions` of `messages`).

use serde_json::Value;

use super::parts::parts;
use crate::{
    id::{MessageId, UserId},
    time::Timestamp,
};

parts! {
    /// A person wants marketing messages, or no more (`user_preferences`).
    Preference {
        /// Who, by phone.
        wa_id: Option<String>,
        /// Who, by user id.
        user_id: Option<UserId>,
        /// Who, by user id across linked portfolios.
        parent_user_id: Option<UserId>,
        /// The same for a person.
        detail: Option<String>,
        /// `marketing_messages`.
        category: Option<String>,
        /// `stop`, `resume`, `signup`.
        value: Option<String>,
        /// The sign-up it came through.
        signup_id: Option<String>,
        /// When.
        timestamp: Option<Timestamp>,
    }
    /// A person's business-scoped user id changed (`user_id_update`): the only event that links old and new.
    UserIdUpdate {
        /// Who, by phone.
        wa_id: Option<String>,
        /// The same for a person.
        detail: Option<String>,
        /// The user id.
        user_id: Option<Changed>,
        /// The user id across linked portfolios.
        parent_user_id: Option<Changed>,
        /// When.
        timestamp: Option<Timestamp>,
    }
    /// An id before and after.
    Changed {
        /// Before.
        previous: Option<UserId>,
        /// After.
        current: Option<UserId>,
    }
    /// A lead or a purchase the platform saw in a chat (`automatic_events`).
    AutomaticEvent {
        /// The message.
        id: Option<MessageId>,
        /// `LeadSubmitted`, `Purchase`.
        event_name: Option<String>,
        /// When.
        timestamp: Option<Timestamp>,
        /// The click it began with.
        ctwa_clid: Option<String>,
        /// Currency, and value times 1000; as it came.
        custom_data: Option<Value>,
    }
    /// A contact of the phone app (`smb_app_state_sync`).
    StateSync {
        /// `contact`.
        kind: Option<String> = "type",
        /// `add` (also: edit) or `remove`.
        action: Option<String>,
        /// The contact, as it came.
        contact: Option<Value>,
        /// When, as it came.
        metadata: Option<Value>,
    }
    /// A click on a marketing message's link (`user_actions`). It names nobody.
    UserAction {
        /// `marketing_messages_link_click`.
        action_type: Option<String>,
        /// When.
        timestamp: Option<Timestamp>,
        /// Which part was clicked, and the click's id; as it came.
        marketing_messages_link_click_data: Option<Value>,
    }
}
