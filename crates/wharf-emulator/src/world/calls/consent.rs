//! Whether a person may be called: asked for, given, taken back.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::json;
use wharf_model::{
    id::{MessageId, PhoneNumberId},
    message::{Content, Interactive},
    time::Timestamp,
};

use crate::world::{ChatKey, Refusal, World, Written, writing::Problem};

/// How long a permission lasts that is not for good.
const LASTS: Duration = Duration::from_hours(7 * 24);
/// Calls in a row that nobody took, after which a permission is gone.
const UNANSWERED_MOST: u32 = 4;
/// Seconds of a day.
pub(super) const DAY: i64 = 24 * 60 * 60;
/// Seconds of a week.
pub(super) const WEEK: i64 = 7 * DAY;

/// What a person has allowed a number, and what was asked of them.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Consent {
    /// Whether they may be called.
    pub(crate) allowed: Allowed,
    /// When they were asked since they last took a call, in Unix seconds.
    pub(super) asked: Vec<i64>,
    /// When they took calls, in Unix seconds.
    pub(super) taken: Vec<i64>,
    /// Calls in a row that they did not take.
    pub(super) unanswered: u32,
    /// The question that they have not answered.
    pub(crate) question: Option<MessageId>,
}

/// Whether somebody may be called.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Allowed {
    /// They may not.
    #[default]
    Never,
    /// Until then, in Unix seconds.
    Until(i64),
    /// Until they take it back.
    Always,
}

/// What a person allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Allowance {
    /// To be called for 7 days.
    Temporary,
    /// To be called.
    Permanent,
    /// Not to be called.
    Never,
}

impl Consent {
    /// Whether they may be called now.
    pub(crate) fn is_given(&self, now: Timestamp) -> bool {
        match self.allowed {
            Allowed::Never => false,
            Allowed::Until(until) => now.as_secs() < until,
            Allowed::Always => true,
        }
    }

    /// They took a call: what was counted begins anew.
    pub(super) fn was_taken(&mut self, now: Timestamp) {
        self.asked.clear();
        self.unanswered = 0;
        self.taken.retain(|at| now.as_secs() - at < DAY);
        self.taken.push(now.as_secs());
    }

    /// They did not take one: after four in a row they may be called no more.
    pub(super) fn was_missed(&mut self) {
        self.unanswered += 1;
        if self.unanswered >= UNANSWERED_MOST {
            self.allowed = Allowed::Never;
            self.unanswered = 0;
        }
    }
}

/// Those of these moments that are younger than so many seconds.
pub(super) fn within(moments: &[i64], seconds: i64, now: Timestamp) -> Vec<i64> {
    moments.iter().copied().filter(|at| now.as_secs() - at < seconds).collect()
}

/// Whether there may be one more, and if not, from when on.
pub(super) fn full(
    moments: &[i64],
    most: Option<u32>,
    seconds: i64,
    now: Timestamp,
) -> Option<i64> {
    let recent = within(moments, seconds, now);
    let full =
        u32::try_from(recent.len()).is_ok_and(|count| most.is_some_and(|most| count >= most));
    full.then(|| recent.first().map_or(now.as_secs(), |first| first + seconds))
}

impl World {
    /// A message that is about calls needs more than others.
    pub(in crate::world) fn may_speak_of_calls(
        &mut self,
        key: &ChatKey,
        content: &Content,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        let asks = match content.interactive() {
            Some(Interactive::CallPermission(_)) => true,
            Some(Interactive::VoiceCall(_)) => false,
            _ => return Ok(()),
        };
        self.checks("calling");
        self.calling_is_on(&key.0)?;
        let Some(given) = self.calls.consent(&key.0, &key.1).filter(|_| asks) else {
            return Ok(());
        };
        if given.allowed == Allowed::Always {
            let details = "the person has allowed calls for good: just call";
            return Err(Refusal::new(138_017, details));
        }
        if let Some(next) = self.may_ask_from(given, now) {
            let details = format!(
                "the person was asked as often as they may be; the next time is {next} (Unix seconds)"
            );
            return Err(Refusal::new(138_009, details));
        }
        Ok(())
    }

    /// From when on somebody may be asked, if not now; in Unix seconds.
    pub(super) fn may_ask_from(&self, consent: &Consent, now: Timestamp) -> Option<i64> {
        let day = full(&consent.asked, self.rules.call_requests_a_day, DAY, now);
        let week = full(&consent.asked, self.rules.call_requests_a_week, WEEK, now);
        day.max(week)
    }

    /// A question was accepted: it counts.
    pub(in crate::world) fn asked_to_call(
        &mut self,
        key: &ChatKey,
        content: &Content,
        id: &MessageId,
        now: Timestamp,
    ) {
        if matches!(content.interactive(), Some(Interactive::CallPermission(_))) {
            let given = self.calls.consent_mut(key);
            given.asked.retain(|at| now.as_secs() - at < WEEK);
            given.asked.push(now.as_secs());
            given.question = Some(id.clone());
        }
    }

    /// Somebody allows calls, or forbids them: the answer to the question, if there is one.
    pub(crate) fn allow_calls(
        &mut self,
        wa_id: &str,
        to: Option<PhoneNumberId>,
        allowance: Allowance,
        now: Timestamp,
    ) -> Result<MessageId, Problem> {
        let number = to.or_else(|| self.first_number().map(|number| number.id.clone()));
        let none = || Problem("to: there is no such business number".to_owned());
        let number = number.filter(|number| self.numbers.contains_key(number)).ok_or_else(none)?;
        let question = self.calls.consent(&number, wa_id).and_then(|all| all.question.clone());
        let id = self.reply_to_question(wa_id, &number, allowance, question, "user_action", now)?;
        self.calls.consent_mut(&(number, wa_id.to_owned())).question = None;
        Ok(id)
    }

    /// What a person allows is noted, and told.
    pub(super) fn reply_to_question(
        &mut self,
        wa_id: &str,
        number: &PhoneNumberId,
        allowance: Allowance,
        quotes: Option<MessageId>,
        source: &str,
        now: Timestamp,
    ) -> Result<MessageId, Problem> {
        let until = now.plus(LASTS).as_secs();
        let (allowed, response) = match allowance {
            Allowance::Temporary => (Allowed::Until(until), "accept"),
            Allowance::Permanent => (Allowed::Always, "accept"),
            Allowance::Never => (Allowed::Never, "reject"),
        };
        let mut reply = json!({"response": response, "response_source": source});
        if response == "accept" {
            reply["is_permanent"] = (allowed == Allowed::Always).into();
        }
        if let Allowed::Until(until) = allowed {
            reply["expiration_timestamp"] = until.into();
        }
        let payload = json!({"type": "call_permission_reply", "call_permission_reply": reply});
        let written = Written { quotes, ..Written::of(number.clone(), "interactive", payload) };
        let id = self.write(wa_id, written, now)?;
        let consent = self.calls.consent_mut(&(number.clone(), wa_id.to_owned()));
        consent.allowed = allowed;
        consent.unanswered = 0;
        Ok(id)
    }
}
