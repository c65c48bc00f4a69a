//! A module is `foo.rs`, so that its file is found by its name.

use super::Finding;

pub(super) fn check(path: &str) -> Option<Finding> {
    let file = path.strip_suffix("/mod.rs")?;
    let in_tests = file.split_once("/tests/it/").is_some_and(|(_, rest)| !rest.is_empty());
    (!in_tests).then(|| Finding::new(path, 1, "a mod.rs", format!("Move it to {file}.rs")))
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn a_mod_rs_is_found_outside_the_black_box_tests() {
        assert!(check("crates/wharf/src/event/mod.rs").is_some());
        assert!(check("crates/wharf/tests/mod.rs").is_some());
        assert_eq!(check("crates/wharf/tests/it/support/mod.rs"), None);
        assert_eq!(check("crates/wharf/src/event.rs"), None);
    }
}
