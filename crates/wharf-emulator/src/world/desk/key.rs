//! `/{phone-number-id}/whatsapp_business_encryption`: the key of Flows.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::{Value, json};

use super::{required, text};
use crate::world::{Refusal, World};

/// Bytes of an RSA key of 2048 bits as SPKI in DER.
const BYTES: std::ops::RangeInclusive<usize> = 290..=300;

impl World {
    /// The key.
    pub(crate) fn public_key(&self, id: &str) -> Result<Value, Refusal> {
        let key = self.number(id, "get")?.desk.public_key.as_deref();
        let node = |key| json!({"business_public_key": key, "business_public_key_signature_status": "VALID"});
        Ok(json!({"data": key.map(node).into_iter().collect::<Vec<_>>()}))
    }

    /// Another key in its place.
    pub(crate) fn set_public_key(&mut self, id: &str, body: &Value) -> Result<Value, Refusal> {
        let number = self.number_mut(id)?;
        let pem =
            text(body, "business_public_key").ok_or_else(|| required("business_public_key"))?;
        if !is_rsa_2048(pem) {
            let details =
                "business_public_key: must be an RSA key of 2048 bits as PEM (BEGIN PUBLIC KEY)";
            return Err(Refusal::new(100, details));
        }
        number.desk.public_key = Some(pem.to_owned());
        Ok(json!({"success": true}))
    }
}

fn is_rsa_2048(pem: &str) -> bool {
    let inner = pem.trim().strip_prefix("-----BEGIN PUBLIC KEY-----");
    let inner = inner.and_then(|inner| inner.strip_suffix("-----END PUBLIC KEY-----"));
    let base64: Option<String> =
        inner.map(|inner| inner.chars().filter(|char| !char.is_whitespace()).collect());
    let der = base64.and_then(|text| STANDARD.decode(text).ok());
    der.is_some_and(|der| BYTES.contains(&der.len()) && der.first() == Some(&0x30))
}
