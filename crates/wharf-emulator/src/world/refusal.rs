//! How the platform says no: its codes, its texts, its HTTP statuses (Cloud API, "Error codes").

use wharf_model::error::GraphError;

/// A request that the platform refuses.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Refusal {
    /// HTTP status.
    pub(crate) status: u16,
    /// What it says.
    pub(crate) error: Box<GraphError>,
}

impl Refusal {
    /// A refusal with the platform's title for the code, and details.
    pub(crate) fn new(code: u32, details: impl Into<String>) -> Self {
        let error = GraphError::new(code, format!("(#{code}) {}", title(code)));
        Self { status: status(code), error: error.kind("OAuthException").details(details).into() }
    }

    /// A refusal whose message says it all.
    pub(crate) fn plain(code: u32, message: impl Into<String>) -> Self {
        let error = GraphError::new(code, message).kind("OAuthException");
        Self { status: status(code), error: error.into() }
    }

    /// The platform can do this, the emulator cannot.
    pub(crate) fn not_emulated(what: &str) -> Self {
        let message = format!(
            "(#3) Not emulated: {what}. The platform has this operation, wharf-emulator does not; \
             GET /_control/coverage lists what it has."
        );
        let error = GraphError::new(3, message).kind("WharfNotEmulated");
        Self { status: 501, error: error.into() }
    }

    /// There is no such node, or it cannot do this. `verb` is `get`, `post` or `delete`.
    pub(crate) fn no_object(verb: &str, id: &str) -> Self {
        let message = format!(
            "Unsupported {verb} request. Object with ID '{id}' does not exist, cannot be loaded due to \
             missing permissions, or does not support this operation. Please read the Graph API \
             documentation at https://developers.facebook.com/docs/graph-api"
        );
        let error = GraphError::new(100, message).kind("GraphMethodException").subcode(33);
        Self { status: 400, error: error.into() }
    }
}

/// An error as it comes later, in a `failed` status.
pub(super) fn later(code: u32, details: impl Into<String>) -> GraphError {
    let mut error = GraphError::new(code, title(code)).details(details);
    error.title = Some(title(code).to_owned());
    error.href = Some(
        "https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes/"
            .to_owned(),
    );
    error
}

/// The platform's title for a code.
fn title(code: u32) -> &'static str {
    match code {
        100 => "Invalid parameter",
        1 => "An unknown error occurred",
        2 => "Service temporarily unavailable",
        3 => "Capability or permissions issue",
        4 => "API Too Many Calls",
        80_007 => "Rate limit issues",
        368 => "Temporarily blocked for policies violations",
        130_429 => "Rate limit hit",
        130_472 => "User's number is part of an experiment",
        131_008 => "Required parameter is missing",
        131_009 => "Parameter value is not valid",
        131_021 => "Recipient cannot be sender",
        131_026 => "Message undeliverable",
        131_047 => "Re-engagement message",
        131_005 => "Access denied",
        131_016 => "Service unavailable",
        131_030 => "Recipient phone number not in allowed list",
        131_031 => "Account has been locked",
        131_042 => "Business eligibility payment issue",
        131_045 => "Incorrect certificate",
        131_048 => "Spam rate limit hit",
        131_049 => "Meta chose not to deliver.",
        131_050 => "User has stopped receiving marketing messages from this business",
        131_056 => "(Business Account, Consumer Account) pair rate limit hit",
        131_057 => "Account in maintenance mode",
        131_059 => "Invalid cursor",
        131_055 => "Method not allowed",
        131_063 => "Marketing templates are switched off on Cloud API",
        131_064 => "Messaging limit hit after template category violations",
        133_006 => "Phone number needs to be verified first",
        133_008 => "Too many two step verification PIN guesses",
        133_009 => "Two step verification PIN guessed too fast",
        134_100 => "Not a marketing template",
        134_101 => "Template is syncing",
        134_102 => "Template is unavailable",
        136_025 => "Verify code error",
        200_005 => "Template insights are not available",
        200_006 => "Template insights cannot be disabled",
        200_007 => "Template insights are not enabled",
        131_051 => "Unsupported message type",
        131_053 => "Media upload error",
        131_062 => "Business-scoped user ID is not supported for this message",
        132_000 => "Number of parameters does not match the expected number of params",
        132_001 => "Template name does not exist in the translation",
        132_012 => "Parameter format does not match format in the created template",
        132_015 => "Template is paused",
        132_016 => "Template is disabled",
        133_010 => "Phone number not registered",
        133_016 => "Account register deregister rate limit exceeded",
        132_068 => "Flow is in blocked state",
        132_069 => "Flow is in throttled state",
        139_001 => "Flow can't be updated",
        139_002 => "Publishing Flow failed",
        139_003 => "Deprecating Flow failed",
        139_004 => "Deleting Flow failed",
        139_100 => "Failed to block or unblock some users",
        147_001 => "Username is not valid",
        147_002 => "Username is taken",
        133_005 => "Two step verification PIN Mismatch",
        _ => title_of_feature(code),
    }
}

/// The same for groups and calls.
fn title_of_feature(code: u32) -> &'static str {
    match code {
        613 => "Calls to this API have exceeded the rate limit",
        131_020 => "Group has one member",
        131_041 => "Unknown group",
        131_055 => "Method not allowed",
        131_201 => "Partial success",
        131_202 => "Duplicate participant",
        131_204 => "Too many participants",
        131_207 => "Group suspended",
        131_209 => "Group picture is not square",
        131_210 => "Group picture is too small",
        131_211 => "Group creation limit reached",
        131_212 => "Not a participant of the group",
        131_213 => "Join request does not exist",
        131_215 => "Phone number is not eligible for groups",
        138_000 => "Calling not enabled",
        138_001 => "Receiver uncallable",
        138_002 => "Concurrent calls limit reached",
        138_003 => "Duplicate call",
        138_004 => "Connection error",
        138_006 => "No approved call permission from the recipient",
        138_007 => "Connection error: the answer came too late",
        138_009 => "Call permission request limit hit",
        138_012 => "Business initiated call limit hit",
        138_013 => "Business initiated calling is not available",
        138_015 => "Calling cannot be enabled",
        138_017 => "Call permission is granted already",
        138_018 => "Calling cannot be enabled: a prerequisite is missing",
        138_019 => "Call set-up failed",
        138_020 => "Call relay failed",
        138_021 => "Media receive timeout",
        138_022 => "Media transmit timeout",
        138_023 => "Call accepted without media",
        _ => "Something went wrong",
    }
}

/// The HTTP status a code comes with.
fn status(code: u32) -> u16 {
    match code {
        131_201 => 206,
        0 | 104 | 190 | 138_000 | 138_006 => 401,
        10 | 200..=299 | 368 | 131_005 | 131_031 | 131_207 => 403,
        803 | 132_001 => 404,
        613 | 131_208 | 138_002 | 138_005 => 429,
        3 | 131_000 | 131_016 | 138_004 | 138_007 => 500,
        2 => 503,
        _ => 400,
    }
}
