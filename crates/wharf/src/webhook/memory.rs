//! Which events were handled, so that a repeated body runs nothing twice.

use std::{
    collections::{BTreeSet, VecDeque},
    hash::{DefaultHasher, Hash as _, Hasher as _},
    sync::{Mutex, PoisonError},
};

/// Events remembered; the oldest are forgotten first.
const KEYS_MAX: usize = 10_000;

/// The keys of the last events handled, in this process.
#[derive(Debug, Default)]
pub(super) struct Memory(Mutex<Keys>);

#[derive(Debug, Default)]
struct Keys {
    known: BTreeSet<u128>,
    order: VecDeque<u128>,
}

/// Two hashes with different beginnings: chance alone never makes two keys one.
fn digest(key: &str) -> u128 {
    let half = |salt: u8| {
        let mut hasher = DefaultHasher::new();
        (salt, key).hash(&mut hasher);
        u128::from(hasher.finish())
    };
    half(0) << 64 | half(1)
}

impl Memory {
    /// Whether it was handled.
    pub(super) fn knows(&self, key: &str) -> bool {
        let keys = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        keys.known.contains(&digest(key))
    }

    /// Remembers that it was handled.
    pub(super) fn keep(&self, key: &str) {
        let mut keys = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let digest = digest(key);
        if keys.known.insert(digest) {
            keys.order.push_back(digest);
        }
        if keys.order.len() > KEYS_MAX
            && let Some(oldest) = keys.order.pop_front()
        {
            keys.known.remove(&oldest);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_are_forgotten_first() {
        let memory = Memory::default();
        (0..=KEYS_MAX).for_each(|key| memory.keep(&key.to_string()));
        assert!(!memory.knows("0"));
        assert!(memory.knows("1"));
        assert!(memory.knows(&KEYS_MAX.to_string()));
    }
}
