//! Uploads that survive a cut: for the headers of templates, profile pictures and other examples.

use std::fmt;

use http::{HeaderName, HeaderValue, Method, Request, header};
use serde::{Deserialize, Deserializer, de::Error as _};
use tokio::{
    fs::File,
    io::{AsyncSeekExt as _, SeekFrom},
};
use wharf_model::{endpoint::encode, id::AppId};

use super::{
    source::{Pieces, Source},
    upload::Upload,
};
use crate::{
    Class, Client, Error,
    transport::{Payload, empty, stream},
};

/// Mime types of files that a template or a profile can have.
const MIME_TYPES: [&str; 5] =
    ["application/pdf", "image/jpeg", "image/jpg", "image/png", "video/mp4"];
/// Cuts in a row after which nothing more had arrived.
const CUTS_MAX: u32 = 3;
const OFFSET: HeaderName = HeaderName::from_static("file_offset");

/// An upload that was begun. Keep it, to go on after a cut, or in another process.
#[derive(Clone, PartialEq, Eq)]
pub struct UploadSession(String);

impl UploadSession {
    /// One that was begun earlier: its [`as_str`](Self::as_str).
    pub fn new(id: impl Into<String>) -> Self {
        Self(id.into())
    }

    /// The platform's id of it: `upload:…`. It carries a signature: not for logs.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for UploadSession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("UploadSession(…)")
    }
}

/// What a template's header or a profile picture names a file by. Use it soon: how long it is good is not documented.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileHandle(String);

impl FileHandle {
    /// The handle, such as `4::aW1h…`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<FileHandle> for String {
    fn from(handle: FileHandle) -> Self {
        handle.0
    }
}

#[derive(Deserialize)]
struct Begun {
    id: String,
}

#[derive(Deserialize)]
struct Ended {
    h: String,
}

#[derive(Deserialize)]
struct Standing {
    #[serde(deserialize_with = "offset")]
    file_offset: u64,
}

/// A number, quoted or not.
fn offset<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    let value = serde_json::Value::deserialize(deserializer)?;
    let number = value.as_u64().or_else(|| value.as_str()?.trim().parse().ok());
    number.ok_or_else(|| D::Error::custom("file_offset is not a number"))
}

impl Client {
    /// Uploads a file for a template's header or a profile picture, in the name of an app, and gives its handle. After
    /// a cut it goes on where the platform says that it stands, up to three times in a row without any progress;
    /// this repeats no message and costs nothing.
    ///
    /// The mime type and the first bytes are checked first: PDF, JPEG, PNG or MP4. The access token must belong to somebody who has a role in
    /// the app. For pictures in messages, see [`PhoneNumber::upload`](crate::PhoneNumber::upload).
    ///
    /// ```no_run
    /// use wharf_client::{Client, Upload};
    /// use wharf_model::id::AppId;
    ///
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let app = AppId::new("634974688087057")?;
    /// let handle = client.upload_handle(&app, Upload::path("header.png").await?).await?;
    /// println!("{}", handle.as_str());
    /// # Ok(())
    /// # }
    /// ```
    pub async fn upload_handle(
        &self,
        app: &AppId,
        mut upload: Upload,
    ) -> Result<FileHandle, Error> {
        if upload.size() == 0 {
            return Err(Error::argument("the file is empty"));
        }
        if !MIME_TYPES.contains(&upload.mime.as_str()) {
            let mime = &upload.mime;
            return Err(Error::argument(format!(
                "a template or a profile takes no files of type {mime}: use PDF, JPEG, PNG or MP4"
            )));
        }
        self.check_content(&mut upload).await?;
        let session = self.begin_upload(app, &upload).await?;
        self.send_upload(&session, &mut upload, 0).await
    }

