//! Too much, too fast, or not now.

use super::{Entry, When};
use crate::error::Advice;

const AREA: &str = "Throttling";

pub(super) const ENTRIES: &[Entry] = &[
    Entry::new(
        AREA,
        1,
        "Unknown error",
        Advice::Retry,
        When::Answer,
        "The platform does not say what happened; sometimes the request was bad.",
    )
    .status(400),
    Entry::new(
        AREA,
        2,
        "Service down",
        Advice::Retry,
        When::Answer,
        "The service is down or overloaded for a moment.",
    )
    .status(503),
    Entry::new(
        AREA,
        4,
        "App call limit",
        Advice::SlowAccount,
        When::Answer,
        "The app makes too many calls.",
    )
    .status(400),
    Entry::new(
        AREA,
        4,
        "App call limit",
        Advice::SlowAccount,
        When::Answer,
        "The app makes too many calls; the usage header tells how many.",
    )
    .subcode(2_446_079)
    .status(400),
    Entry::new(
        AREA,
        17,
        "User call limit",
        Advice::SlowAccount,
        When::Answer,
        "The person behind the token makes too many calls.",
    )
    .status(429),
    Entry::new(
        AREA,
        613,
        "Call limit",
        Advice::SlowAccount,
        When::Answer,
        "A limit of this kind of call was reached.",
    )
    .status(429),
    Entry::new(
        AREA,
        80_007,
        "Account call limit",
        Advice::SlowAccount,
        When::Answer,
        "Too many calls for this account; the usage header tells when it ends.",
    )
    .status(400),
    Entry::new(
        AREA,
        130_429,
        "Throughput reached",
        Advice::SlowNumber,
        When::Both,
        "This number sends faster than it may.",
    )
    .status(400),
    Entry::new(
        AREA,
        131_048,
        "Spam limit",
        Advice::WaitForEvent,
        When::Both,
        "Too many people blocked or reported this number: wait some hours.",
    )
    .status(400),
    Entry::new(
        AREA,
        131_056,
        "Pair limit",
        Advice::SlowPair,
        When::Both,
        "Too many messages to this recipient in a short time.",
    )
    .status(400),
    Entry::new(
        AREA,
        131_057,
        "Number in maintenance",
        Advice::RetryAfter(std::time::Duration::from_mins(1)),
        When::Answer,
        "The number is being upgraded for some minutes.",
    )
    .status(500),
    Entry::new(
        AREA,
        131_064,
        "Limit after category violations",
        Advice::WaitForEvent,
        When::Answer,
        "Templates had a wrong category: utility messages are capped for a day.",
    )
    .status(400),
    Entry::new(
        AREA,
        131_208,
        "Group operation limit",
        Advice::SlowNumber,
        When::Answer,
        "Too many operations on groups.",
    )
    .status(429),
    Entry::new(
        AREA,
        133_016,
        "Registration limit",
        Advice::RetryAfter(std::time::Duration::from_hours(72)),
        When::Answer,
        "More than ten registrations or deregistrations of the number in 72 hours.",
    )
    .status(400),
];
