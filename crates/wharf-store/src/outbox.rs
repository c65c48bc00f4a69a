//! Sends: what an app asked us to send, and what became of it.

use async_trait::async_trait;
use wharf_model::time::Timestamp;

use crate::{StoreError, ledger::State};

/// What makes two requests the same one.
#[derive(Clone, PartialEq, Eq)]
pub struct IdempotencyKey {
    /// Whose key it is; keys of different accounts never meet.
    pub account: String,
    /// The caller's key.
    pub key: String,
    /// SHA-256 over what the caller asked for.
    pub fingerprint: [u8; 32],
}

/// A send to be kept.
#[derive(Clone)]
pub struct NewSend {
    /// The business phone number id that sends.
    pub lane: String,
    /// Who it is for, normalised; sends of one conversation keep their order.
    pub conversation: String,
    /// API version the caller used, such as `v25.0`.
    pub version: String,
    /// The caller's own JSON, byte for byte.
    pub body: Vec<u8>,
    /// The caller's own `biz_opaque_callback_data`.
    pub callback_data: Option<String>,
    /// The caller's idempotency key, if it gave one.
    pub idempotency: Option<IdempotencyKey>,
    /// When it was asked for.
    pub created_at: Timestamp,
}

/// What became of an `enqueue`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Enqueued {
    /// Kept; this is its id.
    New(i64),
    /// The same request was kept before; this is its id.
    Existing(i64),
    /// The idempotency key was used for a different request; nothing was kept.
    Conflict,
}

/// A send as it is kept.
#[derive(Clone, PartialEq, Eq)]
pub struct Send {
    /// Its id.
    pub id: i64,
    /// The business phone number id that sends.
    pub lane: String,
    /// Who it is for, normalised.
    pub conversation: String,
    /// API version the caller used.
    pub version: String,
    /// The caller's own JSON, byte for byte.
    pub body: Vec<u8>,
    /// The caller's own `biz_opaque_callback_data`.
    pub callback_data: Option<String>,
    /// Where it stands.
    pub state: State,
    /// Attempts begun so far.
    pub attempt: u32,
    /// Throttled or not-sent attempts so far; what back-off is counted from.
    pub setbacks: u32,
    /// The platform's id of the message, once known.
    pub wamid: Option<String>,
    /// HTTP status and body of the platform's answer to the last attempt.
    pub answer: Option<Answer>,
    /// Why it failed or is unknown, for a person.
    pub reason: Option<String>,
    /// When it was asked for.
    pub created_at: Timestamp,
    /// When its state last changed.
    pub changed_at: Timestamp,
}

/// The platform's answer, byte for byte.
#[derive(Clone, PartialEq, Eq)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// Body.
    pub body: Vec<u8>,
}

/// A send to be marked SENDING.
#[derive(Clone)]
pub struct Claim {
    /// Which send.
    pub id: i64,
    /// The token that goes out with this attempt and comes back in its statuses.
    pub token: String,
}

/// How an attempt ended, as the sender saw it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The platform has it.
    Accepted {
        /// The platform's id of the message.
        wamid: String,
        /// Its answer.
        answer: Answer,
    },
    /// The platform refused it for good.
    Refused {
        /// Its answer.
        answer: Answer,
        /// Why, for a person.
        reason: String,
    },
    /// Surely not sent; may be tried again from `run_at`.
    NotSent {
        /// Not before this moment.
        run_at: Timestamp,
        /// The answer, if there was one (a throttle).
        answer: Option<Answer>,
        /// Why, for a person.
        reason: String,
    },
    /// Nobody knows whether it was sent.
    Unknown {
        /// The answer, if there was one.
        answer: Option<Answer>,
        /// Why, for a person.
        reason: String,
    },
}

/// Sends and their attempts.
#[async_trait]
pub trait Outbox: std::marker::Send + Sync {
    /// Keeps a send. Returns only once it is durable: the caller is answered after this.
    async fn enqueue(&self, send: NewSend) -> Result<Enqueued, StoreError>;

    /// At start, before the first claim: every attempt that was under way becomes UNKNOWN, for
    /// nobody can tell whether its bytes left. Gives the ids of those sends.
    async fn take_over(&self, now: Timestamp) -> Result<Vec<i64>, StoreError>;

    /// Up to `most` sends that may go out now, oldest first: queued, due, and the head of their
    /// conversation, with no other send of it under way or UNKNOWN for less than 60 s. Commits nothing.
    async fn due(&self, now: Timestamp, most: usize) -> Result<Vec<Send>, StoreError>;

    /// In one commit, marks sends SENDING with their tokens, counts the attempt, and gives back
    /// those that were still queued. No byte leaves before this returns.
    async fn claim(&self, claims: Vec<Claim>, now: Timestamp) -> Result<Vec<Send>, StoreError>;

    /// Notes how attempt `attempt` of a send ended. `false` when it was settled otherwise
    /// meanwhile (evidence came first, or a newer attempt runs): nothing is changed then but
    /// that a missing answer is filled in. ACCEPTED is proof, however late: it moves a send that
    /// was UNKNOWN, given up or failed by our own belief.
    async fn settle(
        &self,
        id: i64,
        attempt: u32,
        outcome: Outcome,
        now: Timestamp,
    ) -> Result<bool, StoreError>;

    /// UNKNOWN since before `now` − 10 min becomes UNRESOLVED. Gives the ids of those sends.
    async fn give_up(&self, now: Timestamp) -> Result<Vec<i64>, StoreError>;

    /// One send.
    async fn send(&self, id: i64) -> Result<Option<Send>, StoreError>;

    /// The send whose message has this platform id.
    async fn send_by_wamid(&self, wamid: &str) -> Result<Option<Send>, StoreError>;

    /// Up to `most` of the newest sends, newest first; only those in `state` if given.
    async fn recent_sends(
        &self,
        state: Option<State>,
        most: usize,
    ) -> Result<Vec<Send>, StoreError>;

    /// When the next queued send becomes due, if one waits: the head of its conversation, at its
    /// own moment or 60 s after an UNKNOWN before it. One behind a send under way does not count,
    /// for nobody knows when that is settled.
    async fn next_due(&self) -> Result<Option<Timestamp>, StoreError>;
}

wharf_model::quiet_debug! {
    IdempotencyKey { account }
    NewSend { lane, version, idempotency, created_at }
    Send { id, lane, version, state, attempt, setbacks, wamid, answer, reason, created_at, changed_at }
    Answer { status }
    Claim { id }
}
