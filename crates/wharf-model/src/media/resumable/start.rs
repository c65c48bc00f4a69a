//! Beginning a resumable upload.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::{AppId, UploadId},
};

/// Begins the upload of a file for templates or a profile: `POST /{app-id}/uploads`, in the query. Needs an access
/// token of a member of the app. PDF, JPEG, PNG, MP4.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct StartUpload {
    /// The app.
    pub app: AppId,
    /// Bytes.
    pub file_length: i64,
    /// Mime type.
    pub file_type: String,
    /// Its name.
    pub file_name: Option<String>,
}

impl StartUpload {
    /// The request with what it must have.
    pub fn new(app: AppId, file_length: i64, file_type: impl Into<String>) -> Self {
        Self { app, file_length, file_type: file_type.into(), file_name: None }
    }

    /// Its name.
    #[must_use]
    pub fn file_name(mut self, file_name: impl Into<String>) -> Self {
        self.file_name = Some(file_name.into());
        self
    }
}

impl Endpoint for StartUpload {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = NoBody;
    type Response = UploadStarted;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.app)
            .word("uploads")
            .query("file_length", Some(&self.file_length))
            .query("file_type", Some(&self.file_type))
            .query("file_name", self.file_name.as_ref())
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// An upload that began.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UploadStarted {
    /// `upload:…`, to be used exactly as it came.
    pub id: UploadId,
}

impl UploadStarted {
    /// All of it.
    pub fn new(id: UploadId) -> Self {
        Self { id }
    }
}
