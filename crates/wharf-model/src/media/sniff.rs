//! What a file is, by its first bytes and by its name: the platform looks at both (131053).

/// Bytes at the beginning of a file that are enough to know what it is.
pub const HEAD_BYTES: usize = 512;

/// Documents of the office programs since 2007.
const ZIP: &str = "application/zip";
/// The same before 2007.
const OLE: &str = "application/x-ole-storage";

/// Mime types by extension, for what the platform takes.
const EXTENSIONS: [(&str, &str); 22] = [
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("png", "image/png"),
    ("webp", "image/webp"),
    ("mp4", "video/mp4"),
    ("3gp", "video/3gpp"),
    ("aac", "audio/aac"),
    ("amr", "audio/amr"),
    ("mp3", "audio/mpeg"),
    ("m4a", "audio/mp4"),
    ("ogg", "audio/ogg"),
    ("opus", "audio/ogg"),
    ("txt", "text/plain"),
    ("csv", "text/plain"),
    ("md", "text/plain"),
    ("pdf", "application/pdf"),
    ("doc", "application/msword"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("xls", "application/vnd.ms-excel"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("ppt", "application/vnd.ms-powerpoint"),
    ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
];

/// The mime type that the extension of this name means; none for one that the platform does not take.
pub fn mime_of_name(name: &str) -> Option<&'static str> {
    let (_, extension) = name.rsplit_once('.')?;
    let mut known = EXTENSIONS.iter();
    known.find(|(known, _)| extension.eq_ignore_ascii_case(known)).map(|(_, mime)| *mime)
}

/// The extension that files of this type usually have, without a dot: `jpg`, `pdf`.
pub fn extension_of(mime: &str) -> Option<&'static str> {
    let mime = essence(mime);
    EXTENSIONS.iter().find(|(_, known)| *known == mime).map(|(extension, _)| *extension)
}

/// The mime type of a file that begins with these bytes, [`HEAD_BYTES`] of them at best; none for what has no mark of
/// its own, such as text. New documents of office programs are `application/zip`, old ones `application/x-ole-storage`.
pub fn mime_of_bytes(head: &[u8]) -> Option<&'static str> {
    const MARKS: [(&[u8], &str); 15] = [
        (b"\xff\xd8\xff", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"GIF87a", "image/gif"),
        (b"GIF89a", "image/gif"),
        (b"%PDF-", "application/pdf"),
        (b"OggS", "audio/ogg"),
        (b"#!AMR", "audio/amr"),
        (b"ID3", "audio/mpeg"),
        (b"PK\x03\x04", ZIP),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLE),
        (b"\x1a\x45\xdf\xa3", "video/webm"),
        (b"II*\0", "image/tiff"),
        (b"MM\0*", "image/tiff"),
        (b"\x7fELF", "application/x-executable"),
        (b"<!DOCTYPE html", "text/html"),
    ];

    if let Some((_, mime)) = MARKS.iter().find(|(mark, _)| head.starts_with(mark)) {
        return Some(mime);
    }
    match (head.get(..4), head.get(4..8), head.get(8..12)) {
        (Some(b"RIFF"), _, Some(b"WEBP")) => Some("image/webp"),
        (Some(b"RIFF"), _, Some(b"WAVE")) => Some("audio/wav"),
        (_, Some(b"ftyp"), Some(brand)) => Some(match brand {
            b"M4A " | b"M4B " => "audio/mp4",
            b"heic" | b"heix" | b"mif1" => "image/heic",
            b"avif" => "image/avif",
            _ if brand.starts_with(b"3g") => "video/3gpp",
            _ => "video/mp4",
        }),
        _ => match head {
            // The twelve bits that a frame of AAC (layer 0) or of MP3 begins with.
            [0xff, second, ..] if second & 0xf6 == 0xf0 => Some("audio/aac"),
            [0xff, second, ..] if second & 0xe0 == 0xe0 => Some("audio/mpeg"),
            _ => None,
        },
    }
}

/// Whether a file that is declared to be `mime` can begin like this, and if not: what it looks like (a mime type, or
/// words where nothing is known of it). The platform refuses it with 131053.
pub fn contradiction(mime: &str, head: &[u8]) -> Option<&'static str> {
    let mime = essence(mime);
    match mime_of_bytes(head) {
        Some(found) => (!fits(&mime, found)).then_some(found),
        None if mime == "text/plain" => head.contains(&0).then_some("something that is not text"),
        None => marked(&mime).then_some("something else"),
    }
}

