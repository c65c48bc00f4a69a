//! What a person uploaded inside a flow (pickers of photos and documents).

use std::fmt;

use aws_lc_rs::{
    cipher::{
        AES_256, DecryptionContext, PaddedBlockDecryptingKey, PaddedBlockEncryptingKey,
        UnboundCipherKey,
    },
    iv::FixedLength,
    rand,
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

/// Bytes of the tag at the end of the file.
const TAG_BYTES: usize = 10;

/// A file that was uploaded inside a flow, as it stands in the request's data. It can be fetched at `cdn_url` for some
/// weeks, without a token (the client's `fetch` does that), and is encrypted. Files of a flow's *completion* are
/// ordinary media instead.
///
/// ```
/// use wharf_webhook::flows::{BadFile, FlowFile, FlowRequest};
///
/// # fn example(request: &FlowRequest, fetched: &[u8]) -> Result<(), Box<dyn std::error::Error>> {
/// let photos: Vec<FlowFile> = serde_json::from_value(request.data["photos"].clone())?;
/// for photo in &photos {
///     let picture = photo.decrypt(fetched)?; // what photo.cdn_url gave
///     println!("{}: {} bytes", photo.media_id, picture.len());
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FlowFile {
    /// Its name on the phone.
    #[serde(default)]
    pub file_name: String,
    /// The platform's id.
    #[serde(default)]
    pub media_id: String,
    /// Where the encrypted bytes are.
    pub cdn_url: String,
    /// What it takes to decrypt them.
    pub encryption_metadata: EncryptionMetadata,
}

impl fmt::Debug for FlowFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FlowFile").field("media_id", &self.media_id).finish_non_exhaustive()
    }
}

/// What it takes to decrypt a file; everything is Base64. Its `Debug` shows nothing.
#[derive(Clone, Serialize, Deserialize)]
#[non_exhaustive]
pub struct EncryptionMetadata {
    /// AES-256 key.
    pub encryption_key: String,
    /// Key of the HMAC-SHA256.
    pub hmac_key: String,
    /// Initialisation vector, 16 bytes.
    pub iv: String,
    /// SHA-256 of the file.
    pub plaintext_hash: String,
    /// SHA-256 of the encrypted file.
    pub encrypted_hash: String,
}

impl fmt::Debug for EncryptionMetadata {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EncryptionMetadata(…)")
    }
}

/// Why a file was not decrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BadFile {
    /// The metadata is not Base64, or of the wrong length.
    Metadata,
    /// The bytes are not those that were uploaded: fetch them again.
    Encrypted,
    /// The bytes are not signed with the key that belongs to them.
    Forged,
    /// What came out is not the file.
    Plain,
    /// This machine could not encrypt.
    Machine,
}

impl fmt::Display for BadFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Metadata => "the file's encryption metadata cannot be used",
            Self::Encrypted => "these are not the bytes that were uploaded: fetch them again",
            Self::Forged => "the file is not signed with its key",
            Self::Plain => "what was decrypted is not the file",
            Self::Machine => "this machine could not encrypt the file",
        })
    }
}

impl std::error::Error for BadFile {}

