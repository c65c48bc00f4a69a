//! JSON as the platform serialises it: what is not ASCII is `\uXXXX`, and `/` is `\/`. A receiver
//! that checks the signature over anything but the bytes it got fails here as it would there.

use std::io;

use serde::Serialize as _;
use serde_json::{Value, ser::Formatter};

/// The value in the platform's own spelling.
pub(super) fn as_the_platform_writes(value: &Value) -> String {
    let mut bytes = Vec::with_capacity(1024);
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, Spelling);
    // Neither a `Value` nor a `Vec` can fail, and what is written is ASCII.
    match value.serialize(&mut serializer) {
        Ok(()) => String::from_utf8(bytes).unwrap_or_else(|_| value.to_string()),
        Err(_) => value.to_string(),
    }
}

struct Spelling;

impl Formatter for Spelling {
    fn write_string_fragment<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let mut units = [0; 2];
        // Most of it stays as it is, and goes out in one piece.
        for piece in fragment.split_inclusive(|char: char| char == '/' || !char.is_ascii()) {
            let last = piece.chars().next_back().filter(|char| *char == '/' || !char.is_ascii());
            let kept = piece.len() - last.map_or(0, char::len_utf8);
            writer.write_all(piece.as_bytes().get(..kept).unwrap_or_default())?;
            match last {
                Some('/') => writer.write_all(b"\\/")?,
                Some(char) => {
                    for unit in char.encode_utf16(&mut units) {
                        write!(writer, "\\u{unit:04x}")?;
                    }
                }
                None => {}
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::as_the_platform_writes;

    #[test]
    fn it_is_spelled_as_the_platform_does_and_means_the_same() {
        let value = json!({"t": "caffè a/b \"😀\"\n"});
        let text = as_the_platform_writes(&value);
        assert_eq!(text, r#"{"t":"caff\u00e8 a\/b \"\ud83d\ude00\"\n"}"#);
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
    }
}
