//! Keys, counts, closing.

use super::{Checked, Site, T0, arrive, at, claim, enqueue, new_event};
use crate::{ErrorKind, directory::AppKey, ledger::State, ops::Counts};

/// A name is given once.
pub async fn a_key_is_known_by_its_digest(site: &dyn Site) -> Checked {
    let store = site.open().await?;
    let key = |name: &str, digest: u8, seconds| AppKey {
        name: name.to_owned(),
        digest: [digest; 32],
        created_at: at(seconds),
    };
    assert!(store.add_key(key("shop", 1, 5)).await?);
    assert!(!store.add_key(key("shop", 2, 6)).await?, "the name is taken");
    assert!(store.add_key(key("crm", 3, 1)).await?);
    assert_eq!(store.key([1; 32]).await?, Some(key("shop", 1, 5)));
    assert_eq!(store.key([2; 32]).await?, None);
    assert_eq!(store.keys().await?, [key("crm", 3, 1), key("shop", 1, 5)]);
    assert!(store.remove_key("shop").await?);
    assert!(!store.remove_key("shop").await?);
    assert_eq!(store.key([1; 32]).await?, None);
    Ok(())
}

/// From nothing on.
pub async fn counts_tell_what_is_kept(site: &dyn Site) -> Checked {
    let store = site.open().await?;
    assert_eq!(store.counts().await?, Counts::default());
    store.check().await?;
    arrive(&*store, vec![new_event("a"), new_event("b")]).await?;
    store.journal(b"{}".to_vec(), T0).await?;
    let id = enqueue(&*store, "c1").await?;
    enqueue(&*store, "c2").await?;
    claim(&*store, id, "t1").await?;
    let counts = store.counts().await?;
    assert_eq!((counts.arrivals, counts.unindexed, counts.events), (2, 1, 2));
    assert_eq!((counts.unread, counts.dead_letters), (0, 0));
    assert_eq!(counts.sends, [(State::Queued, 1), (State::Sending, 1)]);
    Ok(())
}

/// Closing twice is no error, and the store can be opened while the old value still lives.
pub async fn a_closed_store_refuses_and_opens_again(site: &dyn Site) -> Checked {
    let old = site.open().await?;
    old.journal(b"{}".to_vec(), T0).await?;
    old.close().await?;
    old.close().await?;
    let refused = old.journal(b"{}".to_vec(), T0).await;
    assert_eq!(refused.map_err(|error| error.kind()), Err(ErrorKind::Unavailable));
    let refused = old.counts().await;
    assert_eq!(refused.map_err(|error| error.kind()), Err(ErrorKind::Unavailable));
    assert_eq!(site.open().await?.counts().await?.arrivals, 1);
    drop(old);
    Ok(())
}
