//! Every operation of the platform, and whether it is emulated.

mod missing;

use serde::Serialize;

use crate::graph;

/// An operation of the platform.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Operation {
    /// What it is about.
    pub(crate) family: &'static str,
    /// GET, POST, DELETE.
    pub(crate) method: &'static str,
    /// Its path behind the version.
    pub(crate) path: &'static str,
}

/// An operation, short.
pub(crate) const fn op(
    family: &'static str,
    method: &'static str,
    path: &'static str,
) -> Operation {
    Operation { family, method, path }
}

/// Every operation, and whether it is emulated.
pub(crate) fn all() -> impl Iterator<Item = (&'static Operation, bool)> {
    let emulated = graph::OPERATIONS.iter().copied().flatten().map(|operation| (operation, true));
    emulated.chain(missing::missing().map(|operation| (operation, false)))
}

/// The operation that a call means and that is not emulated, if it means one. A path that is one
/// id alone says too little: what it names decides.
pub(crate) fn missing(method: &str, path: &str) -> Option<&'static Operation> {
    let (_version, rest) = path.trim_matches('/').split_once('/')?;
    let given: Vec<_> = rest.split('/').collect();
    missing::missing().find(|operation| operation.method == method && operation.fits(&given))
}

impl Operation {
    fn fits(&self, given: &[&str]) -> bool {
        let own: Vec<_> = self.path.trim_matches('/').split('/').collect();
        let named = own.iter().any(|segment| !segment.starts_with('{'));
        named
            && own.len() == given.len()
            && own.iter().zip(given).all(|(own, given)| own.starts_with('{') || own == given)
    }
}

#[cfg(test)]
mod tests {
    use super::{all, missing};

    #[test]
    fn no_operation_is_there_twice() {
        let mut names: Vec<_> = all().map(|(op, _)| (op.method, op.path)).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
        assert!(count > 150, "{count}");
    }

    #[test]
    fn a_call_is_known_for_what_it_means() {
        let path = |method, path| missing(method, path).map(|operation| operation.path);
        assert_eq!(path("POST", "/v25.0/123/payments_refund"), Some("/{phone}/payments_refund"));
        assert_eq!(path("GET", "/v25.0/oauth/revoke"), Some("/oauth/revoke"));
        assert_eq!(path("GET", "/v25.0/123"), None);
        assert_eq!(path("POST", "/v25.0/123/teleport"), None);
    }
}
