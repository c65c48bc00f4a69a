//! A person calls the business: from the chat, by a button of a message, or by a link.

use std::time::Duration;

use serde_json::json;
use wharf_model::{
    id::{CallId, MessageId, PhoneNumberId},
    limits::CALL_TTL_MINUTES_DEFAULT,
    message::Interactive,
    time::Timestamp,
};

use super::{Allowance, Call, RINGS_FOR, Stage, Step};
use crate::world::{Matter, World, agenda::Due, writing::Problem};

/// How somebody calls.
#[derive(Clone, Debug, Default)]
pub(crate) struct Dial {
    /// The business number; the first one when absent.
    pub(crate) to: Option<PhoneNumberId>,
    /// The message whose button they tap.
    pub(crate) button: Option<MessageId>,
    /// What the link that they open carries.
    pub(crate) payload: Option<String>,
}

impl World {
    /// Somebody calls: the app has a minute to take it.
    pub(crate) fn dial(
        &mut self,
        wa_id: &str,
        dial: Dial,
        now: Timestamp,
    ) -> Result<CallId, Problem> {
        let problem = |what: &str| Problem(what.to_owned());
        let (to, cta_payload) = match &dial.button {
            Some(message) => {
                let (to, payload) = self.call_button(wa_id, message, now)?;
                (Some(to), payload)
            }
            None => (dial.to, None),
        };
        let to = to.or_else(|| self.first_number().map(|number| number.id.clone()));
        let number = to.filter(|to| self.numbers.contains_key(to));
        let number = number.ok_or_else(|| problem("to: there is no such business number"))?;
        if self.calling_is_on(&number).is_err() {
            return Err(problem("to: this number takes no calls: its calling settings say so"));
        }
        if self.goes_by_sip(&number) {
            return Err(problem("to: calls of this number go by SIP, which is not emulated"));
        }
        let blocked =
            self.numbers.get(&number).is_some_and(|number| number.desk.blocked.contains(wa_id));
        if blocked {
            return Err(problem("to: this number has blocked them"));
        }
        if self.calls.live_of(wa_id).is_some() {
            return Err(problem("they are in a call already"));
        }
        let Some(person) = self.people.get_mut(wa_id) else {
            let what = format!("nobody has the number {wa_id}; PUT /_control/users/{wa_id} first");
            return Err(Problem(what));
        };
        // Whether it is taken or not.
        person.wrote.insert(number.clone(), now);
        let call = Call {
            id: self.ids.call(),
            number: number.clone(),
            wa_id: wa_id.to_owned(),
            by_business: false,
            stage: Stage::Ringing,
            at: now,
            taken_at: None,
            over_at: None,
            early: None,
            callback_data: None,
            cta_payload,
            deeplink_payload: dial.payload,
        };
        let id = call.id.clone();
        self.calls.put(call.clone());
        self.agenda.plan(now.plus(RINGS_FOR), Due::Call(Step::TimesOut(id.clone())));
        let offer = self.description(true);
        let session = json!({"sdp_type": "offer", "sdp": offer});
        self.tell_call(&call, "connect", json!({"session": session}), None, now);
        self.changed(wa_id);
        if self.asks_to_call_back(&number) {
            self.may_call_back(wa_id, &number, &id, now)?;
        }
        Ok(id)
    }

    /// Whoever calls may be called back, where the number asks for that.
    fn may_call_back(
        &mut self,
        wa_id: &str,
        number: &PhoneNumberId,
        call: &CallId,
        now: Timestamp,
    ) -> Result<(), Problem> {
        if self.calls.consent(number, wa_id).is_some_and(|consent| consent.is_given(now)) {
            return Ok(());
        }
        // The reply names the call where it would name a message.
        let quotes = MessageId::new(call.as_str()).ok();
        let allowance = Allowance::Temporary;
        self.reply_to_question(wa_id, number, allowance, quotes, "automatic", now).map(|_| ())
    }

    /// What the button of a message carries, if it still works.
    fn call_button(
        &self,
        wa_id: &str,
        message: &MessageId,
        now: Timestamp,
    ) -> Result<(PhoneNumberId, Option<String>), Problem> {
        let nothing =
            || Problem("button: no message on this phone has a button to call".to_owned());
        let key = self.place(message).filter(|(_, person)| person == wa_id);
        let (number, _) = key.ok_or_else(nothing)?;
        let entry = self.entry(message).ok_or_else(nothing)?;
        let Matter::Business { content, .. } = &entry.matter else { return Err(nothing()) };
        let Some(Interactive::VoiceCall(call)) = content.interactive() else {
            return Err(nothing());
        };
        let parameters = call.action.parameters.as_ref();
        let minutes = parameters.and_then(|parameters| parameters.ttl_minutes);
        let minutes = minutes.unwrap_or(CALL_TTL_MINUTES_DEFAULT);
        if now.since(entry.at) > Duration::from_secs(minutes.saturating_mul(60)) {
            return Err(Problem("button: it worked for a time, which is over".to_owned()));
        }
        Ok((number.clone(), parameters.and_then(|parameters| parameters.payload.clone())))
    }
}
