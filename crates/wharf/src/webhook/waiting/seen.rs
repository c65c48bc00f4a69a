//! Messages that came before and failed: when they come again, they are no answer to what was asked meanwhile.

use std::collections::{HashMap, VecDeque};

/// Messages that are remembered; the oldest are forgotten first.
const MESSAGES_MAX: usize = 10_000;

/// For each message that failed, how many had begun to wait when it first came.
#[derive(Default)]
pub(super) struct Seen {
    first: HashMap<String, u64>,
    order: VecDeque<String>,
}

impl Seen {
    pub(super) fn first(&self, key: &str) -> Option<u64> {
        self.first.get(key).copied()
    }

    /// Remembers when a message first came, unless that is known.
    pub(super) fn keep(&mut self, key: &str, waits: u64) {
        if self.first.contains_key(key) {
            return;
        }
        self.first.insert(key.to_owned(), waits);
        self.order.push_back(key.to_owned());
        if self.order.len() > MESSAGES_MAX
            && let Some(oldest) = self.order.pop_front()
        {
            self.first.remove(&oldest);
        }
    }

    /// It will not come again.
    pub(super) fn forget(&mut self, key: &str) {
        if self.first.remove(key).is_some() {
            self.order.retain(|kept| kept != key);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_time_counts_and_the_oldest_are_forgotten_first() {
        let mut seen = Seen::default();
        seen.keep("a", 1);
        seen.keep("a", 2);
        assert_eq!(seen.first("a"), Some(1));
        seen.forget("a");
        assert_eq!(seen.first("a"), None);
        for number in 0..=MESSAGES_MAX {
            seen.keep(&number.to_string(), 1);
        }
        assert_eq!((seen.first("0"), seen.first("1")), (None, Some(1)));
    }
}
