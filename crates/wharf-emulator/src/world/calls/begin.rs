//! The business calls somebody.

use serde_json::{Value, json};
use wharf_model::{
    call::{CallBody, SdpType, Session},
    id::PhoneNumberId,
    limits::CALLBACK_DATA_CHARS_MAX,
    time::Timestamp,
};

use super::{
    Call, RINGS_FOR, Stage, Step,
    consent::{DAY, full},
};
use crate::world::{ChatKey, Refusal, World, agenda::Due, desk::at_most};

/// Numbers of these countries cannot call people: United States and Canada, Egypt, Vietnam, Nigeria.
const CANNOT: [&str; 4] = ["1", "20", "84", "234"];
/// What begins with 1 and is neither: test numbers, and the countries of the Caribbean.
const CAN: [&str; 22] = [
    "1555", "1242", "1246", "1264", "1268", "1284", "1345", "1441", "1473", "1649", "1658", "1664",
    "1721", "1758", "1767", "1784", "1809", "1829", "1849", "1868", "1869", "1876",
];

impl World {
    /// `connect`: calls somebody who has allowed it.
    pub(super) fn connect(
        &mut self,
        number: &PhoneNumberId,
        body: CallBody,
        now: Timestamp,
    ) -> Result<Value, Refusal> {
        description(body.session.as_ref(), &SdpType::Offer)?;
        let data = body.biz_opaque_callback_data.as_deref().unwrap_or_default();
        at_most("biz_opaque_callback_data", data, CALLBACK_DATA_CHARS_MAX)?;
        self.checks("recipient");
        let whom = self.addressee(body.to.as_deref(), body.recipient.as_ref())?;
        self.may_be_written_to(&whom.wa_id)?;
        let key: ChatKey = (number.clone(), whom.wa_id);
        self.checks("call");
        self.may_call(&key, now)?;
        let id = self.ids.call();
        self.calls.put(Call {
            id: id.clone(),
            number: key.0,
            wa_id: key.1,
            by_business: true,
            stage: Stage::Begun,
            at: now,
            taken_at: None,
            over_at: None,
            early: None,
            callback_data: body.biz_opaque_callback_data,
            cta_payload: None,
            deeplink_payload: None,
        });
        self.agenda.plan(now.plus(self.delays.sent), Due::Call(Step::Rings(id.clone())));
        self.agenda.plan(now.plus(RINGS_FOR), Due::Call(Step::TimesOut(id.clone())));
        Ok(json!({"messaging_product": "whatsapp", "calls": [{"id": id}]}))
    }

    fn may_call(&self, key: &ChatKey, now: Timestamp) -> Result<(), Refusal> {
        let (number, wa_id) = key;
        let from = self.numbers.get(number).map(|number| number.wa_id.as_str());
        let from = from.unwrap_or_default();
        let begins = |all: &[&str]| all.iter().any(|code| from.starts_with(code));
        if begins(&CANNOT) && !begins(&CAN) {
            let details = "numbers of this country cannot call people";
            return Err(Refusal::new(138_013, details));
        }
        let blocked =
            self.numbers.get(number).is_some_and(|number| number.desk.blocked.contains(wa_id));
        if blocked || !self.people.contains_key(wa_id) {
            let details = "to: nobody who can be called has this number (in the emulator, PUT \
                           /_control/users/{digits} brings somebody into the world)";
            return Err(Refusal::new(138_001, details));
        }
        let mut live = self.calls.live().filter(|call| call.number == *number);
        if live.any(|call| call.wa_id == *wa_id) {
            let details = "there is a call with this person already";
            return Err(Refusal::new(138_003, details));
        }
        let live = self.calls.live().filter(|call| call.number == *number).count();
        let most = self.rules.calls_at_once;
        if most.is_some_and(|most| u32::try_from(live).is_ok_and(|live| live >= most)) {
            let details = format!("{live} calls of this number are under way; wait for one to end");
            return Err(Refusal::new(138_002, details));
        }
        let consent = self.calls.consent(number, wa_id).filter(|consent| consent.is_given(now));
        let Some(consent) = consent else {
            let details = "the person has not allowed calls: send a call_permission_request";
            return Err(Refusal::new(138_006, details));
        };
        if let Some(next) = full(&consent.taken, self.rules.calls_a_day, DAY, now) {
            let details = format!(
                "the person has taken as many calls in 24 hours as they may be made; the next time \
                 is {next} (Unix seconds)"
            );
            return Err(Refusal::new(138_012, details));
        }
        Ok(())
    }

    /// The person's phone rings, if it is on and they have not blocked the business.
    pub(super) fn call_rings(&mut self, id: &wharf_model::id::CallId, at: Timestamp) {
        let Some(call) = self.calls.get_mut(id).filter(|call| call.stage == Stage::Begun) else {
            return;
        };
        let person = self.people.get(&call.wa_id);
        if person.is_none_or(|person| !person.reachable || person.blocks) {
            return;
        }
        call.stage = Stage::Ringing;
        let call = call.clone();
        self.tell_call_status(&call, "RINGING", at);
        self.changed(&call.wa_id);
        self.rang(&call.wa_id, at);
    }
}

/// A session description must be there, and be the right half of the negotiation.
pub(super) fn description<'a>(
    session: Option<&'a Session>,
    wanted: &SdpType,
) -> Result<&'a str, Refusal> {
    let Some(session) = session else {
        let details = format!("session: is required, with sdp_type {wanted} and sdp");
        return Err(Refusal::new(131_008, details));
    };
    if session.sdp_type != *wanted {
        return Err(Refusal::new(131_009, format!("session.sdp_type: must be {wanted}")));
    }
    if session.sdp.trim().is_empty() {
        return Err(Refusal::new(131_009, "session.sdp: must be a session description"));
    }
    Ok(&session.sdp)
}
