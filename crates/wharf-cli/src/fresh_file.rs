//! A file that appears under its name when all of it is there, and not before. What is left half done leaves nothing.

use std::{
    io,
    path::{Path, PathBuf},
};

use tempfile::NamedTempFile;

use crate::exit::Failure;

/// Whether a file may be written here; --force writes over what is there.
pub(crate) fn may_write(path: &Path, force: bool) -> Result<(), Failure> {
    if force || !path.exists() {
        return Ok(());
    }
    Err(Failure::usage(format!(
        "{} is there already: name another file, or write over it with --force",
        path.display()
    )))
}

/// A file that is being written.
#[derive(Debug)]
pub(crate) struct FreshFile {
    path: PathBuf,
    force: bool,
    half: NamedTempFile,
}

impl FreshFile {
    /// Begins one beside its place, so that its name is given in one step.
    pub(crate) fn begin(path: &Path, force: bool) -> Result<Self, Failure> {
        may_write(path, force)?;
        let folder = match path.parent() {
            Some(folder) if folder != Path::new("") => folder,
            _ => Path::new("."),
        };
        let half = builder().prefix(".wharf-").tempfile_in(folder);
        let half = half.map_err(|error| unwritten(path, &error))?;
        Ok(Self { path: path.to_owned(), force, half })
    }

    /// What is written to.
    pub(crate) fn file(&self) -> &NamedTempFile {
        &self.half
    }

    /// All of it is there: gives it its name.
    pub(crate) fn keep(self) -> Result<(), Failure> {
        let Self { path, force, half } = self;
        let named = if force { half.persist(&path) } else { half.persist_noclobber(&path) };
        named.map(|_| ()).map_err(|error| unwritten(&path, &error.error))
    }
}

fn unwritten(path: &Path, error: &io::Error) -> Failure {
    Failure::failed(format!("{}: cannot be written: {error}", path.display()))
}

/// Others may read it as any file that one makes.
fn builder() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
}
