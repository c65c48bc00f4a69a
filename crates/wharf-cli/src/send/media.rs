//! Files: a path is uploaded first, a URL is linked, anything else is the id of an upload.

use std::path::Path;

use clap::Args;
use wharf::{
    id::{MediaId, PhoneNumberId},
    message::{Audio, Content, Document, Image, Sticker, Video},
};

use crate::{exit::Failure, media::opened, progress::Progress};

/// Where a file is.
enum Source {
    Link(String),
    Id(MediaId),
}

/// How files get to the platform.
pub(super) struct Uploads<'a> {
    pub(super) from: &'a PhoneNumberId,
    pub(super) dry_run: bool,
    pub(super) json: bool,
}

async fn source(text: &str, uploads: &Uploads<'_>) -> Result<Source, Failure> {
    if text.starts_with("http://") || text.starts_with("https://") {
        return Ok(Source::Link(text.to_owned()));
    }
    let is_id = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_id && !Path::new(text).exists() {
        return MediaId::new(text)
            .map(Source::Id)
            .map_err(|error| Failure::usage(error.to_string()));
    }
    if !Path::new(text).is_file() {
        return Err(Failure::usage(format!(
            "{text}: is no file here, no http(s) URL, and no id of an upload (digits)"
        )));
    }
    if uploads.dry_run {
        return Err(Failure::usage(format!(
            "{text}: --dry-run uploads nothing; give a URL or the id of an upload"
        )));
    }
    let upload = opened(Path::new(text), None).await?;
    let progress = Progress::new(uploads.json, "uploading", upload.size());
    let upload = upload.on_progress(progress.watch());
    let id = super::client()?.number(uploads.from.clone()).upload(upload).await?;
    Ok(Source::Id(id))
}

macro_rules! args {
    ($($args:ident => $kind:ident { $($(#[$meta:meta])* $field:ident: $type:ty,)* })*) => {$(
        #[derive(Debug, Args)]
        pub(super) struct $args {
            /// A file, an http(s) URL, or the id of an upload
            source: String,
            $($(#[$meta])* #[arg(long)] $field: $type,)*
        }

        impl $args {
            pub(super) async fn content(self, uploads: &Uploads<'_>) -> Result<Content, Failure> {
                let file = match source(&self.source, uploads).await? {
                    Source::Link(link) => $kind::link(link),
                    Source::Id(id) => $kind::id(id),
                };
                Ok(self.dress(file).into())
            }
        }
    )*};
}

args! {
    ImageArgs => Image {
        /// Text below it, at most 1024 characters
        caption: Option<String>,
    }
    VideoArgs => Video {
        /// Text below it, at most 1024 characters
        caption: Option<String>,
    }
    DocumentArgs => Document {
        /// Text below it, at most 1024 characters
        caption: Option<String>,
        /// The name shown; that of the file if it is one
        filename: Option<String>,
    }
    AudioArgs => Audio {
        /// Send it as a voice note (OGG with Opus)
        voice: bool,
    }
    StickerArgs => Sticker {}
}

impl ImageArgs {
    fn dress(self, mut image: Image) -> Image {
        image.caption = self.caption;
        image
    }
}

impl VideoArgs {
    fn dress(self, mut video: Video) -> Video {
        video.caption = self.caption;
        video
    }
}

impl DocumentArgs {
    fn dress(self, mut document: Document) -> Document {
        let path = Path::new(&self.source);
        let own = || {
            path.file_name()
                .filter(|_| path.is_file())
                .map(|name| name.to_string_lossy().into_owned())
        };
        document.filename = self.filename.or_else(own);
        document.caption = self.caption;
        document
    }
}

impl AudioArgs {
    fn dress(self, audio: Audio) -> Audio {
        if self.voice { audio.voice(true) } else { audio }
    }
}

impl StickerArgs {
    #[expect(clippy::unused_self, reason = "the other kinds have something to add")]
    fn dress(self, sticker: Sticker) -> Sticker {
        sticker
    }
}
