//! Sends and their attempts.

use std::{collections::BTreeSet, sync::Arc};

use super::{
    Checked, LANE, Site, T0, accepted, answer, at, claim, enqueue, get, ids, new_send, refused,
    unknown,
};
use crate::{
    ledger::State,
    outbox::{Claim, Enqueued, IdempotencyKey, NewSend, Outcome},
};

fn keyed(account: &str, fingerprint: u8) -> NewSend {
    let key = IdempotencyKey {
        account: account.to_owned(),
        key: "k".to_owned(),
        fingerprint: [fingerprint; 32],
    };
    NewSend { idempotency: Some(key), ..new_send("c1") }
}

fn throttled(seconds: u64) -> Outcome {
    Outcome::NotSent {
        run_at: at(seconds),
        answer: Some(answer(400)),
        reason: "too fast".to_owned(),
    }
}

/// The body byte for byte.
pub async fn a_send_is_kept_as_it_was_given(site: &dyn Site) -> Checked {
    let store = site.open().await?;
    let asked = NewSend {
        body: b"{ \"to\":\t\"1\"}\xff".to_vec(),
        callback_data: Some("order 7".to_owned()),
        ..new_send("c1")
    };
    let Enqueued::New(id) = store.enqueue(asked.clone()).await? else {
        unreachable!("a send without a key is always new")
    };
    let kept = get(&*store, id).await?;
    assert_eq!((kept.id, kept.state, kept.attempt, kept.setbacks), (id, State::Queued, 0, 0));
    assert_eq!((kept.lane, kept.conversation), (asked.lane, asked.conversation));
    assert_eq!((kept.version, kept.body), (asked.version, asked.body));
    assert_eq!(kept.callback_data, asked.callback_data);
    assert_eq!((kept.wamid, kept.answer, kept.reason), (None, None, None));
    assert_eq!((kept.created_at, kept.changed_at), (T0, T0));
    assert_eq!(store.send(id + 1).await?, None);
    assert_eq!(store.recent_sends(Some(State::Queued), 9).await?.len(), 1);
    assert_eq!(store.recent_sends(Some(State::Sent), 9).await?, []);
    Ok(())
}

/// Concurrent ones, of which one is new.
pub async fn fifty_twins_are_one_send(site: &dyn Site) -> Checked {
    let store = site.open().await?;
    let mut twins = tokio::task::JoinSet::new();
    for _ in 0..50 {
        let store = Arc::clone(&store);
        twins.spawn(async move { store.enqueue(keyed("app", 1)).await });
    }
    let mut new = 0;
    let mut all = BTreeSet::new();
    for made in twins.join_all().await {
        match made? {
            Enqueued::New(id) => {
                new += 1;
                all.insert(id);
            }
            Enqueued::Existing(id) => {
                all.insert(id);
            }
            Enqueued::Conflict => unreachable!("they ask for the same"),
        }
    }
    assert_eq!((new, all.len()), (1, 1));
    assert_eq!(store.counts().await?.sends, [(State::Queued, 1)]);
    Ok(())
}

/// Nothing is kept of it.
pub async fn the_same_key_for_another_request_is_a_conflict(site: &dyn Site) -> Checked {
    let store = site.open().await?;
    store.enqueue(keyed("app", 1)).await?;
    assert_eq!(store.enqueue(keyed("app", 2)).await?, Enqueued::Conflict);
    assert_eq!(store.recent_sends(None, 9).await?.len(), 1);
    Ok(())
}

/// The same word of two accounts is two keys.
pub async fn keys_of_two_accounts_never_meet(site: &dyn Site) -> Checked {
    let store = site.open().await?;
    assert!(matches!(store.enqueue(keyed("app", 1)).await?, Enqueued::New(_)));
    assert!(matches!(store.enqueue(keyed("other", 2)).await?, Enqueued::New(_)));
    Ok(())
}

/// The head of each conversation, and nothing while one is under way.
pub async fn a_conversation_goes_out_in_order_one_at_a_time(site: &dyn Site) -> Checked {
    let store = site.open().await?;
    let first = enqueue(&*store, "c1").await?;
    let second = enqueue(&*store, "c1").await?;
    let other = enqueue(&*store, "c2").await?;
    let elsewhere = NewSend { lane: "999".to_owned(), ..new_send("c1") };
    let Enqueued::New(elsewhere) = store.enqueue(elsewhere).await? else {
        unreachable!("a send without a key is always new")
    };
    assert_eq!(ids(&store.due(T0, 9).await?), [first, other, elsewhere]);
    assert_eq!(ids(&store.due(T0, 1).await?), [first]);
    assert_eq!(store.due(T0.minus(std::time::Duration::from_secs(1)), 9).await?, []);
    let attempt = claim(&*store, first, "t1").await?.attempt;
    assert_eq!(ids(&store.due(T0, 9).await?), [other, elsewhere]);
    store.settle(first, attempt, accepted("wamid.1"), T0).await?;
    assert_eq!(ids(&store.due(T0, 9).await?), [second, other, elsewhere]);
    Ok(())
}

