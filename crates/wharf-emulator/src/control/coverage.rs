//! `GET /_control/coverage`: every operation of the platform, and whether it is emulated.

use axum::{Json, Router, routing::get};
use serde_json::{Value, json};

use crate::{coverage, shell::Shell};

pub(super) fn routes() -> Router<Shell> {
    Router::new().route("/_control/coverage", get(show))
}

async fn show() -> Json<Value> {
    let node = |(operation, emulated): (&coverage::Operation, bool)| {
        json!({
            "family": operation.family, "method": operation.method, "path": operation.path,
            "emulated": emulated,
        })
    };
    let data: Vec<_> = coverage::all().map(node).collect();
    let emulated = data.iter().filter(|row| row["emulated"] == true).count();
    Json(json!({"emulated": emulated, "operations": data.len(), "data": data}))
}
