//! Variables from a file, as the guide keeps them. What is set already wins.

use std::path::Path;

use crate::exit::Failure;

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
