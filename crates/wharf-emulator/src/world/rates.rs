//! How much may be sent (Cloud API, "Throughput", "Messaging limits", "Error codes").

use std::{collections::BTreeMap, time::Duration};

use serde::{Deserialize, Serialize};
use wharf_model::{id::PhoneNumberId, time::Timestamp};

use super::{ChatKey, Refusal, World, moment};

/// Messages to one person before their pace counts.
const PAIR_BURST: u32 = 45;
/// Messages a second of a number that was upgraded.
const UPGRADED: u32 = 1_000;
/// Management calls in an hour for an account without a registered number.
const MANAGEMENT_UNREGISTERED: u32 = 200;
/// For how long registrations are counted.
const REGISTRATIONS_FOR: Duration = Duration::from_hours(72);
/// For how long people are counted.
const REACHED_FOR: Duration = Duration::from_hours(24);
/// Pairs that are remembered before those that have had their rest are forgotten.
const PAIRS_MOST: usize = 10_000;

/// What was sent lately.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rates {
    /// When each number will have had its rest.
    #[serde(with = "moment::by_key")]
    numbers: BTreeMap<PhoneNumberId, Timestamp>,
    /// When each pair will have had its rest.
    #[serde(with = "moment::by_key")]
    pairs: BTreeMap<ChatKey, Timestamp>,
    /// Who was sent a template while their window was shut, and when.
    #[serde(with = "moment::by_key")]
    reached: BTreeMap<String, Timestamp>,
    /// Registrations (`true`) and deregistrations of numbers, by a count of their own.
    #[serde(with = "moment::by_key")]
    registrations: BTreeMap<(PhoneNumberId, bool, u64), Timestamp>,
    count: u64,
    /// When the app will have had its rest from management calls.
    #[serde(with = "moment::maybe")]
    management: Option<Timestamp>,
}

impl Rates {
    /// What was sent to somebody was sent to other digits.
    pub(super) fn renumber(&mut self, old: &str, new: &str) {
        let moved: Vec<_> = self.pairs.extract_if(.., |(_, wa_id), _| wa_id == old).collect();
        for ((number, _), rest) in moved {
            let other = self.pairs.entry((number, new.to_owned())).or_insert(rest);
            *other = rest.max(*other);
        }
        if let Some(at) = self.reached.remove(old) {
            let other = self.reached.entry(new.to_owned()).or_insert(at);
            *other = at.max(*other);
        }
    }
}

/// A pace: one in `each`, and `burst` at once after a rest.
#[derive(Clone, Copy)]
struct Pace {
    each: Duration,
    burst: u32,
}

impl Pace {
    /// Whether one more may come now, when what came takes until `rest` (generic cell rate).
    fn allows(self, rest: Option<&Timestamp>, now: Timestamp) -> bool {
        let owed = rest.map_or(Duration::ZERO, |rest| rest.since(now));
        owed <= self.each.saturating_mul(self.burst.saturating_sub(1))
    }

    fn after(self, rest: Option<&Timestamp>, now: Timestamp) -> Timestamp {
        rest.copied().unwrap_or(now).max(now).plus(self.each)
    }
}

impl World {
    fn throughput(&self, number: &PhoneNumberId) -> Option<Pace> {
        let burst = self.rules.throughput.filter(|rate| *rate > 0)?;
        let upgraded = self.numbers.get(number).is_some_and(|number| number.facts.is_upgraded);
        let burst = if upgraded { burst.max(UPGRADED) } else { burst };
        Some(Pace { each: Duration::from_secs(1) / burst, burst })
    }

    fn pair(&self) -> Option<Pace> {
        let seconds = self.rules.pair_seconds?;
        Some(Pace { each: Duration::from_secs(seconds.into()), burst: PAIR_BURST })
    }

