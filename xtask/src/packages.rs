//! Which packages a command is about.

/// The whole workspace, unless one package is named.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Packages {
    /// Only this package, while working on it.
    #[arg(long, hide = true)]
    package: Option<String>,
}

impl Packages {
    /// What to tell cargo.
    pub(crate) fn words(&self) -> Vec<String> {
        match &self.package {
            Some(name) => vec!["--package".into(), name.clone()],
            None => vec!["--workspace".into()],
        }
    }
}
