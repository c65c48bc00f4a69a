//! Message templates (Cloud API, "Templates").

/// Characters of a template's name.
pub const TEMPLATE_NAME_CHARS_MAX: usize = 512;
/// Characters of a language code that we take for one.
pub const LANGUAGE_CHARS_MAX: usize = 16;
/// Templates of an account.
pub const TEMPLATES_MAX: usize = 250;
/// Templates of an account whose portfolio is verified and has a number with an approved name.
pub const TEMPLATES_VERIFIED_MAX: usize = 6000;
/// Templates that an account may create in an hour.
pub const TEMPLATES_CREATED_PER_HOUR_MAX: usize = 100;
/// Days in which the name of a deleted template cannot be used again.
pub const TEMPLATE_NAME_LOCKED_DAYS: u64 = 30;
/// Edits of an approved template in 24 hours.
pub const TEMPLATE_EDITS_PER_DAY_MAX: usize = 1;
/// Edits of an approved template in 30 days.
pub const TEMPLATE_EDITS_PER_MONTH_MAX: usize = 10;

/// Characters of a template's header text.
pub const TEMPLATE_HEADER_CHARS_MAX: usize = 60;
/// Variables in a template's header text.
pub const TEMPLATE_HEADER_VARIABLES_MAX: usize = 1;
/// Characters of a template's body.
pub const TEMPLATE_BODY_CHARS_MAX: usize = 1024;
/// Characters of a template's body when the body is all it has; with its values filled in.
pub const TEMPLATE_BODY_ONLY_CHARS_MAX: usize = 32_768;
/// Characters of the body of a template with a limited-time offer.
pub const OFFER_BODY_CHARS_MAX: usize = 600;
/// Characters of the text of a limited-time offer.
pub const OFFER_TEXT_CHARS_MAX: usize = 16;
/// Characters of a template's footer.
pub const TEMPLATE_FOOTER_CHARS_MAX: usize = 60;
/// Consecutive spaces in the value of a variable.
pub const VALUE_SPACES_MAX: usize = 4;

/// Buttons of a template.
pub const TEMPLATE_BUTTONS_MAX: usize = 10;
/// Buttons of a template that computers show.
pub const TEMPLATE_BUTTONS_DESKTOP_MAX: usize = 3;
/// URL buttons of a template.
pub const TEMPLATE_URL_BUTTONS_MAX: usize = 2;
/// Characters of a template button's label.
pub const TEMPLATE_BUTTON_CHARS_MAX: usize = 25;
/// Characters of a template button's URL, and of its example; with its value filled in.
pub const TEMPLATE_URL_CHARS_MAX: usize = 2000;
/// Characters of a template button's phone number.
pub const TEMPLATE_PHONE_CHARS_MAX: usize = 20;
/// Characters of a code to copy.
pub const COUPON_CODE_CHARS_MAX: usize = 20;
/// Characters of a code to copy that all sources agree on.
pub const COUPON_CODE_CHARS_ADVISED: usize = 15;
/// Characters of what a template's quick reply sends back.
pub const PAYLOAD_CHARS_MAX: usize = 256;
/// Characters of what a template's quick reply sends back, in older documentation.
pub const PAYLOAD_CHARS_ADVISED: usize = 128;
/// Buttons of a template's card.
pub const CARD_BUTTONS_MAX: usize = 2;
/// Product cards of a carousel template when it is created, exactly.
pub const PRODUCT_CARDS_CREATED: usize = 2;

/// Characters of an authentication code.
pub const CODE_CHARS_MAX: usize = 15;
/// Minutes that an authentication code is good for, at least.
pub const CODE_MINUTES_MIN: u64 = 1;
/// Minutes that an authentication code is good for, at most.
pub const CODE_MINUTES_MAX: u64 = 90;
/// Characters of the label of a button that fills a code in.
pub const AUTOFILL_CHARS_MAX: usize = 25;
/// Apps that a code may be filled into.
pub const SUPPORTED_APPS_MAX: usize = 5;
/// Characters of an Android package name.
pub const PACKAGE_NAME_CHARS_MAX: usize = 224;
/// Characters of an app signing hash, exactly.
pub const SIGNATURE_HASH_CHARS: usize = 11;

/// Seconds a template of category authentication or utility is tried for, at least.
pub const TEMPLATE_TTL_SECONDS_MIN: i64 = 30;
/// Seconds a template of category authentication is tried for, at most.
pub const AUTHENTICATION_TTL_SECONDS_MAX: i64 = 900;
/// Seconds a template of category utility is tried for, at most.
pub const UTILITY_TTL_SECONDS_MAX: i64 = 43_200;
/// Seconds a template of category marketing is tried for, at least: 12 hours.
pub const MARKETING_TTL_SECONDS_MIN: i64 = 43_200;
/// Seconds a template of category marketing is tried for, at most: 30 days.
pub const MARKETING_TTL_SECONDS_MAX: i64 = 2_592_000;
/// What stands for 30 days in templates of category authentication or utility.
pub const TEMPLATE_TTL_MONTH: i64 = -1;
