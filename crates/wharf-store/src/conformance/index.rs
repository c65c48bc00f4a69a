//! Events out of bodies.

use super::{Checked, LANE, Site, T0, arrive, at, evidence_of, new_event, status};
use crate::{
    inbox::EventFilter,
    journal::{IndexReport, Indexed, NewEvent},
};

/// From 1, in each lane for itself.
pub async fn events_are_numbered_within_their_lane_without_gaps(site: &dyn Site) -> Checked {
    let store = site.open().await?;
    let other = |key: &str| NewEvent { lane: "waba:2".to_owned(), ..new_event(key) };
    arrive(&*store, vec![new_event("a"), other("b"), new_event("c")]).await?;
    arrive(&*store, vec![new_event("a"), new_event("d"), other("e")]).await?;
    let seen = |events: Vec<crate::inbox::Event>| -> Vec<(i64, String)> {
        events.into_iter().map(|event| (event.seq, event.key)).collect()
    };
    let own = |seq: i64, key: &str| (seq, key.to_owned());
    assert_eq!(seen(store.events(LANE, 0, 9).await?), [own(1, "a"), own(2, "c"), own(3, "d")]);
    assert_eq!(seen(store.events("waba:2", 0, 9).await?), [own(1, "b"), own(2, "e")]);
    assert_eq!(seen(store.events(LANE, 1, 1).await?), [own(2, "c")]);
    assert_eq!(store.events("no such lane", 0, 9).await?, []);
    let newest: Vec<_> = seen(store.recent_events(EventFilter::default(), 2).await?);
    assert_eq!(newest, [own(2, "e"), own(3, "d")]);
    Ok(())
}

/// In one body, in two bodies, and across lanes.
pub async fn an_event_that_comes_again_is_one(site: &dyn Site) -> Checked {
    let store = site.open().await?;
    let first = store.journal(b"{}".to_vec(), at(1)).await?;
    let again = store.journal(b"{}".to_vec(), at(2)).await?;
    let report = store
        .index(vec![
            Indexed { arrival: first, events: vec![new_event("a"), new_event("a")] },
            Indexed { arrival: again, events: vec![new_event("a"), new_event("b")] },
        ])
        .await?;
    assert_eq!(report, IndexReport { added: 2, repeated: 2, moved: vec![] });
    let events = store.events(LANE, 0, 9).await?;
    assert_eq!(events.len(), 2);
    let (wanted, found) = (new_event("a"), &events[0]);
    assert_eq!((&found.key, &found.conversation), (&wanted.key, &wanted.conversation));
    assert_eq!((&found.field, &found.kind), (&wanted.field, &wanted.kind));
    assert_eq!((&found.item, found.happened_at), (&wanted.item, wanted.happened_at));
    assert_eq!((&found.body, &found.unread), (&wanted.body, &wanted.unread));
    assert_eq!((found.send, &found.callback_data), (None, &None));
    Ok(())
}

/// Neither events nor sends nor marks.
pub async fn indexing_twice_changes_nothing(site: &dyn Site) -> Checked {
    let store = site.open().await?;
    let id = super::enqueue(&*store, "c1").await?;
    super::claim(&*store, id, "t1").await?;
    let arrival = store.journal(b"{}".to_vec(), T0).await?;
    let batch = vec![Indexed {
        arrival,
        events: vec![new_event("a"), status("s", evidence_of("wamid.1", Some("t1"), "sent"))],
    }];
    let first = store.index(batch.clone()).await?;
    assert_eq!(first, IndexReport { added: 2, repeated: 0, moved: vec![id] });
    let before = (
        store.recent_events(EventFilter::default(), 9).await?,
        store.send(id).await?,
        store.counts().await?,
    );
    let second = store.index(batch).await?;
    assert_eq!(second, IndexReport { added: 0, repeated: 2, moved: vec![] });
    let after = (
        store.recent_events(EventFilter::default(), 9).await?,
        store.send(id).await?,
        store.counts().await?,
    );
    assert_eq!(before, after);
    Ok(())
}

/// And counted.
pub async fn an_unread_event_is_kept_with_its_reason(site: &dyn Site) -> Checked {
    let store = site.open().await?;
    let unread = NewEvent {
        unread: Some("unknown shape".to_owned()),
        item: None,
        happened_at: None,
        ..new_event("a")
    };
    arrive(&*store, vec![unread, new_event("b")]).await?;
    let events = store.events(LANE, 0, 9).await?;
    assert_eq!(events[0].unread.as_deref(), Some("unknown shape"));
    assert_eq!((&events[0].item, events[0].happened_at), (&None, None));
    assert_eq!(store.counts().await?.unread, 1);
    Ok(())
}
