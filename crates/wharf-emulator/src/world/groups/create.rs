//! Making and deleting groups.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use wharf_model::{
    group::{CreateGroupBody, JoinApproval},
    limits::{GROUP_DESCRIPTION_CHARS_MAX, GROUP_SUBJECT_CHARS_MAX},
    time::Timestamp,
};

use super::{Group, Topic};
use crate::world::{
    Refusal, World,
    desk::{at_most, product, read},
};

impl World {
    /// `POST /{phone-number-id}/groups`: the group and its link come by webhook.
    pub(crate) fn create_group(
        &mut self,
        id: &str,
        body: &Value,
        now: Timestamp,
    ) -> Result<Value, Refusal> {
        let number = self.number(id, "post")?.clone();
        product(body)?;
        let body: CreateGroupBody = read(body)?;
        check_subject(&body.subject)?;
        let description = body.description.filter(|text| !text.is_empty());
        at_most(
            "description",
            description.as_deref().unwrap_or_default(),
            GROUP_DESCRIPTION_CHARS_MAX,
        )?;
        let approval = body.join_approval_mode.unwrap_or(JoinApproval::Auto);
        if !approval.is_listed() {
            let words = JoinApproval::WORDS.join(", ");
            let details = format!("join_approval_mode: must be one of {words}");
            return Err(Refusal::new(100, details));
        }
        self.must_be_registered(&number.id)?;
        self.checks("groups");
        if !number.is_official() {
            let details = "only the number of an official business account has groups (in the \
                           emulator: PUT /_control/numbers/{id} with {\"official\": \"APPROVED\"})";
            return Err(Refusal::new(131_215, details));
        }
        let count = self.groups.all().filter(|group| group.number == number.id).count();
        if self.rules.groups.is_some_and(|most| u32::try_from(count).is_ok_and(|is| is >= most)) {
            return Err(Refusal::new(131_211, "this number has as many groups as it may"));
        }
        let (group, request) = (self.ids.group(&number.wa_id), self.ids.ticket());
        let code = self.ids.invite();
        let group = Group {
            id: group.clone(),
            number: number.id.clone(),
            subject: body.subject,
            description,
            approval,
            made_at: now,
            suspended: false,
            code: Some(code),
            picture: None,
            members: Vec::new(),
            removed: BTreeSet::new(),
            wishes: Vec::new(),
            said: Vec::new(),
            pins: Vec::new(),
            wrote: None,
            came: Vec::new(),
            went: Vec::new(),
            seen: BTreeMap::new(),
        };
        let mut told = json!({
            "group_id": group.id, "type": "group_create", "request_id": request,
            "subject": group.subject, "invite_link": group.link(),
            "join_approval_mode": group.approval,
        });
        if let Some(description) = &group.description {
            told["description"] = description.as_str().into();
        }
        self.plan_told(Topic::Lifecycle, &number.id, told, now);
        self.groups.all.insert(group.id.clone(), group);
        Ok(answer(&request))
    }

    /// `DELETE /{group-id}`: for everybody.
    pub(crate) fn delete_group(&mut self, id: &str, now: Timestamp) -> Result<Value, Refusal> {
        let group = self.group(id, "delete")?.id.clone();
        self.group_changed(&group);
        let Some(group) = self.groups.all.remove(&group) else { return Ok(Value::Null) };
        for said in &group.said {
            self.groups.places.remove(&said.entry.id);
        }
        let request = self.ids.ticket();
        let told = json!({"group_id": group.id, "type": "group_delete", "request_id": request});
        self.plan_told(Topic::Lifecycle, &group.number, told, now);
        let mut answer = answer(&request);
        answer["success"] = true.into();
        Ok(answer)
    }
}

/// A name, within its limit.
pub(super) fn check_subject(subject: &str) -> Result<(), Refusal> {
    if subject.trim().is_empty() {
        return Err(Refusal::new(131_008, "subject: must say something"));
    }
    at_most("subject", subject, GROUP_SUBJECT_CHARS_MAX)
}

/// What is answered to a request that is carried out later.
pub(super) fn answer(request: &str) -> Value {
    json!({"messaging_product": "whatsapp", "request_id": request})
}
