//! Programs of this machine: finding them, and installing Debian's packages where we may.

use std::{
    env,
    path::{Path, PathBuf},
};

use anyhow::{Result, bail};

use crate::command::{at_root, output, run, succeeds};

/// Where a program is, absolute: the search path first, then cargo's own folder.
pub(crate) fn find(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let own = env::var_os("CARGO_HOME").map(PathBuf::from);
    let own = own.or_else(|| Some(Path::new(&env::var_os("HOME")?).join(".cargo")));
    let folders = env::split_paths(&path).chain(own.map(|home| home.join("bin")));
    folders.map(|folder| folder.join(name)).find(|file| file.is_absolute() && file.is_file())
}

/// Installs Debian's packages. An error says why it cannot be done, or what went wrong.
pub(crate) fn install(packages: &[&str]) -> Result<()> {
    let Some(apt) = find("apt-get") else {
        bail!("there is no apt-get here; install {} yourself", packages.join(", "));
    };
    if output(at_root("id").arg("-u"))?.trim() != "0" {
        bail!("not root: sudo apt-get install {}", packages.join(" "));
    }
    // An old list may still do; if it does not, the installation says so.
    succeeds(at_root(&apt).args(["update", "--quiet"]));
    let mut command = at_root(&apt);
    command.args(["install", "--yes", "--quiet", "--no-install-recommends"]).args(packages);
    run(command.env("DEBIAN_FRONTEND", "noninteractive"))
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn a_program_is_found_by_its_name() {
        assert!(find("sh").unwrap().is_absolute());
        assert_eq!(find("no-program-of-this-name"), None);
    }
}
