//! Files (Cloud API, "Media", "Supported media types").

/// Bytes of an image.
pub const IMAGE_BYTES_MAX: u64 = 5 * 1024 * 1024;
/// Bytes of a video.
pub const VIDEO_BYTES_MAX: u64 = 16 * 1024 * 1024;
/// Bytes of an audio file.
pub const AUDIO_BYTES_MAX: u64 = 16 * 1024 * 1024;
/// Bytes of a voice note that phones play at once; a larger one must be fetched with a tap.
pub const VOICE_BYTES_ADVISED: u64 = 512 * 1024;
/// Bytes of a document.
pub const DOCUMENT_BYTES_MAX: u64 = 100 * 1024 * 1024;
/// Bytes of a still sticker.
pub const STICKER_STATIC_BYTES_MAX: u64 = 100 * 1024;
/// Bytes of an animated sticker.
pub const STICKER_ANIMATED_BYTES_MAX: u64 = 500 * 1024;
/// Pixels of a sticker's side, exactly.
pub const STICKER_PIXELS: u32 = 512;
/// Bytes of a template's GIF (an MP4); a larger one is shown as a video.
pub const TEMPLATE_GIF_BYTES_MAX: u64 = 3584 * 1024;
/// Bytes of a profile picture.
pub const PROFILE_PICTURE_BYTES_MAX: u64 = 5 * 1024 * 1024;
/// Bytes of a group's picture.
pub const GROUP_PICTURE_BYTES_MAX: u64 = 5 * 1024 * 1024;
/// Pixels of a group picture's side, at least; it must be square.
pub const GROUP_PICTURE_PIXELS_MIN: u32 = 192;
/// Bytes of a file that a person sends; a larger one comes as error 131052.
pub const INBOUND_BYTES_MAX: u64 = 100 * 1024 * 1024;
/// Days that an uploaded file lives.
pub const UPLOAD_DAYS: u64 = 30;
/// Days that a received file lives.
pub const RECEIVED_DAYS: u64 = 7;
/// Minutes that a download URL works.
pub const DOWNLOAD_MINUTES: u64 = 5;
/// Minutes that the platform keeps a file it fetched from a link.
pub const LINK_CACHE_MINUTES: u64 = 10;
/// Minutes that a file of a number without storage lives, at least.
pub const NO_STORAGE_TTL_MINUTES_MIN: u64 = 60;
/// Minutes that a file of a number without storage lives, at most.
pub const NO_STORAGE_TTL_MINUTES_MAX: u64 = 43_200;
