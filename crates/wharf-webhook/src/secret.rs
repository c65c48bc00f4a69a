//! The app's secret: signs, checks signatures, proves that a token's holder knows it.

use std::fmt;

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use subtle::ConstantTimeEq as _;

/// The header that carries the signature, in lower case.
pub const SIGNATURE_HEADER: &str = "x-hub-signature-256";

/// What a signature header begins with. `sha1=` and others are not accepted.
const PREFIX: &str = "sha256=";

/// The secret of an app. Its `Debug` is `AppSecret(…)`; nothing it produces is ever printed.
#[derive(Clone)]
pub struct AppSecret(Hmac<Sha256>);

/// The text given as a secret was empty: anybody could sign with that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EmptySecret;

impl fmt::Display for EmptySecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a secret may not be empty: anybody could sign with it")
    }
}

impl std::error::Error for EmptySecret {}

/// The signature is absent or wrong. It says nothing more, so that a forger learns nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Forged;

impl fmt::Display for Forged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the signature is absent or does not fit the body")
    }
}

impl std::error::Error for Forged {}

impl AppSecret {
    /// The secret as the app's dashboard shows it; used as text, never hex-decoded.
    pub fn new(text: impl AsRef<str>) -> Result<Self, EmptySecret> {
        let key = text.as_ref().as_bytes();
        if key.is_empty() {
            return Err(EmptySecret);
        }
        Hmac::new_from_slice(key).map(Self).map_err(|_| EmptySecret)
    }

    /// The value of `X-Hub-Signature-256` for these bytes: `sha256=` and 64 lower-case hex digits.
    pub fn sign(&self, body: &[u8]) -> String {
        format!("{PREFIX}{}", hex(&self.mac(body)))
    }

    /// Whether `header` (the value of `X-Hub-Signature-256`) is the signature of these very bytes,
    /// in constant time. Exactly `sha256=` and 64 lower-case hex digits are accepted.
    pub fn verify(&self, header: Option<&str>, body: &[u8]) -> Result<(), Forged> {
        let given = digest(header)?;
        if self.matches(&given, body) { Ok(()) } else { Err(Forged) }
    }

    /// `appsecret_proof` of an access token: 64 lower-case hex digits that go into the query of every call.
    pub fn appsecret_proof(&self, token: &str) -> String {
        hex(&self.mac(token.as_bytes()))
    }

    /// Whether this is the digest of these bytes, in constant time.
    pub(crate) fn matches(&self, given: &[u8; 32], body: &[u8]) -> bool {
        self.mac(body).ct_eq(given).into()
    }

    fn mac(&self, bytes: &[u8]) -> [u8; 32] {
        let mut mac = self.0.clone();
        mac.update(bytes);
        mac.finalize().into_bytes().into()
    }
}

impl fmt::Debug for AppSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AppSecret(…)")
    }
}

/// The digest a header carries.
pub(crate) fn digest(header: Option<&str>) -> Result<[u8; 32], Forged> {
    let digits = header.and_then(|header| header.strip_prefix(PREFIX)).ok_or(Forged)?.as_bytes();
    let (pairs, []) = digits.as_chunks::<2>() else { return Err(Forged) };
    let mut digest = [0; 32];
    if pairs.len() != digest.len() {
        return Err(Forged);
    }
    for (byte, [high, low]) in digest.iter_mut().zip(pairs) {
        *byte = nibble(*high)? << 4 | nibble(*low)?;
    }
    Ok(digest)
}

fn nibble(digit: u8) -> Result<u8, Forged> {
    match digit {
        b'0'..=b'9' => Ok(digit - b'0'),
        b'a'..=b'f' => Ok(digit - b'a' + 10),
        _ => Err(Forged),
    }
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|nibble| char::from(DIGITS[usize::from(nibble)]))
        .collect()
}
