//! Variables from a file, as the guide keeps them. What is set already wins.

use std::{
    ffi::OsString,
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
    let outcome = match named {
        Some(path) => dotenvy::from_path(path).map(|()| path.to_owned()),
        None => dotenvy::dotenv(),
    };
    let file = named.map_or_else(|| ".env".to_owned(), |path| path.display().to_string());
    match outcome {
        Ok(_) => Ok(()),
        Err(error) if error.not_found() && named.is_none() => Ok(()),
        Err(error) if error.not_found() => {
            Err(Failure::usage(format!("--env: there is no file {file}")))
        }
        Err(error) => {
            Err(Failure::usage(format!("{file} cannot be read: {error}; a line is NAME=value")))
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::named;

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
}
