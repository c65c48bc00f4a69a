//! Subscribers and how far they came.

use super::{Checked, LANE, Site, T0, arrive, at, new_event};
use crate::{
    Store, StoreError,
    inbox::{Cursor, EventFilter, Setback, Subscriber},
    journal::NewEvent,
};

fn crm(url: &str) -> Subscriber {
    Subscriber { name: "crm".to_owned(), url: url.to_owned() }
}

async fn three_events(site: &dyn Site) -> Result<std::sync::Arc<dyn Store>, StoreError> {
    let store = site.open().await?;
    arrive(&*store, vec![new_event("a"), new_event("b"), new_event("c")]).await?;
    store.subscribe(crm("http://crm.test/hook")).await?;
    Ok(store)
}

async fn cursor(store: &dyn Store) -> Result<Cursor, StoreError> {
    let mut cursors = store.cursors("crm").await?;
    assert_eq!(cursors.len(), 1);
    Ok(cursors.remove(0))
}

/// Even when it subscribed after the events came.
pub async fn a_subscriber_begins_at_the_first_event_and_may_move(site: &dyn Site) -> Checked {
    let store = three_events(site).await?;
    let first = cursor(&*store).await?;
    assert_eq!((first.lane.as_str(), first.seq, first.newest), (LANE, 0, 3));
    store.advance("crm", LANE, 2, vec![]).await?;
    store.subscribe(crm("http://elsewhere.test/")).await?;
    assert_eq!(cursor(&*store).await?.seq, 2, "a new URL is no new beginning");
    assert_eq!(store.cursors("nobody").await?, []);
    Ok(())
}

/// Whatever is asked for, and in whatever order.
pub async fn a_cursor_never_goes_back_nor_past_the_newest(site: &dyn Site) -> Checked {
    let store = three_events(site).await?;
    for (asked, stands) in [(2, 2), (1, 2), (0, 2), (-5, 2), (99, 3), (3, 3)] {
        store.advance("crm", LANE, asked, vec![]).await?;
        assert_eq!(cursor(&*store).await?.seq, stands, "after {asked}");
    }
    store.advance("nobody", LANE, 1, vec![]).await?;
    store.advance("crm", "no such lane", 1, vec![]).await?;
    arrive(&*store, vec![new_event("d")]).await?;
    let after = cursor(&*store).await?;
    assert_eq!((after.seq, after.newest), (3, 4));
    Ok(())
}

fn setback(attempts: u32, seconds: u64) -> Setback {
    Setback { attempts, retry_at: at(seconds), reason: "no answer".to_owned() }
}

/// And an advance that moves nothing forgets nothing. Only the event after the cursor counts.
pub async fn a_failed_attempt_is_remembered_until_the_cursor_moves(site: &dyn Site) -> Checked {
    let store = three_events(site).await?;
    store.postpone("crm", LANE, 1, setback(3, 60)).await?;
    store.postpone("crm", LANE, 2, setback(9, 90)).await?;
    let waiting = cursor(&*store).await?;
    assert_eq!((waiting.seq, &waiting.setback), (0, &Some(setback(3, 60))));
    store.advance("crm", LANE, 0, vec![]).await?;
    assert_eq!(cursor(&*store).await?, waiting);
    store.advance("crm", LANE, 1, vec![]).await?;
    let moved = cursor(&*store).await?;
    assert_eq!((moved.seq, moved.setback), (1, None));
    store.postpone("crm", LANE, 1, setback(4, 60)).await?;
    assert_eq!(cursor(&*store).await?.setback, None, "1 was done with");
    Ok(())
}

/// The cursor moves past it in the same commit.
pub async fn a_buried_event_is_a_dead_letter_once(site: &dyn Site) -> Checked {
    let store = three_events(site).await?;
    store.postpone("crm", LANE, 1, setback(9, 1)).await?;
    store.bury("crm", LANE, 1, "410 Gone", at(5)).await?;
    store.bury("crm", LANE, 1, "again", at(6)).await?;
    store.bury("crm", LANE, 77, "no such event", at(6)).await?;
    let after = cursor(&*store).await?;
    assert_eq!((after.seq, after.setback), (1, None));
    let dead = store.dead_letters(9).await?;
    assert_eq!(dead.len(), 1);
    assert_eq!((dead[0].subscriber.as_str(), dead[0].event.key.as_str()), ("crm", "a"));
    assert_eq!((dead[0].reason.as_str(), dead[0].buried_at), ("410 Gone", at(5)));
    store.bury("crm", LANE, 2, "413", T0).await?;
    assert_eq!(store.dead_letters(1).await?[0].event.key, "b", "newest first");
    assert_eq!(store.counts().await?.dead_letters, 2);
    Ok(())
}

/// And by both.
pub async fn events_are_found_by_their_lane_and_by_being_unread(site: &dyn Site) -> Checked {
    let store = site.open().await?;
    let unread = |key: &str| NewEvent { unread: Some("why".to_owned()), ..new_event(key) };
    let elsewhere = NewEvent { lane: "waba:2".to_owned(), ..unread("c") };
    arrive(&*store, vec![new_event("a"), unread("b"), elsewhere, new_event("d")]).await?;
    for (lane, unread, keys) in [
        (None, false, "dcba"),
        (None, true, "cb"),
        (Some(LANE), false, "dba"),
        (Some(LANE), true, "b"),
        (Some("no such lane"), false, ""),
    ] {
        let filter = EventFilter { lane: lane.map(str::to_owned), unread };
        let found = store.recent_events(filter, 9).await?;
        let found: String = found.iter().map(|event| event.key.as_str()).collect();
        assert_eq!(found, keys, "{lane:?} {unread}");
    }
    let filter = EventFilter { lane: Some(LANE.to_owned()), unread: false };
    assert_eq!(store.recent_events(filter, 1).await?[0].key, "d");
    Ok(())
}
