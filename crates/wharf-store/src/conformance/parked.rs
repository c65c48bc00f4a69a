//! Events that a subscriber answered with a failure.

use std::sync::Arc;

use super::{Checked, LANE, Site, T0, arrive, at, new_event};
use crate::{
    Store, StoreError,
    inbox::{AT_ONCE, Heads, Parked, Parking, Setback, Subscriber},
    journal::NewEvent,
};

fn crm() -> Subscriber {
    Subscriber { name: "crm".to_owned(), url: "http://crm.test/hook".to_owned() }
}

fn setback(attempts: u32, seconds: u64) -> Setback {
    Setback { attempts, retry_at: at(seconds), reason: format!("answered 50{attempts}") }
}

fn failed(seq: i64, seconds: u64) -> Parking {
    Parking { seq, setback: Some(setback(1, seconds)) }
}

fn behind(seq: i64) -> Parking {
    Parking { seq, setback: None }
}

fn of(conversation: &str, key: &str) -> NewEvent {
    NewEvent { conversation: conversation.to_owned(), ..new_event(key) }
}

/// 1, 2 and 4 are of one conversation, 3 of another, 5 and 6 of none.
async fn six_events(site: &dyn Site) -> Result<Arc<dyn Store>, StoreError> {
    let store = site.open().await?;
    let events = [("c1", "a"), ("c1", "b"), ("c2", "c"), ("c1", "d"), ("", "e"), ("", "f")]
        .map(|(of, key)| self::of(of, key));
    arrive(&*store, events.into()).await?;
    store.subscribe(crm()).await?;
    Ok(store)
}

async fn heads(store: &dyn Store) -> Result<Vec<i64>, StoreError> {
    let found = store.parked("crm", Heads::Soonest(9)).await?;
    Ok(found.iter().map(|parked| parked.event.seq).collect())
}

fn next(parked: Option<Parked>) -> Option<(i64, u32, wharf_model::time::Timestamp)> {
    parked.map(|parked| (parked.event.seq, parked.setback.attempts, parked.setback.retry_at))
}

/// In order, and through a crash between any two verbs.
pub async fn a_parked_event_holds_back_its_conversation_alone(site: &dyn Site) -> Checked {
    drop(six_events(site).await?);
    site.open().await?.advance("crm", LANE, 4, vec![failed(1, 9), behind(2), behind(4)]).await?;
    let store = site.open().await?;
    let cursor = store.cursors("crm").await?.remove(0);
    assert_eq!((cursor.seq, cursor.newest, cursor.parks), (4, 6, true));
    let parked = store.parked("crm", Heads::Soonest(9)).await?;
    assert_eq!((parked.len(), parked[0].event.key.as_str()), (1, "a"));
    assert_eq!(parked[0].setback, setback(1, 9));
    let [first, other] = ["c1", "c2"].map(str::to_owned);
    let among = async |conversations: Vec<String>| {
        let conversations = conversations.as_slice();
        store.parked("crm", Heads::Among { lane: LANE, conversations }).await
    };
    assert_eq!(among(vec![other.clone(), first]).await?, parked);
    assert_eq!(among(vec![other]).await?, []);
    assert_eq!(store.parked("nobody", Heads::Soonest(9)).await?, []);
    assert_eq!(store.counts().await?.parked, 1);
    drop(store);
    assert_eq!(next(site.open().await?.release("crm", LANE, 1).await?), Some((2, 0, AT_ONCE)));
    assert_eq!(next(site.open().await?.release("crm", LANE, 2).await?), Some((4, 0, AT_ONCE)));
    assert_eq!(next(site.open().await?.release("crm", LANE, 4).await?), None);
    let store = site.open().await?;
    assert!(!store.cursors("crm").await?[0].parks);
    assert_eq!((heads(&*store).await?, store.counts().await?.parked), (vec![], 0));
    Ok(())
}

