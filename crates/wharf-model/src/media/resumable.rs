//! Uploads that can be interrupted.

mod send;
mod start;
mod status;

pub use send::{SendUpload, UploadFinished};
pub use start::{StartUpload, UploadStarted};
pub use status::{GetUpload, UploadStatus};
