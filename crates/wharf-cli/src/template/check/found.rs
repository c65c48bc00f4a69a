//! A send that stands in a file.

use serde_json::Value;

use super::tree::Node;

/// A send, and where it stands.
#[derive(Debug)]
pub(super) struct Found {
    /// Bytes from the beginning of the file.
    pub(super) offset: usize,
    pub(super) what: What,
}

/// How much of a send is written there.
#[derive(Debug)]
pub(super) enum What {
    /// All of it, as JSON.
    Whole {
        /// The template of the send.
        template: Value,
        /// The message around it, if there is one.
        message: Option<Value>,
        /// Where its parts stand: of the message, or of the template where there is none.
        node: Node,
    },
    /// Its name, and maybe its language.
    Named { name: Literal, language: Option<Literal> },
    /// That it is one.
    Nameless,
}

/// A text, and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Literal {
    pub(super) text: String,
    pub(super) offset: usize,
}

/// How far a send was checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Depth {
    Wholly,
    ByName,
    NotAtAll,
}

impl Found {
    /// The template's name, if it is written there.
    pub(super) fn name(&self) -> Option<&str> {
        match &self.what {
            What::Whole { template, .. } => template["name"].as_str(),
            What::Named { name, .. } => Some(&name.text),
            What::Nameless => None,
        }
    }

    /// The template's language, if it is written there.
    pub(super) fn language(&self) -> Option<&str> {
        match &self.what {
            What::Whole { template, .. } => template["language"]["code"].as_str(),
            What::Named { language, .. } => {
                language.as_ref().map(|language| language.text.as_str())
            }
            What::Nameless => None,
        }
    }
}

/// Line and column, each from 1; columns are characters.
pub(super) fn place(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}
