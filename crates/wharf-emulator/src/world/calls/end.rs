//! What a person does with a call, and how calls end.

use serde_json::json;
use wharf_model::{id::CallId, time::Timestamp};

use super::{Call, Stage};
use crate::world::{World, refusal::later, writing::Problem};

/// What a person does with a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Act {
    /// Takes it.
    Answer,
    /// Refuses it.
    Decline,
    /// Ends it.
    HangUp,
    /// Nothing: the line breaks, with this code.
    Fail(u32),
}

impl World {
    /// Somebody does something with a call: the one that is named, or the one there is.
    pub(crate) fn act_on_call(
        &mut self,
        wa_id: &str,
        id: Option<&CallId>,
        act: Act,
        now: Timestamp,
    ) -> Result<CallId, Problem> {
        let call = match id {
            Some(id) => self.calls.get(id).filter(|call| call.wa_id == wa_id),
            None => self.calls.live_of(wa_id),
        };
        let call = call.filter(|call| call.stage != Stage::Over).cloned();
        let call =
            call.ok_or_else(|| Problem("there is no such call, or it is over".to_owned()))?;
        let rings = call.by_business && call.stage == Stage::Ringing;
        match act {
            Act::Answer if rings => self.take_call(&call, now),
            Act::Decline if rings => {
                self.tell_call_status(&call, "REJECTED", now);
                self.end_call(&call.id, None, now);
            }
            Act::Answer | Act::Decline => {
                return Err(Problem("their phone does not ring".to_owned()));
            }
            Act::HangUp if rings => {
                let what = "a call that rings is answered or declined, not hung up";
                return Err(Problem(what.to_owned()));
            }
            Act::HangUp => self.end_call(&call.id, None, now),
            Act::Fail(code) => self.end_call(&call.id, Some(code), now),
        }
        Ok(call.id)
    }

    /// The person takes a call of the business.
    fn take_call(&mut self, call: &Call, now: Timestamp) {
        if let Some(call) = self.calls.get_mut(&call.id) {
            call.stage = Stage::Taken;
            call.taken_at = Some(now);
        }
        let key = (call.number.clone(), call.wa_id.clone());
        self.calls.consent_mut(&key).was_taken(now);
        if let Some(person) = self.people.get_mut(&call.wa_id) {
            person.wrote.insert(call.number.clone(), now);
        }
        let answer = self.description(false);
        let session = json!({"sdp_type": "answer", "sdp": answer});
        self.tell_call(call, "connect", json!({"session": session}), None, now);
        self.tell_call_status(call, "ACCEPTED", now);
        self.changed(&call.wa_id);
    }

    /// A call is over, with a failure or without.
    pub(super) fn end_call(&mut self, id: &CallId, failure: Option<u32>, at: Timestamp) {
        let Some(call) = self.calls.get_mut(id) else { return };
        let missed = call.by_business && call.taken_at.is_none();
        call.stage = Stage::Over;
        call.over_at = Some(at);
        let call = call.clone();
        if missed {
            let key = (call.number.clone(), call.wa_id.clone());
            self.calls.consent_mut(&key).was_missed();
        }
        let mut more = json!({"status": if failure.is_some() { "FAILED" } else { "COMPLETED" }});
        if let Some(taken) = call.taken_at {
            more["start_time"] = json!(taken);
            more["end_time"] = json!(at);
            more["duration"] = at.since(taken).as_secs().into();
        }
        let error = failure.map(|code| later(code, "as the control API says"));
        self.tell_call(&call, "terminate", more, error, at);
        self.changed(&call.wa_id);
    }
}
