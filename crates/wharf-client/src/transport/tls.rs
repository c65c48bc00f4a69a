//! TLS: the machine's own certificate authorities, aws-lc-rs, HTTP/2 where the other side speaks it.

use std::sync::{Arc, LazyLock};

use rustls::{
    ClientConfig, RootCertStore,
    crypto::aws_lc_rs,
    pki_types::{CertificateDer, pem::PemObject as _},
};

use crate::error::BoxError;

/// Read once: parsing the machine's authorities takes some milliseconds.
static ROOTS: LazyLock<RootCertStore> = LazyLock::new(|| {
    let found = rustls_native_certs::load_native_certs();
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(found.certs);
    if roots.is_empty() {
        // Plain http:// still works; https:// will name the unknown issuer.
        let error = found.errors.first().map(ToString::to_string);
        tracing::warn!(
            error,
            "no certificate authorities on this machine: install ca-certificates"
        );
    }
    roots
});

/// What most clients connect with.
static CONFIG: LazyLock<ClientConfig> = LazyLock::new(|| trusting(ROOTS.clone()));

/// Certificate authorities that are trusted besides the machine's own.
pub(crate) type Authorities = Vec<CertificateDer<'static>>;

/// The certificates in this PEM text; an error when there is none, or one cannot be an authority.
pub(crate) fn authorities(pem: &[u8]) -> Result<Authorities, BoxError> {
    let found = CertificateDer::pem_slice_iter(pem).collect::<Result<Vec<_>, _>>()?;
    if found.is_empty() {
        return Err("it has no BEGIN CERTIFICATE".into());
    }
    let mut roots = RootCertStore::empty();
    for authority in &found {
        roots.add(authority.clone())?;
    }
    Ok(found)
}

/// A configuration to connect with.
pub(super) fn config(more: Authorities) -> ClientConfig {
    if more.is_empty() {
        return CONFIG.clone();
    }
    let mut roots = ROOTS.clone();
    roots.add_parsable_certificates(more);
    trusting(roots)
}

fn trusting(roots: RootCertStore) -> ClientConfig {
    ClientConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("the provider supports the versions that it was built for")
        .with_root_certificates(roots)
        .with_no_client_auth()
}
