//! `/{phone-number-id}/official_business_account`: the request for the badge.

use serde_json::{Value, json};
use wharf_model::number::{OfficialAction, RequestOfficialBody};

use crate::world::{Refusal, World, typed};

fn message(status: &str) -> &'static str {
    match status {
        "PENDING" => "The application was taken and waits for its review",
        "UNDER_REVIEW" => "The application is being looked at",
        "APPROVED" => "The number has the badge",
        "REJECTED" => "The application was refused",
        "EXPIRED" => "The application is too old",
        "CANCELLED" => "The application was withdrawn",
        _ => "Nothing was asked",
    }
}

impl World {
    /// How the request stands.
    pub(crate) fn official(&self, id: &str) -> Result<Value, Refusal> {
        let number = self.number(id, "get")?;
        let status = &number.facts.official;
        Ok(json!({"id": number.id, "oba_status": status, "status_message": message(status)}))
    }

    /// Asks for the badge, or withdraws that. Without an action it is a request, as the guide has it.
    pub(crate) fn request_official(&mut self, id: &str, body: &Value) -> Result<Value, Refusal> {
        let number = self.number_mut(id)?;
        let body: RequestOfficialBody =
            typed::read(body).map_err(|what| Refusal::new(100, what))?;
        let (old, refuse) = (number.facts.official.as_str(), |details: &str| {
            Err(Refusal::new(100, format!("action: {details}")))
        });
        let open = matches!(old, "PENDING" | "UNDER_REVIEW");
        let new = match body.action {
            Some(OfficialAction::Withdraw) if open => "CANCELLED",
            Some(OfficialAction::Withdraw) => return refuse("there is nothing to withdraw"),
            Some(OfficialAction::Resubmit)
                if !matches!(old, "REJECTED" | "EXPIRED" | "CANCELLED") =>
            {
                return refuse(
                    "only what was refused, is too old or was withdrawn can be submitted again",
                );
            }
            Some(OfficialAction::Submit | OfficialAction::Resubmit) | None if open => {
                return refuse("the application is under review");
            }
            Some(OfficialAction::Submit) | None if old == "APPROVED" => {
                return refuse("the number has the badge");
            }
            Some(OfficialAction::Submit | OfficialAction::Resubmit) => "PENDING",
            Some(_) => {
                return refuse(
                    "must be SUBMIT_APPLICATION, WITHDRAW_APPLICATION or RESUBMIT_APPLICATION",
                );
            }
            None if body.business_website_url.is_none() => {
                let message = "(#100) The parameter business_website_url is required.";
                return Err(Refusal::plain(100, message));
            }
            None => "PENDING",
        };
        new.clone_into(&mut number.facts.official);
        let status = self.official(id)?;
        let message = status["status_message"].clone();
        Ok(json!({"success": true, "message": message, "updated_status": status}))
    }

    /// The platform decides about the badge; the app is told of the end.
    pub(super) fn decide_official(&mut self, id: &str, status: &str) {
        let Ok(number) = self.number_mut(id) else { return };
        status.clone_into(&mut number.facts.official);
        let (kind, severity) = match status {
            "APPROVED" => ("OBA_APPROVED", "INFORMATIONAL"),
            "REJECTED" => ("OBA_REJECTED", "WARNING"),
            _ => return,
        };
        let value = json!({
            "entity_type": "PHONE_NUMBER", "entity_id": number.id,
            "alert_info": {
                "alert_severity": severity, "alert_status": "ACTIVE", "alert_type": kind,
                "alert_description": message(status),
            },
        });
        self.tell("account_alerts", &value);
    }
}
