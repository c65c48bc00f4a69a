//! Kinds of message that are not files and not interactive.

use std::path::PathBuf;

use clap::Args;
use wharf::message::{Card, Content, Location, Message, Reaction, Template, Text};

use super::wamid;
use crate::{exit::Failure, input};

#[derive(Debug, Args)]
pub(super) struct TextArgs {
    /// The text, at most 4096 characters
    body: String,
    /// Show a preview of the first link
    #[arg(long)]
    preview_url: bool,
}

impl TextArgs {
    pub(super) fn content(self) -> Content {
        let text = Text::new(self.body);
        if self.preview_url { text.preview_url(true).into() } else { text.into() }
    }
}

#[derive(Debug, Args)]
pub(super) struct TemplateArgs {
    /// The template's name
    name: String,
    /// Its language, exactly as it was approved
    #[arg(long, default_value = "en_US", value_name = "LOCALE")]
    language: String,
    /// The header's variable
    #[arg(long, value_name = "TEXT")]
    header: Option<String>,
    /// The body's variables in order, or NAME=TEXT when the template names them (all or none)
    #[arg(long, value_name = "TEXT")]
    body: Vec<String>,
    /// Read --body as NAME=TEXT
    #[arg(long)]
    named: bool,
    /// The end of the URL of the first button
    #[arg(long, value_name = "TEXT")]
    url_suffix: Option<String>,
}

impl TemplateArgs {
    pub(super) fn content(self) -> Content {
        let mut template = Template::new(self.name, self.language);
        if let Some(header) = self.header {
            template = template.header_text(header);
        }
        if self.named {
            template = template.body_named(
                self.body.iter().map(|pair| pair.split_once('=').unwrap_or((pair, ""))),
            );
        } else if !self.body.is_empty() {
            template = template.body(self.body);
        }
        if let Some(suffix) = self.url_suffix {
            template = template.url_suffix(0, suffix);
        }
        template.into()
    }
}

#[derive(Debug, Args)]
pub(super) struct ContactArgs {
    /// The name as shown
    name: String,
    /// A phone number
    #[arg(long, value_name = "NUMBER")]
    phone: Option<String>,
    /// The type of that number
    #[arg(long, default_value = "CELL", value_name = "TYPE")]
    phone_type: String,
    /// A mail address
    #[arg(long, value_name = "ADDRESS")]
    email: Option<String>,
    /// A company
    #[arg(long, value_name = "NAME")]
    company: Option<String>,
}

impl ContactArgs {
    pub(super) fn content(self) -> Content {
        let mut card = Card::new(self.name);
        if let Some(phone) = self.phone {
            card = card.phone(phone, self.phone_type);
        }
        if let Some(email) = self.email {
            card = card.email(email, "WORK");
        }
        if let Some(company) = self.company {
            card = card.company(company);
        }
        card.into()
    }
}

#[derive(Debug, Args)]
pub(super) struct LocationArgs {
    /// Degrees north, -90 to 90
    #[arg(allow_negative_numbers = true)]
    latitude: f64,
    /// Degrees east, -180 to 180
    #[arg(allow_negative_numbers = true)]
    longitude: f64,
    /// What it is called
    #[arg(long)]
    name: Option<String>,
    /// Its address; shown only with a name
    #[arg(long)]
    address: Option<String>,
}

impl LocationArgs {
    pub(super) fn content(self) -> Content {
        let mut location = Location::new(self.latitude, self.longitude);
        location.name = self.name;
        location.address = self.address;
        location.into()
    }
}

#[derive(Debug, Args)]
pub(super) struct ReactionArgs {
    /// The message reacted to
    #[arg(value_name = "WAMID")]
    message: String,
    /// One emoji
    #[arg(default_value = "")]
    emoji: String,
}

impl ReactionArgs {
    pub(super) fn content(self) -> Result<Content, Failure> {
        Ok(Reaction::new(wamid("WAMID", &self.message)?, self.emoji).into())
    }
}

#[derive(Debug, Args)]
pub(super) struct JsonArgs {
    /// File with the whole message as the platform takes it; `-` is stdin
    file: PathBuf,
}

impl JsonArgs {
    pub(super) fn message(&self) -> Result<Message, Failure> {
        let file = self.file.display();
        let bytes = input::bytes(&self.file).map_err(|failure| Failure::usage(failure.what))?;
        let value = serde_json::from_slice(&bytes)
            .map_err(|error| Failure::usage(format!("{file}: {error}")))?;
        Message::from_value(value).map_err(|error| Failure::usage(format!("{file}: {error}")))
    }
}