    /// The first half of [`upload_handle`](Self::upload_handle): a session that can be kept. Nothing is checked, and
    /// none of the file's bytes are sent.
    pub async fn begin_upload(&self, app: &AppId, upload: &Upload) -> Result<UploadSession, Error> {
        let path = format!(
            "{}/uploads?file_name={}&file_length={}&file_type={}",
            encode(app.as_str()),
            encode(&upload.name),
            upload.size(),
            encode(&upload.mime),
        );
        let request = self.request(Method::POST, self.version(), &path, empty())?;
        // Twice is harmless: one of the two sessions is never used.
        let begun =
            self.answer::<Begun>("StartUpload", request, self.place.timeout, true).await?.response;
        Ok(UploadSession(begun.id))
    }

    /// The second half: goes on with a session where the platform says that it stands.
    pub async fn resume_upload(
        &self,
        session: &UploadSession,
        mut upload: Upload,
    ) -> Result<FileHandle, Error> {
        let from = self.standing(session).await?;
        self.send_upload(session, &mut upload, from).await
    }

    async fn send_upload(
        &self,
        session: &UploadSession,
        upload: &mut Upload,
        mut from: u64,
    ) -> Result<FileHandle, Error> {
        let mut cuts = 0;
        loop {
            let pieces = upload.from(from).await?;
            let patience = self.patience(pieces.left());
            let mut request = self.of_session(Method::POST, session, stream(pieces))?;
            request.headers_mut().insert(OFFSET, HeaderValue::from(from));
            let error = match self.answer::<Ended>("SendUpload", request, patience, true).await {
                Ok(answer) => return Ok(FileHandle(answer.response.h)),
                Err(error) => error,
            };
            let cut = matches!(error.class(), Class::AmbigHard | Class::AmbigSoft);
            if !cut || upload.is_gone() {
                return Err(error);
            }
            let standing = self.standing(session).await?;
            cuts = if standing > from { 1 } else { cuts + 1 };
            if cuts >= CUTS_MAX {
                return Err(error);
            }
            tracing::info!(from = standing, "an upload was cut and goes on");
            from = standing;
        }
    }

    async fn standing(&self, session: &UploadSession) -> Result<u64, Error> {
        let request = self.of_session(Method::GET, session, empty())?;
        let answer =
            self.answer::<Standing>("GetUpload", request, self.place.timeout, true).await?;
        Ok(answer.response.file_offset)
    }

    /// A request about a session: its id goes as it is, and the token with a scheme of its own.
    fn of_session(
        &self,
        method: Method,
        session: &UploadSession,
        payload: Payload,
    ) -> Result<Request<Payload>, Error> {
        let mut request = self.request(method, self.version(), session.as_str(), payload)?;
        let token = format!("OAuth {}", self.tenant.token.expose());
        let mut value = HeaderValue::try_from(token)
            .map_err(|error| Error::argument("the access token cannot be used").because(error))?;
        value.set_sensitive(true);
        request.headers_mut().insert(header::AUTHORIZATION, value);
        Ok(request)
    }
}

impl Upload {
    /// Whether its bytes have passed by.
    fn is_gone(&self) -> bool {
        matches!(self.source, Source::Gone { .. })
    }

    /// The bytes from here to the end.
    async fn from(&mut self, offset: u64) -> Result<Pieces, Error> {
        let all = self.size();
        if offset > all {
            return Err(Error::argument("the session belongs to another, longer file"));
        }
        let source = match &mut self.source {
            Source::Bytes(bytes) => {
                Source::Bytes(bytes.slice(usize::try_from(offset).unwrap_or(usize::MAX)..))
            }
            Source::File { path, size, .. } => {
                let unreadable =
                    |error| Error::argument("the file cannot be opened again").because(error);
                // Of its own: a request that was cut may still hold the other.
                let mut file = File::open(&*path).await.map_err(unreadable)?;
                file.seek(SeekFrom::Start(offset)).await.map_err(unreadable)?;
                Source::File { file, path: path.clone(), size: *size }
            }
            Source::Reader { size, .. } if offset == 0 => {
                let gone = Source::Gone { size: *size };
                std::mem::replace(&mut self.source, gone)
            }
            Source::Reader { .. } | Source::Gone { .. } => {
                return Err(Error::argument(
                    "a stream passes by once: resume an upload from bytes or from a file",
                ));
            }
        };
        Ok(Pieces::new(source, offset, all, self.watch.clone()))
    }
}
