//! What stands between a message and its recipient.

use super::{Entry, When};
use crate::error::Advice;

const AREA: &str = "Sending";

pub(super) const ENTRIES: &[Entry] = &[
    Entry::new(
        AREA,
        100,
        "Invalid parameter",
        Advice::Fix,
        When::Answer,
        "A parameter is not supported or misspelled; the details name it.",
    )
    .status(400),
    Entry::new(
        AREA,
        130_472,
        "Experiment",
        Advice::Never,
        When::Later,
        "The recipient gets no marketing for a while, for an experiment.",
    )
    .status(400),
    Entry::new(
        AREA,
        131_000,
        "Something went wrong",
        Advice::Retry,
        When::Both,
        "The platform does not know itself; the message may have been taken.",
    )
    .status(500),
    Entry::new(
        AREA,
        131_008,
        "Parameter missing",
        Advice::Fix,
        When::Answer,
        "A required parameter is missing.",
    )
    .status(400),
    Entry::new(
        AREA,
        131_009,
        "Parameter value not valid",
        Advice::Fix,
        When::Both,
        "A value has the wrong type, length or form, or names something that does not exist.",
    )
    .status(400),
    Entry::new(
        AREA,
        131_014,
        "Media could not be fetched",
        Advice::Fix,
        When::Later,
        "The link of a file could not be fetched (old code, see 131053).",
    )
    .status(400),
    Entry::new(
        AREA,
        131_016,
        "Service unavailable",
        Advice::Retry,
        When::Answer,
        "A service behind the platform is down for a moment.",
    )
    .status(500),
    Entry::new(
        AREA,
        131_021,
        "Recipient is sender",
        Advice::Never,
        When::Answer,
        "The message goes to the number that sends it.",
    )
    .status(400),
    Entry::new(
        AREA,
        131_026,
        "Undeliverable",
        Advice::Never,
        When::Later,
        "Not on WhatsApp, an old version, terms not accepted, or no such feature.",
    )
    .status(400),
    Entry::new(
        AREA,
        131_030,
        "Recipient not allowed",
        Advice::Fix,
        When::Answer,
        "A test number may only write to the numbers on its list.",
    )
    .status(400),
    Entry::new(
        AREA,
        131_030,
        "Recipient not allowed",
        Advice::Fix,
        When::Answer,
        "A test number may only write to the numbers on its list.",
    )
    .subcode(2_655_007)
    .status(400),
    Entry::new(
        AREA,
        131_035,
        "Content dropped",
        Advice::Never,
        When::Later,
        "The account stores nothing, and the webhook's content was dropped.",
    ),
    Entry::new(
        AREA,
        131_036,
        "Not decryptable",
        Advice::Never,
        When::Later,
        "The account stores nothing, and the time to try again is over: send anew.",
    ),
    Entry::new(
        AREA,
        131_047,
        "Window closed",
        Advice::SendTemplate,
        When::Both,
        "More than 24 hours since the person wrote: only a template can be sent.",
    )
    .status(400),
    Entry::new(
        AREA,
        131_049,
        "Not delivered by choice",
        Advice::RetryAfter(std::time::Duration::from_hours(24)),
        When::Later,
        "Held back so that people get less marketing; not again within a day.",
    )
    .status(400),
    Entry::new(
        AREA,
        131_050,
        "Marketing stopped",
        Advice::WaitForEvent,
        When::Later,
        "The person asked to get no marketing from this business.",
    )
    .status(400),
    Entry::new(
        AREA,
        131_051,
        "Unsupported type",
        Advice::Never,
        When::Both,
        "The message type is not supported.",
    )
    .status(400),
    Entry::new(
        AREA,
        131_052,
        "Media download failed",
        Advice::Never,
        When::Later,
        "A file that a person sent could not be fetched: ask for it again.",
    )
    .status(400),
    Entry::new(
        AREA,
        131_053,
        "Media upload failed",
        Advice::Fix,
        When::Both,
        "A file's type, size or link is wrong; upload it and send its id.",
    )
    .status(400),
    Entry::new(
        AREA,
        131_055,
        "Method not allowed",
        Advice::Fix,
        When::Answer,
        "The number is in SIP mode, or the edge takes only marketing templates.",
    )
    .status(400),
    Entry::new(
        AREA,
        131_059,
        "Cursor not valid",
        Advice::Fix,
        When::Answer,
        "A cursor of a list is wrong or too old: begin again.",
    )
    .status(400),
    Entry::new(
        AREA,
        131_062,
        "User id not supported",
        Advice::Fix,
        When::Answer,
        "This kind of message needs the phone number, not the user id.",
    )
    .status(400),
    Entry::new(
        AREA,
        131_063,
        "Marketing switched off",
        Advice::Fix,
        When::Answer,
        "The account sends marketing templates only through the marketing edge.",
    )
    .status(400),
    Entry::new(
        AREA,
        134_011,
        "Payment terms",
        Advice::Fix,
        When::Answer,
        "The terms for payments are not accepted.",
    )
    .status(400),
    Entry::new(
        AREA,
        134_100,
        "Not marketing",
        Advice::Fix,
        When::Answer,
        "The marketing edge takes marketing templates only.",
    )
    .status(400),
    Entry::new(
        AREA,
        134_101,
        "Template not ready",
        Advice::RetryAfter(std::time::Duration::from_mins(10)),
        When::Answer,
        "The template is being prepared for the marketing edge: up to ten minutes.",
    )
    .status(400),
    Entry::new(
        AREA,
        134_102,
        "Template not available",
        Advice::Fix,
        When::Answer,
        "The template or the account is not eligible for the marketing edge.",
    )
    .status(400),
    Entry::new(
        AREA,
        134_103,
        "Not supported on this edge",
        Advice::Fix,
        When::Answer,
        "The recipient or the way it is sent is not supported by the marketing edge.",
    )
    .status(400),
    Entry::new(
        AREA,
        135_000,
        "Generic error",
        Advice::Fix,
        When::Both,
        "Something about the parameters is wrong.",
    )
    .status(400),
    Entry::new(
        AREA,
        137_000,
        "Identity changed",
        Advice::Fix,
        When::Later,
        "The recipient's identity key is another now: verify the person again.",
    ),
    Entry::new(
        AREA,
        139_200,
        "Direct send blocked",
        Advice::StopAccount,
        When::Answer,
        "Messages were filed under a wrong category: send templates instead.",
    )
    .status(403),
    Entry::new(
        AREA,
        1_752_041,
        "Duplicate",
        Advice::Never,
        When::Answer,
        "The same marketing intent exists already.",
    )
    .status(400),
    Entry::new(
        AREA,
        2040,
        "Payments not supported",
        Advice::Never,
        When::Later,
        "The recipient's version cannot show the order.",
    ),
    Entry::new(
        AREA,
        2046,
        "Order status",
        Advice::Fix,
        When::Later,
        "The order cannot go from its status to the new one.",
    ),
    Entry::new(
        AREA,
        2047,
        "Order status",
        Advice::Never,
        When::Later,
        "The order can no longer be cancelled.",
    ),
    Entry::new(
        AREA,
        2_593_109,
        "History declined",
        Advice::Never,
        When::Later,
        "The business does not share its history.",
    ),
];
