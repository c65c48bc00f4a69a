//! Who may do what: tokens, permissions, integrity.

use super::{Entry, When};
use crate::error::Advice;

const AREA: &str = "Access";

pub(super) const ENTRIES: &[Entry] = &[
    Entry::new(
        AREA,
        0,
        "Cannot authenticate",
        Advice::StopAccount,
        When::Answer,
        "The app or the person behind the token could not be authenticated.",
    )
    .status(401),
    Entry::new(
        AREA,
        3,
        "No such capability",
        Advice::StopAccount,
        When::Answer,
        "The app lacks a capability or a permission for this call.",
    )
    .status(500),
    Entry::new(
        AREA,
        10,
        "Permission denied",
        Advice::StopAccount,
        When::Answer,
        "The permission was not granted, or the recipient is not on a test list.",
    )
    .status(403),
    Entry::new(
        AREA,
        33,
        "Object is gone",
        Advice::StopAccount,
        When::Answer,
        "The number or object was deleted, or the token may not see it.",
    )
    .status(400),
    Entry::new(
        AREA,
        100,
        "Object is gone, or not yours",
        Advice::Fix,
        When::Answer,
        "The node does not exist, the token may not see it, or it has no such edge.",
    )
    .subcode(33)
    .status(400),
    Entry::new(
        AREA,
        104,
        "Token or proof missing",
        Advice::StopAccount,
        When::Answer,
        "There is no access token, or the app demands `appsecret_proof`.",
    )
    .status(401),
    Entry::new(
        AREA,
        190,
        "Access token invalid",
        Advice::StopAccount,
        When::Answer,
        "The access token expired, was revoked or is no token.",
    )
    .status(401),
    Entry::new(
        AREA,
        190,
        "Access token invalid: password changed",
        Advice::StopAccount,
        When::Answer,
        "The person behind the token changed their password.",
    )
    .subcode(460)
    .status(401),
    Entry::new(
        AREA,
        190,
        "Access token expired",
        Advice::StopAccount,
        When::Answer,
        "The token's time is over: get a new one.",
    )
    .subcode(463)
    .status(401),
    Entry::new(
        AREA,
        190,
        "Access token invalid",
        Advice::StopAccount,
        When::Answer,
        "The token was revoked, or the person logged out.",
    )
    .subcode(467)
    .status(401),
    Entry::new(
        AREA,
        200,
        "API permission",
        Advice::StopAccount,
        When::Answer,
        "The app has no permission for this node; which one is in the message.",
    )
    .to(299)
    .status(403),
    Entry::new(
        AREA,
        200,
        "API permission, variant",
        Advice::StopAccount,
        When::Answer,
        "The app has no permission for this node.",
    )
    .subcode(1_349_174)
    .status(403),
    Entry::new(
        AREA,
        200,
        "API permission, variant",
        Advice::StopAccount,
        When::Answer,
        "The app has no permission for this node.",
    )
    .subcode(1_349_175)
    .status(403),
    Entry::new(
        AREA,
        200,
        "API permission, variant",
        Advice::StopAccount,
        When::Answer,
        "The app has no permission for this node.",
    )
    .subcode(1_349_176)
    .status(403),
    Entry::new(
        AREA,
        368,
        "Temporarily blocked",
        Advice::WaitForEvent,
        When::Answer,
        "The account broke a policy and is blocked for a time.",
    )
    .status(403),
    Entry::new(
        AREA,
        803,
        "No such object",
        Advice::Fix,
        When::Answer,
        "There is no object of this id.",
    )
    .status(404),
    Entry::new(
        AREA,
        2500,
        "Unknown path",
        Advice::Fix,
        When::Answer,
        "The path names no node or edge.",
    )
    .status(404),
    Entry::new(
        AREA,
        130_497,
        "Restricted in this country",
        Advice::Never,
        When::Both,
        "The account may not write to people in the recipient's country.",
    )
    .status(403),
    Entry::new(
        AREA,
        131_005,
        "Access denied",
        Advice::StopAccount,
        When::Answer,
        "The token has lost or never had the permission.",
    )
    .status(403),
    Entry::new(
        AREA,
        131_031,
        "Account locked",
        Advice::StopAccount,
        When::Answer,
        "The account is locked, or something in the request (a PIN) does not match.",
    )
    .status(403),
    Entry::new(
        AREA,
        131_037,
        "Display name not approved",
        Advice::StopAccount,
        When::Answer,
        "The number has no approved display name yet.",
    )
    .status(400),
    Entry::new(
        AREA,
        131_042,
        "Payment problem",
        Advice::StopAccount,
        When::Later,
        "The account has no valid way to pay, or is over its credit.",
    )
    .status(400),
    Entry::new(
        AREA,
        131_044,
        "Payment problem for calls",
        Advice::StopAccount,
        When::Later,
        "The same as 131042, for calls.",
    )
    .status(400),
    Entry::new(
        AREA,
        131_045,
        "Incorrect certificate",
        Advice::StopAccount,
        When::Answer,
        "The number is not registered properly: register it again.",
    )
    .status(500),
];
