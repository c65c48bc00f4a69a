//! What became of a message that a business sent (webhook field `messages`, `statuses[]`).

use crate::open::open_enum;

open_enum! {
    /// How far a message got.
    pub enum Progress {
        /// It left the platform: one tick.
        Sent = "sent",
        /// It is on the device.
        Delivered = "delivered",
        /// It was shown in an open chat.
        Read = "read",
        /// A voice message was played for the first time.
        Played = "played",
        /// It was not sent or not delivered; `errors` says why.
        Failed = "failed",
        /// It was deleted (legacy).
        Deleted = "deleted",
        /// It arrived, but an item in it could not be shown (legacy).
        Warning = "warning",
    }
}
