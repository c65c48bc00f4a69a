//! Calls.

use super::{Entry, When};
use crate::error::Advice;

const AREA: &str = "Calls";

pub(super) const ENTRIES: &[Entry] = &[
    Entry::new(
        AREA,
        138_000,
        "Calls are off",
        Advice::Fix,
        When::Answer,
        "Calls are not switched on for this number.",
    )
    .status(401),
    Entry::new(
        AREA,
        138_001,
        "Cannot be called",
        Advice::Never,
        When::Answer,
        "The person cannot be called.",
    )
    .status(400),
    Entry::new(
        AREA,
        138_002,
        "Too many calls at once",
        Advice::SlowNumber,
        When::Answer,
        "As many calls are under way as there may be.",
    )
    .status(429),
    Entry::new(
        AREA,
        138_003,
        "Call under way",
        Advice::WaitForEvent,
        When::Answer,
        "There is a call with this person already.",
    )
    .status(400),
    Entry::new(
        AREA,
        138_004,
        "No connection",
        Advice::Retry,
        When::Answer,
        "The call could not be connected.",
    )
    .status(500),
    Entry::new(
        AREA,
        138_005,
        "Call rate",
        Advice::SlowNumber,
        When::Answer,
        "Calls are made too fast.",
    )
    .status(429),
    Entry::new(
        AREA,
        138_006,
        "No permission",
        Advice::Fix,
        When::Answer,
        "The person has not allowed calls: ask.",
    )
    .status(401),
    Entry::new(
        AREA,
        138_007,
        "Answer too late",
        Advice::Retry,
        When::Answer,
        "The session description came too late.",
    )
    .status(500),
    Entry::new(
        AREA,
        138_009,
        "Asked too often",
        Advice::WaitForEvent,
        When::Answer,
        "The person was asked for permission too often: wait.",
    )
    .status(400),
    Entry::new(
        AREA,
        138_012,
        "Call limit",
        Advice::WaitForEvent,
        When::Answer,
        "As many calls were made today as may be; the details say when it ends.",
    )
    .status(400),
    Entry::new(
        AREA,
        138_013,
        "Not available",
        Advice::Never,
        When::Answer,
        "This number cannot call people.",
    )
    .status(400),
    Entry::new(
        AREA,
        138_014,
        "Calls disabled",
        Advice::WaitForEvent,
        When::Answer,
        "Calls are disabled for low quality.",
    )
    .status(400),
    Entry::new(
        AREA,
        138_015,
        "Not eligible",
        Advice::Fix,
        When::Answer,
        "Calls cannot be switched on: the messaging limit is too low.",
    )
    .status(400),
    Entry::new(
        AREA,
        138_017,
        "Allowed already",
        Advice::Never,
        When::Answer,
        "The person has allowed calls for good: just call.",
    )
    .status(400),
    Entry::new(
        AREA,
        138_018,
        "Prerequisite missing",
        Advice::Fix,
        When::Answer,
        "The field `calls` or SIP must be set up first.",
    )
    .status(400),
    Entry::new(
        AREA,
        138_019,
        "Set-up failed",
        Advice::Retry,
        When::Later,
        "The call could not be set up.",
    )
    .status(400),
    Entry::new(
        AREA,
        138_020,
        "Relay failed",
        Advice::Retry,
        When::Later,
        "The media relay failed.",
    )
    .status(400),
    Entry::new(
        AREA,
        138_021,
        "No media received",
        Advice::Retry,
        When::Later,
        "No media came in time.",
    )
    .status(400),
    Entry::new(
        AREA,
        138_022,
        "No media sent",
        Advice::Retry,
        When::Later,
        "No media could be sent in time.",
    )
    .status(400),
    Entry::new(
        AREA,
        138_023,
        "Accepted without media",
        Advice::Retry,
        When::Later,
        "The call was accepted, and no media followed.",
    )
    .status(400),
    Entry::new(
        AREA,
        138_024,
        "SIP not set up",
        Advice::Fix,
        When::Answer,
        "In a health status: SIP is not set up.",
    ),
];