/// Whether a file of this name can be of this type, and if not: the mime type that its extension means.
pub fn contradicted_by_name(mime: &str, name: &str) -> Option<&'static str> {
    let (mime, meant) = (essence(mime), mime_of_name(name)?);
    let family = |mime: &str| match mime.split_once('/') {
        // The same containers hold both.
        Some(("audio" | "video", _)) => "media".to_owned(),
        Some(("application", _)) | None => mime.to_owned(),
        Some((family, _)) => family.to_owned(),
    };
    (family(&mime) != family(meant)).then_some(meant)
}

/// Without parameters such as `; codecs=opus`, in lower case.
fn essence(mime: &str) -> String {
    mime.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// Whether every file of this type begins with a mark that is known here.
fn marked(mime: &str) -> bool {
    matches!(
        mime,
        "image/jpeg" | "image/png" | "image/webp" | "audio/ogg" | "audio/amr" | "application/pdf"
    ) || is_office(mime)
}

fn is_office(mime: &str) -> bool {
    let office = ["application/msword", "application/vnd.ms-", "application/vnd.openxmlformats-"];
    office.iter().any(|prefix| mime.starts_with(prefix))
}

fn fits(mime: &str, found: &str) -> bool {
    match found {
        // One container for sound and pictures.
        "video/mp4" | "video/3gpp" | "audio/mp4" => {
            matches!(mime, "video/mp4" | "video/3gpp" | "audio/mp4" | "audio/3gpp")
        }
        // Both are frames that begin alike, behind the same tags.
        "audio/mpeg" | "audio/aac" => {
            matches!(mime, "audio/mpeg" | "audio/aac" | "audio/mp3" | "audio/x-aac")
        }
        // Either can hold any of them: an encrypted new one is of the old kind.
        ZIP | OLE => is_office(mime),
        _ => mime == found,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const JPEG: &[u8] = b"\xff\xd8\xff\xe0\0\x10JFIF";
    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    #[test]
    fn what_is_what_it_says_passes() {
        for (mime, head) in [
            ("image/jpeg", JPEG),
            ("image/png", PNG),
            ("image/webp", b"RIFF\0\0\0\0WEBPVP8 "),
            ("video/mp4", b"\0\0\0\x18ftypisom\0\0\0\0"),
            ("audio/mp4", b"\0\0\0\x18ftypisom\0\0\0\0"),
            ("video/3gpp", b"\0\0\0\x18ftyp3gp4\0\0\0\0"),
            ("video/mp4", b"no mark that is known"),
            ("audio/mpeg", b"ID3\x04"),
            ("audio/mpeg", b"\xff\xfb\x90\x64"),
            ("audio/aac", b"\xff\xf1\x50\x80"),
            ("audio/ogg; codecs=opus", b"OggS\0\x02"),
            ("audio/amr", b"#!AMR\n"),
            ("application/pdf", b"%PDF-1.7"),
            ("text/plain", b"hello"),
            ("text/plain", b""),
            ("application/msword", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
            (DOCX, b"PK\x03\x04\x14\0"),
        ] {
            assert_eq!(contradiction(mime, head), None, "{mime}");
        }
    }

    #[test]
    fn what_is_something_else_is_found() {
        for (mime, head, found) in [
            ("image/png", JPEG, "image/jpeg"),
            ("image/jpeg", PNG, "image/png"),
            ("image/png", b"<!DOCTYPE html><p>", "text/html"),
            ("image/jpeg", b"GIF89a", "image/gif"),
            ("image/png", b"no picture", "something else"),
            ("application/pdf", b"PK\x03\x04", ZIP),
            (DOCX, b"%PDF-1.7", "application/pdf"),
            (DOCX, b"hello", "something else"),
            ("text/plain", PNG, "image/png"),
            ("text/plain", b"a\0b", "something that is not text"),
            ("video/mp4", b"\x1a\x45\xdf\xa3", "video/webm"),
            ("audio/ogg", b"ID3\x04", "audio/mpeg"),
            ("audio/mpeg", b"RIFF\0\0\0\0WAVEfmt ", "audio/wav"),
        ] {
            assert_eq!(contradiction(mime, head), Some(found), "{mime}");
        }
    }

    #[test]
    fn a_name_that_means_another_type_is_found() {
        for (mime, name, meant) in [
            ("image/png", "a.png", None),
            ("image/png", "a.JPG", None),
            ("image/png", "no extension", None),
            ("image/png", "a.unknown", None),
            ("audio/mp4", "a.mp4", None),
            ("video/mp4", "a.m4a", None),
            ("text/plain", "a.csv", None),
            ("image/png", "a.pdf", Some("application/pdf")),
            ("application/pdf", "a.doc", Some("application/msword")),
            ("text/plain", "a.mp3", Some("audio/mpeg")),
        ] {
            assert_eq!(contradicted_by_name(mime, name), meant, "{mime} {name}");
        }
    }
}
