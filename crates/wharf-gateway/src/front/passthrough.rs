//! Everything else of the platform's API: passed on with the platform's token in place of the app's key.

use std::sync::Arc;

use axum::{body::Body, extract::Request, response::Response};
use wharf_client::{Error, Kind};

use super::Refusal;
use crate::desk::Desk;

/// Passes a request on and gives the answer as it comes; bodies are streamed both ways.
pub(super) async fn forward(desk: &Arc<Desk>, request: Request) -> Result<Response, Refusal> {
    match desk.setup.client.forward(request).await {
        Ok(answer) => {
            desk.platform_answered();
            Ok(answer.map(Body::new))
        }
        Err(error) => Err(refusal(desk, &error)),
    }
}

fn refusal(desk: &Desk, error: &Error) -> Refusal {
    if let Kind::Argument { what } = error.kind() {
        return Refusal::parameter(what.clone());
    }
    desk.platform_is_silent(&error.to_string());
    if matches!(error.kind(), Kind::NotSent { .. }) {
        Refusal::later("the gateway cannot reach the platform; nothing was done: try again")
    } else {
        Refusal::unanswered(
            "the platform did not answer the gateway; the request may or may not have been acted on",
        )
    }
}
