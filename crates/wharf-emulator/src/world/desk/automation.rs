//! `/{phone-number-id}/conversational_automation`: prompts and commands of a chat.

use serde_json::{Value, json};

use super::{at_most, switch};
use crate::world::{Refusal, World};

/// Prompts, and characters of each.
const PROMPTS: (usize, usize) = (4, 80);
/// Commands, characters of a name and of a description.
const COMMANDS: (usize, usize, usize) = (30, 32, 256);

impl World {
    /// Replaces the lists that are named.
    pub(crate) fn set_automation(&mut self, id: &str, body: &Value) -> Result<Value, Refusal> {
        let automation = &mut self.number_mut(id)?.desk.automation;
        let mut new = automation.clone();
        for (name, value) in body.as_object().into_iter().flatten() {
            let value = match name.as_str() {
                "enable_welcome_message" => switch(value, name)?.into(),
                "prompts" => prompts(value)?,
                "commands" => commands(value)?,
                "messaging_product" => continue,
                _ => {
                    return Err(Refusal::plain(
                        100,
                        format!("(#100) Param {name} is unknown here"),
                    ));
                }
            };
            new.insert(name.clone(), value);
        }
        *automation = new;
        Ok(json!({"success": true}))
    }
}

fn list<'a>(value: &'a Value, name: &str, most: usize) -> Result<&'a Vec<Value>, Refusal> {
    let list = value.as_array().filter(|list| list.len() <= most);
    list.ok_or_else(|| Refusal::new(100, format!("{name}: must be a list of at most {most}")))
}

fn prompts(value: &Value) -> Result<Value, Refusal> {
    for prompt in list(value, "prompts", PROMPTS.0)? {
        at_most("prompts", prompt.as_str().unwrap_or_default(), PROMPTS.1)?;
    }
    Ok(value.clone())
}

fn commands(value: &Value) -> Result<Value, Refusal> {
    for command in list(value, "commands", COMMANDS.0)? {
        for (name, most) in [("command_name", COMMANDS.1), ("command_description", COMMANDS.2)] {
            let text = super::text(command, name);
            at_most(name, text.ok_or_else(|| super::required(name))?, most)?;
        }
    }
    Ok(value.clone())
}
