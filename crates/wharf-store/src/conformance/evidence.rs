//! What webhooks say about sends.

use super::{
    Checked, LANE, Site, accepted, arrive, at, claim, enqueue, evidence_of, get, new_send, refused,
    status, unknown,
};
use crate::{
    inbox::EventFilter,
    journal::NewEvent,
    ledger::{Evidence, State},
    outbox::{Enqueued, NewSend},
};

/// The status comes by token in SENDING; the answer then only fills in itself.
pub async fn a_status_before_the_answer_settles_the_send(site: &dyn Site) -> Checked {
    let store = site.open().await?;
    let id = enqueue(&*store, "c1").await?;
    let attempt = claim(&*store, id, "t1").await?.attempt;
    let moved =
        arrive(&*store, vec![status("s", evidence_of("wamid.1", Some("t1"), "sent"))]).await?;
    assert_eq!(moved, [id]);
    assert_eq!(get(&*store, id).await?.state, State::Sent);
    assert!(!store.settle(id, attempt, accepted("wamid.1"), at(1)).await?);
    let settled = get(&*store, id).await?;
    assert_eq!((settled.state, settled.wamid.as_deref()), (State::Sent, Some("wamid.1")));
    assert_eq!(settled.answer.map(|answer| answer.status), Some(200));
    assert_eq!(store.send_by_wamid("wamid.1").await?.map(|send| send.id), Some(id));
    assert_eq!(store.events(LANE, 0, 9).await?[0].send, Some(id));
    Ok(())
}

/// UNKNOWN and UNRESOLVED are beliefs.
pub async fn a_late_status_lifts_what_was_given_up(site: &dyn Site) -> Checked {
    let store = site.open().await?;
    let waiting = enqueue(&*store, "c1").await?;
    let given_up = enqueue(&*store, "c2").await?;
    for (id, token, when) in [(waiting, "t1", at(500)), (given_up, "t2", at(0))] {
        let attempt = claim(&*store, id, token).await?.attempt;
        assert!(store.settle(id, attempt, unknown(), when).await?);
    }
    assert_eq!(store.give_up(at(601)).await?, [given_up]);
    assert_eq!(get(&*store, given_up).await?.state, State::Unresolved);
    let late = vec![
        status("s1", evidence_of("wamid.1", Some("t1"), "a word of tomorrow")),
        status("s2", evidence_of("wamid.2", Some("t2"), "read")),
    ];
    assert_eq!(arrive(&*store, late).await?, [waiting, given_up]);
    assert_eq!(get(&*store, waiting).await?.state, State::Accepted);
    let lifted = get(&*store, given_up).await?;
    assert_eq!((lifted.state, lifted.reason), (State::Read, None));
    Ok(())
}

/// A refusal was the answer, and yet a status comes: the platform has it.
pub async fn a_status_lifts_a_failure_of_our_own_belief(site: &dyn Site) -> Checked {
    let store = site.open().await?;
    for (token, said, state) in [("t1", "sent", State::Sent), ("t2", "failed", State::Failed)] {
        let id = enqueue(&*store, token).await?;
        let attempt = claim(&*store, id, token).await?.attempt;
        assert!(store.settle(id, attempt, refused(), at(0)).await?);
        let wamid = format!("wamid.{token}");
        let late = status(token, evidence_of(&wamid, Some(token), said));
        assert_eq!(arrive(&*store, vec![late]).await?, [id], "{said}");
        let lifted = get(&*store, id).await?;
        assert_eq!((lifted.state, lifted.wamid), (state, Some(wamid)));
    }
    Ok(())
}

/// FAILED as the platform says it stands between SENT and DELIVERED.
pub async fn ranks_never_fall(site: &dyn Site) -> Checked {
    let store = site.open().await?;
    let id = enqueue(&*store, "c1").await?;
    let attempt = claim(&*store, id, "t1").await?.attempt;
    assert!(store.settle(id, attempt, accepted("wamid.1"), at(0)).await?);
    for (number, (said, stands)) in [
        ("failed", State::Failed),
        ("sent", State::Failed),
        ("delivered", State::Delivered),
        ("failed", State::Delivered),
        ("played", State::Played),
        ("read", State::Played),
        ("deleted", State::Played),
    ]
    .into_iter()
    .enumerate()
    {
        // By wamid alone: the platform need not echo the token.
        let said = status(&format!("s{number}"), evidence_of("wamid.1", None, said));
        arrive(&*store, vec![said]).await?;
        assert_eq!(get(&*store, id).await?.state, stands, "after status {number}");
    }
    Ok(())
}

/// The same status twice in a body, and again in the next.
pub async fn an_aggregated_status_counts_once(site: &dyn Site) -> Checked {
    let store = site.open().await?;
    let id = enqueue(&*store, "c1").await?;
    claim(&*store, id, "t1").await?;
    let said = |key: &str, word: &str| status(key, evidence_of("wamid.1", Some("t1"), word));
    let batch = vec![said("s1", "sent"), said("s1", "sent"), said("s2", "delivered")];
    assert_eq!(arrive(&*store, batch.clone()).await?, [id], "moved is told once");
    assert_eq!(arrive(&*store, batch).await?, [0; 0]);
    assert_eq!(store.events(LANE, 0, 9).await?.len(), 2);
    assert_eq!(get(&*store, id).await?.state, State::Delivered);
    Ok(())
}

/// A token is good for the number that sent it, and an unknown one binds nothing.
pub async fn a_status_of_another_number_moves_nothing(site: &dyn Site) -> Checked {
    let store = site.open().await?;
    let id = enqueue(&*store, "c1").await?;
    claim(&*store, id, "t1").await?;
    let sent = |token| Evidence { ..evidence_of("wamid.1", Some(token), "sent") };
    let elsewhere = NewEvent { lane: "999".to_owned(), ..status("s1", sent("t1")) };
    assert_eq!(arrive(&*store, vec![elsewhere, status("s2", sent("t9"))]).await?, [0; 0]);
    assert_eq!(get(&*store, id).await?.state, State::Sending);
    assert_eq!(store.send_by_wamid("wamid.1").await?, None);
    assert_eq!(
        store.recent_events(EventFilter::default(), 9).await?.len(),
        2,
        "they are events all the same"
    );
    Ok(())
}

/// The caller's own string, not our token.
pub async fn callback_data_comes_back_with_the_event(site: &dyn Site) -> Checked {
    let store = site.open().await?;
    let send = NewSend { callback_data: Some("order 7".to_owned()), ..new_send("c1") };
    let Enqueued::New(id) = store.enqueue(send).await? else {
        unreachable!("a send without a key is always new")
    };
    claim(&*store, id, "t1").await?;
    arrive(&*store, vec![status("s1", evidence_of("wamid.1", Some("t1"), "sent"))]).await?;
    let events = store.events(LANE, 0, 9).await?;
    assert_eq!(events[0].callback_data.as_deref(), Some("order 7"));
    assert_eq!(store.recent_events(EventFilter::default(), 1).await?, events);
    Ok(())
}
