//! `POST /{phone-number-id}/calls`: what the business does with calls.

use serde_json::{Value, json};
use wharf_model::{
    call::{CallBody, CallVerb, SdpType},
    id::{CallId, PhoneNumberId},
    limits::CALLBACK_DATA_CHARS_MAX,
    time::Timestamp,
};

use super::{Call, Stage, begin::description};
use crate::world::{
    Refusal, World,
    desk::{at_most, product, read},
};

impl World {
    /// `POST /{phone-number-id}/calls`.
    pub(crate) fn post_call(
        &mut self,
        id: &str,
        body: &Value,
        now: Timestamp,
    ) -> Result<Value, Refusal> {
        let number = self.number(id, "post")?.id.clone();
        product(body)?;
        let body: CallBody = read(body)?;
        self.must_be_registered(&number)?;
        self.checks("calling");
        self.calling_is_on(&number)?;
        if self.goes_by_sip(&number) {
            let details = "calls of this number go by SIP, not by the API";
            return Err(Refusal::new(131_055, details));
        }
        match &body.action {
            CallVerb::Connect => return self.connect(&number, body, now),
            CallVerb::PreAccept => self.pre_accept(&number, &body)?,
            CallVerb::Accept => self.accept_call(&number, &body, now)?,
            CallVerb::Reject => self.reject_call(&number, &body, now)?,
            CallVerb::Terminate => self.terminate(&number, &body, now)?,
            _ => {
                let details =
                    "action: must be one of connect, pre_accept, accept, reject, terminate";
                return Err(Refusal::new(100, details));
            }
        }
        Ok(json!({"messaging_product": "whatsapp", "success": true}))
    }

    /// The call that is named, if it is this number's.
    fn named_call(&self, number: &PhoneNumberId, id: Option<&CallId>) -> Result<&Call, Refusal> {
        let id = id.ok_or_else(|| Refusal::new(131_008, "call_id: is required"))?;
        let call = self.calls.get(id).filter(|call| call.number == *number);
        call.ok_or_else(|| Refusal::new(131_009, "call_id: this number has no such call"))
    }

    /// The call that is named, if a person calls and nobody has answered.
    fn incoming(&self, number: &PhoneNumberId, body: &CallBody) -> Result<&Call, Refusal> {
        let call = self.named_call(number, body.call_id.as_ref())?;
        if call.by_business {
            return Err(Refusal::new(131_009, "call_id: is a call of the business's own"));
        }
        match call.stage {
            Stage::Over => Err(Refusal::new(138_007, "the call is over: the answer came too late")),
            Stage::Taken => Err(Refusal::new(131_009, "call_id: this call is taken already")),
            Stage::Begun | Stage::Ringing => Ok(call),
        }
    }

    fn pre_accept(&mut self, number: &PhoneNumberId, body: &CallBody) -> Result<(), Refusal> {
        let id = self.incoming(number, body)?.id.clone();
        let answer = description(body.session.as_ref(), &SdpType::Answer)?;
        if let Some(call) = self.calls.get_mut(&id) {
            call.early = Some(answer.to_owned());
        }
        Ok(())
    }

    fn accept_call(
        &mut self,
        number: &PhoneNumberId,
        body: &CallBody,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        let call = self.incoming(number, body)?;
        let answer = description(body.session.as_ref(), &SdpType::Answer)?;
        let data = body.biz_opaque_callback_data.as_deref().unwrap_or_default();
        at_most("biz_opaque_callback_data", data, CALLBACK_DATA_CHARS_MAX)?;
        if call.early.as_deref().is_some_and(|early| early != answer) {
            let details = "session.sdp: must be the one that pre_accept had";
            return Err(Refusal::new(131_009, details));
        }
        let (id, wa_id) = (call.id.clone(), call.wa_id.clone());
        if let Some(call) = self.calls.get_mut(&id) {
            call.stage = Stage::Taken;
            call.taken_at = Some(now);
            call.callback_data.clone_from(&body.biz_opaque_callback_data);
        }
        self.changed(&wa_id);
        Ok(())
    }

    fn reject_call(
        &mut self,
        number: &PhoneNumberId,
        body: &CallBody,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        let id = self.incoming(number, body)?.id.clone();
        self.end_call(&id, None, now);
        Ok(())
    }

    fn terminate(
        &mut self,
        number: &PhoneNumberId,
        body: &CallBody,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        let call = self.named_call(number, body.call_id.as_ref())?;
        if call.stage == Stage::Over {
            return Err(Refusal::new(131_009, "call_id: this call is over"));
        }
        let id = call.id.clone();
        self.end_call(&id, None, now);
        Ok(())
    }
}
