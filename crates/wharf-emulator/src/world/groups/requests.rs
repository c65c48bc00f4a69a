//! Who asks to come in, and what is answered.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use wharf_model::{
    group::{ApproveJoinRequestsBody, RejectJoinRequestsBody},
    id::GroupId,
    limits::GROUP_PARTICIPANTS_MAX,
    time::Timestamp,
};

use super::Topic;
use crate::world::{
    Refusal, World,
    desk::{product, read, required},
    moment,
    refusal::later,
    writing::Problem,
};

/// A request to come in.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wish {
    /// Its id.
    pub(crate) id: String,
    /// Whose.
    pub(crate) wa_id: String,
    /// Since when.
    #[serde(with = "moment")]
    pub(crate) at: Timestamp,
}

/// Why one could not be answered.
type Failure = (u32, &'static str);

const GONE: Failure = (131_213, "there is no such request to join");

impl World {
    /// `GET /{group-id}/join_requests`.
    pub(crate) fn join_requests(&self, id: &str) -> Result<Vec<(String, Value)>, Refusal> {
        let group = self.group(id, "get")?;
        let node = |wish: &Wish| {
            let person = self.people.get(&wish.wa_id);
            let mut node =
                json!({"join_request_id": wish.id, "creation_timestamp": wish.at.as_secs()});
            if person.is_none_or(|person| !person.phone_hidden) {
                node["wa_id"] = wish.wa_id.as_str().into();
            }
            if let Some(person) = person {
                node["user_id"] = person.user_id.as_str().into();
                if let Some(username) = &person.username {
                    node["username"] = username.as_str().into();
                }
            }
            (wish.id.clone(), node)
        };
        Ok(group.wishes.iter().map(node).collect())
    }

    /// `POST /{group-id}/join_requests`: lets people in; each succeeds or fails by itself.
    pub(crate) fn approve_join_requests(
        &mut self,
        id: &str,
        body: &Value,
        now: Timestamp,
    ) -> Result<Value, Refusal> {
        let group = self.group_mut(id, "post")?;
        product(body)?;
        let body: ApproveJoinRequestsBody = read(body)?;
        let (mut people, mut done, mut failed) = (Vec::new(), Vec::new(), Vec::new());
        for request in named(body.join_requests)? {
            let place = group.wishes.iter().position(|wish| wish.id == request);
            match place {
                None => failed.push((request, GONE)),
                Some(_) if group.members.len() + people.len() >= GROUP_PARTICIPANTS_MAX => {
                    failed.push((request, (131_204, "the group is full")));
                }
                Some(at) => {
                    people.push(group.wishes.remove(at).wa_id);
                    done.push(request);
                }
            }
        }
        let (group, number) = (group.id.clone(), group.number.clone());
        if !people.is_empty() {
            self.let_in(&group, &people, now);
            let told = self.came(&group, &people);
            self.plan_told(Topic::Participants, &number, told, now);
        }
        Ok(answer("approved_join_requests", &done, failed))
    }

    /// `DELETE /{group-id}/join_requests`: refuses people.
    pub(crate) fn reject_join_requests(
        &mut self,
        id: &str,
        body: &Value,
    ) -> Result<Value, Refusal> {
        let group = self.group_mut(id, "delete")?;
        product(body)?;
        let body: RejectJoinRequestsBody = read(body)?;
        let (mut people, mut done, mut failed) = (Vec::new(), Vec::new(), Vec::new());
        for request in named(body.join_requests)? {
            let place = group.wishes.iter().position(|wish| wish.id == request);
            let Some(at) = place else {
                failed.push((request, GONE));
                continue;
            };
            people.push(group.wishes.remove(at).wa_id);
            done.push(request);
        }
        for wa_id in people {
            self.changed(&wa_id);
        }
        Ok(answer("rejected_join_requests", &done, failed))
    }

    /// Somebody wants in no longer.
    pub(super) fn withdraw(
        &mut self,
        wa_id: &str,
        id: &GroupId,
        now: Timestamp,
    ) -> Result<(), Problem> {
        let nothing = || Problem("they are not in this group, and do not ask to be".to_owned());
        let group = self.groups.all.get_mut(id).ok_or_else(nothing)?;
        let at = group.wishes.iter().position(|wish| wish.wa_id == wa_id).ok_or_else(nothing)?;
        let (wish, number) = (group.wishes.remove(at), group.number.clone());
        let mut told = self.participant(wa_id);
        told["group_id"] = json!(id);
        told["type"] = "group_join_request_revoked".into();
        told["join_request_id"] = wish.id.into();
        told["reason"] = "canceled".into();
        self.tell_group(Topic::Participants, &number, told, now);
        self.changed(wa_id);
        Ok(())
    }
}

/// Requests, at least one, each once.
fn named(mut requests: Vec<String>) -> Result<Vec<String>, Refusal> {
    let count = requests.len();
    requests.dedup();
    if count == 0 {
        return Err(required("join_requests"));
    }
    Ok(requests)
}

fn answer(word: &str, done: &[String], failed: Vec<(String, Failure)>) -> Value {
    let nothing_done = done.is_empty();
    let mut answer = json!({"messaging_product": "whatsapp", word: done});
    let errors = |(code, details): Failure| json!([later(code, details)]);
    if nothing_done && let Some((_, first)) = failed.first() {
        answer["errors"] = errors(*first);
    }
    let failed: Vec<Value> = failed
        .into_iter()
        .map(|(request, failure)| json!({"join_request_id": request, "errors": errors(failure)}))
        .collect();
    if !failed.is_empty() {
        answer["failed_join_requests"] = failed.into();
    }
    answer
}
