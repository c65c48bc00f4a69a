//! Interactive messages (Cloud API, "Interactive messages").

/// Characters of an interactive header text.
pub const HEADER_CHARS_MAX: usize = 60;
/// Characters of an interactive body, lists and cards aside.
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
/// Characters of a section's title, in lists and product lists.
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
/// Characters of a flow button's label that all sources agree on.
pub const FLOW_CTA_CHARS_ADVISED: usize = 20;
/// Sections of a product list, in messages and templates.
pub const PRODUCT_SECTIONS_MAX: usize = 10;
/// Products of a product list, over all its sections.
pub const PRODUCTS_MAX: usize = 30;
/// Cards of a carousel, at least.
pub const CARDS_MIN: usize = 2;
/// Cards of a carousel, at most.
pub const CARDS_MAX: usize = 10;
/// Characters of a card's body.
pub const CARD_BODY_CHARS_MAX: usize = 160;
/// Line breaks in a card's body.
pub const CARD_BODY_BREAKS_MAX: usize = 2;
/// Characters of the id of a card's quick reply: the documentation says 20, libraries allow 256.
pub const CARD_REPLY_ID_CHARS_MAX: usize = 20;
/// Characters of a call button's label.
pub const CALL_TEXT_CHARS_MAX: usize = 20;
/// Minutes that a call button works, at least.
pub const CALL_TTL_MINUTES_MIN: u64 = 1;
/// Minutes that a call button works, at most: 30 days.
pub const CALL_TTL_MINUTES_MAX: u64 = 43_200;
/// Minutes that a call button works when nothing is said: 7 days.
pub const CALL_TTL_MINUTES_DEFAULT: u64 = 10_080;
/// Characters that a call button hands on to the call's webhooks.
pub const CALL_PAYLOAD_CHARS_MAX: usize = 512;
/// Characters of an Indian postal code.
pub const IN_PIN_CODE_CHARS_MAX: usize = 6;
/// Requests for permission to call one person, in 24 hours.
pub const CALL_PERMISSION_REQUESTS_PER_DAY_MAX: usize = 1;
/// Requests for permission to call one person, in 7 days.
pub const CALL_PERMISSION_REQUESTS_PER_WEEK_MAX: usize = 2;
