//! What is not as the platform's API description says, and why.

/// Operations of the file that are none of ours.
pub(super) const OPERATIONS: &[(&str, &str)] = &[
    ("POST whatsapp/webhooks", "the business's own webhook: `webhook` reads what comes there"),
    ("GET Media-URL", "a download from an absolute URL: bytes, and no operation of the API"),
];

const CURL: &str =
    "the part `file` as a command line writes it: who sends adds it, and `type` is missing";
const OLD_NAMES: &str = "names that no guide has; the platform's own guide is followed";

/// Examples, by the start of their names, that do not come back equal.
pub(super) const EXAMPLES: &[(&str, &str)] = &[
    (
        "GET Media-ID 200 Retrieve Media URL",
        "a size that came as a string is a number when it is written",
    ),
    ("GET Media-URL 200 Download Media", "bytes, and no operation of the API"),
    ("POST Phone-Number-ID 200 message_sent", "the answer to a message, by mistake"),
    (
        "POST Phone-Number-ID/marketing_messages 200 Successful Response",
        "`success` beside a message, which no guide has",
    ),
    ("POST Phone-Number-ID/media request Upload Audio", CURL),
    ("POST Phone-Number-ID/media request Upload Image", CURL),
    ("POST Phone-Number-ID/media request Upload Sticker", CURL),
    (
        "POST Phone-Number-ID/messages request Send Reply to List Message",
        "it has no `type`, so it is a text, and has none",
    ),
    (
        "POST Phone-Number-ID/messages request Send Sample Issue Resolution Template",
        "`text: true`, where the platform wants a string",
    ),
    (
        "POST Phone-Number-ID/messages request Send Text Message with Preview URL",
        "it has no `type`, which is written when it is text",
    ),
    ("POST Phone-Number-ID/settings request Configure data storage", OLD_NAMES),
    ("POST Phone-Number-ID/settings request Enable user identity change", OLD_NAMES),
    (
        "GET WABA-ID/in_progress_onbehalf_request 200 with_requests",
        "`paging` within `paging`, by mistake: nothing to go on with",
    ),
];
