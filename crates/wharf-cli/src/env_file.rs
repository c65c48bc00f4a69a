//! Variables from a file, as the guide keeps them. What is set already wins.

use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
};

use crate::exit::Failure;

/// The file that `--env` names. The command line itself can only be read once the variables are there.
pub(crate) fn named(words: impl Iterator<Item = OsString>) -> Option<PathBuf> {
    let mut words = words.take_while(|word| word != "--");
    while let Some(word) = words.next() {
        if word == "--env" {
            return words.next().map(PathBuf::from);
        }
        if let Some(path) = word.to_str().and_then(|word| word.strip_prefix("--env=")) {
            return Some(path.into());
        }
    }
    None
}

/// Reads `.env` in this folder or one above, if there is one; or the file that was named, which must be there.
pub(crate) fn load(named: Option<&Path>) -> Result<(), Failure> {
    let Some(path) = named.map(Path::to_owned).or_else(nearest) else { return Ok(()) };
    let shown = path.display();
    match dotenvy::from_path(&path) {
        Ok(()) => Ok(()),
        Err(error) if error.not_found() => {
            Err(Failure::usage(format!("--env: there is no file {shown}")))
        }
        Err(dotenvy::Error::LineParse(broken, _)) => {
            let text = fs::read_to_string(&path).unwrap_or_default();
            Err(Failure::usage(format!("{shown}{}", place(&text, &broken))))
        }
        Err(error) => Err(Failure::usage(format!("{shown} cannot be read: {error}"))),
    }
}

/// The `.env` of this folder, or of the nearest one above that has it.
fn nearest() -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    here.ancestors().map(|folder| folder.join(".env")).find(|path| path.is_file())
}

/// Where a file cannot be read and what would do. The line may hold a secret: it is not shown.
fn place(text: &str, broken: &str) -> String {
    let begins = broken.lines().next().unwrap_or_default().trim();
    let line = text.lines().position(|line| line.trim() == begins).map(|index| index + 1);
    let line = line.map(|line| format!(", line {line}")).unwrap_or_default();
    let word = |char: &char| char.is_ascii_alphanumeric() || *char == '_';
    let name: String = begins.trim_start_matches("export ").chars().take_while(word).collect();
    let name = if name.is_empty() { String::new() } else { format!(" ({name})") };
    format!(
        "{line}{name}: cannot be read; write NAME=value, with quotes around a value that has spaces"
    )
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{named, place};

    #[test]
    fn the_file_is_found_wherever_it_is_named() {
        let check = |line: &str, file: Option<&str>| {
            let found = named(line.split(' ').map(Into::into));
            assert_eq!(found.as_deref(), file.map(Path::new), "{line}");
        };
        check("send text hello", None);
        check("--env a.env send text hello", Some("a.env"));
        check("send --env=a.env text hello", Some("a.env"));
        check("dev --env-file a.env", None);
        check("send text -- --env", None);
    }

    #[test]
    fn a_broken_line_is_named_and_not_shown() {
        let text = "A=1\nWHATSAPP_ACCESS_TOKEN: EAAGsecret\nB=2\n";
        let said = place(text, "WHATSAPP_ACCESS_TOKEN: EAAGsecret");
        assert!(said.starts_with(", line 2 (WHATSAPP_ACCESS_TOKEN): cannot be read"), "{said}");
        assert!(!said.contains("EAAG"), "{said}");
        assert!(place("x", "=secret").starts_with(": cannot be read"));
    }
}
