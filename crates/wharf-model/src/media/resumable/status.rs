//! How far an upload has come.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, NoBody, lenient, path::PathBuilder},
    id::UploadId,
};

/// How far an upload has come, after it was interrupted: `GET /{upload-id}`, with `Authorization: OAuth …`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetUpload {
    /// The upload session, used exactly as it came.
    pub upload: UploadId,
}

impl GetUpload {
    /// The request with what it must have.
    pub fn new(upload: UploadId) -> Self {
        Self { upload }
    }
}

impl Endpoint for GetUpload {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = UploadStatus;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().verbatim(self.upload.as_str()).into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// How far an upload has come.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UploadStatus {
    /// The upload.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<UploadId>,
    /// From which byte to go on.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub file_offset: Option<i64>,
}
