//! Old messages of a phone app, and who handles a conversation (fields `history`, `messaging_handovers`).

use serde_json::Value;

use super::{Inbound, parts::parts};
use crate::{error::GraphError, id::UserId, time::Timestamp};

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
        /// The person.
        context: Option<ThreadContext>,
        /// The messages, as they came.
        messages: Vec<Value>,
    }
    /// Who the other one in a chat is.
    ThreadContext {
        /// By phone.
        wa_id: Option<String>,
        /// By user id.
        user_id: Option<UserId>,
        /// By user id across linked portfolios.
        parent_user_id: Option<UserId>,
        /// By username.
        username: Option<String>,
    }
    /// A conversation was handed to, or taken by, another app (`messaging_handovers`).
    Handover {
        /// `control_passed` or `control_taken`.
        kind: Option<String> = "type",
        /// When.
        timestamp: Option<Timestamp>,
        /// The person.
        sender: Option<HandoverSender>,
        /// The business number.
        recipient: Option<super::Metadata>,
        /// Who had it and who has it now, when it was passed.
        control_passed: Option<Control>,
        /// The same, when it was taken.
        control_taken: Option<Control>,
    }
    /// The person of a conversation that was handed over.
    HandoverSender {
        /// By phone.
        phone_number: Option<String>,
        /// By user id.
        user_id: Option<UserId>,
    }
    /// Who had a conversation and who has it now.
    Control {
        /// The app that had it.
        previous_owner_app_id: Option<String>,
        /// Its role: `customer_service`, `marketing`, `ai_agent`, …
        previous_owner_role: Option<String>,
        /// Its role, as old versions spell it.
        previous_owner_app_role: Option<String>,
        /// The app that has it.
        new_owner_app_id: Option<String>,
        /// Its role.
        new_owner_role: Option<String>,
        /// What the one app wants the other to know.
        metadata: Option<String>,
        /// What was said so far.
        conversation_context: Option<ConversationContext>,
    }
    /// What was said so far (`conversation_context` of `messages`).
    ConversationContext {
        /// `summary`.
        kind: Option<String> = "type",
        /// The summary.
        summary: Option<Summary>,
    }
    /// What was said so far, in short.
    Summary {
        /// Its text.
        text: Option<String>,
    }
}

impl Handover {
    /// Who had it and who has it now.
    pub fn control(&self) -> Option<&Control> {
        self.control_passed.as_ref().or(self.control_taken.as_ref())
    }
}

impl Thread {
    /// Its messages, typed, whoever wrote them. One that cannot be read is left out; `messages` has it.
    pub fn read(&self) -> Vec<Inbound> {
        let read = |message: &Value| Inbound::read(&message.to_string());
        self.messages.iter().filter_map(read).collect()
    }
}
