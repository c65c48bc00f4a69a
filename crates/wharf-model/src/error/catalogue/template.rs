//! What is wrong with a template, or with what fills it.

use super::{Entry, When};
use crate::error::Advice;

const AREA: &str = "Templates";

pub(super) const ENTRIES: &[Entry] = &[
    Entry::new(
        AREA,
        132_000,
        "Parameter count",
        Advice::Fix,
        When::Answer,
        "The number of parameters is not the template's.",
    )
    .status(400),
    Entry::new(
        AREA,
        132_001,
        "No such template",
        Advice::Fix,
        When::Answer,
        "There is no approved template of this name in this language.",
    )
    .status(404),
    Entry::new(
        AREA,
        132_005,
        "Text too long",
        Advice::Fix,
        When::Answer,
        "With its parameters the text is too long.",
    )
    .status(400),
    Entry::new(
        AREA,
        132_007,
        "Policy violated",
        Advice::Never,
        When::Answer,
        "The content breaks a policy.",
    )
    .status(400),
    Entry::new(
        AREA,
        132_008,
        "Parameter value",
        Advice::Fix,
        When::Answer,
        "A parameter's value is not valid.",
    )
    .status(400),
    Entry::new(
        AREA,
        132_012,
        "Parameter format",
        Advice::Fix,
        When::Answer,
        "A parameter is of another kind than the template's: named, positional, a file.",
    )
    .status(400),
    Entry::new(
        AREA,
        132_015,
        "Template paused",
        Advice::WaitForEvent,
        When::Both,
        "The template is paused for low quality, or held back: wait, or mend it.",
    )
    .status(400),
    Entry::new(
        AREA,
        132_016,
        "Template disabled",
        Advice::Never,
        When::Both,
        "The template was paused too often and is disabled for good.",
    )
    .status(400),
    Entry::new(
        AREA,
        132_018,
        "Parameter problem",
        Advice::Fix,
        When::Answer,
        "Something is wrong with the template's parameters, or it belongs to direct sends.",
    )
    .status(400),
    Entry::new(
        AREA,
        132_021,
        "Name in use",
        Advice::Fix,
        When::Answer,
        "A direct send's template has this name already.",
    ),
    Entry::new(
        AREA,
        132_068,
        "Flow blocked",
        Advice::Fix,
        When::Answer,
        "The template's flow is blocked.",
    )
    .status(400),
    Entry::new(
        AREA,
        132_069,
        "Flow throttled",
        Advice::WaitForEvent,
        When::Answer,
        "The template's flow may be sent ten times an hour for now.",
    )
    .status(400),
    Entry::new(
        AREA,
        141_002,
        "Template not approved",
        Advice::Fix,
        When::Answer,
        "In a health status: the template is not approved.",
    ),
    Entry::new(
        AREA,
        200_005,
        "Insights unavailable",
        Advice::Fix,
        When::Answer,
        "There are no insights for this template yet.",
    )
    .status(400),
    Entry::new(
        AREA,
        200_006,
        "Insights stay",
        Advice::Fix,
        When::Answer,
        "Template insights cannot be switched off.",
    )
    .status(400),
    Entry::new(
        AREA,
        200_007,
        "Insights off",
        Advice::Fix,
        When::Answer,
        "Template insights are not switched on.",
    )
    .status(400),
    Entry::new(
        AREA,
        2_388_019,
        "Too many templates",
        Advice::Fix,
        When::Answer,
        "The account has as many templates as it may have.",
    )
    .status(400),
    Entry::new(
        AREA,
        2_388_023,
        "Name being deleted",
        Advice::WaitForEvent,
        When::Answer,
        "A template of this name is being deleted: wait, or take another name.",
    )
    .status(400),
    Entry::new(
        AREA,
        2_388_024,
        "Exists already",
        Advice::Fix,
        When::Answer,
        "There is a template of this name in this language.",
    )
    .status(400),
    Entry::new(
        AREA,
        2_388_040,
        "Too long",
        Advice::Fix,
        When::Answer,
        "A field of the template is too long.",
    )
    .status(400),
    Entry::new(
        AREA,
        2_388_047,
        "Header format",
        Advice::Fix,
        When::Answer,
        "The header is not of a valid form.",
    )
    .status(400),
    Entry::new(
        AREA,
        2_388_072,
        "Body format",
        Advice::Fix,
        When::Answer,
        "The body is not of a valid form.",
    )
    .status(400),
    Entry::new(
        AREA,
        2_388_073,
        "Footer format",
        Advice::Fix,
        When::Answer,
        "The footer is not of a valid form.",
    )
    .status(400),
    Entry::new(
        AREA,
        2_388_293,
        "Too many variables",
        Advice::Fix,
        When::Answer,
        "There are too many variables for so short a text.",
    )
    .status(400),
    Entry::new(
        AREA,
        2_388_299,
        "Variable at the edge",
        Advice::Fix,
        When::Answer,
        "A text may not begin or end with a variable.",
    )
    .status(400),
    Entry::new(
        AREA,
        2_388_318,
        "Cannot be changed",
        Advice::Never,
        When::Answer,
        "A template of direct sends cannot be changed.",
    )
    .status(400),
    Entry::new(
        AREA,
        2_388_330,
        "Cannot be deleted",
        Advice::Never,
        When::Answer,
        "A template of direct sends cannot be deleted.",
    )
    .status(400),
];
