//! JSON as the platform serialises it: what is not ASCII is `\uXXXX`, and `/` is `\/`. A receiver
//! that checks the signature over anything but the bytes it got fails here as it would there.

use std::io;

use serde::Serialize as _;
use serde_json::{Value, ser::Formatter};

/// The value in the platform's own spelling.
pub(super) fn as_the_platform_writes(value: &Value) -> String {
    let mut bytes = Vec::with_capacity(512);
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
        for char in fragment.chars() {
            match char {
                '/' => writer.write_all(b"\\/")?,
                char if char.is_ascii() => {
                    writer.write_all(&[u8::try_from(char).unwrap_or(b'?')])?;
                }
                char => {
                    for unit in char.encode_utf16(&mut units) {
                        write!(writer, "\\u{unit:04x}")?;
                    }
                }
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
