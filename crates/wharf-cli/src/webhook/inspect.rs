//! `wharf webhook inspect`: what is in webhook bodies. Never fails on a body, whatever its bytes.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;
use wharf::webhook::{Event, read};

use crate::{exit::Failure, input, print::Printer, table};

/// Say what is in webhook bodies, one line per event
#[derive(Debug, Args)]
#[command(
    after_help = "With --json each line is {\"file\",\"field\",\"kind\",\"id\",\"unread\",\"reason\"} and the \
    last one is the count."
)]
pub(crate) struct Inspect {
    /// Files with webhook bodies, as they came; `-` is stdin
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Fail (exit code 1) when something is unread
    #[arg(long)]
    strict: bool,
}

#[derive(Debug, Serialize)]
struct Line {
    file: String,
    field: String,
    kind: String,
    id: Option<String>,
    unread: bool,
    reason: Option<String>,
}

#[derive(Debug, Default, Serialize)]
struct Count {
    files: usize,
    events: usize,
    unread: usize,
    unreadable_files: usize,
}

impl Line {
    fn new(file: &str, event: &Event) -> Self {
        let reason = event.unread().map(std::borrow::Cow::into_owned);
        Self {
            file: file.to_owned(),
            field: event.field.clone(),
            kind: event.name().into_owned(),
            id: event.item().map(str::to_owned),
            unread: reason.is_some(),
            reason,
        }
    }
}

pub(super) fn run(inspect: &Inspect, printer: &mut Printer) -> Result<(), Failure> {
    let mut count = Count::default();
    let mut lines = Vec::new();
    let mut failures = Vec::new();
    for path in &inspect.files {
        let body = match input::bytes(path) {
            Ok(body) => body,
            Err(failure) => {
                count.unreadable_files += 1;
                failures.push(failure.what);
                continue;
            }
        };
        count.files += 1;
        for event in read(&body) {
            let line = Line::new(&path.display().to_string(), &event);
            count.events += 1;
            count.unread += usize::from(line.unread);
            if printer.is_json() {
                printer.json(&line)?;
            } else {
                lines.push(line);
            }
        }
    }
    if !printer.is_json() && !lines.is_empty() {
        printer.line(rows(&lines))?;
    }
    printer.either(&count, || {
        format!(
            "{}, {}, {} unread",
            counted(count.files, "file"),
            counted(count.events, "event"),
            count.unread
        )
    })?;
    if !failures.is_empty() {
        return Err(Failure::failed(failures.join("\n")));
    }
    if inspect.strict && count.unread > 0 {
        return Err(Failure::failed(format!(
            "--strict: {} unread",
            counted(count.unread, "event")
        )));
    }
    Ok(())
}

/// `1 file`, `2 files`.
fn counted(count: usize, word: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {word}{plural}")
}

fn rows(lines: &[Line]) -> String {
    let rows = lines.iter().map(|line| {
        let file = line.file.rsplit('/').next().unwrap_or(&line.file);
        let id = line.id.as_deref().unwrap_or("-");
        let reason = line.reason.as_deref().unwrap_or("");
        [file, &line.field, &line.kind, id, reason].map(str::to_owned)
    });
    table::table(&["FILE", "FIELD", "KIND", "ID", "UNREAD"], rows)
}
