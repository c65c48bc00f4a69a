//! Files: what is uploaded, where it is, how it comes back.

mod arriving;
mod carry;
mod download;
mod form;
mod hosts;
mod resumable;
mod source;
mod upload;

use tokio::time::timeout;
use wharf_model::{
    id::MediaId,
    media::{DeleteMedia, GetMedia, MediaNode},
};

use crate::{Client, Error, call::done};
pub use arriving::Download;
pub(crate) use form::Form;
pub use resumable::{FileHandle, UploadSession};
pub use upload::Upload;

impl Client {
    /// Where a file can be fetched, for five minutes; its type, size and digest.
    pub async fn media(&self, media: &MediaId) -> Result<MediaNode, Error> {
        self.call(&GetMedia { media: media.clone(), number: None }).await
    }

    /// Whether a file is what it is declared to be. A stream may be as slow as a call.
    pub(crate) async fn check_content(&self, upload: &mut Upload) -> Result<(), Error> {
        match timeout(self.place.timeout, upload.check_content()).await {
            Ok(checked) => checked,
            Err(elapsed) => {
                Err(Error::argument("the file took too long to begin").because(elapsed))
            }
        }
    }

    /// Deletes a file.
    pub async fn delete_media(&self, media: &MediaId) -> Result<(), Error> {
        done(self.call(&DeleteMedia { media: media.clone(), number: None }).await?)
    }
}
