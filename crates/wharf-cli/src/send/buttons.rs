//! Buttons and lists.

use clap::Args;
use wharf::message::{
    Buttons, Content, List,
    interactive::{Row, Section},
};

use crate::exit::Failure;

#[derive(Debug, Args)]
pub(super) struct ButtonsArgs {
    /// The text, at most 1024 characters
    body: String,
    /// A button: what comes back when it is tapped, and what it says (at most 20 characters); one to three
    #[arg(long, required = true, value_name = "ID=TITLE")]
    button: Vec<String>,
    /// A line above
    #[arg(long, value_name = "TEXT")]
    header: Option<String>,
    /// A line below
    #[arg(long, value_name = "TEXT")]
    footer: Option<String>,
}

fn pair<'p>(flag: &str, text: &'p str) -> Result<(&'p str, &'p str), Failure> {
    text.split_once('=')
        .ok_or_else(|| Failure::usage(format!("{flag}: `{text}` is not ID=TITLE, such as yes=Yes")))
}

impl ButtonsArgs {
    pub(super) fn content(self) -> Result<Content, Failure> {
        let mut buttons = Buttons::new(self.body);
        for button in &self.button {
            let (id, title) = pair("--button", button)?;
            buttons = buttons.reply(id, title);
        }
        if let Some(header) = self.header {
            buttons = buttons.header(header);
        }
        if let Some(footer) = self.footer {
            buttons = buttons.footer(footer);
        }
        Ok(buttons.into())
    }
}

#[derive(Debug, Args)]
pub(super) struct ListArgs {
    /// The text, at most 4096 characters
    body: String,
    /// The label that opens the list, at most 20 characters
    #[arg(long, default_value = "Choose", value_name = "LABEL")]
    button: String,
    /// A row: what comes back when it is chosen, what it says (at most 24 characters), a second line
    #[arg(long, required = true, value_name = "ID=TITLE[|DESCRIPTION]")]
    row: Vec<String>,
    /// The title over the rows
    #[arg(long, value_name = "TEXT")]
    section: Option<String>,
}

impl ListArgs {
    pub(super) fn content(self) -> Result<Content, Failure> {
        let mut section = Section::default();
        section.title = self.section;
        for row in &self.row {
            let (id, says) = pair("--row", row)?;
            let (title, description) =
                says.split_once('|').map_or((says, None), |(title, more)| (title, Some(more)));
            let row = Row::new(id, title);
            section = section
                .row(description.map_or(row.clone(), |description| row.description(description)));
        }
        Ok(List::new(self.body, self.button).section(section).into())
    }
}
