//! Everything else of the platform's API: passed on with the platform's token in place of the app's key.

use std::sync::Arc;

use axum::{body::Body, extract::Request, response::Response};
use http::{HeaderValue, header};
use wharf_client::{Error, Kind};

use super::{Refusal, quoted};
use crate::desk::Desk;

/// Passes a request on and gives the answer as it comes, an error without our credentials; bodies are streamed both
/// ways.
pub(super) async fn forward(desk: &Arc<Desk>, mut request: Request) -> Result<Response, Refusal> {
    // What is compressed cannot be looked through.
    let plain = HeaderValue::from_static("identity");
    request.headers_mut().insert(header::ACCEPT_ENCODING, plain);
    match desk.setup.client.forward(request).await {
        Ok(answer) => {
            desk.platform_answered();
            quoted::hide(desk, answer.map(Body::new)).await
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
