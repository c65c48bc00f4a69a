//! Where one send stands, and how each thing that happens moves it.

use wharf_model::webhook::status::Progress;

use super::State;

/// As much of a send as the machine has to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Standing {
    /// Its state.
    pub state: State,
    /// Attempts begun so far.
    pub attempt: u32,
    /// Whether the platform's id of the message is known. It always is from ACCEPTED on, and it
    /// tells a FAILED that the platform said from one that we concluded.
    pub bound: bool,
}

/// How an attempt ended, as its sender saw it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ending {
    /// The platform answered with its id.
    Accepted,
    /// The platform refused it for good.
    Refused,
    /// Surely not sent.
    NotSent,
    /// Nobody knows.
    Unknown,
}

/// Something that happens to a send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input<'a> {
    /// Its owner is about to send it (T2).
    Claimed,
    /// The attempt of that number ended (T3 to T6).
    Ended {
        /// Which attempt.
        attempt: u32,
        /// How.
        ending: Ending,
    },
    /// Its owner is gone (T6).
    Orphaned,
    /// Nothing was heard of it for [`super::UNKNOWN_MOST`] (T9).
    GivenUp,
    /// A status webhook speaks of it (T7).
    Said(&'a Progress),
}

impl Standing {
    /// A send as it is enqueued (T1).
    pub const NEW: Self = Self { state: State::Queued, attempt: 0, bound: false };

    /// The state after this input. `None`: it moves nothing.
    ///
    /// `Some` of the same state happens once: when the platform confirms a FAILED of ours.
    #[must_use]
    pub fn step(self, input: &Input<'_>) -> Option<State> {
        match input {
            Input::Claimed => (self.state == State::Queued).then_some(State::Sending),
            Input::Orphaned => (self.state == State::Sending).then_some(State::Unknown),
            Input::GivenUp => (self.state == State::Unknown).then_some(State::Unresolved),
            // The id in an answer proves as much as one in a webhook, however late it is read.
            Input::Ended { ending: Ending::Accepted, .. } => self.proven(State::Accepted),
            Input::Ended { attempt, ending } => {
                let current = self.state == State::Sending && *attempt == self.attempt;
                current.then_some(match ending {
                    Ending::Accepted => State::Accepted,
                    Ending::Refused => State::Failed,
                    Ending::NotSent => State::Queued,
                    Ending::Unknown => State::Unknown,
                })
            }
            Input::Said(progress) => self.proven(said(progress)),
        }
    }

    /// The standing after this input: [`step`](Self::step) with its bookkeeping.
    #[must_use]
    pub fn then(self, input: &Input<'_>) -> Self {
        let Some(state) = self.step(input) else { return self };
        let claimed = matches!(input, Input::Claimed);
        let proof = matches!(input, Input::Said(_) | Input::Ended { ending: Ending::Accepted, .. });
        Self {
            state,
            attempt: self.attempt.saturating_add(u32::from(claimed)),
            bound: self.bound || proof,
        }
    }

    /// How much the platform has said so far; 0 is nothing, whatever we believe.
    pub const fn rank(self) -> u8 {
        match self.state {
            State::Queued | State::Sending | State::Unknown | State::Unresolved => 0,
            State::Failed if !self.bound => 0,
            State::Accepted => 1,
            State::Sent => 2,
            State::Failed => 3,
            State::Delivered => 4,
            State::Read => 5,
            State::Played => 6,
        }
    }

    fn proven(self, state: State) -> Option<State> {
        let proof = Self { state, bound: true, ..self };
        (proof.rank() > self.rank()).then_some(state)
    }
}

fn said(progress: &Progress) -> State {
    match progress {
        Progress::Sent => State::Sent,
        Progress::Delivered => State::Delivered,
        Progress::Read => State::Read,
        Progress::Played => State::Played,
        Progress::Failed => State::Failed,
        // A word we do not know still proves that the platform has the message.
        _ => State::Accepted,
    }
}
