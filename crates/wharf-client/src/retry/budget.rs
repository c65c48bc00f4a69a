//! How many second tries there may be over all calls.

use std::sync::atomic::{AtomicU64, Ordering};

/// One second try.
const WHOLE: u64 = 100;

/// A purse that every call fills a little, and every second try empties by one.
#[derive(Debug)]
pub(super) struct Budget {
    purse: AtomicU64,
    most: u64,
    percent: u64,
}

impl Budget {
    pub(super) fn new(reserve: u32, percent: u32) -> Self {
        let most = u64::from(reserve) * WHOLE;
        Self { purse: AtomicU64::new(most), most, percent: percent.into() }
    }

    /// A call is made.
    pub(super) fn earn(&self) {
        // A purse that holds less than one try would never allow any.
        let most = self.most.max(WHOLE);
        let more = |purse: u64| Some(purse.saturating_add(self.percent).min(most));
        let _before = self.purse.fetch_update(Ordering::Relaxed, Ordering::Relaxed, more);
    }

    /// Whether there may be one more second try.
    pub(super) fn spend(&self) -> bool {
        let less = |purse: u64| purse.checked_sub(WHOLE);
        self.purse.fetch_update(Ordering::Relaxed, Ordering::Relaxed, less).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reserve_comes_first_and_then_a_share_of_the_calls() {
        let budget = Budget::new(2, 10);
        assert!(budget.spend() && budget.spend() && !budget.spend());
        (0..9).for_each(|_| budget.earn());
        assert!(!budget.spend());
        budget.earn();
        assert!(budget.spend() && !budget.spend());

        let none = Budget::new(0, 0);
        none.earn();
        assert!(!none.spend());
    }
}
