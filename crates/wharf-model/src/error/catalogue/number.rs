//! Registering, verifying and moving numbers.

use super::{Entry, When};
use crate::error::Advice;

const AREA: &str = "Registration";

pub(super) const ENTRIES: &[Entry] = &[
    Entry::new(
        AREA,
        133_000,
        "Deregistration incomplete",
        Advice::Fix,
        When::Answer,
        "The number was not deregistered completely: deregister it again.",
    )
    .status(500),
    Entry::new(
        AREA,
        133_004,
        "Server unavailable",
        Advice::Retry,
        When::Answer,
        "The server is down for a moment.",
    )
    .status(503),
    Entry::new(
        AREA,
        133_005,
        "Wrong PIN",
        Advice::Fix,
        When::Answer,
        "The two-step verification PIN is wrong.",
    )
    .status(400),
    Entry::new(
        AREA,
        133_006,
        "Not verified",
        Advice::Fix,
        When::Answer,
        "The number must be verified by a code first.",
    )
    .status(400),
    Entry::new(
        AREA,
        133_008,
        "Too many PINs",
        Advice::WaitForEvent,
        When::Answer,
        "Too many wrong PINs: the details say how long to wait.",
    )
    .status(400),
    Entry::new(
        AREA,
        133_009,
        "PINs too fast",
        Advice::WaitForEvent,
        When::Answer,
        "PINs were tried too fast: the details say how long to wait.",
    )
    .status(400),
    Entry::new(
        AREA,
        133_010,
        "Not registered",
        Advice::StopAccount,
        When::Answer,
        "The number is not registered.",
    )
    .status(400),
    Entry::new(
        AREA,
        133_015,
        "Recently deleted",
        Advice::RetryAfter(std::time::Duration::from_mins(5)),
        When::Answer,
        "The number was deleted just now: wait five minutes.",
    )
    .status(400),
    Entry::new(
        AREA,
        136_024,
        "Code not sent",
        Advice::WaitForEvent,
        When::Answer,
        "A verification code could not be asked for now: wait.",
    )
    .status(400),
    Entry::new(
        AREA,
        136_025,
        "Code not verified",
        Advice::WaitForEvent,
        When::Answer,
        "The code is wrong, or too many were tried: wait.",
    )
    .status(400),
    Entry::new(
        AREA,
        2_388_001,
        "Cannot be moved",
        Advice::Fix,
        When::Answer,
        "The number belongs to somebody else.",
    )
    .status(400),
    Entry::new(
        AREA,
        2_388_012,
        "Cannot be moved",
        Advice::Fix,
        When::Answer,
        "Two-step verification must be switched off first.",
    )
    .status(400),
    Entry::new(
        AREA,
        2_388_091,
        "Cannot be moved",
        Advice::Fix,
        When::Answer,
        "The number is in the list of numbers to be moved already.",
    )
    .status(400),
    Entry::new(
        AREA,
        2_388_093,
        "Cannot be moved",
        Advice::Fix,
        When::Answer,
        "The number is not being moved.",
    )
    .status(400),
    Entry::new(
        AREA,
        2_388_103,
        "Cannot be moved",
        Advice::Fix,
        When::Answer,
        "Something about the number or the accounts forbids it: see the text.",
    )
    .status(400),
    Entry::new(
        AREA,
        2_494_100,
        "Number in maintenance",
        Advice::RetryAfter(std::time::Duration::from_mins(1)),
        When::Answer,
        "The number is in maintenance for some minutes.",
    )
    .status(400),
    Entry::new(
        AREA,
        2_593_079,
        "Cannot change hands",
        Advice::Never,
        When::Answer,
        "The account cannot be moved between businesses.",
    )
    .status(400),
    Entry::new(
        AREA,
        2_593_085,
        "Cannot change hands",
        Advice::Never,
        When::Answer,
        "The account cannot be moved between businesses.",
    )
    .status(400),
    Entry::new(
        AREA,
        2_593_107,
        "Synchronised already",
        Advice::Never,
        When::Answer,
        "History or contacts of the phone app can be asked for once.",
    )
    .status(400),
    Entry::new(
        AREA,
        2_593_108,
        "Too late",
        Advice::Never,
        When::Answer,
        "History or contacts of the phone app can be asked for within 24 hours.",
    )
    .status(400),
];
