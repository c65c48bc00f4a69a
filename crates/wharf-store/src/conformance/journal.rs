//! Bodies as they came.

use std::{collections::BTreeSet, sync::Arc};

use super::{Checked, Site, T0, at, new_event};
use crate::journal::{Arrival, Indexed};

/// Read back as written, oldest first.
pub async fn a_body_is_kept_byte_for_byte_in_the_order_it_came(site: &dyn Site) -> Checked {
    let store = site.open().await?;
    let mut kept = Vec::new();
    for (number, body) in
        [&b"{}"[..], b"\x00\xff not JSON", b"", &b"x".repeat(100_000)].iter().enumerate()
    {
        let received_at = at(number as u64);
        let id = store.journal(body.to_vec(), received_at).await?;
        kept.push(Arrival { id, body: body.to_vec(), received_at });
    }
    assert_eq!(store.unindexed(10).await?, kept);
    assert_eq!(store.unindexed(2).await?, kept[..2]);
    Ok(())
}

/// The mark of what is indexed has no holes, even when the index works out of order.
pub async fn what_is_indexed_is_not_read_again_whatever_the_order(site: &dyn Site) -> Checked {
    let store = site.open().await?;
    let mut all = Vec::new();
    for _ in 0..6 {
        all.push(store.journal(b"{}".to_vec(), T0).await?);
    }
    let step = |index: usize| Indexed {
        arrival: all[index],
        events: vec![new_event(&format!("e{index}"))],
    };
    let left = async |left: &[usize]| {
        let ids: Vec<_> = store.unindexed(10).await?.iter().map(|found| found.id).collect();
        assert_eq!(ids, left.iter().map(|&index| all[index]).collect::<Vec<_>>());
        assert_eq!(store.counts().await?.unindexed, left.len() as u64);
        Checked::Ok(())
    };
    store.index(vec![step(3), step(1)]).await?;
    left(&[0, 2, 4, 5]).await?;
    store.index(vec![step(0)]).await?;
    left(&[2, 4, 5]).await?;
    store.index(vec![step(4), step(2)]).await?;
    left(&[5]).await?;
    store.index(vec![step(5)]).await?;
    left(&[]).await
}

/// Each has a place of its own.
pub async fn bodies_that_come_at_once_are_all_kept(site: &dyn Site) -> Checked {
    const MANY: usize = 500;
    let store = site.open().await?;
    let mut tasks = tokio::task::JoinSet::new();
    for number in 0..MANY {
        let store = Arc::clone(&store);
        tasks.spawn(async move { store.journal(number.to_string().into_bytes(), T0).await });
    }
    let places: Result<BTreeSet<i64>, _> = tasks.join_all().await.into_iter().collect();
    assert_eq!(places?.len(), MANY);
    let bodies: BTreeSet<_> =
        store.unindexed(MANY * 2).await?.into_iter().map(|a| a.body).collect();
    assert_eq!(bodies.len(), MANY);
    Ok(())
}
