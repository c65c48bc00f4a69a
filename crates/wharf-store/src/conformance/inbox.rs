//! Subscribers and how far they came.

use super::{Checked, LANE, Site, T0, arrive, at, new_event};
use crate::{
    Store, StoreError,
    inbox::{Cursor, Subscriber},
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
    store.advance("crm", LANE, 2).await?;
    store.subscribe(crm("http://elsewhere.test/")).await?;
    assert_eq!(cursor(&*store).await?.seq, 2, "a new URL is no new beginning");
    assert_eq!(store.cursors("nobody").await?, []);
    Ok(())
}

/// Whatever is asked for, and in whatever order.
pub async fn a_cursor_never_goes_back_nor_past_the_newest(site: &dyn Site) -> Checked {
    let store = three_events(site).await?;
    for (asked, stands) in [(2, 2), (1, 2), (0, 2), (-5, 2), (99, 3), (3, 3)] {
        store.advance("crm", LANE, asked).await?;
        assert_eq!(cursor(&*store).await?.seq, stands, "after {asked}");
    }
    store.advance("nobody", LANE, 1).await?;
    store.advance("crm", "no such lane", 1).await?;
    arrive(&*store, vec![new_event("d")]).await?;
    let after = cursor(&*store).await?;
    assert_eq!((after.seq, after.newest), (3, 4));
    Ok(())
}

/// And an advance that moves nothing forgets nothing.
pub async fn a_failed_attempt_is_remembered_until_the_cursor_moves(site: &dyn Site) -> Checked {
    let store = three_events(site).await?;
    store.postpone("crm", LANE, 3, at(60)).await?;
    let waiting = cursor(&*store).await?;
    assert_eq!((waiting.seq, waiting.attempts, waiting.retry_at), (0, 3, Some(at(60))));
    store.advance("crm", LANE, 0).await?;
    assert_eq!(cursor(&*store).await?, waiting);
    store.advance("crm", LANE, 1).await?;
    let moved = cursor(&*store).await?;
    assert_eq!((moved.seq, moved.attempts, moved.retry_at), (1, 0, None));
    Ok(())
}

/// The cursor moves past it in the same commit.
pub async fn a_buried_event_is_a_dead_letter_once(site: &dyn Site) -> Checked {
    let store = three_events(site).await?;
    store.postpone("crm", LANE, 9, at(1)).await?;
    store.bury("crm", LANE, 1, "410 Gone", at(5)).await?;
    store.bury("crm", LANE, 1, "again", at(6)).await?;
    store.bury("crm", LANE, 77, "no such event", at(6)).await?;
    let after = cursor(&*store).await?;
    assert_eq!((after.seq, after.attempts, after.retry_at), (1, 0, None));
    let dead = store.dead_letters(9).await?;
    assert_eq!(dead.len(), 1);
    assert_eq!((dead[0].subscriber.as_str(), dead[0].event.key.as_str()), ("crm", "a"));
    assert_eq!((dead[0].reason.as_str(), dead[0].buried_at), ("410 Gone", at(5)));
    store.bury("crm", LANE, 2, "413", T0).await?;
    assert_eq!(store.dead_letters(1).await?[0].event.key, "b", "newest first");
    assert_eq!(store.counts().await?.dead_letters, 2);
    Ok(())
}
