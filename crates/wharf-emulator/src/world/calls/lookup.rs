//! `GET /{phone-number-id}/call_permissions`: may somebody be called, or asked?

use serde_json::{Value, json};
use wharf_model::{id::PhoneNumberId, time::Timestamp};

use super::{
    Consent,
    consent::{Allowed, DAY, WEEK, full, within},
};
use crate::world::{Refusal, World};

impl World {
    /// `GET /{phone-number-id}/call_permissions`.
    pub(crate) fn call_permission(
        &mut self,
        id: &str,
        person: Option<&str>,
        now: Timestamp,
    ) -> Result<Value, Refusal> {
        let number = self.number(id, "get")?.id.clone();
        self.may_look(&number, now)?;
        let Some(person) = person else {
            return Err(Refusal::plain(100, "(#100) The parameter user_wa_id is required."));
        };
        let nobody = || Refusal::new(131_009, "user_wa_id: nobody has this number or id");
        let wa_id = self.person_of(person).ok_or_else(nobody)?;
        let consent = self.calls.consent(&number, &wa_id).cloned().unwrap_or_default();
        let given = consent.is_given(now);
        let mut permission = match consent.allowed {
            Allowed::Always => json!({"status": "permanent"}),
            Allowed::Until(until) if given => {
                json!({"status": "temporary", "expiration_time": until})
            }
            _ => json!({"status": "no_permission"}),
        };
        let on = self.calling_is_on(&number).is_ok();
        let asks =
            on && consent.allowed != Allowed::Always && self.may_ask_from(&consent, now).is_none();
        let calls = on && given && full(&consent.taken, self.rules.calls_a_day, DAY, now).is_none();
        Ok(json!({
            "messaging_product": "whatsapp",
            "permission": permission.take(),
            "actions": [
                {
                    "action_name": "send_call_permission_request",
                    "can_perform_action": asks,
                    "limits": self.ask_limits(&consent, now),
                },
                {
                    "action_name": "start_call",
                    "can_perform_action": calls,
                    "limits": limit("PT24H", &consent.taken, self.rules.calls_a_day, DAY, now),
                },
            ],
        }))
    }

    fn ask_limits(&self, consent: &Consent, now: Timestamp) -> Vec<Value> {
        let day = limit("PT24H", &consent.asked, self.rules.call_requests_a_day, DAY, now);
        let week = limit("P7D", &consent.asked, self.rules.call_requests_a_week, WEEK, now);
        [day, week].concat()
    }

    fn may_look(&mut self, number: &PhoneNumberId, now: Timestamp) -> Result<(), Refusal> {
        let Some(most) = self.rules.call_lookups else { return Ok(()) };
        self.checks("lookups");
        let (second, count) = self.calls.looked.entry(number.clone()).or_default();
        if *second != now.as_secs() {
            (*second, *count) = (now.as_secs(), 0);
        }
        *count += 1;
        if *count > most {
            let details = format!("at most {most} requests a second; wait for the next one");
            return Err(Refusal::new(613, details));
        }
        Ok(())
    }
}

/// A limit as the answer shows it; nothing where the rule is switched off.
fn limit(
    period: &str,
    moments: &[i64],
    most: Option<u32>,
    seconds: i64,
    now: Timestamp,
) -> Vec<Value> {
    let Some(most) = most else { return Vec::new() };
    let recent = within(moments, seconds, now);
    let mut limit = json!({
        "time_period": period, "max_allowed": most, "current_usage": recent.len(),
    });
    if let Some(first) = recent.first() {
        limit["limit_expiration_time"] = (first + seconds).into();
    }
    vec![limit]
}
