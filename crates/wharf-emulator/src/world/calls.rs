//! Calls: who may call whom, and how a call goes (Cloud API, "Calling"). No media: signalling only.

mod begin;
mod consent;
mod dial;
mod end;
mod handle;
mod lookup;
mod sdp;
mod settings;
mod told;

use std::{
    collections::{BTreeMap, VecDeque},
    time::Duration,
};

use serde::{Deserialize, Serialize};
use wharf_model::{
    id::{CallId, PhoneNumberId},
    time::Timestamp,
};

use self::consent::Consent;
pub(crate) use self::{consent::Allowance, dial::Dial, end::Act};
use super::{ChatKey, World, moment};

/// How long a phone rings, on either side.
const RINGS_FOR: Duration = Duration::from_mins(1);
/// Calls that are remembered after they are over.
const REMEMBERED_MOST: usize = 1_000;

/// Calls, and who has allowed any.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Calls {
    /// Oldest first.
    all: VecDeque<Call>,
    /// By number and person.
    consents: BTreeMap<String, Consent>,
    /// In which second each number looked at permissions, and how often.
    looked: BTreeMap<PhoneNumberId, (i64, u32)>,
}

/// A call of a business number and a person.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Call {
    /// Its id.
    pub(crate) id: CallId,
    /// The business's number.
    pub(crate) number: PhoneNumberId,
    /// The person, by digits.
    pub(crate) wa_id: String,
    /// Whether the business calls.
    pub(crate) by_business: bool,
    /// How far it is.
    pub(crate) stage: Stage,
    /// When it began.
    #[serde(with = "moment")]
    pub(crate) at: Timestamp,
    /// When it was taken.
    #[serde(with = "moment::maybe")]
    pub(crate) taken_at: Option<Timestamp>,
    /// When it was over.
    #[serde(with = "moment::maybe")]
    pub(crate) over_at: Option<Timestamp>,
    /// What the business answered to the offer before it took the call.
    early: Option<String>,
    /// What comes back in its webhooks.
    callback_data: Option<String>,
    /// What the button that was tapped carried.
    cta_payload: Option<String>,
    /// What the link that was opened carried.
    deeplink_payload: Option<String>,
}

/// How far a call is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Stage {
    /// It looks for the other side.
    Begun,
    /// The other side's phone rings.
    Ringing,
    /// They talk.
    Taken,
    /// It is over.
    Over,
}

/// What a call does later by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Step {
    /// The person's phone rings.
    Rings(CallId),
    /// Nobody took it.
    TimesOut(CallId),
}

impl Calls {
    /// Every call that is remembered, oldest first.
    pub(crate) fn all(&self) -> impl DoubleEndedIterator<Item = &Call> {
        self.all.iter()
    }

    fn live(&self) -> impl Iterator<Item = &Call> {
        self.all.iter().rev().filter(|call| call.stage != Stage::Over)
    }

    pub(super) fn get(&self, id: &CallId) -> Option<&Call> {
        self.all.iter().rev().find(|call| call.id == *id)
    }

    fn get_mut(&mut self, id: &CallId) -> Option<&mut Call> {
        self.all.iter_mut().rev().find(|call| call.id == *id)
    }

    /// The call that makes somebody's phone ring.
    pub(super) fn ringing(&self, wa_id: &str) -> Option<&Call> {
        self.live()
            .find(|call| call.by_business && call.wa_id == wa_id && call.stage == Stage::Ringing)
    }

    /// A call that somebody is in, or that rings.
    pub(crate) fn live_of(&self, wa_id: &str) -> Option<&Call> {
        self.live().find(|call| call.wa_id == wa_id)
    }

    /// Calls of somebody, and what they allow, are of other digits.
    pub(super) fn renumber(&mut self, old: &str, new: &str) {
        for call in self.all.iter_mut().filter(|call| call.wa_id == old) {
            new.clone_into(&mut call.wa_id);
        }
        let suffix = format!("/{old}");
        let moved: Vec<_> = self.consents.extract_if(.., |key, _| key.ends_with(&suffix)).collect();
        for (key, consent) in moved {
            let number = key.strip_suffix(&suffix).unwrap_or_default();
            self.consents.insert(format!("{number}/{new}"), consent);
        }
    }

    fn put(&mut self, call: Call) {
        if self.all.len() >= REMEMBERED_MOST
            && let Some(old) = self.all.iter().position(|call| call.stage == Stage::Over)
        {
            self.all.remove(old);
        }
        self.all.push_back(call);
    }

    /// What a person has allowed a number.
    pub(crate) fn consent(&self, number: &PhoneNumberId, wa_id: &str) -> Option<&Consent> {
        self.consents.get(&pair(number, wa_id))
    }

    fn consent_mut(&mut self, (number, wa_id): &ChatKey) -> &mut Consent {
        self.consents.entry(pair(number, wa_id)).or_default()
    }
}

fn pair(number: &PhoneNumberId, wa_id: &str) -> String {
    format!("{number}/{wa_id}")
}

impl World {
    /// A call goes on by itself.
    pub(super) fn call_goes_on(&mut self, step: &Step, at: Timestamp) {
        match step {
            Step::Rings(id) => self.call_rings(id, at),
            Step::TimesOut(id) => {
                let waits = self
                    .calls
                    .get(id)
                    .is_some_and(|call| matches!(call.stage, Stage::Begun | Stage::Ringing));
                if waits {
                    self.end_call(id, None, at);
                }
            }
        }
    }
}
