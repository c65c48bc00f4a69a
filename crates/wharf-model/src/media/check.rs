//! Whether the platform takes a file (Cloud API, "Supported media types").

use super::{MediaKind, kind::bare};
use crate::{
    limits,
    message::{
        Rule, Violation,
        check::{Checker, PARAMETER},
    },
};

/// The platform's code for a file it cannot take.
const UPLOAD: u32 = 131_053;
/// The platform's code for a group's picture that is too large or no JPEG.
const GROUP_PICTURE: u32 = 131_209;

/// What a file is for, beside the kinds of message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Purpose {
    /// A voice note: OGG with Opus, mono; played at once up to 512 KB.
    VoiceNote,
    /// A sticker that moves: WebP, up to 500 KB.
    AnimatedSticker,
    /// A sticker that does not: WebP, up to 100 KB.
    StillSticker,
    /// A template's GIF: an MP4, up to 3.5 MB.
    TemplateGif,
    /// The picture of a profile: JPEG or PNG, up to 5 MB.
    ProfilePicture,
    /// The picture of a group: JPEG, up to 5 MB, square, at least 192 pixels wide.
    GroupPicture,
    /// The example of a template's header: JPEG, PNG, MP4 or PDF.
    TemplateExample,
}

/// What is wrong with a file for a kind of message: its mime type as it will be declared, and its
/// size in bytes. `file.type` and `file.size` are the paths, 131053 is the code.
///
/// Whether the bytes are what the mime type says is for the caller to find out. A document may be
/// of any type: those that the documentation does not name are warned of.
///
/// ```
/// use wharf_model::media::{MediaKind, check_file};
///
/// assert_eq!(check_file(MediaKind::Image, "image/png", 5 * 1024 * 1024), []);
/// let found = check_file(MediaKind::Image, "image/heic", 6 * 1024 * 1024);
/// assert_eq!(found.iter().map(|found| found.path.as_str()).collect::<Vec<_>>(), ["file.type", "file.size"]);
/// ```
pub fn check_file(kind: MediaKind, mime: &str, size: u64) -> Vec<Violation> {
    let mut check = Checker::default();
    let known = kind.mime_types().contains(&bare(mime).as_str());
    if !known && kind == MediaKind::Document {
        let what = "is none of the types that the documentation names for documents";
        check.warn("file.type", Rule::Mime, what);
    } else {
        check_mime(known, kind.mime_types(), UPLOAD, &mut check);
    }
    if kind == MediaKind::Audio {
        check_opus(mime, &mut check);
    }
    if kind == MediaKind::Sticker {
        let what = "a sticker that does not move may have 100 KB";
        warn_above(size, limits::STICKER_STATIC_BYTES_MAX, kind.bytes_max(), what, &mut check);
    }
    check.bytes("file.size", size, kind.bytes_max(), UPLOAD);
    check.found
}

/// The same for what a file is for beside the kinds of message.
pub fn check_for(purpose: Purpose, mime: &str, size: u64) -> Vec<Violation> {
    let mut check = Checker::default();
    let (types, max, code): (&[&str], u64, u32) = match purpose {
        Purpose::VoiceNote => (&["audio/ogg"], limits::AUDIO_BYTES_MAX, UPLOAD),
        Purpose::AnimatedSticker => (&["image/webp"], limits::STICKER_ANIMATED_BYTES_MAX, UPLOAD),
        Purpose::StillSticker => (&["image/webp"], limits::STICKER_STATIC_BYTES_MAX, UPLOAD),
        Purpose::TemplateGif => (&["video/mp4"], limits::VIDEO_BYTES_MAX, UPLOAD),
        Purpose::ProfilePicture => {
            (&["image/jpeg", "image/png"], limits::PROFILE_PICTURE_BYTES_MAX, PARAMETER)
        }
        Purpose::GroupPicture => (&["image/jpeg"], limits::GROUP_PICTURE_BYTES_MAX, GROUP_PICTURE),
        Purpose::TemplateExample => (
            &["image/jpeg", "image/jpg", "image/png", "video/mp4", "application/pdf"],
            limits::DOCUMENT_BYTES_MAX,
            PARAMETER,
        ),
    };
    check_mime(types.contains(&bare(mime).as_str()), types, code, &mut check);
    match purpose {
        Purpose::VoiceNote => {
            check_opus(mime, &mut check);
            let what = "phones play a voice note at once only up to 512 KB";
            warn_above(size, limits::VOICE_BYTES_ADVISED, max, what, &mut check);
        }
        Purpose::TemplateGif => {
            let what = "a GIF of more than 3.5 MB is shown as a video";
            warn_above(size, limits::TEMPLATE_GIF_BYTES_MAX, max, what, &mut check);
        }
        _ => {}
    }
    check.bytes("file.size", size, max, code);
    check.found
}

fn check_mime(known: bool, types: &[&str], code: u32, check: &mut Checker) {
    if !known {
        let what = format!("must be one of {}", types.join(", "));
        check.broken("file.type", Rule::Mime, code, what);
    }
}

/// OGG may hold Opus only; a mime type that names another codec is not taken.
fn check_opus(mime: &str, check: &mut Checker) {
    let codecs = mime.to_ascii_lowercase();
    if bare(mime) == "audio/ogg" && codecs.contains("codecs=") && !codecs.contains("opus") {
        check.broken("file.type", Rule::Mime, UPLOAD, "OGG must hold Opus");
    }
}

fn warn_above(size: u64, advised: u64, max: u64, what: &str, check: &mut Checker) {
    if size > advised && size <= max {
        check.warn("file.size", Rule::BytesMax, what);
        check.measured(advised, size);
    }
}
