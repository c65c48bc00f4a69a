//! Sending the bytes of an upload.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Encoding, Endpoint, NoBody, path::PathBuilder},
    id::UploadId,
};

/// Sends the bytes of a file from an offset: `POST /{upload-id}`, the bytes alone, with the header `file_offset`
/// and `Authorization: OAuth …` instead of a bearer's.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SendUpload {
    /// The upload session, used exactly as it came.
    pub upload: UploadId,
    /// From which byte.
    pub file_offset: u64,
}

impl SendUpload {
    /// The request with what it must have.
    pub fn new(upload: UploadId, file_offset: u64) -> Self {
        Self { upload, file_offset }
    }
}

impl Endpoint for SendUpload {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = true;
    const ENCODING: Encoding = Encoding::Bytes;
    type Body = NoBody;
    type Response = UploadFinished;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().verbatim(self.upload.as_str()).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }

    fn header(&self) -> Option<(&'static str, String)> {
        Some(("file_offset", self.file_offset.to_string()))
    }
}

/// An upload that is complete.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UploadFinished {
    /// The handle that templates and profiles take; use it soon.
    pub h: String,
}

impl UploadFinished {
    /// All of it.
    pub fn new(h: impl Into<String>) -> Self {
        Self { h: h.into() }
    }
}
