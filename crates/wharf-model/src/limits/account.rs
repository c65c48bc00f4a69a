//! Numbers, profiles and what belongs to them (Cloud API, "Phone numbers", "Business profiles", "Groups").

/// Digits of a two-step verification PIN, exactly.
pub const PIN_DIGITS: usize = 6;
/// Requests to register a number, in 72 hours; as many to deregister it.
pub const REGISTRATIONS_PER_72_HOURS_MAX: usize = 10;
/// Days within which a number of the embedded signup must be registered.
pub const REGISTER_WITHIN_DAYS: u64 = 14;
/// Registered numbers of a new portfolio.
pub const NUMBERS_NEW_MAX: usize = 2;
/// Registered numbers of a portfolio that is verified.
pub const NUMBERS_MAX: usize = 20;
/// People a test number may write to.
pub const TEST_RECIPIENTS_MAX: usize = 5;
/// Bits of the RSA key for flows, exactly.
pub const FLOW_KEY_BITS: usize = 2048;

/// Characters of a profile's `about`; at least one.
pub const ABOUT_CHARS_MAX: usize = 139;
/// Characters of a profile's address.
pub const PROFILE_ADDRESS_CHARS_MAX: usize = 256;
/// Characters of a profile's description.
pub const PROFILE_DESCRIPTION_CHARS_MAX: usize = 512;
/// Characters of a profile's mail address.
pub const PROFILE_EMAIL_CHARS_MAX: usize = 128;
/// Websites of a profile.
pub const WEBSITES_MAX: usize = 2;
/// Characters of a website of a profile.
pub const WEBSITE_CHARS_MAX: usize = 256;

/// Ice-breakers of a number.
pub const PROMPTS_MAX: usize = 4;
/// Ice-breakers that all sources agree on.
pub const PROMPTS_ADVISED: usize = 3;
/// Characters of an ice-breaker.
pub const PROMPT_CHARS_MAX: usize = 80;
/// Commands of a number.
pub const COMMANDS_MAX: usize = 30;
/// Characters of a command's name.
pub const COMMAND_NAME_CHARS_MAX: usize = 32;
/// Characters of a command's name that all sources agree on.
pub const COMMAND_NAME_CHARS_ADVISED: usize = 30;
/// Characters of a command's description.
pub const COMMAND_DESCRIPTION_CHARS_MAX: usize = 256;

/// Characters that a short link fills in.
pub const PREFILLED_MESSAGE_CHARS_MAX: usize = 140;
/// Characters of a short link's code, exactly.
pub const QR_CODE_CHARS: usize = 14;
/// Short links of a number.
pub const QR_CODES_MAX: usize = 2000;
/// People that a number blocks.
pub const BLOCKED_MAX: usize = 64_000;
/// Characters of a username, at least.
pub const USERNAME_CHARS_MIN: usize = 3;
/// Characters of a username, at most.
pub const USERNAME_CHARS_MAX: usize = 35;

/// Characters of a group's subject.
pub const GROUP_SUBJECT_CHARS_MAX: usize = 128;
/// Characters of a group's description.
pub const GROUP_DESCRIPTION_CHARS_MAX: usize = 2048;
/// People in a group, the business aside; and those removed in one request.
pub const GROUP_PARTICIPANTS_MAX: usize = 8;
/// Groups of a number.
pub const GROUPS_MAX: usize = 10_000;
