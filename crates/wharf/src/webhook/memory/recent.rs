//! The memory of this process.

use std::{
    collections::{BTreeMap, VecDeque},
    hash::{DefaultHasher, Hash as _, Hasher as _},
    sync::{Mutex, PoisonError},
};

use super::{Claim, Memory, Remembering};

/// Events remembered; the oldest are forgotten first.
const KEYS_MAX: usize = 10_000;

/// Remembers the last 10,000 events that were handled in this process.
#[derive(Debug, Default)]
pub struct Recent(Mutex<Keys>);

#[derive(Debug, Default)]
struct Keys {
    /// Whether each was handled, or is being handled.
    known: BTreeMap<u128, bool>,
    /// Those that were handled, the oldest first.
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

impl Recent {
    fn with<T>(&self, act: impl FnOnce(&mut Keys) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Memory for Recent {
    fn claim<'m>(&'m self, key: &'m str) -> Remembering<'m, Claim> {
        let claim = self.with(|keys| match keys.known.get(&digest(key)) {
            Some(true) => Claim::Done,
            Some(false) => Claim::Taken,
            None => {
                keys.known.insert(digest(key), false);
                Claim::Ours
            }
        });
        Box::pin(async move { Ok(claim) })
    }

    fn done<'m>(&'m self, key: &'m str) -> Remembering<'m, ()> {
        self.with(|keys| {
            let digest = digest(key);
            if keys.known.insert(digest, true) != Some(true) {
                keys.order.push_back(digest);
            }
            if keys.order.len() > KEYS_MAX
                && let Some(oldest) = keys.order.pop_front()
            {
                keys.known.remove(&oldest);
            }
        });
        Box::pin(async { Ok(()) })
    }

    fn release<'m>(&'m self, key: &'m str) -> Remembering<'m, ()> {
        self.with(|keys| keys.known.remove(&digest(key)));
        Box::pin(async { Ok(()) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_oldest_are_forgotten_first() {
        let memory = Recent::default();
        for key in 0..=KEYS_MAX {
            let key = key.to_string();
            assert_eq!(memory.claim(&key).await.unwrap(), Claim::Ours);
            memory.done(&key).await.unwrap();
        }
        assert_eq!(memory.claim("1").await.unwrap(), Claim::Done);
        assert_eq!(memory.claim("0").await.unwrap(), Claim::Ours);
        assert_eq!(memory.claim("0").await.unwrap(), Claim::Taken);
        memory.release("0").await.unwrap();
        assert_eq!(memory.claim("0").await.unwrap(), Claim::Ours);
    }
}
