//! `wharf template check`: the sends of a project held against the lock file. Asks nobody.

mod files;
mod found;
mod json;
mod locale;
mod source;
mod tokens;
mod tree;
mod verdict;

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;
use serde_json::json;
use wharf::time::{Clock as _, SystemClock};

use self::{
    files::{File, Language, Skipped},
    found::{Depth, Found},
    verdict::{Book, Finding},
};
use super::lock::{Day, Lock, Where};
use crate::{exit::Failure, print::Printer};

/// Compare a project's sends with the lock file; asks nobody
#[derive(Debug, Args)]
#[command(
    after_help = "JSON and JSON lines are checked wholly: name, language, status, and that the values fit. So is \
    JSON in a text of a source file, and an object there that is JSON as well.\n\n\
    In source files name, language and status are checked, where they are written in a call or an object:\n  \
    Template::new(\"order\", \"en_US\")\n  \
    send_template(name=\"order\", language=\"en_US\")\n  \
    {template: {name: 'order', language: {code: 'en_US'}}}\n\n\
    What git ignores is not looked at, nor are hidden files, node_modules, target, vendor, venv. A send whose name \
    is made while the program runs cannot be checked; those are counted.\n\n\
    Exit code 1: something would be refused. With --json there is a line for each finding, and then the count."
)]
pub(super) struct Check {
    /// Files and folders
    #[arg(default_value = ".", value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    file: Where,
    /// Warn when the lock file is older than this
    #[arg(long, default_value_t = 7, value_name = "DAYS")]
    max_age: u64,
}

/// What was looked at.
#[derive(Debug, Default, Serialize)]
struct Count {
    /// Files that were read.
    files: usize,
    /// Files that could not be read, or are too large.
    skipped: usize,
    sends: usize,
    /// Sends whose values were checked as well.
    wholly: usize,
    /// Sends that were checked by name and language, or by name alone.
    by_name: usize,
    /// Sends that could not be checked.
    unchecked: usize,
    errors: usize,
    warnings: usize,
    lock_age_days: u64,
}

pub(super) fn run(check: &Check, printer: &mut Printer) -> Result<(), Failure> {
    let path = &check.file.lock;
    let lock = Lock::read(path)?;
    let mut count =
        Count { lock_age_days: Day::of(SystemClock.now()).since(lock.pulled), ..Count::default() };
    if count.lock_age_days > check.max_age {
        printer.warning(format!(
            "{} is {} days old: `wharf template pull` renews it",
            path.display(),
            count.lock_age_days
        ));
    }
    let book = Book::new(&lock);
    for file in files::under(&check.paths, path)? {
        match file {
            Ok(file) => look(&file, &book, &mut count, printer)?,
            Err(Skipped { path, why }) => {
                count.skipped += 1;
                printer.warning(format!("{}: {why}; it was not looked at", path.display()));
            }
        }
    }
    printer.either(&json!({"count": count}), || said(&count))?;
    if count.errors == 0 {
        return Ok(());
    }
    let plural = if count.errors == 1 { "" } else { "s" };
    Err(Failure::failed(format!(
        "{} mistake{plural}: the platform would refuse this",
        count.errors
    )))
}

/// Looks for sends in a file, and says what is wrong with them.
fn look(
    file: &File,
    book: &Book<'_>,
    count: &mut Count,
    printer: &mut Printer,
) -> Result<(), Failure> {
    count.files += 1;
    let sends = match file.language {
        Language::Json => json::in_text(&file.text, 0),
        Language::JsonLines => json::in_lines(&file.text),
        Language::Source(style) => Ok(source::sends(&file.text, style)),
    };
    let sends = match sends {
        Ok(sends) => sends,
        Err(why) => {
            count.skipped += 1;
            let path = file.path.display();
            printer.warning(format!("{path}: is no JSON ({why}); it was not looked at"));
            return Ok(());
        }
    };
    for send in &sends {
        count.sends += 1;
        let (depth, findings) = book.judge(send);
        match depth {
            Depth::Wholly => count.wholly += 1,
            Depth::ByName => count.by_name += 1,
            Depth::NotAtAll => count.unchecked += 1,
        }
        for finding in findings {
            if finding.is_error() {
                count.errors += 1;
            } else if finding.is_warning() {
                count.warnings += 1;
            }
            tell(file, send, &finding, printer)?;
        }
    }
    Ok(())
}

fn tell(
    file: &File,
    send: &Found,
    finding: &Finding,
    printer: &mut Printer,
) -> Result<(), Failure> {
    // What cannot be checked is counted; scripts get its place as well.
    if !printer.is_json() && !finding.is_error() && !finding.is_warning() {
        return Ok(());
    }
    let (line, column) = found::place(&file.text, finding.offset);
    let value = json!({
        "file": file.path, "line": line, "column": column, "severity": finding.severity,
        "code": finding.code, "template": send.name(), "language": send.language(),
        "path": finding.path, "what": finding.what, "advice": finding.advice,
    });
    printer.either(&value, || {
        let path = finding.path.as_deref().map(|path| format!("{path}: ")).unwrap_or_default();
        let code = finding.code.map(|code| format!(" ({code})")).unwrap_or_default();
        format!(
            "{}:{line}:{column}: {}: {path}{}{code}\n    {}",
            file.path.display(),
            finding.severity.as_str(),
            finding.what,
            finding.advice
        )
    })
}

fn said(count: &Count) -> String {
    let plural = |count: usize| if count == 1 { "" } else { "s" };
    let mut text = format!(
        "{} file{}, {} template send{}",
        count.files,
        plural(count.files),
        count.sends,
        plural(count.sends)
    );
    if count.sends > 0 {
        text.extend([format!(
            ": {} checked wholly, {} by name and language",
            count.wholly, count.by_name
        )]);
        if count.unchecked > 0 {
            text.extend([format!(
                ",\n{} not at all: the name is not written there (--json says where)",
                count.unchecked
            )]);
        }
    }
    text
}
