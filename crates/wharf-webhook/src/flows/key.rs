//! The key pair of a number: the platform encrypts with one half, and only we can open it with the other.

use std::{fmt, sync::Arc};

use aws_lc_rs::{
    encoding::{AsDer as _, Pkcs8V1Der, PublicKeyX509Der},
    rsa::{KeySize, OAEP_SHA256_MGF1SHA256, OaepPrivateDecryptingKey, PrivateDecryptingKey},
};

use super::pem;

/// Bits that the platform takes.
pub(super) const BITS: usize = 2048;

/// The private key of the data endpoint: RSA, 2048 bits. A clone is cheap. Its `Debug` is `FlowKey(…)`.
///
/// One key belongs to one number: upload [`public_pem`](Self::public_pem) to `/{phone-number-id}/whatsapp_business_encryption`,
/// and again after the number was registered anew.
///
/// ```
/// use wharf_webhook::flows::FlowKey;
///
/// let key = FlowKey::generate()?;
/// let kept = key.to_pem()?; // a secret: keep it where the access token is kept
/// assert_eq!(FlowKey::from_pem(&kept)?.public_pem(), key.public_pem());
/// assert!(key.public_pem().starts_with("-----BEGIN PUBLIC KEY-----"));
/// # Ok::<(), wharf_webhook::flows::BadKey>(())
/// ```
#[derive(Clone)]
pub struct FlowKey(Arc<Inner>);

struct Inner {
    private: PrivateDecryptingKey,
    oaep: OaepPrivateDecryptingKey,
    public_pem: String,
}

/// A text that is no key for flows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BadKey {
    /// It is not a private key in PEM.
    NotPem,
    /// It is not a public key in PEM.
    NotPublicPem,
    /// It is encrypted with a passphrase.
    Encrypted,
    /// It is not an RSA key, or a broken one.
    NotRsa,
    /// It does not have 2048 bits.
    Size,
    /// This machine could not make a key.
    Machine,
}

impl fmt::Display for BadKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotPem => {
                "not a private key in PEM: it begins with -----BEGIN PRIVATE KEY----- or \
                 -----BEGIN RSA PRIVATE KEY-----"
            }
            Self::NotPublicPem => {
                "not a public key in PEM: it begins with -----BEGIN PUBLIC KEY-----"
            }
            Self::Encrypted => {
                "the private key has a passphrase: take it off with `openssl pkey -in key.pem -out \
                 plain.pem`, and keep the file secret"
            }
            Self::NotRsa => "not an RSA key, or a broken one",
            Self::Size => "the platform takes RSA keys of 2048 bits only",
            Self::Machine => "no key could be made on this machine",
        })
    }
}

impl std::error::Error for BadKey {}

impl FlowKey {
    /// A new key. Takes some tenths of a second.
    pub fn generate() -> Result<Self, BadKey> {
        let private =
            PrivateDecryptingKey::generate(KeySize::Rsa2048).map_err(|_| BadKey::Machine)?;
        Self::of(private)
    }

    /// A key from PEM: PKCS#8 (`BEGIN PRIVATE KEY`) or PKCS#1 (`BEGIN RSA PRIVATE KEY`), without passphrase. Line
    /// breaks may be spelled `\n`, as in environment variables.
    pub fn from_pem(text: &str) -> Result<Self, BadKey> {
        let der = pem::read_private(text)?;
        Self::of(PrivateDecryptingKey::from_pkcs8(&der).map_err(|_| BadKey::NotRsa)?)
    }

    fn of(private: PrivateDecryptingKey) -> Result<Self, BadKey> {
        if private.key_size_bits() != BITS {
            return Err(BadKey::Size);
        }
        let public: PublicKeyX509Der<'_> =
            private.public_key().as_der().map_err(|_| BadKey::NotRsa)?;
        let public_pem = pem::write("PUBLIC KEY", public.as_ref());
        let oaep = OaepPrivateDecryptingKey::new(private.clone()).map_err(|_| BadKey::NotRsa)?;
        Ok(Self(Arc::new(Inner { private, oaep, public_pem })))
    }

    /// The private key as PEM (PKCS#8). Not for logs.
    pub fn to_pem(&self) -> Result<String, BadKey> {
        let der: Pkcs8V1Der<'_> = self.0.private.as_der().map_err(|_| BadKey::Machine)?;
        Ok(pem::write("PRIVATE KEY", der.as_ref()))
    }

    /// The public key as PEM (SPKI), as the platform wants it.
    pub fn public_pem(&self) -> &str {
        &self.0.public_pem
    }

    /// Undoes RSA-OAEP with SHA-256.
    pub(super) fn unwrap(&self, wrapped: &[u8]) -> Option<Vec<u8>> {
        let mut room = vec![0; self.0.oaep.min_output_size()];
        let plain = self.0.oaep.decrypt(&OAEP_SHA256_MGF1SHA256, wrapped, &mut room, None).ok()?;
        Some(plain.to_vec())
    }
}

impl fmt::Debug for FlowKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FlowKey(…)")
    }
}
