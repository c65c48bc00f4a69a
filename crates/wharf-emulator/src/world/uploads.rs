//! Uploads that can be resumed: examples for templates, pictures for profiles.

use std::collections::BTreeMap;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use bytes::{Bytes, BytesMut};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Refusal, World};

/// Types that can be uploaded so.
const TYPES: &[&str] = &["application/pdf", "image/jpeg", "image/jpg", "image/png", "video/mp4"];
/// Bytes of a file.
const BYTES_MAX: u64 = 100 * 1024 * 1024;

/// Every upload, by id.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Uploads(BTreeMap<String, Upload>);

/// An upload.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Upload {
    signature: String,
    length: u64,
    mime_type: String,
    #[serde(with = "super::content")]
    bytes: Bytes,
}

impl World {
    /// `POST /{app-id}/uploads`.
    pub(crate) fn begin_upload(
        &mut self,
        app: &str,
        length: &str,
        kind: &str,
    ) -> Result<Value, Refusal> {
        if !self.apps.all().any(|known| known.id.as_str() == app) {
            return Err(Refusal::no_object("post", app));
        }
        let length = length.parse::<u64>().ok().filter(|length| (1..=BYTES_MAX).contains(length));
        let length = length.ok_or_else(|| {
            Refusal::plain(100, "(#100) Param file_length must be a number from 1 to 104857600")
        })?;
        if !TYPES.contains(&kind) {
            let message = format!("(#100) Param file_type must be one of {}", TYPES.join(", "));
            return Err(Refusal::plain(100, message));
        }
        let (id, signature) = self.ids.upload();
        let upload = Upload {
            signature: signature.clone(),
            length,
            mime_type: kind.to_owned(),
            bytes: Bytes::new(),
        };
        self.uploads.0.insert(id.clone(), upload);
        Ok(json!({"id": format!("upload:{id}?sig={signature}")}))
    }

    /// `POST /upload:{id}`: bytes from an offset; a handle when all are there.
    pub(crate) fn go_on_uploading(
        &mut self,
        id: &str,
        signature: Option<&str>,
        offset: u64,
        bytes: &Bytes,
    ) -> Result<Value, Refusal> {
        let upload = self.uploads.find(id, signature, "post")?;
        let there = size(&upload.bytes);
        if offset != there {
            let details = format!("file_offset: {offset}; the next byte is {there}");
            return Err(Refusal::new(100, details));
        }
        if there + size(bytes) > upload.length {
            let length = upload.length;
            return Err(Refusal::new(
                100,
                format!("the file is longer than the {length} bytes it was to have"),
            ));
        }
        let mut all = BytesMut::from(upload.bytes.as_ref());
        all.extend_from_slice(bytes);
        upload.bytes = all.freeze();
        if size(&upload.bytes) < upload.length {
            return Ok(json!({"id": format!("upload:{id}"), "file_offset": size(&upload.bytes)}));
        }
        let handle = STANDARD.encode(format!("{}:{id}", upload.mime_type));
        Ok(json!({"h": format!("4::{handle}")}))
    }

    /// `GET /upload:{id}`.
    pub(crate) fn upload_offset(
        &mut self,
        id: &str,
        signature: Option<&str>,
    ) -> Result<Value, Refusal> {
        let upload = self.uploads.find(id, signature, "get")?;
        Ok(json!({"id": format!("upload:{id}"), "file_offset": size(&upload.bytes)}))
    }
}

impl Uploads {
    fn find(
        &mut self,
        id: &str,
        signature: Option<&str>,
        verb: &str,
    ) -> Result<&mut Upload, Refusal> {
        let upload = self.0.get_mut(id).filter(|upload| signature == Some(&upload.signature));
        upload.ok_or_else(|| Refusal::no_object(verb, &format!("upload:{id}")))
    }
}

fn size(bytes: &Bytes) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}
