//! Requests that wait for what becomes of their send.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use crate::bell::{Bell, Ear};

/// A bell for every send that somebody waits for.
#[derive(Debug, Default)]
pub(crate) struct Waiting(Mutex<HashMap<i64, Arc<Bell>>>);

/// Somebody who waits. The bell goes when the last of them does.
#[derive(Debug)]
pub(super) struct Seat<'w> {
    waiting: &'w Waiting,
    id: i64,
    bell: Option<Arc<Bell>>,
    ear: Ear,
}

impl Waiting {
    /// Says that something became of a send.
    pub(crate) fn tell(&self, id: i64) {
        if let Some(bell) = self.bells().get(&id) {
            bell.ring();
        }
    }

    /// Waits for what becomes of a send: look at it after this, so that nothing is missed.
    pub(super) fn seat(&self, id: i64) -> Seat<'_> {
        let bell = Arc::clone(self.bells().entry(id).or_insert_with(|| Arc::new(Bell::new())));
        let ear = bell.listen();
        Seat { waiting: self, id, bell: Some(bell), ear }
    }

    fn bells(&self) -> MutexGuard<'_, HashMap<i64, Arc<Bell>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Seat<'_> {
    /// Waits for the next word.
    pub(super) async fn told(&mut self) {
        self.ear.heard().await;
    }
}

impl Drop for Seat<'_> {
    fn drop(&mut self) {
        let mut bells = self.waiting.bells();
        drop(self.bell.take());
        if bells.get(&self.id).is_some_and(|bell| Arc::strong_count(bell) == 1) {
            bells.remove(&self.id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_word_between_two_waits_is_not_missed_and_nobody_is_left() {
        let waiting = Waiting::default();
        let mut one = waiting.seat(7);
        let other = waiting.seat(7);
        waiting.tell(7);
        waiting.tell(8);
        one.told().await;
        drop(one);
        assert_eq!(waiting.bells().len(), 1);
        drop(other);
        assert!(waiting.bells().is_empty());
    }
}
