//! `/{phone-number-id}/block_users` (Cloud API, "Block users").

use serde_json::{Value, json};
use wharf_model::{phone, time::Timestamp};

use super::product;
use crate::world::{Refusal, World, refusal::later};

impl World {
    /// Who is blocked, by digits.
    pub(crate) fn blocked(&self, id: &str) -> Result<Vec<(String, Value)>, Refusal> {
        let desk = &self.number(id, "get")?.desk;
        let node = |wa_id: &String| {
            (wa_id.clone(), json!({"messaging_product": "whatsapp", "wa_id": wa_id}))
        };
        Ok(desk.blocked.iter().map(node).collect())
    }

    /// Blocks or unblocks people; each succeeds or fails by itself.
    pub(crate) fn block(
        &mut self,
        id: &str,
        body: &Value,
        blocks: bool,
        now: Timestamp,
    ) -> Result<Value, Refusal> {
        self.number(id, if blocks { "post" } else { "delete" })?;
        product(body)?;
        let users = body["block_users"].as_array().filter(|users| !users.is_empty());
        let users = users.ok_or_else(|| super::required("block_users"))?;
        let (mut done, mut failed) = (Vec::new(), Vec::new());
        for user in users {
            let input =
                user["user"].as_str().or_else(|| user["user_id"].as_str()).unwrap_or_default();
            match self.block_one(id, input, blocks, now) {
                Ok(wa_id) => done.push(json!({"input": input, "wa_id": wa_id})),
                Err((code, details)) => {
                    let error = later(code, details);
                    failed.push(json!({"input": input, "errors": [error]}));
                }
            }
        }
        let word = if blocks { "added_users" } else { "removed_users" };
        let mut answer = json!({"messaging_product": "whatsapp", "block_users": {word: done, "failed_users": failed}});
        if answer["block_users"]["failed_users"].as_array().is_some_and(|all| !all.is_empty()) {
            let details = "some users could not be changed: see failed_users";
            answer["error"] = json!(Refusal::new(139_100, details).error);
        }
        Ok(answer)
    }

    fn block_one(
        &mut self,
        id: &str,
        input: &str,
        blocks: bool,
        now: Timestamp,
    ) -> Result<String, (u32, String)> {
        let wa_id =
            self.person_of(input).ok_or((131_021, "nobody has this number or id".to_owned()))?;
        let number =
            self.number(id, "post").map_err(|_| (33, "no such number".to_owned()))?.id.clone();
        if blocks && !self.is_window_open(&number, &wa_id, now) {
            let details = "only people who wrote in the last 24 hours can be blocked";
            return Err((131_047, details.to_owned()));
        }
        let Some(number) = self.numbers.get_mut(&number) else { return Ok(wa_id) };
        if blocks {
            number.desk.blocked.insert(wa_id.clone());
        } else {
            number.desk.blocked.remove(&wa_id);
        }
        self.changed(&wa_id);
        Ok(wa_id)
    }

    /// Somebody by phone number or user id.
    pub(crate) fn person_of(&self, input: &str) -> Option<String> {
        let by_id = self.people.values().find(|person| person.user_id == input);
        by_id.map(|person| person.wa_id.clone()).or_else(|| {
            let wa_id = crate::world::rewrite::wa_id(&phone::digits(input)?);
            self.people.contains_key(&wa_id).then_some(wa_id)
        })
    }
}
