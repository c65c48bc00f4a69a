//! What people changed about themselves (fields `user_preferences`, `user_id_update`, `automatic_events`,
//! `smb_app_state_sync`, and `user_actions` of `messages`).

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
        /// Currency and value.
        custom_data: Option<CustomData>,
    }
    /// What a purchase was worth.
    CustomData {
        /// ISO 4217 code.
        currency: Option<String>,
        /// The value times 1000.
        value: Option<i64>,
    }
    /// A contact of the phone app (`smb_app_state_sync`).
    StateSync {
        /// `contact`.
        kind: Option<String> = "type",
        /// `add` (also: edit) or `remove`.
        action: Option<String>,
        /// The contact.
        contact: Option<SyncedContact>,
        /// When.
        metadata: Option<SyncMetadata>,
    }
    /// A contact of the phone app.
    SyncedContact {
        /// Their name.
        full_name: Option<String>,
        /// Their first name.
        first_name: Option<String>,
        /// Their phone.
        phone_number: Option<String>,
        /// Their user id.
        user_id: Option<UserId>,
        /// Their user id across linked portfolios.
        parent_user_id: Option<UserId>,
        /// Their username.
        username: Option<String>,
    }
    /// When a contact changed.
    SyncMetadata {
        /// When.
        timestamp: Option<Timestamp>,
    }
    /// A click on a marketing message's link (`user_actions`). It names nobody.
    UserAction {
        /// `marketing_messages_link_click`.
        action_type: Option<String>,
        /// When.
        timestamp: Option<Timestamp>,
        /// Which part was clicked, and the click's id.
        marketing_messages_link_click_data: Option<LinkClick>,
    }
    /// A click on a link.
    LinkClick {
        /// `cta` or `body`.
        click_component: Option<String>,
        /// The product.
        product_id: Option<String>,
        /// The click's id, which is in the link's address too.
        click_id: Option<String>,
        /// What the message was sent with.
        tracking_token: Option<String>,
    }
}
