//! Who goes: taken out by the business, or on their own.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use wharf_model::{
    group::RemoveParticipantsBody, id::GroupId, limits::GROUP_PARTICIPANTS_MAX, time::Timestamp,
};

use super::{Topic, create::answer};
use crate::world::{
    Refusal, World,
    desk::{product, read, required},
    refusal::later,
    writing::Problem,
};

impl World {
    /// `DELETE /{group-id}/participants`: the link does not let them in again.
    pub(crate) fn remove_participants(
        &mut self,
        id: &str,
        body: &Value,
        now: Timestamp,
    ) -> Result<Value, Refusal> {
        self.group_mut(id, "delete")?;
        product(body)?;
        let body: RemoveParticipantsBody = read(body)?;
        let inputs: Vec<String> =
            body.participants.into_iter().map(|participant| participant.user).collect();
        if inputs.is_empty() {
            return Err(required("participants"));
        }
        if inputs.len() > GROUP_PARTICIPANTS_MAX {
            let details = format!("participants: at most {GROUP_PARTICIPANTS_MAX} at once");
            return Err(Refusal::new(131_204, details));
        }
        let known: Vec<Option<String>> = inputs.iter().map(|input| self.person_of(input)).collect();
        let mut met = BTreeSet::new();
        if known.iter().flatten().any(|wa_id| !met.insert(wa_id.clone())) {
            return Err(Refusal::new(131_202, "participants: somebody is named twice"));
        }
        let group = self.group_mut(id, "delete")?;
        let (mut gone, mut failed) = (Vec::new(), Vec::new());
        for (input, wa_id) in inputs.into_iter().zip(known) {
            match wa_id.filter(|wa_id| group.has(wa_id)) {
                Some(wa_id) => {
                    group.forget(&wa_id, now);
                    group.removed.insert(wa_id.clone());
                    gone.push((input, wa_id));
                }
                None => failed.push(json!({
                    "input": input,
                    "errors": [later(131_212, "they are not in this group")],
                })),
            }
        }
        if gone.is_empty() {
            return Err(Refusal::new(131_212, "participants: none of them is in this group"));
        }
        let (group, number) = (group.id.clone(), group.number.clone());
        self.group_changed(&group);
        let removed: Vec<Value> = gone
            .into_iter()
            .map(|(input, wa_id)| {
                self.changed(&wa_id);
                let mut node = self.participant(&wa_id);
                node["input"] = input.into();
                node
            })
            .collect();
        let request = self.ids.ticket();
        let mut told = json!({
            "group_id": group, "type": "group_participants_remove", "request_id": request,
            "initiated_by": "business", "removed_participants": removed,
        });
        let mut answer = answer(&request);
        if !failed.is_empty() {
            let details = "some could not be taken out: the webhook says which";
            answer["error"] = json!(Refusal::new(131_201, details).error);
            told["failed_participants"] = failed.into();
        }
        self.plan_told(Topic::Participants, &number, told, now);
        Ok(answer)
    }

    /// Somebody leaves, or no longer asks to come in.
    pub(crate) fn leave_group(
        &mut self,
        wa_id: &str,
        id: &GroupId,
        now: Timestamp,
    ) -> Result<(), Problem> {
        let group = self.groups.all.get_mut(id);
        let group = group.ok_or_else(|| Problem("there is no such group".to_owned()))?;
        if !group.has(wa_id) {
            return self.withdraw(wa_id, id, now);
        }
        group.forget(wa_id, now);
        let number = group.number.clone();
        let person = self.participant(wa_id);
        let told = json!({
            "group_id": id, "type": "group_participants_remove", "initiated_by": "participant",
            "removed_participants": [person],
        });
        self.tell_group(Topic::Participants, &number, told, now);
        self.group_changed(id);
        self.changed(wa_id);
        Ok(())
    }
}
