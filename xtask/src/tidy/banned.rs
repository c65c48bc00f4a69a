//! Crates that nothing of ours may bring along.

use std::path::Path;

use anyhow::Result;

use super::Finding;
use crate::command::{cargo, output};

/// Each with the reason.
const BANNED: &[(&str, &str)] = &[
    ("openssl", "TLS is rustls"),
    ("openssl-sys", "TLS is rustls"),
    ("native-tls", "TLS is rustls"),
    ("ring", "aws-lc-rs is the one provider"),
    ("rsa", "its timing leaks the key; aws-lc-rs has RSA-OAEP"),
    ("chrono", "moments are wharf_model::time::Timestamp"),
];

/// The crates that are built for this machine, with all features, tests included.
///
/// `Cargo.lock` would not do: it also names what an optional dependency of others could bring.
pub(super) fn built(root: &Path) -> Result<Vec<String>> {
    let mut tree = cargo(&["tree", "--workspace", "--all-features", "--prefix", "none"]);
    let tree = output(tree.args(["--format", "{p}"]).current_dir(root))?;
    Ok(tree.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect())
}

pub(super) fn check(built: &[String]) -> Vec<Finding> {
    let present = BANNED.iter().filter(|(name, _)| built.iter().any(|built| built == name));
    let finding = |(name, why): &(&str, &str)| {
        let advice = format!("See who brings it: cargo tree --workspace --all-features -i {name}");
        Finding::new("Cargo.lock", 1, format!("{name} is banned: {why}"), advice)
    };
    present.map(finding).collect()
}

#[cfg(test)]
mod tests {
    use super::{BANNED, built, check};

    #[test]
    fn a_banned_crate_is_found() {
        for (name, _) in BANNED {
            assert_eq!(check(&["serde".into(), (*name).into()]).len(), 1, "{name}");
        }
        assert!(check(&["openssl-probe".into(), "ring-buffer".into()]).is_empty());
    }

    #[test]
    fn the_list_of_what_is_built_has_names() {
        let built = built(&crate::command::root()).unwrap();
        assert!(built.iter().any(|name| name == "wharf-model"));
        assert!(built.iter().any(|name| name == "serde"));
    }
}