impl FlowFile {
    /// The platform's side: a file is encrypted with keys of its own. Gives what the request's data says of it, and
    /// the bytes that are to be found at `cdn_url`. The error, [`BadFile::Machine`], is that this machine has no
    /// randomness to give.
    ///
    /// ```
    /// use wharf_webhook::flows::FlowFile;
    ///
    /// let (file, sealed) = FlowFile::seal("cat.jpg", "1", "https://example.com/1", b"a cat")?;
    /// assert_eq!(file.decrypt(&sealed)?, b"a cat");
    /// # Ok::<(), wharf_webhook::flows::BadFile>(())
    /// ```
    pub fn seal(
        file_name: impl Into<String>,
        media_id: impl Into<String>,
        cdn_url: impl Into<String>,
        plain: &[u8],
    ) -> Result<(Self, Vec<u8>), BadFile> {
        let machine = |_| BadFile::Machine;
        let (mut key, mut hmac_key) = ([0; 32], [0; 32]);
        rand::fill(&mut key).map_err(machine)?;
        rand::fill(&mut hmac_key).map_err(machine)?;
        let cipher = UnboundCipherKey::new(&AES_256, &key).map_err(machine)?;
        let cipher = PaddedBlockEncryptingKey::cbc_pkcs7(cipher).map_err(machine)?;
        let mut sealed = plain.to_vec();
        let DecryptionContext::Iv128(iv) = cipher.encrypt(&mut sealed).map_err(machine)? else {
            return Err(BadFile::Machine);
        };
        let mac = Hmac::<Sha256>::new_from_slice(&hmac_key).map_err(|_| BadFile::Machine)?;
        let mac = mac.chain_update(iv.as_ref()).chain_update(&sealed).finalize().into_bytes();
        sealed.extend_from_slice(&mac[..TAG_BYTES]);
        let encryption_metadata = EncryptionMetadata {
            encryption_key: STANDARD.encode(key),
            hmac_key: STANDARD.encode(hmac_key),
            iv: STANDARD.encode(iv.as_ref()),
            plaintext_hash: STANDARD.encode(Sha256::digest(plain)),
            encrypted_hash: STANDARD.encode(Sha256::digest(&sealed)),
        };
        let (file_name, media_id) = (file_name.into(), media_id.into());
        Ok((Self { file_name, media_id, cdn_url: cdn_url.into(), encryption_metadata }, sealed))
    }

    /// Decrypts what `cdn_url` gave, after checking its digest and its HMAC, and checks the digest of what comes out.
    pub fn decrypt(&self, fetched: &[u8]) -> Result<Vec<u8>, BadFile> {
        let keys = &self.encryption_metadata;
        if Sha256::digest(fetched)[..] != decoded(&keys.encrypted_hash)?[..] {
            return Err(BadFile::Encrypted);
        }
        let (sealed, tag) = fetched.split_last_chunk::<TAG_BYTES>().ok_or(BadFile::Encrypted)?;
        let iv: [u8; 16] = decoded(&keys.iv)?.try_into().map_err(|_| BadFile::Metadata)?;

        let mac = Hmac::<Sha256>::new_from_slice(&decoded(&keys.hmac_key)?);
        let mut mac = mac.map_err(|_| BadFile::Metadata)?;
        mac.update(&iv);
        mac.update(sealed);
        let mac = mac.finalize().into_bytes();
        if !bool::from(mac[..TAG_BYTES].ct_eq(tag)) {
            return Err(BadFile::Forged);
        }
        let plain = unseal(&decoded(&keys.encryption_key)?, iv, sealed)?;
        if Sha256::digest(&plain)[..] != decoded(&keys.plaintext_hash)?[..] {
            return Err(BadFile::Plain);
        }
        Ok(plain)
    }
}

/// Undoes AES-256-CBC with PKCS#7.
fn unseal(key: &[u8], iv: [u8; 16], sealed: &[u8]) -> Result<Vec<u8>, BadFile> {
    let key = UnboundCipherKey::new(&AES_256, key).map_err(|_| BadFile::Metadata)?;
    let key = PaddedBlockDecryptingKey::cbc_pkcs7(key).map_err(|_| BadFile::Metadata)?;
    let mut room = sealed.to_vec();
    let context = DecryptionContext::Iv128(FixedLength::from(iv));
    let plain = key.decrypt(&mut room, context).map_err(|_| BadFile::Plain)?;
    let length = plain.len();
    room.truncate(length);
    Ok(room)
}

fn decoded(text: &str) -> Result<Vec<u8>, BadFile> {
    STANDARD.decode(text.trim()).map_err(|_| BadFile::Metadata)
}
