//! What each crate of the workspace says that it uses.

use std::path::Path;

use anyhow::{Context as _, Result};
use cargo_metadata::{DependencyKind, MetadataCommand};

/// The workspace as its manifests describe it.
#[derive(Debug, Default)]
pub(super) struct Declared {
    pub(super) crates: Vec<Crate>,
    pub(super) uses: Vec<Use>,
}

/// A crate of the workspace.
#[derive(Debug)]
pub(super) struct Crate {
    pub(super) name: String,
    /// Its folder, from the root.
    pub(super) folder: String,
    /// The file that carries its docs, from the root.
    pub(super) head: String,
}

/// One line of a crate's `[dependencies]`.
#[derive(Debug)]
pub(super) struct Use {
    /// The crate that declares it.
    pub(super) by: String,
    /// The crate it names.
    pub(super) of: String,
    /// For tests and examples alone.
    pub(super) in_tests: bool,
    pub(super) features: Vec<String>,
    /// The manifest, from the root.
    pub(super) path: String,
    pub(super) line: usize,
}

/// Reads the manifests, through cargo; needs no network.
pub(super) fn read(root: &Path) -> Result<Declared> {
    let metadata = MetadataCommand::new()
        .manifest_path(root.join("Cargo.toml"))
        .no_deps()
        .exec()
        .context("cannot read the workspace")?;
    let mut declared = Declared::default();
    for package in &metadata.packages {
        let from_root = |path: &cargo_metadata::camino::Utf8Path| {
            path.strip_prefix(&metadata.workspace_root).unwrap_or(path).to_string()
        };
        let manifest = std::fs::read_to_string(&package.manifest_path)
            .with_context(|| format!("cannot read {}", package.manifest_path))?;
        let path = from_root(&package.manifest_path);
        declared.uses.extend(package.dependencies.iter().map(|dependency| Use {
            by: package.name.to_string(),
            of: dependency.name.clone(),
            in_tests: dependency.kind == DependencyKind::Development,
            features: dependency.features.clone(),
            line: line_of(&manifest, &dependency.name),
            path: path.clone(),
        }));
        let head = package.targets.iter().find(|target| target.is_lib());
        let head = head.or_else(|| package.targets.iter().find(|target| target.is_bin()));
        declared.crates.push(Crate {
            name: package.name.to_string(),
            folder: path.trim_end_matches("/Cargo.toml").to_owned(),
            head: head.map(|target| from_root(&target.src_path)).unwrap_or_default(),
        });
    }
    Ok(declared)
}

/// Where a manifest names a crate; 1 when it does so in a way we do not see.
fn line_of(manifest: &str, name: &str) -> usize {
    let names =
        |line: &str| line.strip_prefix(name).is_some_and(|rest| rest.starts_with(['.', ' ', '=']));
    manifest.lines().position(names).map_or(1, |index| index + 1)
}

#[cfg(test)]
impl Use {
    /// A line that some crate could have.
    pub(super) fn new(by: &str, of: &str) -> Self {
        let path = format!("crates/{by}/Cargo.toml");
        Self { by: by.into(), of: of.into(), in_tests: false, features: Vec::new(), path, line: 7 }
    }
}

#[cfg(test)]
mod tests {
    use super::{line_of, read};

    #[test]
    fn a_dependency_is_found_in_its_manifest() {
        let manifest = "[dependencies]\nhyper-util = \"1\"\nhyper.workspace = true\n";
        assert_eq!(line_of(manifest, "hyper"), 3);
        assert_eq!(line_of(manifest, "hyper-util"), 2);
        assert_eq!(line_of(manifest, "tokio"), 1);
    }

    #[test]
    fn the_shed_reads_its_own_manifest() {
        let declared = read(&crate::command::root()).unwrap();
        let shed = declared.crates.iter().find(|shed| shed.name == "xtask").unwrap();
        assert_eq!((shed.folder.as_str(), shed.head.as_str()), ("xtask", "xtask/src/main.rs"));
        let clap =
            declared.uses.iter().find(|line| line.by == "xtask" && line.of == "clap").unwrap();
        assert!(!clap.in_tests && clap.line > 1);
    }
}
