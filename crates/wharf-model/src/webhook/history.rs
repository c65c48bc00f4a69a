//! Old messages of a phone app, and who handles a conversation (fields `history`, `messaging_handovers`).

use serde_json::Value;

use super::{Inbound, parts::parts};
use crate::{error::GraphError, time::Timestamp};

parts! {
    /// A piece of history (`history`). Pieces come in any order.
    HistoryChunk {
        /// Which piece.
        metadata: Option<HistoryMetadata>,
        /// The chats in it.
        threads: Vec<Thread>,
        /// Why there is no history: 2593109 when the business declined.
        errors: Vec<GraphError>,
    }
    /// Which piece of history.
    HistoryMetadata {
        /// 0: the last day; 1: to 90 days; 2: to 180 days.
        phase: Option<i64>,
        /// Its place within the phase.
        chunk_order: Option<i64>,
        /// Percent; 100 is the end.
        progress: Option<i64>,
    }
    /// One chat of history.
    Thread {
        /// The person, by phone.
        id: Option<String>,
        /// The person, as it came.
        context: Option<Value>,
        /// The messages, as they came.
        messages: Vec<Value>,
    }
    /// A conversation was handed to, or taken by, another app (`messaging_handovers`).
    Handover {
        /// `control_passed` or `control_taken`.
        kind: Option<String> = "type",
        /// When.
        timestamp: Option<Timestamp>,
        /// The person.
        sender: Option<Value>,
        /// The business number.
        recipient: Option<super::Metadata>,
        /// Who had it and who has it now, when it was passed; as it came.
        control_passed: Option<Value>,
        /// The same, when it was taken.
        control_taken: Option<Value>,
    }
}

impl Thread {
    /// Its messages, typed, whoever wrote them. One that cannot be read is left out; `messages` has it.
    pub fn read(&self) -> Vec<Inbound> {
        let read = |message: &Value| Inbound::read(&message.to_string()).ok();
        self.messages.iter().filter_map(read).map(|(message, _)| message).collect()
    }
}
