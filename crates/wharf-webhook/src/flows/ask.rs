//! The platform's side of the data exchange: a request is sealed for a business, its answer opened. For programs that
//! stand in the platform's place, or try an endpoint.

use std::fmt;

use aes_gcm::{KeyInit as _, Nonce, aead::Aead as _};
use aws_lc_rs::{
    rand,
    rsa::{OAEP_SHA256_MGF1SHA256, OaepPublicEncryptingKey, PublicEncryptingKey},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::{Value, json};

use super::{
    BadKey, FlowRequest,
    key::BITS,
    pem,
    sealed::{Cipher, NONCE_BYTES},
};

/// Bytes of the key that a request is encrypted with.
const KEY_BYTES: usize = 16;

/// The public key of a number, as a business uploads it: RSA, 2048 bits.
///
/// ```
/// use wharf_webhook::flows::{Action, FlowKey, FlowPublicKey, FlowRequest};
///
/// let key = FlowKey::generate()?; // the business's
/// let public = FlowPublicKey::from_pem(key.public_pem())?;
/// let asked = public.ask(&FlowRequest::new("3.0", Action::Ping))?;
/// // asked.body() is posted to the endpoint, signed with the app's secret; it answers:
/// let (request, reply) = key.open(asked.body().as_bytes())?;
/// let answer = reply.seal(&request.routine().ok_or("not a ping")?);
/// assert_eq!(asked.open(&answer)?["data"]["status"], "active");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct FlowPublicKey(OaepPublicEncryptingKey);

impl FlowPublicKey {
    /// A key from PEM: SPKI (`BEGIN PUBLIC KEY`). Line breaks may be spelled `\n`.
    pub fn from_pem(text: &str) -> Result<Self, BadKey> {
        let der = pem::read_public(text)?;
        let key = PublicEncryptingKey::from_der(&der).map_err(|_| BadKey::NotRsa)?;
        if key.key_size_bits() != BITS {
            return Err(BadKey::Size);
        }
        OaepPublicEncryptingKey::new(key).map(Self).map_err(|_| BadKey::NotRsa)
    }

    /// Seals a request with a key of its own. The error is that this machine has no randomness to give.
    pub fn ask(&self, request: &FlowRequest) -> Result<Asked, BadKey> {
        let (mut key, mut nonce) = ([0; KEY_BYTES], [0; NONCE_BYTES]);
        rand::fill(&mut key).map_err(|_| BadKey::Machine)?;
        rand::fill(&mut nonce).map_err(|_| BadKey::Machine)?;
        let cipher = Cipher::new_from_slice(&key).map_err(|_| BadKey::Machine)?;
        let plain = serde_json::to_vec(request).map_err(|_| BadKey::Machine)?;
        let sealed = cipher.encrypt(&Nonce::from(nonce), plain.as_slice());
        let sealed = sealed.map_err(|_| BadKey::Machine)?;
        let mut room = vec![0; self.0.ciphertext_size()];
        let wrapped = self.0.encrypt(&OAEP_SHA256_MGF1SHA256, &key, &mut room, None);
        let wrapped = wrapped.map_err(|_| BadKey::Machine)?;
        let body = json!({
            "encrypted_flow_data": STANDARD.encode(sealed),
            "encrypted_aes_key": STANDARD.encode(wrapped),
            "initial_vector": STANDARD.encode(nonce),
        });
        let nonce = nonce.map(|byte| byte ^ 0xff);
        Ok(Asked { body: body.to_string(), cipher, nonce })
    }
}

impl fmt::Debug for FlowPublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FlowPublicKey(…)")
    }
}

/// A sealed request, and what opens its answer. Its `Debug` shows nothing.
pub struct Asked {
    body: String,
    cipher: Cipher,
    nonce: [u8; NONCE_BYTES],
}

impl Asked {
    /// The whole body, JSON: sign it with [`AppSecret::sign`](crate::AppSecret::sign) and post it.
    pub fn body(&self) -> &str {
        &self.body
    }

    /// Opens the answer: the whole body of a response with status 200, or 427 (`{"error_msg": …}` inside).
    pub fn open(&self, answer: &str) -> Result<Value, BadAnswer> {
        let sealed = STANDARD.decode(answer.trim()).map_err(|_| BadAnswer::NotBase64)?;
        let plain = self.cipher.decrypt(&Nonce::from(self.nonce), sealed.as_slice());
        let plain = plain.map_err(|_| BadAnswer::Sealed)?;
        serde_json::from_slice(&plain).map_err(|_| BadAnswer::NotJson)
    }
}

impl fmt::Debug for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Asked(…)")
    }
}

/// Why an answer cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BadAnswer {
    /// It is not Base64.
    NotBase64,
    /// It is not sealed with the key of its request and the flipped vector.
    Sealed,
    /// What was sealed is not JSON.
    NotJson,
}

impl fmt::Display for BadAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotBase64 => "the answer's body is not Base64: it must be the sealed text alone, as text/plain",
            Self::Sealed => {
                "the answer is not sealed with the request's AES key and its initial vector with every bit flipped \
                 (AES-128-GCM, the tag at the end)"
            }
            Self::NotJson => "what was sealed in the answer is not JSON",
        })
    }
}

impl std::error::Error for BadAnswer {}
