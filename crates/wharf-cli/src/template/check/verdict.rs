//! What the lock file says about a send.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;
use wharf::message::{Message, Severity as Weight, Template, Violation};
use wharf_model::template::Definition;

use super::{
    super::lock::{Entry, Lock},
    found::{Depth, Found, Literal, What},
    tree::Node,
};

/// There is no such template, or not in that language, or it is not approved.
const NOWHERE: u32 = 132_001;
const PAUSED: u32 = 132_015;
const DISABLED: u32 = 132_016;

/// The templates of a lock file, by name and language.
pub(super) struct Book<'l> {
    by_name: BTreeMap<&'l str, BTreeMap<&'l str, &'l Entry>>,
}

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Severity {
    Error,
    Warning,
    /// It could not be checked.
    Unchecked,
}

/// Something to say about a send.
#[derive(Debug)]
pub(super) struct Finding {
    /// Bytes from the beginning of the file.
    pub(super) offset: usize,
    pub(super) severity: Severity,
    /// The code the platform would answer with.
    pub(super) code: Option<u32>,
    /// Where in the send, as a JSON path.
    pub(super) path: Option<String>,
    pub(super) what: String,
    pub(super) advice: String,
}

impl Severity {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Unchecked => "unchecked",
        }
    }
}

impl Finding {
    pub(super) fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    pub(super) fn is_warning(&self) -> bool {
        self.severity == Severity::Warning
    }

    fn refused(offset: usize, code: u32, what: String, advice: String) -> Self {
        let severity = Severity::Error;
        Self { offset, severity, code: Some(code), path: None, what, advice }
    }

    fn unchecked(offset: usize, what: &str, advice: &str) -> Self {
        Self {
            offset,
            severity: Severity::Unchecked,
            code: None,
            path: None,
            what: what.to_owned(),
            advice: advice.to_owned(),
        }
    }
}

impl<'l> Book<'l> {
    pub(super) fn new(lock: &'l Lock) -> Self {
        let mut by_name: BTreeMap<_, BTreeMap<_, _>> = BTreeMap::new();
        for entry in &lock.templates {
            by_name.entry(entry.name.as_str()).or_default().insert(entry.language.as_str(), entry);
        }
        Self { by_name }
    }

    /// How far the send could be checked, and what there is to say.
    pub(super) fn judge(&self, found: &Found) -> (Depth, Vec<Finding>) {
        match &found.what {
            What::Nameless => {
                let what = "the template's name is not written here";
                let advice = "check it while the program runs, or use `wharf template codegen`";
                (Depth::NotAtAll, vec![Finding::unchecked(found.offset, what, advice)])
            }
            What::Named { name, language } => {
                let findings = self.identity(name, language.as_ref()).err().into_iter().collect();
                (Depth::ByName, findings)
            }
            What::Whole { template, message, node } => self.whole(template, message.as_ref(), node),
        }
    }

