//! Files: upload, resolve, download, delete (Cloud API, "Media").

use std::{collections::BTreeMap, fmt::Write as _, time::Duration};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use bytes::Bytes;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use wharf_model::{
    id::{MediaId, PhoneNumberId},
    media::{HEAD_BYTES, MediaKind, MediaNode, Uploaded, contradicted_by_name, contradiction},
    time::Timestamp,
};

use super::{Refusal, World, moment};

/// How long an uploaded file lives.
const FILE_LIVES: Duration = Duration::from_hours(30 * 24);
/// How long a download URL is good.
const URL_LIVES: Duration = Duration::from_mins(5);

/// A file.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct File {
    /// Which number uploaded it.
    pub(crate) number: PhoneNumberId,
    /// Its type, as declared.
    pub(crate) mime_type: String,
    /// The name it came with.
    pub(crate) name: Option<String>,
    /// What is in it.
    #[serde(with = "super::content")]
    pub(crate) bytes: Bytes,
    digest: [u8; 32],
    #[serde(with = "moment")]
    expires: Timestamp,
    /// What its URL carries, and until when.
    ticket: Option<Ticket>,
}

/// What a download URL carries, and until when it is good.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Ticket {
    word: String,
    #[serde(with = "moment")]
    until: Timestamp,
}

/// A file that is uploaded.
#[derive(Clone, Debug)]
pub(crate) struct NewFile {
    /// Its type.
    pub(crate) mime_type: String,
    /// Its name, if it has one.
    pub(crate) name: Option<String>,
    /// What is in it.
    pub(crate) bytes: Bytes,
}

impl File {
    /// Whether it is this number's, and has not expired.
    pub(super) fn is_of(&self, number: &PhoneNumberId, now: Timestamp) -> bool {
        self.number == *number && now < self.expires
    }

    fn sha256(&self) -> String {
        self.digest.iter().fold(String::with_capacity(64), |mut hex, byte| {
            // Writing to a string cannot fail.
            let _written = write!(hex, "{byte:02x}");
            hex
        })
    }

    /// The digest, as webhooks spell it.
    pub(super) fn sha256_base64(&self) -> String {
        STANDARD.encode(self.digest)
    }
}

/// Every file, by id.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Files(BTreeMap<MediaId, File>);

impl Files {
    /// A file, whether or not it has expired.
    pub(crate) fn get(&self, id: &MediaId) -> Option<&File> {
        self.0.get(id)
    }

    /// A file by what should be its id.
    pub(crate) fn by_text(&self, id: &str) -> Option<&File> {
        self.0.get(&MediaId::new(id).ok()?)
    }
}

impl World {
    /// `POST /{phone-number-id}/media`.
    pub(crate) fn upload(
        &mut self,
        number: &str,
        file: NewFile,
        now: Timestamp,
    ) -> Result<Uploaded, Refusal> {
        let known = PhoneNumberId::new(number).ok().filter(|id| self.numbers.contains_key(id));
        let number = known.ok_or_else(|| Refusal::no_object("post", number))?;
        let kind = MediaKind::of_mime(&file.mime_type).ok_or_else(|| {
            let all: Vec<_> = MediaKind::ALL.iter().flat_map(|kind| kind.mime_types()).copied().collect();
            let message = format!(
                "(#100) Param file must be a file with one of the following types: {}. Received file of type '{}'.",
                all.join(", "),
                file.mime_type
            );
            Refusal::plain(100, message)
        })?;
        let size = u64::try_from(file.bytes.len()).unwrap_or(u64::MAX);
        if size == 0 || size > kind.bytes_max() {
            let most = kind.bytes_max();
            let details = format!("file: {size} bytes; a file of this type has 1 to {most}");
            return Err(Refusal::new(131_053, details));
        }
        if self.rules.looks_into_files {
            looks_right(&file)?;
        }
        let id = self.ids.media();
        let digest = Sha256::digest(&file.bytes).into();
        let NewFile { mime_type, name, bytes } = file;
        let expires = now.plus(FILE_LIVES);
        let file = File { number, mime_type, name, bytes, digest, expires, ticket: None };
        self.files.0.insert(id.clone(), file);
        Ok(Uploaded::new(id))
    }

    /// `GET /{media-id}`: a URL that is good for five minutes. `base` is where this emulator is.
    pub(crate) fn resolve(
        &mut self,
        id: &MediaId,
        asker: Option<&str>,
        base: &str,
        now: Timestamp,
    ) -> Result<MediaNode, Refusal> {
        let ticket = self.ids.ticket();
        let file = self.file_mut(id, "get", asker, now)?;
        file.ticket = Some(Ticket { word: ticket.clone(), until: now.plus(URL_LIVES) });
        let url = format!("{base}/_media/{id}?ticket={ticket}");
        let size = u64::try_from(file.bytes.len()).unwrap_or(u64::MAX);
        Ok(MediaNode::new(id.clone(), url, file.mime_type.clone(), file.sha256(), size))
    }

    /// `DELETE /{media-id}`.
    pub(crate) fn delete_file(
        &mut self,
        id: &MediaId,
        asker: Option<&str>,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        self.file_mut(id, "delete", asker, now)?;
        self.files.0.remove(id);
        Ok(())
    }

    /// What a download URL leads to, while it is good.
    pub(crate) fn download(&self, id: &str, ticket: &str, now: Timestamp) -> Option<&File> {
        let file = self.files.by_text(id)?;
        let Ticket { word, until } = file.ticket.as_ref()?;
        (word == ticket && now < *until && now < file.expires).then_some(file)
    }

    fn file_mut(
        &mut self,
        id: &MediaId,
        verb: &str,
        asker: Option<&str>,
        now: Timestamp,
    ) -> Result<&mut File, Refusal> {
        let file = self.files.0.get_mut(id).filter(|file| now < file.expires);
        let theirs = |file: &&mut File| asker.is_none_or(|asker| asker == file.number.as_str());
        file.filter(theirs).ok_or_else(|| Refusal::no_object(verb, id.as_str()))
    }
}

/// The largest upload that is read at all: a document of 100 MB and what surrounds it.
pub(crate) const UPLOAD_BYTES_MAX: usize = 100 * 1024 * 1024 + 64 * 1024;

/// Whether type, content and name of a file agree.
fn looks_right(file: &NewFile) -> Result<(), Refusal> {
    let mime = &file.mime_type;
    let head = file.bytes.get(..HEAD_BYTES).unwrap_or(&file.bytes);
    let details = match (contradiction(mime, head), &file.name) {
        (Some(found), _) => format!("file: it is declared to be {mime} and looks like {found}"),
        (None, Some(name)) => match contradicted_by_name(mime, name) {
            Some(meant) => format!("file: it is declared to be {mime}, and its name says {meant}"),
            None => return Ok(()),
        },
        (None, None) => return Ok(()),
    };
    Err(Refusal::new(131_053, details))
}
