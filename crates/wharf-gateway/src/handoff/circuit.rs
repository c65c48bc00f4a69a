//! Whether a subscriber answers at all, and what people are told about it.

use std::sync::{Mutex, MutexGuard, PoisonError};

use url::Url;
use wharf_model::time::Timestamp;

use crate::{
    Subscriber,
    bell::{Bell, Ear},
};

/// How long whoever asks a silent subscriber has it for himself: longer than an attempt may take.
const PROBE: std::time::Duration = std::time::Duration::from_secs(20);

/// One subscriber: as long as it is silent, it is asked once per back-off and no more.
#[derive(Debug)]
pub(crate) struct Circuit {
    pub(crate) subscriber: Subscriber,
    again: Bell,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    /// Attempts in a row without an answer.
    silent: u32,
    /// Not before this moment, while it is silent.
    until: Timestamp,
    /// Whether people were told that it is silent, and not yet that it takes events again.
    silence_told: bool,
    /// Answers that were failures, since an event that had failed was taken.
    failing: u32,
}

/// The right to one attempt.
#[derive(Debug)]
pub(super) struct Ticket {
    /// Attempts before it that were not answered.
    pub(super) silent: u32,
}

impl Circuit {
    pub(crate) fn new(subscriber: Subscriber) -> Self {
        Self { subscriber, again: Bell::new(), state: Mutex::default() }
    }

    /// The attempts in a row without an answer, and when the next one is due.
    pub(crate) fn silence(&self) -> Option<(u32, Timestamp)> {
        let state = self.state();
        (state.silent > 0).then_some((state.silent, state.until))
    }

    /// Makes the next attempt due now.
    pub(crate) fn retry(&self) {
        self.state().until = Timestamp::default();
        self.again.ring();
    }

    /// Hears when something may be tried that could not be tried before.
    pub(super) fn listen(&self) -> Ear {
        self.again.listen()
    }

    /// Says that something was parked.
    pub(super) fn parked(&self) {
        self.again.ring();
    }

    /// An attempt may be made now, or not before this moment.
    pub(super) fn enter(&self, now: Timestamp) -> Result<Ticket, Timestamp> {
        let mut state = self.state();
        if state.silent > 0 {
            if state.until > now {
                return Err(state.until);
            }
            state.until = now.plus(PROBE);
        }
        Ok(Ticket { silent: state.silent })
    }

    /// It answered, whatever it said.
    pub(super) fn answered(&self) {
        let mut state = self.state();
        if std::mem::take(&mut state.silent) > 0 {
            drop(state);
            self.again.ring();
        }
    }

    /// It did not answer, and is asked again at `until`. `Err` when another attempt told before.
    pub(super) fn silent(
        &self,
        ticket: &Ticket,
        why: &str,
        now: Timestamp,
        until: Timestamp,
    ) -> Result<(), Timestamp> {
        let mut state = self.state();
        if state.silent != ticket.silent {
            return Err(state.until.max(now));
        }
        state.silent += 1;
        state.until = until;
        if !state.silent.is_power_of_two() {
            return Ok(());
        }
        state.silence_told = true;
        tracing::warn!(
            subscriber = self.subscriber.name,
            attempts = state.silent,
            "your app at {} does not answer ({why}); its events wait, next try in {} s",
            self.host(),
            seconds(now, until),
        );
        Ok(())
    }

    /// It answered with a failure; the event is tried again at `again`, if it is.
    pub(super) fn failing(
        &self,
        status: u16,
        kind: &str,
        now: Timestamp,
        again: Option<Timestamp>,
    ) {
        let mut state = self.state();
        state.failing = state.failing.saturating_add(1);
        if !state.failing.is_power_of_two() {
            return;
        }
        let next = again.map_or("it was given up".to_owned(), |at| {
            format!("the conversation waits, next try in {} s", seconds(now, at))
        });
        tracing::warn!(
            subscriber = self.subscriber.name,
            failures = state.failing,
            "your app at {} answered {status} to {kind}; {next}",
            self.host(),
        );
    }

    /// It took an event, which may have failed before.
    pub(super) fn taken(&self, had_failed: bool) {
        let mut state = self.state();
        let was_silent = std::mem::take(&mut state.silence_told);
        let was_failing = had_failed && std::mem::take(&mut state.failing) > 0;
        if was_silent || was_failing {
            let host = self.host();
            tracing::info!(
                subscriber = self.subscriber.name,
                "your app at {host} takes events again"
            );
        }
    }

    /// Where it is, without what may be secret in the URL.
    fn host(&self) -> String {
        let url = Url::parse(&self.subscriber.url).ok();
        let host = url.as_ref().and_then(|url| {
            let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
            Some(format!("{}{port}", url.host_str()?))
        });
        host.unwrap_or_default()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whole seconds, rounded up.
fn seconds(now: Timestamp, until: Timestamp) -> u64 {
    until.since(now).as_millis().div_ceil(1000).try_into().unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    const NOW: Timestamp = Timestamp::from_secs(1_700_000_000);

    fn circuit() -> Circuit {
        let url = "http://user:secret@127.0.0.1:8080/hook?key=secret".to_owned();
        Circuit::new(Subscriber { name: "app".to_owned(), url })
    }

    #[test]
    fn a_silent_subscriber_is_asked_once_per_back_off() {
        let circuit = circuit();
        let until = NOW.plus(Duration::from_secs(1));
        let (one, other) = (circuit.enter(NOW).unwrap(), circuit.enter(NOW).unwrap());
        circuit.silent(&one, "", NOW, until).unwrap();
        assert_eq!(circuit.silent(&other, "", NOW, until), Err(until), "it is counted once");
        assert_eq!(circuit.enter(NOW).unwrap_err(), until);
        let probe = circuit.enter(until).unwrap();
        assert!(circuit.enter(until).unwrap_err() > until, "one has it for himself");
        let later = until.plus(Duration::from_secs(2));
        circuit.silent(&probe, "", until, later).unwrap();
        assert_eq!(circuit.silence(), Some((2, later)));
        circuit.retry();
        circuit.enter(until).unwrap();
        circuit.answered();
        assert_eq!(circuit.silence(), None);
        circuit.enter(until).unwrap();
    }

    #[test]
    fn it_is_called_by_its_host() {
        assert_eq!(circuit().host(), "127.0.0.1:8080");
    }
}
