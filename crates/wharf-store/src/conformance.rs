//! What every engine must do: one suite, run by each engine's tests through
//! [`conformance_suite!`](crate::conformance_suite).
//!
//! A case fails by panicking, or by an error of the store that it did not expect.

use std::sync::Arc;

use async_trait::async_trait;
use wharf_model::time::Timestamp;

use crate::{
    Store, StoreError,
    journal::{Indexed, NewEvent},
    ledger::Evidence,
    outbox::{Answer, Claim, Enqueued, NewSend, Outcome, Send},
};

pub mod evidence;
pub mod inbox;
pub mod index;
pub mod journal;
pub mod ops;
pub mod outbox;
pub mod parked;
pub mod recovery;

/// Where one case has its store. A case gets a site of its own, with nothing kept in it yet.
#[async_trait]
pub trait Site: std::marker::Send + Sync {
    /// Opens what is kept here. The store opened before was closed or dropped.
    async fn open(&self) -> Result<Arc<dyn Store>, StoreError>;
}

/// How a case ends.
pub type Checked = Result<(), StoreError>;

/// Makes a `#[tokio::test]` of every case. `$site` makes a fresh [`Site`].
#[macro_export]
macro_rules! conformance_suite {
    ($site:expr) => {
        $crate::conformance_suite! { @ $site;
            journal: a_body_is_kept_byte_for_byte_in_the_order_it_came,
            journal: what_is_indexed_is_not_read_again_whatever_the_order,
            journal: bodies_that_come_at_once_are_all_kept,
            index: events_are_numbered_within_their_lane_without_gaps,
            index: an_event_that_comes_again_is_one,
            index: indexing_twice_changes_nothing,
            index: an_unread_event_is_kept_with_its_reason,
            inbox: a_subscriber_begins_at_the_first_event_and_may_move,
            inbox: a_cursor_never_goes_back_nor_past_the_newest,
            inbox: a_failed_attempt_is_remembered_until_the_cursor_moves,
            inbox: a_buried_event_is_a_dead_letter_once,
            inbox: events_are_found_by_their_lane_and_by_being_unread,
            parked: a_parked_event_holds_back_its_conversation_alone,
            parked: a_parked_event_is_parked_and_released_once,
            parked: a_parked_event_waits_and_is_given_up_in_the_end,
            parked: an_event_without_a_conversation_is_parked_by_itself,
            parked: subscribing_again_is_a_fresh_try,
            outbox: a_send_is_kept_as_it_was_given,
            outbox: fifty_twins_are_one_send,
            outbox: the_same_key_for_another_request_is_a_conflict,
            outbox: keys_of_two_accounts_never_meet,
            outbox: a_conversation_goes_out_in_order_one_at_a_time,
            outbox: an_unknown_send_holds_its_conversation_for_a_minute,
            outbox: a_send_is_claimed_once,
            outbox: a_throttled_send_waits_and_keeps_its_place,
            outbox: a_refused_send_stays_failed,
            outbox: silence_for_ten_minutes_is_unresolved,
            outbox: a_stale_settle_changes_nothing,
            evidence: a_status_before_the_answer_settles_the_send,
            evidence: a_late_status_lifts_what_was_given_up,
            evidence: a_status_lifts_a_failure_of_our_own_belief,
            evidence: ranks_never_fall,
            evidence: an_aggregated_status_counts_once,
            evidence: a_status_of_another_number_moves_nothing,
            evidence: callback_data_comes_back_with_the_event,
            recovery: a_crash_between_any_two_verbs_loses_nothing,
            recovery: an_attempt_under_way_at_a_crash_is_unknown,
            recovery: the_answer_of_a_dead_process_comes_by_webhook,
            recovery: an_idempotency_key_outlives_a_crash,
            ops: a_key_is_known_by_its_digest,
            ops: counts_tell_what_is_kept,
            ops: a_closed_store_refuses_and_opens_again,
        }
    };
    (@ $site:expr; $($group:ident: $case:ident,)+) => {
        $(
            #[tokio::test(flavor = "multi_thread")]
            async fn $case() {
                let site = $site;
                $crate::conformance::$group::$case(&site).await.unwrap();
            }
        )+
    };
}

const LANE: &str = "100000000000001";
const T0: Timestamp = Timestamp::from_secs(1_700_000_000);

fn at(seconds: u64) -> Timestamp {
    T0.plus(std::time::Duration::from_secs(seconds))
}

fn new_event(key: &str) -> NewEvent {
    NewEvent {
        key: key.to_owned(),
        lane: LANE.to_owned(),
        conversation: "c1".to_owned(),
        field: "messages".to_owned(),
        kind: "message.text".to_owned(),
        item: Some(format!("wamid.{key}")),
        happened_at: Some(T0),
        body: format!("{{\"{key}\":1}}").into_bytes(),
        unread: None,
        evidence: None,
    }
}

fn status(key: &str, evidence: Evidence) -> NewEvent {
    NewEvent {
        kind: format!("status.{}", evidence.progress),
        item: Some(evidence.wamid.clone()),
        evidence: Some(evidence),
        ..new_event(key)
    }
}

fn evidence_of(wamid: &str, token: Option<&str>, progress: &str) -> Evidence {
    Evidence {
        wamid: wamid.to_owned(),
        token: token.map(str::to_owned),
        progress: progress.into(),
        at: Some(T0),
        reason: (progress == "failed").then(|| "said by the platform".to_owned()),
    }
}

/// Journals a body and indexes these events as found in it; gives the sends that moved.
async fn arrive(store: &dyn Store, events: Vec<NewEvent>) -> Result<Vec<i64>, StoreError> {
    let arrival = store.journal(b"{}".to_vec(), T0).await?;
    Ok(store.index(vec![Indexed { arrival, events }]).await?.moved)
}

fn new_send(conversation: &str) -> NewSend {
    NewSend {
        lane: LANE.to_owned(),
        conversation: conversation.to_owned(),
        version: "v25.0".to_owned(),
        body: b"{\"type\":\"text\"}".to_vec(),
        callback_data: None,
        idempotency: None,
        created_at: T0,
    }
}

async fn enqueue(store: &dyn Store, conversation: &str) -> Result<i64, StoreError> {
    match store.enqueue(new_send(conversation)).await? {
        Enqueued::New(id) => Ok(id),
        other => unreachable!("a send without a key is always new: {other:?}"),
    }
}

/// Claims one send with this token.
async fn claim(store: &dyn Store, id: i64, token: &str) -> Result<Send, StoreError> {
    let mut claimed = store.claim(vec![Claim { id, token: token.to_owned() }], T0).await?;
    assert_eq!(claimed.len(), 1, "send {id} was to be claimed");
    Ok(claimed.remove(0))
}

async fn get(store: &dyn Store, id: i64) -> Result<Send, StoreError> {
    let send = store.send(id).await?;
    assert!(send.is_some(), "send {id} is gone");
    Ok(send.unwrap_or_else(|| unreachable!("asserted above")))
}

fn answer(status: u16) -> Answer {
    Answer { status, body: format!("{{\"status\":{status}}}").into_bytes() }
}

fn accepted(wamid: &str) -> Outcome {
    Outcome::Accepted { wamid: wamid.to_owned(), answer: answer(200) }
}

fn unknown() -> Outcome {
    Outcome::Unknown { answer: None, reason: "reset".to_owned() }
}

fn refused() -> Outcome {
    Outcome::Refused { answer: answer(400), reason: "no such template".to_owned() }
}

fn ids(sends: &[Send]) -> Vec<i64> {
    sends.iter().map(|send| send.id).collect()
}
