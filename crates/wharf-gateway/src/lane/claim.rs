//! From due to claimed: the mark of an attempt is committed before a byte leaves.

use std::collections::HashMap;

use wharf_model::time::Timestamp;
use wharf_store::{
    StoreError,
    outbox::{Claim, Send},
};

use super::{Paces, pace::Verdict};
use crate::{chance, desk::Desk};

/// Due sends that are looked at together.
const WINDOW: usize = 512;

/// A send whose attempt is committed.
#[derive(Debug)]
pub(super) struct Claimed {
    pub(super) send: Send,
    /// What its statuses will carry.
    pub(super) token: String,
}

/// What one look at the queue gave.
#[derive(Debug)]
pub(super) struct Round {
    pub(super) sends: Vec<Claimed>,
    /// When to look again, if nothing rings before.
    pub(super) again: Option<Timestamp>,
}

/// Nothing was claimed.
#[derive(Debug)]
pub(super) enum Trouble {
    Store(StoreError),
    Chance(getrandom::Error),
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<getrandom::Error> for Trouble {
    fn from(error: getrandom::Error) -> Self {
        Self::Chance(error)
    }
}

/// Claims what is due and in pace.
pub(super) async fn claim(desk: &Desk, paces: &Paces) -> Result<Round, Trouble> {
    let now = desk.now();
    let due = desk.store.due(now, WINDOW).await?;
    let (mut claims, mut lanes, mut again) = (Vec::new(), HashMap::new(), None::<Timestamp>);
    let mut held = false;
    for send in &due {
        // Before the pace is asked: it counts what it lets go.
        let token = chance::token()?;
        match paces.lock().ask(&send.lane, &send.conversation, now) {
            Verdict::Go => {
                lanes.insert(send.id, send.lane.clone());
                claims.push(Claim { id: send.id, token });
            }
            Verdict::Wait(at) => {
                held = true;
                again = Some(again.map_or(at, |again| again.min(at)));
            }
            // Whoever comes back rings.
            Verdict::Full => held = true,
        }
    }
    let tokens: HashMap<i64, String> =
        claims.iter().map(|claim| (claim.id, claim.token.clone())).collect();
    let sends = commit(desk, paces, claims, tokens, &mut lanes, now).await?;
    if !held {
        again = if due.len() == WINDOW { Some(now) } else { desk.store.next_due().await? };
    }
    Ok(Round { sends, again })
}

/// Commits the claims; what was not claimed does not count as under way.
async fn commit(
    desk: &Desk,
    paces: &Paces,
    claims: Vec<Claim>,
    mut tokens: HashMap<i64, String>,
    lanes: &mut HashMap<i64, String>,
    now: Timestamp,
) -> Result<Vec<Claimed>, StoreError> {
    if claims.is_empty() {
        return Ok(Vec::new());
    }
    let claimed = desk.store.claim(claims, now).await;
    let mut sends = Vec::new();
    for send in claimed.as_deref().unwrap_or_default() {
        lanes.remove(&send.id);
        if let Some(token) = tokens.remove(&send.id) {
            sends.push(Claimed { send: send.clone(), token });
        }
    }
    for lane in lanes.values() {
        paces.lock().back(lane);
    }
    claimed.map(|_| sends)
}
