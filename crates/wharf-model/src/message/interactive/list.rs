//! Lists.

use serde::{Deserialize, Serialize};

use super::parts::{Body, Footer, Header, check_parts, parts};
use crate::{
    limits::{
        LIST_BODY_CHARS_MAX, LIST_BUTTON_CHARS_MAX, ROW_DESCRIPTION_CHARS_MAX, ROW_ID_CHARS_MAX,
        ROW_TITLE_CHARS_MAX, ROWS_MAX, SECTION_TITLE_CHARS_MAX, SECTIONS_MAX,
    },
    message::{Rule, check::Checker},
};

/// A text with a button that opens a list. A choice comes back as an `interactive` message with `list_reply`.
///
/// ```
/// use wharf_model::message::{List, interactive::{Row, Section}};
///
/// let menu = List::new("What would you like?", "Menu")
///     .section(Section::new("Drinks").row(Row::new("tea", "Tea").description("Green or black")));
/// assert_eq!(menu.action.sections[0].rows[0].id, "tea");
/// ```
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct List {
    /// Above the body: text only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub header: Option<Header>,
    /// The text, at most 4096 characters.
    pub body: Body,
    /// Below the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub footer: Option<Footer>,
    /// The list.
    pub action: ListAction,
}

/// The list of a message.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ListAction {
    /// The label that opens it; 1 to 20 characters.
    pub button: String,
    /// One to ten sections with at most ten rows between them.
    pub sections: Vec<Section>,
}

/// A section of a list.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Section {
    /// At most 24 characters; required when there is more than one section.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Its rows.
    #[serde(default)]
    pub rows: Vec<Row>,
}

/// A row of a list.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Row {
    /// Comes back when it is chosen; 1 to 200 characters, unique within the list.
    pub id: String,
    /// What it says; 1 to 24 characters.
    pub title: String,
    /// A second line; at most 72 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

impl Row {
    /// A row.
    pub fn new(id: impl Into<String>, title: impl Into<String>) -> Self {
        Self { id: id.into(), title: title.into(), description: None }
    }

    /// The same with a second line.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }
}

impl Section {
    /// A section with a title.
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: Some(title.into()), rows: Vec::new() }
    }

    /// The same with one more row.
    #[must_use]
    pub fn row(mut self, row: Row) -> Self {
        self.rows.push(row);
        self
    }
}

impl List {
    /// A text and the label of the button that opens the list; add sections with [`List::section`].
    pub fn new(body: impl Into<String>, button: impl Into<String>) -> Self {
        let action = ListAction { button: button.into(), sections: Vec::new() };
        Self { header: None, body: Body { text: body.into() }, footer: None, action }
    }

    /// The same with one more section.
    #[must_use]
    pub fn section(mut self, section: Section) -> Self {
        self.action.sections.push(section);
        self
    }

    parts!(header footer);

    pub(super) fn check(&self, check: &mut Checker) {
        check_parts(self.header.as_ref(), self.footer.as_ref(), check);
        if self.header.as_ref().is_some_and(|header| !matches!(header, Header::Text(_))) {
            check.invalid("interactive.header.type", Rule::OneOf, "a list's header must be text");
        }
        check.text("interactive.body.text", &self.body.text, 1, LIST_BODY_CHARS_MAX);
        check.text("interactive.action.button", &self.action.button, 1, LIST_BUTTON_CHARS_MAX);
        let sections = &self.action.sections;
        check.count("interactive.action.sections", sections.len(), 1, SECTIONS_MAX);
        let rows = sections.iter().map(|section| section.rows.len()).sum();
        check.count("interactive.action.sections[].rows", rows, 1, ROWS_MAX);
        let mut ids = Vec::new();
        for (at, section) in sections.iter().enumerate() {
            let path = format!("interactive.action.sections[{at}]");
            match &section.title {
                Some(title) => {
                    check.text(&format!("{path}.title"), title, 0, SECTION_TITLE_CHARS_MAX);
                }
                None if sections.len() > 1 => {
                    check.missing(
                        &format!("{path}.title"),
                        "is required when there is more than one section",
                    );
                }
                None => {}
            }
            for (at, row) in section.rows.iter().enumerate() {
                let path = format!("{path}.rows[{at}]");
                check.text(&format!("{path}.id"), &row.id, 1, ROW_ID_CHARS_MAX);
                check.text(&format!("{path}.title"), &row.title, 1, ROW_TITLE_CHARS_MAX);
                check.optional(
                    &format!("{path}.description"),
                    row.description.as_deref(),
                    ROW_DESCRIPTION_CHARS_MAX,
                );
                ids.push((format!("{path}.id"), row.id.as_str()));
            }
        }
        check.unique(ids);
    }
}

crate::quiet_debug! {
    List { action }
    ListAction { sections }
    Section { rows }
    Row { id }
}
