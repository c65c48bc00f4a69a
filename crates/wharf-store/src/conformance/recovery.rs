//! What is left after a process died: a store is dropped without `close`, and opened again.

use super::{
    Checked, LANE, Site, T0, accepted, arrive, at, claim, enqueue, evidence_of, get, new_event,
    new_send, status,
};
use crate::{
    inbox::Subscriber,
    journal::Indexed,
    ledger::State,
    outbox::{Enqueued, IdempotencyKey, NewSend},
};

/// One flow, with a new process for every step.
pub async fn a_crash_between_any_two_verbs_loses_nothing(site: &dyn Site) -> Checked {
    let id = enqueue(&*site.open().await?, "c1").await?;
    assert_eq!(super::ids(&site.open().await?.due(T0, 9).await?), [id]);
    let attempt = claim(&*site.open().await?, id, "t1").await?.attempt;
    assert_eq!(get(&*site.open().await?, id).await?.state, State::Sending);
    assert!(site.open().await?.settle(id, attempt, accepted("wamid.1"), at(1)).await?);
    assert_eq!(get(&*site.open().await?, id).await?.state, State::Accepted);
    let arrival = site.open().await?.journal(b"{}".to_vec(), T0).await?;
    assert_eq!(site.open().await?.unindexed(9).await?.len(), 1);
    let events = vec![new_event("a"), status("s", evidence_of("wamid.1", None, "delivered"))];
    site.open().await?.index(vec![Indexed { arrival, events }]).await?;
    assert_eq!(site.open().await?.unindexed(9).await?, []);
    assert_eq!(get(&*site.open().await?, id).await?.state, State::Delivered);
    let crm = Subscriber { name: "crm".to_owned(), url: "http://crm.test/".to_owned() };
    site.open().await?.subscribe(crm).await?;
    site.open().await?.advance("crm", LANE, 1, vec![]).await?;
    site.open().await?.bury("crm", LANE, 2, "gone", T0).await?;
    let store = site.open().await?;
    assert_eq!(store.cursors("crm").await?[0].seq, 2);
    assert_eq!(store.dead_letters(9).await?.len(), 1);
    // Numbers go on where they were.
    arrive(&*store, vec![new_event("b")]).await?;
    assert_eq!(store.events(LANE, 2, 9).await?[0].seq, 3);
    Ok(())
}

/// Never queued again: its bytes may have left.
pub async fn an_attempt_under_way_at_a_crash_is_unknown(site: &dyn Site) -> Checked {
    let store = site.open().await?;
    let (first, second) = (enqueue(&*store, "c1").await?, enqueue(&*store, "c2").await?);
    claim(&*store, first, "t1").await?;
    drop(store);
    let store = site.open().await?;
    assert_eq!(store.take_over(at(5)).await?, [first]);
    assert_eq!(store.take_over(at(6)).await?, [0; 0]);
    let orphan = get(&*store, first).await?;
    assert_eq!((orphan.state, orphan.changed_at), (State::Unknown, at(5)));
    assert!(orphan.reason.is_some(), "a person is told why");
    assert_eq!(super::ids(&store.due(at(1000), 9).await?), [second]);
    Ok(())
}

/// The answer was never read, but the status has the token.
pub async fn the_answer_of_a_dead_process_comes_by_webhook(site: &dyn Site) -> Checked {
    let store = site.open().await?;
    let id = enqueue(&*store, "c1").await?;
    claim(&*store, id, "t1").await?;
    drop(store);
    let store = site.open().await?;
    store.take_over(at(1)).await?;
    arrive(&*store, vec![status("s", evidence_of("wamid.1", Some("t1"), "sent"))]).await?;
    let lifted = get(&*store, id).await?;
    assert_eq!((lifted.state, lifted.wamid.as_deref()), (State::Sent, Some("wamid.1")));
    Ok(())
}

/// The client whose answer was lost asks again, of a new process.
pub async fn an_idempotency_key_outlives_a_crash(site: &dyn Site) -> Checked {
    let key =
        IdempotencyKey { account: "app".to_owned(), key: "k".to_owned(), fingerprint: [7; 32] };
    let send = NewSend { idempotency: Some(key), ..new_send("c1") };
    let Enqueued::New(id) = site.open().await?.enqueue(send.clone()).await? else {
        unreachable!("the first of its key is new")
    };
    assert_eq!(site.open().await?.enqueue(send).await?, Enqueued::Existing(id));
    Ok(())
}
