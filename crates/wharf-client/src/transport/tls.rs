//! TLS: the machine's own certificate authorities, aws-lc-rs, HTTP/2 where the other side speaks it.

use std::sync::{Arc, LazyLock};

use hyper_rustls::ConfigBuilderExt as _;
use rustls::{ClientConfig, RootCertStore, crypto::aws_lc_rs};

/// Read once: parsing the machine's authorities takes some milliseconds.
static CONFIG: LazyLock<ClientConfig> = LazyLock::new(|| {
    let builder = || {
        ClientConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
            .with_safe_default_protocol_versions()
            .expect("the provider supports the versions that it was built for")
    };
    match builder().with_native_roots() {
        Ok(config) => config.with_no_client_auth(),
        Err(error) => {
            // Plain http:// still works; https:// will name the unknown issuer.
            tracing::warn!(%error, "no certificate authorities on this machine: install ca-certificates");
            builder().with_root_certificates(RootCertStore::empty()).with_no_client_auth()
        }
    }
});

/// A configuration to connect with.
pub(super) fn config() -> ClientConfig {
    CONFIG.clone()
}
