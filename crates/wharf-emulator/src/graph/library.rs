//! `GET /message_template_library` and `/{waba-id}/message_template_previews`: texts of the platform.

use axum::Router;
use serde_json::Value;
use wharf_model::time::Timestamp;

use super::edge::{self, Call};
use crate::{
    coverage::{Operation, op},
    shell::Shell,
    world::{Refusal, World, previews, search_library},
};

/// What this edge serves.
pub(super) const OPERATIONS: &[Operation] = &[
    op("templates", "GET", "/message_template_library"),
    op("templates", "GET", "/{waba}/message_template_previews"),
];

/// What a template of the library shows when nobody asks for fields.
const DEFAULT_FIELDS: &[&str] = &[
    "name",
    "language",
    "category",
    "topic",
    "usecase",
    "industry",
    "header",
    "body",
    "body_params",
    "body_param_types",
    "buttons",
];

pub(super) fn routes() -> Router<Shell> {
    Router::new()
        .route("/{version}/message_template_library", edge::get(search))
        .route("/{version}/{id}/message_template_previews", edge::get(preview))
}

fn search(_: &mut World, call: &Call, _: Timestamp) -> Result<Value, Refusal> {
    let found = search_library(|name| call.asked.get(name));
    call.asked.nodes(found, DEFAULT_FIELDS, "MessageTemplateLibrary")
}

fn preview(world: &mut World, call: &Call, _: Timestamp) -> Result<Value, Refusal> {
    world.of_account(&call.id, "get")?;
    let asked = &call.asked;
    let category = asked.get("category").unwrap_or_default();
    if !category.eq_ignore_ascii_case("AUTHENTICATION") {
        return Err(Refusal::plain(100, "(#100) Param category must be one of {AUTHENTICATION}"));
    }
    let minutes = match asked.get("code_expiration_minutes").map(str::parse) {
        None => None,
        Some(Ok(minutes @ 1..=90)) => Some(minutes),
        Some(_) => {
            let message = "(#100) Param code_expiration_minutes must be 1 to 90";
            return Err(Refusal::plain(100, message));
        }
    };
    let with_buttons =
        asked.list("button_types").is_some_and(|kinds| kinds.iter().any(|kind| kind == "OTP"));
    let advice = asked.get("add_security_recommendation") == Some("true");
    let languages = asked.list("languages").or_else(|| asked.list("language"));
    asked.page(previews(languages.as_deref(), advice, minutes, with_buttons))
}
