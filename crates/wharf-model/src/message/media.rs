//! Images, videos, documents, audio, stickers.

use serde::{Deserialize, Serialize};

use super::{Rule, check::Checker};
use crate::{id::MediaId, limits::CAPTION_CHARS_MAX, media::MediaKind};

macro_rules! media {
    (
        $(#[$meta:meta])*
        $name:ident = $kind:ident { $($(#[$doc:meta])* $field:ident: $type:ty,)* }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[non_exhaustive]
        pub struct $name {
            /// A file that was uploaded before; lives 30 days. Either this or `link`.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub id: Option<MediaId>,
            /// A public URL that the platform fetches and keeps for 10 minutes. Either this or `id`.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub link: Option<String>,
            $(
                $(#[$doc])*
                #[serde(default, skip_serializing_if = "Option::is_none")]
                pub $field: Option<$type>,
            )*
        }

        impl $name {
            /// One that the platform fetches from a public `http(s)` URL.
            pub fn link(link: impl Into<String>) -> Self {
                Self { link: Some(link.into()), ..Self::default() }
            }

            /// One that was uploaded before.
            pub fn id(id: MediaId) -> Self {
                Self { id: Some(id), ..Self::default() }
            }

            $(
                $(#[$doc])*
                #[must_use]
                pub fn $field(mut self, $field: impl Into<$type>) -> Self {
                    self.$field = Some($field.into());
                    self
                }
            )*

            pub(crate) fn check_source(&self, at: &str, check: &mut Checker) {
                check.source(at, MediaKind::$kind, self.id.is_some(), self.link.as_deref());
            }
        }
    };
}

media! {
    /// A picture: JPEG or PNG, at most 5 MB.
    Image = Image {
        /// Text below it, at most 1024 characters.
        caption: String,
    }
}

media! {
    /// A video: MP4 or 3GPP, H.264 and AAC, at most 16 MB.
    Video = Video {
        /// Text below it, at most 1024 characters.
        caption: String,
    }
}

media! {
    /// A document of any kind, at most 100 MB.
    Document = Document {
        /// Text below it, at most 1024 characters.
        caption: String,
        /// The name shown; its extension picks the icon. Without it phones show "untitled".
        filename: String,
    }
}

media! {
    /// Sound, at most 16 MB.
    Audio = Audio {
        /// Whether it is a voice note: must then be OGG with Opus, mono.
        voice: bool,
    }
}

media! {
    /// A WebP sticker: 100 KB still, 500 KB animated.
    Sticker = Sticker {}
}

impl Image {
    pub(crate) fn check(&self, at: &str, check: &mut Checker) {
        self.check_source(at, check);
        check.caption(at, self.caption.as_deref());
    }
}

impl Video {
    pub(crate) fn check(&self, at: &str, check: &mut Checker) {
        self.check_source(at, check);
        check.caption(at, self.caption.as_deref());
    }
}

impl Document {
    pub(crate) fn check(&self, at: &str, check: &mut Checker) {
        self.check_source(at, check);
        check.caption(at, self.caption.as_deref());
    }
}

impl Checker {
    fn caption(&mut self, at: &str, caption: Option<&str>) {
        self.optional(&format!("{at}.caption"), caption, CAPTION_CHARS_MAX);
    }

    fn source(&mut self, at: &str, kind: MediaKind, has_id: bool, link: Option<&str>) {
        match (has_id, link) {
            (false, None) => {
                self.missing(at, &format!("{} needs an `id` or a `link`", kind.as_str()));
            }
            (true, Some(_)) => {
                self.warn(at, Rule::NotAllowed, "`id` and `link` are both given: the id is used");
            }
            (_, Some(link)) => self.link(&format!("{at}.link"), link),
            (true, None) => {}
        }
    }
}

crate::quiet_debug! {
    Image { id }
    Video { id }
    Audio { id, voice }
    Document { id }
    Sticker { id }
}
