//! Giving the platform a file, to send it by id.

use http::{HeaderValue, Method, header};
use wharf_model::{endpoint::encode, id::MediaId, media::Uploaded};

use super::PhoneNumber;
use crate::{Error, Upload, media::Form};

impl PhoneNumber {
    /// Uploads a file. Its id is good for 30 days, for messages of this number.
    ///
    /// Size, mime type, name and first bytes are checked first, unless this number is [`unchecked`](Self::unchecked): a
    /// file that is not of the declared type does not leave. A file is streamed, never read into memory.
    pub async fn upload(&self, mut upload: Upload) -> Result<MediaId, Error> {
        if self.checked {
            upload.check()?;
            self.client.check_content(&mut upload).await?;
        }
        let product = ("messaging_product".to_owned(), "whatsapp".to_owned());
        let kind = ("type".to_owned(), upload.mime_type().to_owned());
        let form = Form::new(&[product, kind], "file", upload);
        let content_type = HeaderValue::try_from(form.content_type())
            .map_err(|error| Error::argument("the mime type cannot be used").because(error))?;
        let patience = self.client.patience(form.len());
        let path = format!("{}/media", encode(self.id.as_str()));
        let version = self.client.version();
        let mut request = self.client.request(Method::POST, version, &path, form.into_payload())?;
        request.headers_mut().insert(header::CONTENT_TYPE, content_type);
        // Twice is harmless: one of the two files is never used.
        let answer = self.client.answer::<Uploaded>("UploadMedia", request, patience, true).await?;
        Ok(answer.response.id)
    }
}