/// Then the next one passes it.
pub async fn an_unknown_send_holds_its_conversation_for_a_minute(site: &dyn Site) -> Checked {
    let store = site.open().await?;
    let first = enqueue(&*store, "c1").await?;
    let second = enqueue(&*store, "c1").await?;
    let attempt = claim(&*store, first, "t1").await?.attempt;
    assert_eq!(store.next_due().await?, None, "nobody knows when the first will be settled");
    store.settle(first, attempt, unknown(), at(10)).await?;
    assert_eq!(ids(&store.due(at(69), 9).await?), [0; 0]);
    assert_eq!(store.next_due().await?, Some(at(70)));
    assert_eq!(ids(&store.due(at(70), 9).await?), [second]);
    Ok(())
}

/// A second claim gets nothing, and neither does one of a send that is not there.
pub async fn a_send_is_claimed_once(site: &dyn Site) -> Checked {
    let store = site.open().await?;
    let id = enqueue(&*store, "c1").await?;
    let mut claimers = tokio::task::JoinSet::new();
    for number in 0..8 {
        let store = Arc::clone(&store);
        let claims = vec![
            Claim { id, token: format!("t{number}") },
            Claim { id: id + 1, token: format!("u{number}") },
        ];
        claimers.spawn(async move { store.claim(claims, at(3)).await });
    }
    let mut claimed = Vec::new();
    for sends in claimers.join_all().await {
        claimed.extend(sends?);
    }
    assert_eq!(claimed.len(), 1);
    assert_eq!((claimed[0].state, claimed[0].attempt), (State::Sending, 1));
    assert_eq!(claimed, [get(&*store, id).await?]);
    assert_eq!(claimed[0].changed_at, at(3));
    Ok(())
}

/// The later ones of its conversation wait with it.
pub async fn a_throttled_send_waits_and_keeps_its_place(site: &dyn Site) -> Checked {
    let store = site.open().await?;
    let first = enqueue(&*store, "c1").await?;
    enqueue(&*store, "c1").await?;
    assert_eq!(store.next_due().await?, Some(T0));
    let attempt = claim(&*store, first, "t1").await?.attempt;
    assert!(store.settle(first, attempt, throttled(30), at(1)).await?);
    let waiting = get(&*store, first).await?;
    assert_eq!((waiting.state, waiting.attempt, waiting.setbacks), (State::Queued, 1, 1));
    assert_eq!(waiting.reason.as_deref(), Some("too fast"));
    assert_eq!(store.due(at(29), 9).await?, []);
    assert_eq!(store.next_due().await?, Some(at(30)));
    assert_eq!(ids(&store.due(at(30), 9).await?), [first]);
    assert_eq!(claim(&*store, first, "t2").await?.attempt, 2);
    Ok(())
}

/// It is not claimed again, and its conversation goes on.
pub async fn a_refused_send_stays_failed(site: &dyn Site) -> Checked {
    let store = site.open().await?;
    let first = enqueue(&*store, "c1").await?;
    let second = enqueue(&*store, "c1").await?;
    let attempt = claim(&*store, first, "t1").await?.attempt;
    assert!(store.settle(first, attempt, refused(), at(1)).await?);
    let failed = get(&*store, first).await?;
    assert_eq!((failed.state, failed.answer), (State::Failed, Some(answer(400))));
    assert_eq!(failed.reason.as_deref(), Some("no such template"));
    assert_eq!(store.claim(vec![Claim { id: first, token: "t2".to_owned() }], T0).await?, []);
    assert_eq!(ids(&store.due(at(1), 9).await?), [second]);
    Ok(())
}

/// Never FAILED, never sent again.
pub async fn silence_for_ten_minutes_is_unresolved(site: &dyn Site) -> Checked {
    let store = site.open().await?;
    let id = enqueue(&*store, "c1").await?;
    let attempt = claim(&*store, id, "t1").await?.attempt;
    store.settle(id, attempt, unknown(), at(0)).await?;
    assert_eq!(store.give_up(at(600)).await?, [0; 0]);
    assert_eq!(store.give_up(at(601)).await?, [id]);
    assert_eq!(store.give_up(at(602)).await?, [0; 0]);
    let given_up = get(&*store, id).await?;
    assert_eq!((given_up.state, given_up.changed_at), (State::Unresolved, at(601)));
    assert_eq!(store.due(at(9999), 9).await?, []);
    Ok(())
}

/// Of an attempt that is over, of one that never was, of a send that is not there.
pub async fn a_stale_settle_changes_nothing(site: &dyn Site) -> Checked {
    let store = site.open().await?;
    let id = enqueue(&*store, "c1").await?;
    assert!(!store.settle(id, 0, unknown(), at(1)).await?);
    let attempt = claim(&*store, id, "t1").await?.attempt;
    assert!(store.settle(id, attempt, throttled(0), at(1)).await?);
    claim(&*store, id, "t2").await?;
    let before = get(&*store, id).await?;
    for outcome in [refused(), unknown(), throttled(99)] {
        assert!(!store.settle(id, attempt, outcome, at(2)).await?);
        assert!(!store.settle(id + 1, 1, unknown(), at(2)).await?);
    }
    assert_eq!(get(&*store, id).await?, before);
    assert_eq!(store.send_by_wamid(LANE).await?, None);
    Ok(())
}
