//! Reading the bot of a number.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, NoBody, lenient, path::PathBuilder},
    id::BotId,
};

/// Reads ice-breakers and commands by the id of the bot: `GET /{bot-id}`. The number's own field
/// `conversational_automation` tells the same.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetBot {
    /// The bot.
    pub bot: BotId,
    /// Names of the fields asked for; none asks for the platform's default set.
    pub fields: Vec<String>,
}

impl GetBot {
    /// The request with what it must have.
    pub fn new(bot: BotId) -> Self {
        Self { bot, fields: Vec::new() }
    }

    /// Asks for these fields, instead of the platform's default set.
    #[must_use]
    pub fn fields(mut self, fields: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.fields = fields.into_iter().map(Into::into).collect();
        self
    }
}

impl Endpoint for GetBot {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Automation;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.bot).fields(&self.fields).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// Ice-breakers and commands of a number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Automation {
    /// The bot's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<BotId>,
    /// Whether a first chat is announced by webhook.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub enable_welcome_message: Option<bool>,
    /// The ice-breakers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prompts: Option<Vec<String>>,
    /// The commands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commands: Option<Vec<Command>>,
}

/// A word that people type after `/`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Command {
    /// The word: at most 32 characters.
    pub command_name: String,
    /// What it does: at most 256 characters.
    pub command_description: String,
}

impl Command {
    /// All of it.
    pub fn new(command_name: impl Into<String>, command_description: impl Into<String>) -> Self {
        Self { command_name: command_name.into(), command_description: command_description.into() }
    }
}