    /// Whether a message may go out now; then it has. `opens` says that it is a template to
    /// somebody whose window is shut.
    pub(super) fn spend(
        &mut self,
        key: &ChatKey,
        opens: bool,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        self.checks("throughput");
        let (number, wa_id) = key;
        let (throughput, pair) = (self.throughput(number), self.pair());
        if throughput.is_some_and(|pace| !pace.allows(self.rates.numbers.get(number), now)) {
            let details = "Rate limit hit: this number has sent too many messages in a second";
            return Err(Refusal::new(130_429, details));
        }
        self.checks("pair rate");
        if pair.is_some_and(|pace| !pace.allows(self.rates.pairs.get(key), now)) {
            let details = "Too many messages sent from this number to the same phone number in a \
                           short time. Wait, then try again (4^X seconds, X from 0)";
            return Err(Refusal::new(131_056, details));
        }
        if opens {
            self.checks("messaging limit");
            self.reach(wa_id, now)?;
        }
        self.take(number, now);
        if let Some(pace) = pair {
            if self.rates.pairs.len() >= PAIRS_MOST {
                self.rates.pairs.retain(|_, rest| *rest > now);
            }
            let rest = pace.after(self.rates.pairs.get(key), now);
            self.rates.pairs.insert(key.clone(), rest);
        }
        Ok(())
    }

    /// A message of a number counts, whichever way it goes.
    pub(super) fn take(&mut self, number: &PhoneNumberId, now: Timestamp) {
        if let Some(pace) = self.throughput(number) {
            let rest = pace.after(self.rates.numbers.get(number), now);
            self.rates.numbers.insert(number.clone(), rest);
        }
    }

    /// Whether the app may make one more management call for the account; then it has.
    pub(crate) fn manage(&mut self, now: Timestamp) -> Result<(), Refusal> {
        let Some(most) = self.rules.management_calls.filter(|most| *most > 0) else {
            return Ok(());
        };
        let registered = self.numbers.values().any(|number| number.registered);
        let burst = if registered { most } else { most.min(MANAGEMENT_UNREGISTERED) };
        let pace = Pace { each: Duration::from_hours(1) / burst, burst };
        let rest = self.rates.management.as_ref();
        if !pace.allows(rest, now) {
            let details = format!(
                "There have been too many calls to this WhatsApp Business account: {burst} in an hour are \
                 allowed. Wait a while and try again."
            );
            return Err(Refusal::new(80_007, details));
        }
        self.rates.management = Some(pace.after(rest, now));
        Ok(())
    }

    fn reach(&mut self, wa_id: &str, now: Timestamp) -> Result<(), Refusal> {
        let Some(most) = self.rules.messaging_limit else { return Ok(()) };
        let since = now.minus(REACHED_FOR);
        let reached = &mut self.rates.reached;
        let known = reached.get(wa_id).is_some_and(|at| *at > since);
        if !known {
            let full = |count: usize| u32::try_from(count).is_ok_and(|count| count >= most);
            if full(reached.len()) {
                reached.retain(|_, at| *at > since);
            }
            if full(reached.len()) {
                let details = format!(
                    "Message failed to send because {most} people were sent a template outside \
                     their window in 24 hours"
                );
                return Err(Refusal::new(131_048, details));
            }
        }
        reached.insert(wa_id.to_owned(), now);
        Ok(())
    }

    /// Whether a number may be registered (or deregistered) once more; then it was.
    pub(super) fn may_register(
        &mut self,
        number: &PhoneNumberId,
        registers: bool,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        let Some(most) = self.rules.registrations else { return Ok(()) };
        self.checks("registrations");
        let since = now.minus(REGISTRATIONS_FOR);
        let rates = &mut self.rates;
        rates.registrations.retain(|_, at| *at > since);
        let mine =
            rates.registrations.keys().filter(|(of, way, _)| of == number && *way == registers);
        if u32::try_from(mine.count()).is_ok_and(|count| count >= most) {
            let details = format!("at most {most} requests in 72 hours; try again after that");
            return Err(Refusal::new(133_016, details));
        }
        rates.count += 1;
        rates.registrations.insert((number.clone(), registers, rates.count), now);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pace_lets_a_burst_through_and_then_one_at_a_time() {
        let pace = Pace { each: Duration::from_secs(6), burst: 45 };
        let (mut rest, mut now, mut count) = (None, Timestamp::from_secs(0), 0);
        while pace.allows(rest.as_ref(), now) {
            rest = Some(pace.after(rest.as_ref(), now));
            count += 1;
        }
        assert_eq!(count, 45);
        now = now.plus(Duration::from_secs(5));
        assert!(!pace.allows(rest.as_ref(), now));
        now = now.plus(Duration::from_secs(1));
        assert!(pace.allows(rest.as_ref(), now));
        rest = Some(pace.after(rest.as_ref(), now));
        assert!(!pace.allows(rest.as_ref(), now));
    }
}
