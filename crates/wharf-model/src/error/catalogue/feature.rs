//! Flows, blocked people, usernames and groups.

use super::{Entry, When};
use crate::error::Advice;

const AREA: &str = "Features";

pub(super) const ENTRIES: &[Entry] = &[
    Entry::new(
        AREA,
        139_000,
        "Flow blocked",
        Advice::Fix,
        When::Answer,
        "The account may not publish flows, for integrity.",
    )
    .status(400),
    Entry::new(
        AREA,
        139_001,
        "Flow not updated",
        Advice::Fix,
        When::Answer,
        "The flow could not be updated; the details say why.",
    )
    .status(400),
    Entry::new(
        AREA,
        139_002,
        "Flow not published",
        Advice::Fix,
        When::Answer,
        "The flow could not be published; the details say why.",
    )
    .status(400),
    Entry::new(
        AREA,
        139_003,
        "Flow not deprecated",
        Advice::Fix,
        When::Answer,
        "The flow could not be deprecated; only a published one can.",
    )
    .status(400),
    Entry::new(
        AREA,
        139_004,
        "Flow not deleted",
        Advice::Fix,
        When::Answer,
        "The flow could not be deleted; only a draft can.",
    )
    .status(400),
    Entry::new(
        AREA,
        4_233_041,
        "Flow not moved",
        Advice::Fix,
        When::Answer,
        "One of the flows to be moved failed.",
    ),
    Entry::new(
        AREA,
        139_100,
        "Not all blocked",
        Advice::Fix,
        When::Answer,
        "Some people could not be blocked or unblocked; the answer says whom.",
    )
    .status(400),
    Entry::new(
        AREA,
        139_101,
        "Block list full",
        Advice::Fix,
        When::Answer,
        "The list of blocked people has 64,000 entries.",
    )
    .status(400),
    Entry::new(
        AREA,
        139_102,
        "Block list changed",
        Advice::Retry,
        When::Answer,
        "The list changed while it was read: read it again.",
    )
    .status(400),
    Entry::new(
        AREA,
        139_103,
        "Block list error",
        Advice::Retry,
        When::Answer,
        "Something went wrong with the list of blocked people.",
    )
    .status(500),
    Entry::new(
        AREA,
        147_001,
        "Username not valid",
        Advice::Fix,
        When::Answer,
        "The username breaks the rules.",
    )
    .status(400),
    Entry::new(
        AREA,
        147_002,
        "Username taken",
        Advice::Fix,
        When::Answer,
        "Somebody has the username.",
    )
    .status(400),
    Entry::new(
        AREA,
        147_003,
        "Not eligible",
        Advice::Fix,
        When::Answer,
        "The number may not have a username.",
    )
    .status(400),
    Entry::new(
        AREA,
        147_004,
        "Too many changes",
        Advice::Fix,
        When::Answer,
        "The username was changed too often.",
    )
    .status(400),
    Entry::new(
        AREA,
        147_005,
        "Username of a sibling",
        Advice::Fix,
        When::Answer,
        "Another number of the business has the username.",
    )
    .status(400),
    Entry::new(
        AREA,
        131_020,
        "Group too small",
        Advice::Fix,
        When::Answer,
        "The group has one member.",
    )
    .status(400),
    Entry::new(
        AREA,
        131_041,
        "Unknown group",
        Advice::Never,
        When::Answer,
        "There is no such group, or the number is not in it.",
    )
    .status(400),
    Entry::new(
        AREA,
        131_201,
        "Partial success",
        Advice::Fix,
        When::Answer,
        "Some of what was asked was done: the answer says what.",
    )
    .status(206),
    Entry::new(
        AREA,
        131_202,
        "Twice the same",
        Advice::Fix,
        When::Answer,
        "A person is named twice.",
    )
    .status(400),
    Entry::new(
        AREA,
        131_203,
        "Terms not accepted",
        Advice::Fix,
        When::Answer,
        "The person has not accepted the terms.",
    )
    .status(400),
    Entry::new(
        AREA,
        131_204,
        "Too many",
        Advice::Fix,
        When::Answer,
        "There are too many people for one group.",
    )
    .status(400),
    Entry::new(
        AREA,
        131_207,
        "Group suspended",
        Advice::Never,
        When::Answer,
        "The group is suspended.",
    )
    .status(403),
    Entry::new(
        AREA,
        131_209,
        "Picture not square",
        Advice::Fix,
        When::Answer,
        "A group's picture must be square.",
    )
    .status(400),
    Entry::new(
        AREA,
        131_210,
        "Picture too small",
        Advice::Fix,
        When::Answer,
        "A group's picture is too small.",
    )
    .status(400),
    Entry::new(
        AREA,
        131_211,
        "Group limit",
        Advice::Fix,
        When::Answer,
        "The number has as many groups as it may have.",
    )
    .status(400),
    Entry::new(
        AREA,
        131_212,
        "Not in the group",
        Advice::Never,
        When::Answer,
        "The person is not in the group.",
    )
    .status(400),
    Entry::new(
        AREA,
        131_213,
        "Request gone",
        Advice::Never,
        When::Answer,
        "The request to join is no longer there.",
    )
    .status(400),
    Entry::new(
        AREA,
        131_214,
        "Groups off for now",
        Advice::WaitForEvent,
        When::Answer,
        "Groups were abused for marketing: none can be made for seven days.",
    )
    .status(400),
    Entry::new(
        AREA,
        131_215,
        "No groups",
        Advice::Never,
        When::Answer,
        "The number is not eligible for groups.",
    )
    .status(400),
];
