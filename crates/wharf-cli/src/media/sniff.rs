//! What a file is by its first bytes: the platform looks at them as well, and refuses what is called something else.

/// Bytes that are looked at.
pub(super) const BYTES: usize = 64;

/// The mime type that the first bytes of a file give away; none for what has no mark (text, and old documents that
/// share one).
pub(super) fn mime_of(head: &[u8]) -> Option<&'static str> {
    let at = |from: usize, mark: &[u8]| head.get(from..).is_some_and(|rest| rest.starts_with(mark));
    let marked = [
        (0, &b"\xff\xd8\xff"[..], "image/jpeg"),
        (0, b"\x89PNG\r\n\x1a\n", "image/png"),
        (0, b"GIF8", "image/gif"),
        (8, b"WEBP", "image/webp"),
        (0, b"%PDF-", "application/pdf"),
        (0, b"OggS", "audio/ogg"),
        (0, b"ID3", "audio/mpeg"),
        (0, b"\xff\xfb", "audio/mpeg"),
        (0, b"\xff\xf1", "audio/aac"),
        (0, b"\xff\xf9", "audio/aac"),
        (0, b"#!AMR", "audio/amr"),
        (4, b"ftyp3g", "video/3gpp"),
        (4, b"ftypM4A", "audio/mp4"),
        (4, b"ftyphei", "image/heic"),
        (4, b"ftypmif", "image/heic"),
        (4, b"ftyp", "video/mp4"),
    ];
    marked.into_iter().find(|(from, mark, _)| at(*from, mark)).map(|(_, _, mime)| mime)
}

/// The ending of a file of this type, with its dot.
pub(super) fn ending(mime: &str) -> &'static str {
    match mime.split(';').next().unwrap_or_default().trim() {
        "image/jpeg" => ".jpg",
        "image/png" => ".png",
        "image/webp" => ".webp",
        "video/mp4" => ".mp4",
        "video/3gpp" => ".3gp",
        "audio/aac" => ".aac",
        "audio/amr" => ".amr",
        "audio/mpeg" => ".mp3",
        "audio/mp4" => ".m4a",
        "audio/ogg" => ".ogg",
        "text/plain" => ".txt",
        "application/pdf" => ".pdf",
        "application/msword" => ".doc",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => ".docx",
        "application/vnd.ms-excel" => ".xls",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => ".xlsx",
        "application/vnd.ms-powerpoint" => ".ppt",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation" => ".pptx",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::mime_of;

    #[test]
    fn the_first_bytes_give_a_file_away() {
        for (head, mime) in [
            (&b"\x89PNG\r\n\x1a\n\0\0"[..], Some("image/png")),
            (b"RIFF\0\0\0\0WEBPVP8 ", Some("image/webp")),
            (b"\0\0\0\x20ftypisom", Some("video/mp4")),
            (b"\0\0\0\x20ftypM4A ", Some("audio/mp4")),
            (b"\0\0\0\x14ftyp3gp4", Some("video/3gpp")),
            (b"Remember the milk", None),
            (b"PK\x03\x04", None),
            (b"", None),
        ] {
            assert_eq!(mime_of(head), mime, "{head:?}");
        }
    }
}