    /// Whether a template of this name is there, in this language, and may be sent.
    fn identity(
        &self,
        name: &Literal,
        language: Option<&Literal>,
    ) -> Result<Option<&'l Entry>, Finding> {
        let Some(languages) = self.by_name.get(name.text.as_str()) else {
            let what = format!("there is no template {}", name.text);
            return Err(Finding::refused(name.offset, NOWHERE, what, self.nearest(&name.text)));
        };
        let Some(language) = language else {
            let one = languages.values().next().copied();
            let entry = one.filter(|_| !languages.values().any(|entry| entry.is_approved()));
            return entry.map_or(Ok(None), |entry| may_be_sent(entry, name.offset).map(Some));
        };
        let Some(entry) = languages.get(language.text.as_str()).copied() else {
            let what = format!("{} is not there in {}", name.text, language.text);
            let there: Vec<_> = languages.keys().copied().collect();
            let advice = format!("it is there in {}", there.join(", "));
            return Err(Finding::refused(language.offset, NOWHERE, what, advice));
        };
        may_be_sent(entry, name.offset).map(Some)
    }

    fn whole(
        &self,
        template: &Value,
        message: Option<&Value>,
        node: &Node,
    ) -> (Depth, Vec<Finding>) {
        let prefix = if message.is_some() { "" } else { "template." };
        let place = |path: &str| node.place(path.strip_prefix(prefix).unwrap_or(path));
        let literal = |path: &str, value: &Value| Literal {
            text: value.as_str().unwrap_or_default().to_owned(),
            offset: place(path),
        };
        let name = literal("template.name", &template["name"]);
        let language = literal("template.language.code", &template["language"]["code"]);
        let entry = match self.identity(&name, Some(&language)) {
            Ok(Some(entry)) => entry,
            Ok(None) => return (Depth::ByName, Vec::new()),
            Err(finding) => return (Depth::Wholly, vec![finding]),
        };
        let show = format!("`wharf template show {}` says what a send must give", name.text);
        let sent = match serde_json::from_value::<Template>(template.clone()) {
            Ok(sent) => sent,
            Err(error) => {
                let what = format!("the template cannot be read: {error}");
                return (Depth::Wholly, vec![Finding::refused(place("template"), 100, what, show)]);
            }
        };
        let definition = match entry.definition() {
            Ok(definition) => definition,
            Err(error) => {
                let what = format!("the template in the lock file cannot be read: {error}");
                let finding = Finding::unchecked(
                    place("template"),
                    &what,
                    "pull it anew, or use a newer wharf",
                );
                return (Depth::ByName, vec![finding]);
            }
        };
        let mut findings: Vec<Finding> = Vec::new();
        for violation in violations(&definition, sent, message) {
            let finding = Finding {
                offset: place(&violation.path),
                severity: match violation.severity {
                    Weight::Error => Severity::Error,
                    Weight::Warning => Severity::Warning,
                },
                code: Some(violation.code),
                path: Some(violation.path),
                what: violation.what,
                advice: show.clone(),
            };
            let known = |one: &Finding| one.path == finding.path && one.what == finding.what;
            if !findings.iter().any(known) {
                findings.push(finding);
            }
        }
        (Depth::Wholly, findings)
    }

    /// What to do about a name that is not there.
    fn nearest(&self, name: &str) -> String {
        let near = self.by_name.keys().map(|known| (distance(name, known), *known)).min();
        match near {
            Some((edits, known)) if edits <= 2 || edits * 4 <= name.len() => {
                format!("is {known} meant?")
            }
            _ => "`wharf template pull` renews the lock file, `wharf template create` makes a template".to_owned(),
        }
    }
}

fn may_be_sent(entry: &Entry, offset: usize) -> Result<&Entry, Finding> {
    let Entry { name, language, status, .. } = entry;
    let (code, advice) = match status.as_str() {
        "PAUSED" => {
            (PAUSED, format!("wait until the pause ends, or try `wharf template unpause {name}`"))
        }
        "DISABLED" => {
            (DISABLED, "send another one: a disabled template does not come back".to_owned())
        }
        "PENDING" | "IN_APPEAL" => {
            (NOWHERE, "wait until it is approved, then `wharf template pull`".to_owned())
        }
        "REJECTED" => (NOWHERE, format!("change it: `wharf template edit {name}`")),
        "ARCHIVED" | "DELETED" | "PENDING_DELETION" | "LIMIT_EXCEEDED" => {
            (NOWHERE, "send another one, or create it anew".to_owned())
        }
        _ => return Ok(entry),
    };
    let what = format!("{name} in {language} cannot be sent: it is {status}");
    Err(Finding::refused(offset, code, what, advice))
}

/// What is wrong with the values, and where: paths begin with `template` or name a field of the message.
fn violations(definition: &Definition, sent: Template, message: Option<&Value>) -> Vec<Violation> {
    let whole = message.filter(|message| {
        // A message that is to be completed later names nobody yet.
        message.get("to").is_some() || message.get("recipient").is_some()
    });
    let whole = whole.and_then(|message| Message::from_value(message.clone()).ok());
    let mut all = match &whole {
        Some(message) => definition.check_message(message),
        None => definition.check_send(&sent),
    };
    // To whom it goes is not at issue here.
    let own = Message::new("+15550001111", sent).check();
    all.extend(own.into_iter().filter(|violation| violation.path.starts_with("template")));
    all
}

/// How many letters must be put in, left out or changed.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (index, letter) in one.chars().enumerate() {
        let mut before = std::mem::replace(&mut row[0], index + 1);
        for (place, known) in other.iter().enumerate() {
            let changed = before + usize::from(letter != *known);
            before = row[place + 1];
            row[place + 1] = changed.min(before + 1).min(row[place] + 1);
        }
    }
    row.last().copied().unwrap_or(0)
}
