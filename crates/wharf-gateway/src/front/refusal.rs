//! What the gateway itself says no to, in the platform's envelope.

use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use wharf_model::{
    error::{ErrorBody, GraphError},
    message::Violation,
};
use wharf_store::StoreError;

use crate::{chance, desk::Desk};

/// A refusal in the platform's envelope.
#[derive(Debug)]
pub(crate) struct Refusal(Box<(StatusCode, GraphError)>);

const OAUTH: &str = "OAuthException";
/// Not acted on, and the same request can work in a while.
const LATER: u32 = 131_057;

impl Refusal {
    fn new(status: StatusCode, error: GraphError) -> Self {
        Self(Box::new((status, error)))
    }

    /// A parameter is wrong: code 100.
    pub(super) fn parameter(details: impl Into<String>) -> Self {
        let error = GraphError::new(100, "(#100) Invalid parameter").details(details);
        Self::new(StatusCode::BAD_REQUEST, error.kind(OAUTH))
    }

    /// The same with another status.
    pub(super) fn status(mut self, status: StatusCode) -> Self {
        self.0.0 = status;
        self
    }

    /// No key was shown.
    pub(super) fn no_key() -> Self {
        let message = "An access token is required to request this resource: send `Authorization: \
                       Bearer …` with the app's key";
        Self::new(StatusCode::UNAUTHORIZED, GraphError::new(104, message).kind(OAUTH))
    }

    /// A key that nobody gave out.
    pub(super) fn wrong_key() -> Self {
        let message = "Invalid OAuth access token - Cannot parse access token";
        Self::new(StatusCode::UNAUTHORIZED, GraphError::new(190, message).kind(OAUTH))
    }

    /// A number that is not served here.
    pub(super) fn number(method: &str, number: &str) -> Self {
        let message = format!(
            "Unsupported {method} request. Object with ID '{number}' does not exist, cannot be loaded due to \
             missing permissions, or does not support this operation. Please read the Graph API documentation \
             at https://developers.facebook.com/docs/graph-api",
            method = method.to_ascii_lowercase(),
        );
        let error = GraphError::new(100, message).kind("GraphMethodException").subcode(33);
        Self::new(StatusCode::BAD_REQUEST, error)
    }

    /// A path that is none of the platform's.
    pub(super) fn nowhere(path: &str) -> Self {
        let shown: String = path.chars().take(100).collect();
        let message = format!(
            "Unknown path components: {shown}. This is a Wharf gateway: apps call /{{version}}/…, such as \
             /v25.0/{{phone-number-id}}/messages, and the platform calls /webhook"
        );
        Self::new(StatusCode::BAD_REQUEST, GraphError::new(2500, message).kind(OAUTH))
    }

    /// A message that breaks documented limits: the first one's code, and the place of each.
    pub(super) fn violations(errors: &[Violation]) -> Option<Self> {
        let first = errors.first()?;
        let title = match first.code {
            131_008 => "Required parameter is missing",
            131_009 => "Parameter value is not valid",
            131_051 => "Unsupported message type",
            _ => "Invalid parameter",
        };
        let details: Vec<_> = errors.iter().map(ToString::to_string).collect();
        let error = GraphError::new(first.code, format!("(#{}) {title}", first.code));
        let error = error.details(details.join("; ")).kind(OAUTH);
        Some(Self::new(StatusCode::BAD_REQUEST, error))
    }

    /// A required field is not there.
    pub(super) fn missing(path: &str) -> Self {
        let error = if path == "messaging_product" {
            GraphError::new(100, "(#100) The parameter messaging_product is required.")
        } else {
            GraphError::new(131_008, "(#131008) Required parameter is missing")
        };
        let error = error.details(format!("{path}: is required")).kind(OAUTH);
        Self::new(StatusCode::BAD_REQUEST, error)
    }

    /// The key was used for another request.
    pub(super) fn conflict() -> Self {
        Self::parameter(
            "Idempotency-Key: it was used for a different request; nothing was kept. Use a fresh key for each message",
        )
        .status(StatusCode::UNPROCESSABLE_ENTITY)
    }

    /// Not acted on; the same request can work later.
    pub(super) fn later(details: impl Into<String>) -> Self {
        let error = GraphError::new(LATER, format!("(#{LATER}) Not available at the moment"));
        Self::new(StatusCode::SERVICE_UNAVAILABLE, error.details(details).kind(OAUTH))
    }

    /// It was passed on, and nobody knows what became of it.
    pub(super) fn unanswered(details: impl Into<String>) -> Self {
        let error = GraphError::new(131_000, "(#131000) Something went wrong");
        Self::new(StatusCode::GATEWAY_TIMEOUT, error.details(details).kind(OAUTH))
    }

    /// The store failed before anything was kept.
    pub(super) fn store(desk: &Desk, error: &StoreError) -> Self {
        desk.failed(error, "a request was turned away");
        Self::later("the gateway cannot keep anything at the moment; nothing was sent: try again")
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let (status, error) = *self.0;
        let error = error.trace(chance::trace());
        tracing::debug!(
            code = error.code,
            trace = error.trace,
            status = status.as_u16(),
            "refused"
        );
        let body = serde_json::to_vec(&ErrorBody { error }).unwrap_or_default();
        let mut answer = (status, body).into_response();
        let headers = answer.headers_mut();
        let json = HeaderValue::from_static("application/json; charset=UTF-8");
        headers.insert(header::CONTENT_TYPE, json);
        if status == StatusCode::UNAUTHORIZED {
            let scheme = HeaderValue::from_static("Bearer");
            headers.insert(header::WWW_AUTHENTICATE, scheme);
        }
        answer
    }
}
