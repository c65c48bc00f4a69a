//! The picture of a group: a JPEG, square, at least 192 pixels and at most 5 MB.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use wharf_model::limits::{GROUP_PICTURE_BYTES_MAX, GROUP_PICTURE_PIXELS_MIN};

use crate::world::{Refusal, refusal::later};

/// A picture: what webhooks say of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Picture {
    mime_type: String,
    sha256: String,
    bytes: u64,
    /// Width and height, when it is a JPEG.
    size: Option<(u32, u32)>,
}

/// A file of a form, as a body holds it.
#[derive(Deserialize)]
struct Part {
    mime_type: String,
    base64: String,
}

impl Picture {
    /// A file of a form.
    pub(super) fn read(part: &Value) -> Result<Self, Refusal> {
        let wrong = || Refusal::new(100, "file: send the picture as a part of multipart/form-data");
        let Part { mime_type, base64 } = Part::deserialize(part).map_err(|_| wrong())?;
        let bytes = STANDARD.decode(base64).map_err(|_| wrong())?;
        Ok(Self {
            mime_type,
            sha256: STANDARD.encode(Sha256::digest(&bytes)),
            bytes: bytes.len().try_into().unwrap_or(u64::MAX),
            size: size(&bytes),
        })
    }

    /// What the webhook says of it, and whether it was taken.
    pub(super) fn told(&self) -> (Value, bool) {
        let mut told = json!({
            "mime_type": self.mime_type, "sha256": self.sha256, "update_successful": true,
        });
        let Err((code, details)) = self.check() else { return (told, true) };
        told["update_successful"] = false.into();
        told["errors"] = json!([later(code, details)]);
        (told, false)
    }

    fn check(&self) -> Result<(), (u32, String)> {
        let Some((width, height)) = self.size.filter(|_| self.mime_type == "image/jpeg") else {
            return Err((131_053, "the picture must be an image/jpeg".to_owned()));
        };
        if self.bytes > GROUP_PICTURE_BYTES_MAX {
            let most = GROUP_PICTURE_BYTES_MAX;
            return Err((131_053, format!("the picture has {} bytes; at most {most}", self.bytes)));
        }
        if width != height {
            return Err((131_209, format!("the picture has {width} by {height} pixels")));
        }
        if width < GROUP_PICTURE_PIXELS_MIN {
            let least = GROUP_PICTURE_PIXELS_MIN;
            return Err((131_210, format!("the picture has {width} pixels; at least {least}")));
        }
        Ok(())
    }
}

/// Width and height of a JPEG: what its frame header says (ITU T.81, B.2.2).
fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut rest = bytes.strip_prefix(&[0xFF, 0xD8])?;
    loop {
        let [0xFF, marker, high, low, ..] = *rest else { return None };
        let length = usize::from(u16::from_be_bytes([high, low]));
        let segment = rest.get(2..length.checked_add(2)?)?;
        // SOF0 to SOF15, without DHT, JPG and DAC.
        if (0xC0..=0xCF).contains(&marker) && ![0xC4, 0xC8, 0xCC].contains(&marker) {
            let [_, _, _, height, height_low, width, width_low, ..] = *segment else {
                return None;
            };
            let size = |high, low| u32::from(u16::from_be_bytes([high, low]));
            return Some((size(width, width_low), size(height, height_low)));
        }
        rest = rest.get(length.checked_add(2)?..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn the_frame_header_says_how_large_a_picture_is() {
        let mut jpeg = vec![0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2];
        assert_eq!(size(&jpeg), None);
        jpeg.extend([0xFF, 0xC0, 0, 8, 8, 1, 0, 0, 0xC0, 3]);
        assert_eq!(size(&jpeg), Some((192, 256)));
        assert_eq!(size(&jpeg[..14]), None);
        assert_eq!(size(&[0xFF, 0xD8, 0xFF, 0xE0, 0, 0]), None);
        assert_eq!(size(b"GIF89a"), None);
    }
}
