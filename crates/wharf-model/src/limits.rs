//! Every documented limit, as a named constant (Cloud API, "Messages", "Media", "Phone numbers").
//!
//! Texts are measured in characters; whether the platform means UTF-16 units or Unicode
//! scalars is not documented, so a text must fit in both counts.

/// Digits of a two-step verification PIN, exactly.
pub const PIN_DIGITS: usize = 6;
/// Characters of a text message.
pub const TEXT_BODY_CHARS_MAX: usize = 4096;
/// Characters of a caption.
pub const CAPTION_CHARS_MAX: usize = 1024;
/// Characters of `biz_opaque_callback_data`.
pub const CALLBACK_DATA_CHARS_MAX: usize = 512;
/// Contact cards in one message.
pub const CONTACTS_MAX: usize = 257;
/// Characters of an interactive header text.
pub const HEADER_CHARS_MAX: usize = 60;
/// Characters of an interactive body, lists aside.
pub const INTERACTIVE_BODY_CHARS_MAX: usize = 1024;
/// Characters of a list's body.
pub const LIST_BODY_CHARS_MAX: usize = 4096;
/// Characters of an interactive footer.
pub const FOOTER_CHARS_MAX: usize = 60;
/// Reply buttons in one message.
pub const BUTTONS_MAX: usize = 3;
/// Characters of a reply button's id.
pub const BUTTON_ID_CHARS_MAX: usize = 256;
/// Characters of a reply button's title.
pub const BUTTON_TITLE_CHARS_MAX: usize = 20;
/// Characters of the label that opens a list.
pub const LIST_BUTTON_CHARS_MAX: usize = 20;
/// Sections of a list.
pub const SECTIONS_MAX: usize = 10;
/// Characters of a section's title.
pub const SECTION_TITLE_CHARS_MAX: usize = 24;
/// Rows of a list, over all its sections.
pub const ROWS_MAX: usize = 10;
/// Characters of a row's id.
pub const ROW_ID_CHARS_MAX: usize = 200;
/// Characters of a row's title.
pub const ROW_TITLE_CHARS_MAX: usize = 24;
/// Characters of a row's description.
pub const ROW_DESCRIPTION_CHARS_MAX: usize = 72;
/// Characters of a URL button's label.
pub const CTA_TEXT_CHARS_MAX: usize = 20;
/// Characters of a flow button's label.
pub const FLOW_CTA_CHARS_MAX: usize = 30;
/// Characters of a template's name.
pub const TEMPLATE_NAME_CHARS_MAX: usize = 512;
/// Bytes of an image.
pub const IMAGE_BYTES_MAX: u64 = 5 * 1024 * 1024;
/// Bytes of a video.
pub const VIDEO_BYTES_MAX: u64 = 16 * 1024 * 1024;
/// Bytes of an audio file.
pub const AUDIO_BYTES_MAX: u64 = 16 * 1024 * 1024;
/// Bytes of a document.
pub const DOCUMENT_BYTES_MAX: u64 = 100 * 1024 * 1024;
/// Bytes of a still sticker.
pub const STICKER_STATIC_BYTES_MAX: u64 = 100 * 1024;
/// Bytes of an animated sticker.
pub const STICKER_ANIMATED_BYTES_MAX: u64 = 500 * 1024;
/// Bytes of a webhook body that we read; the platform promises at most 3 MB.
pub const WEBHOOK_BYTES_MAX: usize = 4 * 1024 * 1024;
/// Bytes of a send that we read.
pub const SEND_BYTES_MAX: usize = 256 * 1024;
