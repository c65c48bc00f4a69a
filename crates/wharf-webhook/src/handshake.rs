//! The question the platform asks when a callback URL is registered: are you the one?

use std::fmt;

use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

use crate::EmptySecret;

/// Bytes of a challenge that we echo. The platform's have about ten.
pub const CHALLENGE_BYTES_MAX: usize = 1024;

/// The token you registered beside the callback URL. Its `Debug` is `VerifyToken(…)`.
#[derive(Clone)]
pub struct VerifyToken([u8; 32]);

/// The handshake was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refused {
    /// `hub.mode` is not `subscribe`, or not there: not a handshake. Answer 400.
    Mode,
    /// `hub.verify_token` is wrong or not there. Answer 403.
    Token,
    /// `hub.challenge` is not there, empty or longer than [`CHALLENGE_BYTES_MAX`]. Answer 400.
    Challenge,
    /// The query cannot be read, or says a thing twice. Answer 400.
    Query,
}

impl Refused {
    /// The HTTP status to answer with.
    pub fn status(self) -> u16 {
        if self == Self::Token { 403 } else { 400 }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Mode => "hub.mode must be subscribe",
            Self::Token => "hub.verify_token is not the one that was registered",
            Self::Challenge => "hub.challenge is missing or too long",
            Self::Query => "the query cannot be read",
        })
    }
}

impl std::error::Error for Refused {}

impl VerifyToken {
    /// The token as registered.
    pub fn new(text: impl AsRef<str>) -> Result<Self, EmptySecret> {
        let text = text.as_ref();
        // A digest is kept, so that comparing tells not even the length.
        if text.is_empty() { Err(EmptySecret) } else { Ok(Self(Sha256::digest(text).into())) }
    }

    /// Answers the handshake: `query` is the URL's raw query string. The result is the whole body to
    /// answer with, as `text/plain` and status 200: the challenge, byte for byte.
    pub fn handshake(&self, query: &str) -> Result<Vec<u8>, Refused> {
        let (mut mode, mut token, mut challenge) = (None, None, None);
        for pair in query.split('&') {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let slot = match decode(name)?.as_slice() {
                b"hub.mode" => &mut mode,
                b"hub.verify_token" => &mut token,
                b"hub.challenge" => &mut challenge,
                _ => continue,
            };
            if slot.replace(decode(value)?).is_some() {
                return Err(Refused::Query);
            }
        }
        if mode.as_deref() != Some(b"subscribe") {
            return Err(Refused::Mode);
        }
        let given: [u8; 32] = Sha256::digest(token.unwrap_or_default()).into();
        if !bool::from(self.0.ct_eq(&given)) {
            return Err(Refused::Token);
        }
        let fits = |challenge: &Vec<u8>| (1..=CHALLENGE_BYTES_MAX).contains(&challenge.len());
        challenge.filter(fits).ok_or(Refused::Challenge)
    }
}

impl fmt::Debug for VerifyToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("VerifyToken(…)")
    }
}

/// Undoes the encoding of a query: `%41` and `+`.
fn decode(text: &str) -> Result<Vec<u8>, Refused> {
    let mut decoded = Vec::with_capacity(text.len());
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        decoded.push(match byte {
            b'+' => b' ',
            b'%' => {
                let mut digit = || {
                    let digit = char::from(bytes.next()?).to_digit(16)?;
                    u8::try_from(digit).ok()
                };
                let (Some(high), Some(low)) = (digit(), digit()) else {
                    return Err(Refused::Query);
                };
                high << 4 | low
            }
            byte => byte,
        });
    }
    Ok(decoded)
}
