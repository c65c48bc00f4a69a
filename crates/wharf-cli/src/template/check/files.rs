//! The files of a project.

use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
};

use ignore::WalkBuilder;

use super::tokens::Style;
use crate::exit::Failure;

/// Files that are larger are rarely written by someone.
const FILE_BYTES_MAX: u64 = 4 * 1024 * 1024;
/// Folders of what others wrote, or of what was built.
const OTHERS: [&str; 6] =
    ["node_modules", "target", "vendor", "venv", "__pycache__", "site-packages"];
/// What `wharf template codegen` writes begins so: the compiler checks it.
const GENERATED: &str =
    "//! WhatsApp templates that may be sent. Written by `wharf template codegen`";

/// How a file is read.
#[derive(Clone, Copy, Debug)]
pub(super) enum Language {
    Json,
    JsonLines,
    Source(Style),
}

/// A file, and its text.
#[derive(Debug)]
pub(super) struct File {
    pub(super) path: PathBuf,
    pub(super) text: String,
    pub(super) language: Language,
}

/// A file that was not read.
#[derive(Debug)]
pub(super) struct Skipped {
    pub(super) path: PathBuf,
    pub(super) why: String,
}

/// The files under these paths that may hold sends, one after the other, in the order of their names.
pub(super) fn under<'p>(
    paths: &'p [PathBuf],
    lock: &'p Path,
) -> Result<impl Iterator<Item = Result<File, Skipped>> + 'p, Failure> {
    for path in paths {
        if !path.exists() {
            return Err(Failure::usage(format!(
                "{}: there is no such file or folder",
                path.display()
            )));
        }
    }
    let lock = fs::canonicalize(lock).ok();
    let walks = paths.iter().flat_map(|path| {
        let mut walk = WalkBuilder::new(path);
        walk.require_git(false).sort_by_file_name(OsStr::cmp);
        walk.filter_entry(|entry| {
            let others = entry.file_name().to_str().is_some_and(|name| OTHERS.contains(&name));
            entry.depth() == 0 || !others
        });
        walk.build()
    });
    Ok(walks.filter_map(move |entry| match entry {
        Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => {
            let (path, asked_for) = (entry.path(), entry.depth() == 0);
            let is_lock = lock.is_some() && fs::canonicalize(path).ok() == lock;
            if is_lock { None } else { read(path, asked_for) }
        }
        Ok(_) => None,
        Err(error) => Some(Err(Skipped { path: PathBuf::from("."), why: error.to_string() })),
    }))
}

/// Reads a file, unless it is of no kind that is looked at. One that was named is looked at whatever it is.
fn read(path: &Path, asked_for: bool) -> Option<Result<File, Skipped>> {
    let language = language(path).or(asked_for.then_some(Language::Source(Style::Slashes)))?;
    let skipped = |why: String| Some(Err(Skipped { path: path.to_owned(), why }));
    match fs::metadata(path) {
        Ok(known) if known.len() > FILE_BYTES_MAX => {
            return skipped("is larger than 4 MiB".to_owned());
        }
        _ => {}
    }
    let text = match fs::read(path) {
        Ok(bytes) => match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(_) => return skipped("is not UTF-8".to_owned()),
        },
        Err(error) => return skipped(format!("cannot be read: {error}")),
    };
    if text.starts_with(GENERATED) {
        return None;
    }
    let path = path.strip_prefix("./").unwrap_or(path).to_owned();
    Some(Ok(File { path, text, language }))
}

fn language(path: &Path) -> Option<Language> {
    Some(match path.extension()?.to_str()? {
        "json" => Language::Json,
        "jsonl" | "ndjson" => Language::JsonLines,
        "rs" => Language::Source(Style::Rust),
        "py" | "rb" | "sh" | "bash" | "zsh" | "ex" | "exs" => Language::Source(Style::Hashes),
        "js" | "jsx" | "mjs" | "cjs" | "ts" | "tsx" | "mts" | "cts" | "vue" | "svelte" | "go"
        | "java" | "kt" | "kts" | "cs" | "php" | "swift" | "dart" | "scala" | "groovy" => {
            Language::Source(Style::Slashes)
        }
        _ => return None,
    })
}
