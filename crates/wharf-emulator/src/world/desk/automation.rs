//! `/{phone-number-id}/conversational_automation`: prompts and commands of a chat.

use serde_json::{Value, json};

use super::{at_most, switch};
use crate::world::{Refusal, World, texted::untexted};

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

fn list(value: &Value, name: &str, most: usize) -> Result<Vec<Value>, Refusal> {
    match untexted(value.clone()) {
        Value::Array(list) if list.len() <= most => Ok(list),
        _ => Err(Refusal::new(100, format!("{name}: must be a list of at most {most}"))),
    }
}

fn prompts(value: &Value) -> Result<Value, Refusal> {
    let prompts = list(value, "prompts", PROMPTS.0)?;
    for prompt in &prompts {
        at_most("prompts", prompt.as_str().unwrap_or_default(), PROMPTS.1)?;
    }
    Ok(prompts.into())
}

fn commands(value: &Value) -> Result<Value, Refusal> {
    let commands = list(value, "commands", COMMANDS.0)?;
    for command in &commands {
        for (name, most) in [("command_name", COMMANDS.1), ("command_description", COMMANDS.2)] {
            let text = super::text(command, name);
            at_most(name, text.ok_or_else(|| super::required(name))?, most)?;
        }
    }
    Ok(commands.into())
}
