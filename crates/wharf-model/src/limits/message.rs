//! Messages and their envelope (Cloud API, "Messages").

/// Characters of a text message.
pub const TEXT_BODY_CHARS_MAX: usize = 4096;
/// Characters of a caption.
pub const CAPTION_CHARS_MAX: usize = 1024;
/// Characters of `biz_opaque_callback_data`.
pub const CALLBACK_DATA_CHARS_MAX: usize = 512;
/// Contact cards in one message.
pub const CONTACTS_MAX: usize = 257;
/// Characters of a location's name, as other libraries have it; not documented, so only warned of.
pub const LOCATION_NAME_CHARS_ADVISED: usize = 1000;
/// Degrees of latitude, north and south.
pub const LATITUDE_DEGREES_MAX: f64 = 90.0;
/// Degrees of longitude, east and west.
pub const LONGITUDE_DEGREES_MAX: f64 = 180.0;
/// Days that a message stays pinned, at least.
pub const PIN_DAYS_MIN: u64 = 1;
/// Days that a message stays pinned, at most.
pub const PIN_DAYS_MAX: u64 = 30;
/// Messages pinned in a group: one more takes the oldest down.
pub const PINNED_MAX: usize = 3;
/// Days after which a message cannot be marked as read, reacted to or shown as a quote.
pub const MESSAGE_AGE_DAYS_MAX: u64 = 30;
/// Seconds that "typing…" is shown.
pub const TYPING_SECONDS_MAX: u64 = 25;
/// Hours after a person wrote in which any message may be sent.
pub const WINDOW_HOURS: u64 = 24;
/// Bytes of a webhook body that we read; the platform promises at most 3 MB.
pub const WEBHOOK_BYTES_MAX: usize = 4 * 1024 * 1024;
/// Bytes of a send that we read.
pub const SEND_BYTES_MAX: usize = 256 * 1024;

/// Characters of the text of a Direct Send.
pub const DIRECT_BODY_CHARS_MAX: usize = 1024;
/// Buttons of a Direct Send.
pub const DIRECT_BUTTONS_MAX: usize = 10;
/// Buttons with a URL of a Direct Send.
pub const DIRECT_URL_BUTTONS_MAX: usize = 2;
/// Seconds a Direct Send is tried for, at least.
pub const DIRECT_TTL_SECONDS_MIN: u64 = 30;
/// Seconds a Direct Send of category utility is tried for, at most.
pub const DIRECT_UTILITY_TTL_SECONDS_MAX: u64 = 43_200;
/// Seconds a Direct Send of category authentication is tried for, at most.
pub const DIRECT_AUTHENTICATION_TTL_SECONDS_MAX: u64 = 900;
/// Examples of a Direct Send to hand in for its category, at least.
pub const DIRECT_SAMPLES_MIN: usize = 3;
/// Examples of a Direct Send to hand in for its category, at most.
pub const DIRECT_SAMPLES_MAX: usize = 4;
