//! Whether a number can be called, and when that may be switched on.

use serde_json::Value;
use wharf_model::{
    id::PhoneNumberId,
    number::{Calling, Switch},
};

use crate::world::{Refusal, World, desk::read};

/// The messaging limit from which calls can be switched on.
const LIMIT_LEAST: u32 = 2_000;

impl World {
    /// Whether calls may be set up so.
    pub(in crate::world) fn may_set_calling(&self, calling: &Value) -> Result<(), Refusal> {
        let calling: Calling = read(calling)?;
        if let Some(visibility) = &calling.call_icon_visibility
            && !visibility.is_listed()
        {
            let details = "calling.call_icon_visibility: must be DEFAULT or DISABLE_ALL";
            return Err(Refusal::new(100, details));
        }
        let Some(status) = &calling.status else { return Ok(()) };
        if !matches!(status, Switch::Enabled | Switch::Disabled) {
            return Err(Refusal::new(100, "calling.status: must be ENABLED or DISABLED"));
        }
        if *status == Switch::Disabled {
            return Ok(());
        }
        if self.rules.messaging_limit.is_some_and(|limit| limit < LIMIT_LEAST) {
            let details = format!("calls need a messaging limit of at least {LIMIT_LEAST}");
            return Err(Refusal::new(138_015, details));
        }
        let by_sip = calling.sip.and_then(|sip| sip.status) == Some(Switch::Enabled);
        if !by_sip && self.apps.told("calls").is_empty() {
            let details = "subscribe the app to the field `calls` first, or set up SIP";
            return Err(Refusal::new(138_018, details));
        }
        Ok(())
    }

    fn calling(&self, number: &PhoneNumberId) -> Option<Calling> {
        let calling = self.numbers.get(number)?.desk.settings.get("calling")?;
        read(calling).ok()
    }

    /// Whether a number can be called at all.
    pub(in crate::world) fn calling_is_on(&self, number: &PhoneNumberId) -> Result<(), Refusal> {
        let status = self.calling(number).and_then(|calling| calling.status);
        if status == Some(Switch::Enabled) {
            return Ok(());
        }
        let details = "switch calls on first: POST /{phone-number-id}/settings with \
                       {\"calling\": {\"status\": \"ENABLED\"}}";
        Err(Refusal::new(138_000, details))
    }

    /// Whether calls go by SIP: then they are not the API's.
    pub(super) fn goes_by_sip(&self, number: &PhoneNumberId) -> bool {
        let sip = self.calling(number).and_then(|calling| calling.sip);
        sip.and_then(|sip| sip.status) == Some(Switch::Enabled)
    }

    /// Whether those who call may be called back.
    pub(super) fn asks_to_call_back(&self, number: &PhoneNumberId) -> bool {
        let asks = self.calling(number).and_then(|calling| calling.callback_permission_status);
        asks == Some(Switch::Enabled)
    }
}
