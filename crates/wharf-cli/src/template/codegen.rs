//! `wharf template codegen`: Rust types for approved templates, in a file.

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::json;

use super::{
    lock::{Lock, Where},
    rust::{self, Generated},
};
use crate::{exit::Failure, print::Printer, whole_file};

/// Write Rust types for the approved templates of the lock file; asks nobody
#[derive(Debug, Args)]
#[command(
    after_help = "A template becomes a struct with a field for each value and a function for each \
    language:\n  \
    mod templates;\n  \
    number.send(to, OrderReady { name, total }.en_us()).await?;\n\
    The same lock gives the same file; commit it. `--check` in your CI fails when it is stale."
)]
pub(super) struct Codegen {
    #[command(flatten)]
    file: Where,
    /// The file that is written; `-` is stdout
    #[arg(long, default_value = "src/templates.rs", value_name = "FILE")]
    out: PathBuf,
    /// Write nothing, and fail when the file is not what would be written
    #[arg(long)]
    check: bool,
}

pub(super) fn run(codegen: &Codegen, printer: &mut Printer) -> Result<(), Failure> {
    let lock = Lock::read(&codegen.file.lock)?;
    let name = codegen.file.lock.file_name().unwrap_or_default().to_string_lossy();
    let generated = rust::generate(&lock, &name);
    let Generated { text, types, left_out } = &generated;
    for one in left_out {
        printer.warning(format!("{} in {} is left out: {}", one.name, one.language, one.why));
    }
    let out = &codegen.out;
    if out == Path::new("-") {
        return printer
            .either(&json!({"text": text, "left_out": left_out}), || text.trim_end().to_owned());
    }
    if codegen.check {
        return check(out, text, printer);
    }
    let changed = whole_file::write(out, text)?;
    let value = json!({"file": out, "types": types, "changed": changed, "left_out": left_out});
    printer.either(&value, || {
        let plural = if *types == 1 { "" } else { "s" };
        let how = if changed { "" } else { ", as it was" };
        format!("{}: {types} type{plural}{how}", out.display())
    })
}

fn check(out: &Path, text: &str, printer: &mut Printer) -> Result<(), Failure> {
    let written = std::fs::read_to_string(out).map_err(|error| {
        Failure::failed(format!("{}: {error}; `wharf template codegen` writes it", out.display()))
    })?;
    if bare(&written) != bare(text) {
        return Err(Failure::failed(format!(
            "{} is not what the lock gives: `wharf template codegen` writes it anew",
            out.display()
        )));
    }
    printer.either(&json!({"file": out, "stale": false}), || {
        format!("{} is what the lock gives", out.display())
    })
}

/// The text without its layout, which a formatter with other settings may have changed.
fn bare(text: &str) -> String {
    let mut bare = String::with_capacity(text.len());
    for letter in text.chars().filter(|letter| !letter.is_whitespace()) {
        if matches!(letter, ')' | ']' | '}') && bare.ends_with(',') {
            bare.pop();
        }
        bare.push(letter);
    }
    bare
}
