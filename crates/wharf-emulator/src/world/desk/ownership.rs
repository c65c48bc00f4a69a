//! `/{phone-number-id}/request_code` and `/verify_code`: proof that the number is one's own.

use serde_json::{Value, json};

use super::{required, text};
use crate::world::{Refusal, World};

impl World {
    /// A code is sent to the number: `/_control/numbers` shows it.
    pub(crate) fn request_code(&mut self, id: &str, body: &Value) -> Result<Value, Refusal> {
        self.number(id, "post")?;
        let method = text(body, "code_method").ok_or_else(|| required("code_method"))?;
        if !matches!(method, "SMS" | "VOICE") {
            let message = "(#100) Param code_method must be one of {SMS, VOICE}";
            return Err(Refusal::plain(100, message));
        }
        text(body, "language").ok_or_else(|| required("language"))?;
        let code = self.ids.six_digits();
        self.number_mut(id)?.desk.code = Some(code);
        Ok(json!({"success": true}))
    }

    /// The code comes back; it is good once.
    pub(crate) fn verify_code(&mut self, id: &str, body: &Value) -> Result<Value, Refusal> {
        let number = self.number_mut(id)?;
        let code = text(body, "code").ok_or_else(|| required("code"))?.replace('-', "");
        if number.desk.code.as_ref() != Some(&code) {
            return Err(Refusal::new(136_025, "code: is not the one that was sent"));
        }
        number.desk.code = None;
        number.desk.unproved = false;
        let id = number.id.clone();
        self.note("PHONE_NUMBER_VERIFIED", "A phone number was verified");
        Ok(json!({"success": true, "id": id}))
    }
}
