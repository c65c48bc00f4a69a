//! Files: types and sizes.

use wharf_model::{
    limits::*,
    media::{MediaKind, Purpose, check_file, check_for},
    message::{Rule, Severity},
};

#[test]
fn each_kind_has_its_types_and_its_size() {
    for kind in MediaKind::ALL {
        for mime in kind.mime_types() {
            let at = check_file(kind, mime, kind.bytes_max());
            assert!(at.iter().all(|found| found.severity == Severity::Warning), "{mime}: {at:?}");
            let beyond = check_file(kind, &mime.to_uppercase(), kind.bytes_max() + 1);
            let [found] = &beyond[..] else { panic!("{mime}: {beyond:?}") };
            assert_eq!((found.rule, found.code), (Rule::BytesMax, 131_053));
            let numbers = (Some(kind.bytes_max()), Some(kind.bytes_max() + 1));
            assert_eq!((found.limit, found.given), numbers);
        }
        assert_eq!(check_file(kind, kind.mime_types()[0], 0)[0].rule, Rule::BytesMin);
    }
}

#[test]
fn the_wrong_type_is_named() {
    for (kind, mime) in [
        (MediaKind::Image, "image/webp"),
        (MediaKind::Image, "image/gif"),
        (MediaKind::Video, "video/quicktime"),
        (MediaKind::Sticker, "image/png"),
        (MediaKind::Audio, "audio/wav"),
        (MediaKind::Audio, "audio/ogg; codecs=vorbis"),
    ] {
        let found = check_file(kind, mime, 1);
        assert_eq!(found.len(), 1, "{mime}: {found:?}");
        assert_eq!((found[0].path.as_str(), found[0].rule), ("file.type", Rule::Mime));
    }
    assert_eq!(check_file(MediaKind::Audio, "audio/ogg; codecs=opus", 1), []);
    let rare = check_file(MediaKind::Document, "application/zip", 1);
    assert_eq!(rare[0].severity, Severity::Warning);
}

#[test]
fn what_is_merely_unwise_is_warned_of() {
    let warned = |found: Vec<wharf_model::message::Violation>, limit: u64| {
        let [found] = &found[..] else { panic!("{found:?}") };
        assert_eq!((found.severity, found.limit), (Severity::Warning, Some(limit)));
    };
    let voice = |size| check_for(Purpose::VoiceNote, "audio/ogg", size);
    assert_eq!(voice(VOICE_BYTES_ADVISED), []);
    warned(voice(VOICE_BYTES_ADVISED + 1), VOICE_BYTES_ADVISED);
    let gif = |size| check_for(Purpose::TemplateGif, "video/mp4", size);
    assert_eq!(gif(TEMPLATE_GIF_BYTES_MAX), []);
    warned(gif(TEMPLATE_GIF_BYTES_MAX + 1), TEMPLATE_GIF_BYTES_MAX);
    let sticker = |size| check_file(MediaKind::Sticker, "image/webp", size);
    assert_eq!(sticker(STICKER_STATIC_BYTES_MAX), []);
    warned(sticker(STICKER_STATIC_BYTES_MAX + 1), STICKER_STATIC_BYTES_MAX);
}

#[test]
fn each_purpose_has_its_type_and_size() {
    for (purpose, mime, max, code) in [
        (Purpose::StillSticker, "image/webp", STICKER_STATIC_BYTES_MAX, 131_053),
        (Purpose::AnimatedSticker, "image/webp", STICKER_ANIMATED_BYTES_MAX, 131_053),
        (Purpose::ProfilePicture, "image/png", PROFILE_PICTURE_BYTES_MAX, 100),
        (Purpose::GroupPicture, "image/jpeg", GROUP_PICTURE_BYTES_MAX, 131_209),
        (Purpose::TemplateExample, "application/pdf", DOCUMENT_BYTES_MAX, 100),
    ] {
        assert_eq!(check_for(purpose, mime, max), [], "{purpose:?}");
        let found = check_for(purpose, mime, max + 1);
        assert_eq!((found.len(), found[0].code), (1, code), "{purpose:?}");
        assert_eq!(check_for(purpose, "text/html", 1)[0].rule, Rule::Mime, "{purpose:?}");
    }
}
