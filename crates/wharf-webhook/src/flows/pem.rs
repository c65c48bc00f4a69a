//! Keys as text (RFC 7468).

use base64::{Engine as _, engine::general_purpose::STANDARD};

use super::BadKey;

/// What PKCS#8 puts before an RSA key: version 0, and the algorithm `rsaEncryption`.
const RSA: [u8; 18] = [
    0x02, 0x01, 0x00, 0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01,
    0x05, 0x00,
];
const SEQUENCE: u8 = 0x30;
const OCTETS: u8 = 0x04;

/// The bytes of a private key, as PKCS#8.
pub(super) fn read_private(text: &str) -> Result<Vec<u8>, BadKey> {
    // Environment variables often hold a key in one line, with `\n` spelled out.
    let text = text.replace("\\n", "\n");
    if text.contains("ENCRYPTED") {
        return Err(BadKey::Encrypted);
    }
    for (label, is_pkcs8) in [("PRIVATE KEY", true), ("RSA PRIVATE KEY", false)] {
        let (begin, end) = (format!("-----BEGIN {label}-----"), format!("-----END {label}-----"));
        let Some((_, rest)) = text.split_once(&begin) else { continue };
        let (body, _) = rest.split_once(&end).ok_or(BadKey::NotPem)?;
        let body: String = body.chars().filter(|char| !char.is_whitespace()).collect();
        let der = STANDARD.decode(body).map_err(|_| BadKey::NotPem)?;
        return Ok(if is_pkcs8 { der } else { wrap(&der) });
    }
    Err(BadKey::NotPem)
}

/// The bytes of a public key, as SPKI.
pub(super) fn read_public(text: &str) -> Result<Vec<u8>, BadKey> {
    let text = text.replace("\\n", "\n");
    let body = text.split_once("-----BEGIN PUBLIC KEY-----");
    let body = body.and_then(|(_, rest)| rest.split_once("-----END PUBLIC KEY-----"));
    let (body, _) = body.ok_or(BadKey::NotPublicPem)?;
    let body: String = body.chars().filter(|char| !char.is_whitespace()).collect();
    STANDARD.decode(body).map_err(|_| BadKey::NotPublicPem)
}

/// A key in PKCS#1, as PKCS#8.
fn wrap(pkcs1: &[u8]) -> Vec<u8> {
    let inner = [&RSA[..], &tagged(OCTETS, pkcs1)].concat();
    tagged(SEQUENCE, &inner)
}

/// A value in DER, with its tag and its length.
fn tagged(tag: u8, value: &[u8]) -> Vec<u8> {
    let length = value.len().to_be_bytes();
    let zeros = length.iter().take_while(|byte| **byte == 0).count().min(length.len() - 1);
    let length = &length[zeros..];
    let mut whole = vec![tag];
    if value.len() >= 0x80 {
        whole.push(0x80 | u8::try_from(length.len()).unwrap_or(0));
    }
    whole.extend_from_slice(length);
    whole.extend_from_slice(value);
    whole
}

/// DER as text.
pub(super) fn write(label: &str, der: &[u8]) -> String {
    /// Characters in a line.
    const LINE: usize = 64;

    let mut text = format!("-----BEGIN {label}-----\n");
    for (at, char) in STANDARD.encode(der).chars().enumerate() {
        if at > 0 && at % LINE == 0 {
            text.push('\n');
        }
        text.push(char);
    }
    text + "\n-----END " + label + "-----\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_short_or_long() {
        assert_eq!(tagged(4, &[9]), [4, 1, 9]);
        assert_eq!(tagged(4, &[])[..], [4, 0]);
        assert_eq!(tagged(4, &[7; 0x80])[..3], [4, 0x81, 0x80]);
        assert_eq!(tagged(4, &[7; 0x1234])[..4], [4, 0x82, 0x12, 0x34]);
    }
}
