//! The envelope: a request is opened, its answer sealed with the same key.

use std::fmt;

use aes_gcm::{
    AesGcm, KeyInit as _, Nonce,
    aead::{Aead as _, consts::U16},
    aes::Aes128,
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde::Deserialize;

use super::{FlowAnswer, FlowKey, FlowRequest};

/// AES-128-GCM with a nonce of 16 bytes, where everybody else takes 12.
pub(super) type Cipher = AesGcm<Aes128, U16>;

/// Bytes of the initial vector.
pub(super) const NONCE_BYTES: usize = 16;

#[derive(Deserialize)]
struct Envelope {
    encrypted_flow_data: String,
    encrypted_aes_key: String,
    initial_vector: String,
}

/// The request cannot be opened: answer 421, and the app on the phone fetches the public key and tries again. It says
/// nothing more, so that nobody can try keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Undecryptable;

impl Undecryptable {
    /// The HTTP status to answer with.
    pub const STATUS: u16 = 421;
}

impl fmt::Display for Undecryptable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "the request is not encrypted with the public key that belongs to this private key",
        )
    }
}

impl std::error::Error for Undecryptable {}

/// What the answer to one request is sealed with. It is spent by that: sealing twice would betray the key.
pub struct Reply {
    cipher: Cipher,
    nonce: [u8; NONCE_BYTES],
}

impl fmt::Debug for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reply(…)")
    }
}

impl FlowKey {
    /// Opens a request: the body as it came, whose signature was checked before.
    ///
    /// ```
    /// use wharf_webhook::flows::{FlowAnswer, FlowKey};
    ///
    /// # fn example(key: &FlowKey, body: &[u8]) -> Result<String, wharf_webhook::flows::Undecryptable> {
    /// let (request, reply) = key.open(body)?;
    /// let answer = request.routine().unwrap_or_else(|| {
    ///     FlowAnswer::screen("WELCOME", serde_json::json!({ "name": "Ann" }))
    /// });
    /// Ok(reply.seal(&answer)) // the whole body, as text/plain, with `answer.status()`
    /// # }
    /// ```
    pub fn open(&self, body: &[u8]) -> Result<(FlowRequest, Reply), Undecryptable> {
        let bad = |_| Undecryptable;
        let envelope: Envelope = serde_json::from_slice(body).map_err(|_| Undecryptable)?;
        let wrapped = STANDARD.decode(envelope.encrypted_aes_key.trim()).map_err(bad)?;
        let sealed = STANDARD.decode(envelope.encrypted_flow_data.trim()).map_err(bad)?;
        let nonce = STANDARD.decode(envelope.initial_vector.trim()).map_err(bad)?;
        let nonce: [u8; NONCE_BYTES] = nonce.try_into().map_err(|_| Undecryptable)?;

        let key = self.unwrap(&wrapped).ok_or(Undecryptable)?;
        let cipher = Cipher::new_from_slice(&key).map_err(|_| Undecryptable)?;
        let plain =
            cipher.decrypt(&Nonce::from(nonce), sealed.as_slice()).map_err(|_| Undecryptable)?;
        let request = serde_json::from_slice(&plain).map_err(|_| Undecryptable)?;
        Ok((request, Reply { cipher, nonce: nonce.map(|byte| byte ^ 0xff) }))
    }
}

impl Reply {
    /// Seals the answer: the result is the whole body, to be sent as `text/plain` with
    /// [`status`](FlowAnswer::status).
    pub fn seal(self, answer: &FlowAnswer) -> String {
        let plain = answer.body().to_string();
        // It fails for texts of 64 GiB and more only.
        let sealed = self.cipher.encrypt(&Nonce::from(self.nonce), plain.as_bytes());
        STANDARD.encode(sealed.unwrap_or_default())
    }
}
