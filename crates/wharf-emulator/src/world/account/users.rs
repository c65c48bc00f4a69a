//! `/{waba-id}/assigned_users`: who works on the account.

use serde_json::{Value, json};
use wharf_model::account::UserTask;

use crate::world::{Nodes, Refusal, World, words};

impl World {
    /// Who works on the account, and what they may do.
    pub(crate) fn assigned_users(&self) -> Nodes {
        let nodes = self.state.users.iter().map(|(user, tasks)| {
            let node = json!({
                "id": user, "name": format!("User {user}"), "user_type": "SYSTEM_USER", "tasks": tasks,
            });
            (user.clone(), node.as_object().cloned().unwrap_or_default())
        });
        nodes.collect()
    }

    /// Lets somebody work on the account, or lets them do something else there.
    pub(crate) fn assign_user(&mut self, body: &Value) -> Result<Value, Refusal> {
        let user = user(body)?;
        let tasks = match body.get("tasks") {
            Some(Value::Array(tasks)) if !tasks.is_empty() => tasks.clone(),
            // A form has a list as a text.
            Some(Value::String(tasks)) if !tasks.is_empty() => {
                words(tasks).into_iter().map(Value::from).collect()
            }
            _ => return Err(Refusal::plain(100, "(#100) The parameter tasks is required.")),
        };
        let words = UserTask::WORDS;
        let mut meant = std::collections::BTreeSet::new();
        for (at, task) in tasks.iter().enumerate() {
            let Some(task) = task.as_str().filter(|task| words.contains(task)) else {
                let words = words.join(", ");
                let message = format!("(#100) Param tasks[{at}] must be one of {{{words}}}");
                return Err(Refusal::plain(100, message));
            };
            meant.insert(task.to_owned());
        }
        let known = self.state.users.insert(user, meant).is_some();
        let (kind, what) = if known {
            ("USER_ROLE_CHANGED", "What somebody may do was changed")
        } else {
            ("USER_ADDED", "Somebody works on the account")
        };
        self.note(kind, what);
        Ok(json!({"success": true}))
    }

    /// Lets somebody no longer work on the account.
    pub(crate) fn remove_user(&mut self, body: &Value) -> Result<Value, Refusal> {
        let user = user(body)?;
        if self.state.users.remove(&user).is_none() {
            return Err(Refusal::plain(100, "(#100) Param user: does not work on this account"));
        }
        self.note("USER_REMOVED", "Somebody no longer works on the account");
        Ok(json!({"success": true}))
    }
}

fn user(body: &Value) -> Result<String, Refusal> {
    let user = match body.get("user") {
        Some(Value::String(user)) => user.clone(),
        Some(Value::Number(user)) => user.to_string(),
        _ => String::new(),
    };
    if user.is_empty() {
        return Err(Refusal::plain(100, "(#100) The parameter user is required."));
    }
    Ok(user)
}