/// Whatever is said twice or too late.
pub async fn a_parked_event_is_parked_and_released_once(site: &dyn Site) -> Checked {
    let store = six_events(site).await?;
    store.advance("crm", LANE, 2, vec![failed(1, 9), behind(2), failed(3, 9)]).await?;
    assert_eq!(heads(&*store).await?, [1], "3 is beyond the cursor");
    // Not the first of its conversation: nothing can be done about it yet.
    assert_eq!(store.release("crm", LANE, 2).await?, None);
    store.postpone("crm", LANE, 2, setback(7, 70)).await?;
    assert_eq!(next(store.release("crm", LANE, 1).await?), Some((2, 0, AT_ONCE)));
    assert_eq!(store.release("crm", LANE, 1).await?, None);
    store.advance("crm", LANE, 2, vec![failed(1, 9)]).await?;
    assert_eq!(heads(&*store).await?, [2], "the cursor was past 1 already");
    store.release("crm", LANE, 2).await?;
    // What it was to go behind is gone by now.
    store.advance("crm", LANE, 4, vec![behind(4)]).await?;
    assert_eq!(heads(&*store).await?, [4]);
    assert_eq!(store.release("crm", LANE, 77).await?, None);
    store.advance("nobody", LANE, 5, vec![failed(5, 9)]).await?;
    assert_eq!(store.counts().await?.parked, 1);
    Ok(())
}

/// The next of its conversation is tried at once; the cursor stays.
pub async fn a_parked_event_waits_and_is_given_up_in_the_end(site: &dyn Site) -> Checked {
    let store = six_events(site).await?;
    store.advance("crm", LANE, 3, vec![failed(1, 20), behind(2), failed(3, 10)]).await?;
    assert_eq!(heads(&*store).await?, [3, 1], "soonest first");
    store.postpone("crm", LANE, 3, setback(2, 30)).await?;
    let parked = store.parked("crm", Heads::Soonest(1)).await?;
    assert_eq!(parked[0].event.seq, 1);
    let parked = store.parked("crm", Heads::Soonest(9)).await?;
    assert_eq!(parked[1].setback, setback(2, 30));
    store.bury("crm", LANE, 1, "answered 500", at(40)).await?;
    assert_eq!(heads(&*store).await?, [2, 3]);
    let cursor = store.cursors("crm").await?.remove(0);
    assert_eq!((cursor.seq, cursor.setback), (3, None));
    let dead = store.dead_letters(9).await?;
    assert_eq!((dead.len(), dead[0].event.seq, dead[0].buried_at), (1, 1, at(40)));
    Ok(())
}

/// Such events have nothing to do with each other.
pub async fn an_event_without_a_conversation_is_parked_by_itself(site: &dyn Site) -> Checked {
    let store = six_events(site).await?;
    store.advance("crm", LANE, 6, vec![failed(5, 10), failed(6, 20)]).await?;
    assert_eq!(heads(&*store).await?, [5, 6]);
    assert_eq!(store.release("crm", LANE, 5).await?, None);
    let left = store.parked("crm", Heads::Soonest(9)).await?;
    assert_eq!((left.len(), left[0].setback.retry_at), (1, at(20)));
    Ok(())
}

/// Attempts are remembered all the same.
pub async fn subscribing_again_is_a_fresh_try(site: &dyn Site) -> Checked {
    let store = six_events(site).await?;
    store.advance("crm", LANE, 2, vec![failed(1, 3600), behind(2)]).await?;
    store.postpone("crm", LANE, 3, setback(4, 3600)).await?;
    let before = store.cursors("crm").await?.remove(0).setback;
    assert_eq!(before, Some(setback(4, 3600)));
    store.subscribe(crm()).await?;
    let cursor = store.cursors("crm").await?.remove(0).setback;
    assert_eq!(cursor, Some(Setback { retry_at: AT_ONCE, ..setback(4, 0) }));
    let parked = store.parked("crm", Heads::Soonest(9)).await?;
    assert_eq!((parked.len(), parked[0].event.seq), (1, 1), "the one behind still waits");
    assert_eq!(parked[0].setback, Setback { retry_at: AT_ONCE, ..setback(1, 0) });
    assert!(T0 > AT_ONCE);
    Ok(())
}
