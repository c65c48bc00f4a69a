//! How fast a lane may send, per number and per pair: pure.

use std::{collections::HashMap, time::Duration};

use wharf_model::time::Timestamp;

/// The slowest a number gets.
const RATE_LEAST: f64 = 1.0;

/// What remains of the rate after the platform said that it was too high.
const SLOWER: f64 = 0.7;

/// What the rate gains every second until it is back.
const GAIN: f64 = 1.0;

/// How far a number may be ahead of its rate.
const NUMBER_AHEAD: Duration = Duration::from_millis(500);

/// Between two messages of a pair, on average.
const PAIR_EVERY: Duration = Duration::from_secs(6);

/// How far a pair may be ahead: a burst of 45.
const PAIR_AHEAD: Duration = Duration::from_secs(6 * 44);

/// Attempts under way in one lane.
const UNDER_WAY_MAX: usize = 64;

/// Pairs kept before those at rest are forgotten.
const PAIRS_KEPT: usize = 10_000;

/// Whether a send may go out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Now. It counts as under way until it is back.
    Go,
    /// Not before this moment.
    Wait(Timestamp),
    /// Not before another one of the lane is back.
    Full,
}

/// The pace of all lanes.
#[derive(Debug)]
pub(super) struct Pace {
    /// Messages a second of one number, as long as nobody complains.
    rate: f64,
    /// Whether pairs are paced before the platform asks for it.
    pairs_are_paced: bool,
    lanes: HashMap<String, Lane>,
    /// By lane and conversation, when it is at rest.
    pairs: HashMap<(String, String), Timestamp>,
}

#[derive(Debug, Default)]
struct Lane {
    under_way: usize,
    /// When the number is at rest.
    rest: Timestamp,
    /// Nothing before this moment.
    held: Timestamp,
    /// The rate it was slowed down to, and when.
    slowed: Option<(f64, Timestamp)>,
}

impl Lane {
    fn rate(&self, full: f64, now: Timestamp) -> f64 {
        self.slowed.map_or(full, |(rate, at)| (rate + GAIN * now.since(at).as_secs_f64()).min(full))
    }
}

impl Pace {
    /// At most `rate` messages a second of one number.
    pub(super) fn new(rate: f64, pairs_are_paced: bool) -> Self {
        let rate = rate.max(RATE_LEAST);
        Self { rate, pairs_are_paced, lanes: HashMap::new(), pairs: HashMap::new() }
    }

    /// Whether a send of this lane to this conversation may go out now.
    pub(super) fn ask(&mut self, lane: &str, conversation: &str, now: Timestamp) -> Verdict {
        let number = self.lanes.entry(lane.to_owned()).or_default();
        if number.under_way >= UNDER_WAY_MAX {
            return Verdict::Full;
        }
        if number.held > now {
            return Verdict::Wait(number.held);
        }
        let number_rest = number.rest.max(now);
        if number_rest.since(now) > NUMBER_AHEAD {
            return Verdict::Wait(number_rest.minus(NUMBER_AHEAD));
        }
        let pair = (lane.to_owned(), conversation.to_owned());
        let pair_rest = self.pairs.get(&pair).copied().unwrap_or_default().max(now);
        if pair_rest.since(now) > PAIR_AHEAD {
            return Verdict::Wait(pair_rest.minus(PAIR_AHEAD));
        }
        // Groups are no pairs.
        if self.pairs_are_paced && conversation.starts_with('+') {
            self.pairs.insert(pair, pair_rest.plus(PAIR_EVERY));
        }
        let rate = number.rate(self.rate, now);
        number.rest = number_rest.plus(Duration::from_secs_f64(1.0 / rate));
        number.under_way += 1;
        self.forget(now);
        Verdict::Go
    }

    /// One that went out is back.
    pub(super) fn back(&mut self, lane: &str) {
        if let Some(lane) = self.lanes.get_mut(lane) {
            lane.under_way = lane.under_way.saturating_sub(1);
        }
    }

    /// The platform said that the number is too fast.
    pub(super) fn slow_number(&mut self, lane: &str, now: Timestamp) {
        let lane = self.lanes.entry(lane.to_owned()).or_default();
        let slower = (lane.rate(self.rate, now) * SLOWER).max(RATE_LEAST);
        lane.slowed = Some((slower, now));
        lane.held = lane.held.max(now.plus(Duration::from_secs(1)));
    }

    /// Nothing of this pair before `until`.
    pub(super) fn hold_pair(&mut self, lane: &str, conversation: &str, until: Timestamp) {
        let rest = until.plus(PAIR_AHEAD);
        let pair = self.pairs.entry((lane.to_owned(), conversation.to_owned())).or_default();
        *pair = rest.max(*pair);
    }

    /// Nothing of this lane before `until`.
    pub(super) fn hold_number(&mut self, lane: &str, until: Timestamp) {
        let lane = self.lanes.entry(lane.to_owned()).or_default();
        lane.held = lane.held.max(until);
    }

    fn forget(&mut self, now: Timestamp) {
        if self.pairs.len() > PAIRS_KEPT {
            self.pairs.retain(|_, rest| *rest > now);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::from_secs(1_700_000_000);

    #[test]
    fn a_pair_may_borrow_45_and_then_waits_its_turn() {
        let mut pace = Pace::new(80.0, true);
        let gone = (0..50).filter(|_| {
            let verdict = pace.ask("1", "+15550001111", NOW);
            pace.back("1");
            verdict == Verdict::Go
        });
        // The number's own rate lets 41 go at once; the rest follow a second later.
        let gone = gone.count();
        let later = NOW.plus(Duration::from_secs(1));
        let more = (0..50).filter(|_| {
            let verdict = pace.ask("1", "+15550001111", later);
            pace.back("1");
            verdict == Verdict::Go
        });
        assert_eq!(gone + more.count(), 45);
        assert_eq!(pace.ask("1", "+15550002222", later), Verdict::Go);
    }

    #[test]
    fn at_most_64_are_under_way() {
        let mut pace = Pace::new(80.0, true);
        for index in 0..64_u32 {
            let now = NOW.plus(Duration::from_secs(u64::from(index)));
            assert_eq!(pace.ask("1", "group", now), Verdict::Go);
        }
        let now = NOW.plus(Duration::from_mins(5));
        assert_eq!(pace.ask("1", "group", now), Verdict::Full);
        pace.back("1");
        assert_eq!(pace.ask("1", "group", now), Verdict::Go);
    }

    #[test]
    fn what_was_too_fast_is_slower_and_recovers() {
        let mut pace = Pace::new(80.0, true);
        pace.slow_number("1", NOW);
        assert!(matches!(pace.ask("1", "g", NOW), Verdict::Wait(at) if at > NOW));
        let lane = &pace.lanes["1"];
        assert!((lane.rate(80.0, NOW) - 56.0).abs() < 1e-9);
        assert!((lane.rate(80.0, NOW.plus(Duration::from_mins(1))) - 80.0).abs() < 1e-9);
        let until = NOW.plus(Duration::from_secs(16));
        pace.hold_pair("2", "+1", until);
        assert_eq!(pace.ask("2", "+1", NOW), Verdict::Wait(until));
        pace.hold_number("3", until);
        assert_eq!(pace.ask("3", "+1", NOW), Verdict::Wait(until));
    }
}
