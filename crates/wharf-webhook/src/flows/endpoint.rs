//! The data endpoint for axum: signature, decryption, pings and notices are done; your handler answers the rest.

use std::{fmt, pin::Pin, sync::Arc};

use axum::{
    Router,
    body::Bytes,
    extract::{DefaultBodyLimit, State, rejection::BytesRejection},
    http::{HeaderMap, StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse as _, Response},
    routing::post,
};
use wharf_model::limits::WEBHOOK_BYTES_MAX;

use super::{FlowAnswer, FlowKey, FlowRequest, Notice, Undecryptable};
use crate::{Forged, Secrets, receiver::signature};

type Told = Pin<Box<dyn Future<Output = ()> + Send>>;
type OnNotice = Arc<dyn Fn(Notice) -> Told + Send + Sync>;

/// The platform's word for a body that is not signed with the app's secret.
const FORGED: u16 = 432;

/// The data endpoint of flows.
///
/// ```
/// use serde_json::json;
/// use wharf_webhook::{AppSecret, Secrets, axum, flows::{Action, FlowAnswer, FlowEndpoint, FlowKey, FlowRequest}};
///
/// let secrets = Secrets::new(AppSecret::new("test_app_secret")?);
/// let endpoint = FlowEndpoint::new(secrets, FlowKey::generate()?).router(async |request: FlowRequest| {
///     let token = request.flow_token.ok_or("a flow without its token")?;
///     Ok::<_, &str>(match request.action {
///         Action::DataExchange => FlowAnswer::finish(token, json!({ "booked": true })),
///         _ => FlowAnswer::screen("APPOINTMENT", json!({ "days": ["Monday", "Friday"] })),
///     })
/// });
/// let app: axum::Router = axum::Router::new().nest("/flow", endpoint);
/// # let _kept = app;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct FlowEndpoint {
    secrets: Secrets,
    key: FlowKey,
    on_notice: Option<OnNotice>,
}

impl FlowEndpoint {
    /// An endpoint that trusts bodies signed with these secrets, and opens them with this key.
    pub fn new(secrets: impl Into<Secrets>, key: FlowKey) -> Self {
        Self { secrets: secrets.into(), key, on_notice: None }
    }

    /// Tells of what went wrong on a phone with an answer of ours. The platform's question is answered in any case.
    #[must_use]
    pub fn on_notice<F, Fut>(mut self, told: F) -> Self
    where
        F: Fn(Notice) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = ()> + Send + 'static,
    {
        self.on_notice = Some(Arc::new(move |notice| Box::pin(told(notice))));
        self
    }

    /// Takes requests at `/`; nest it where you want it. The handler gets whatever is neither a ping nor a notice.
    ///
    /// Answers 432 to a body that is not signed with one of the secrets, 421 to what cannot be opened, 413 to more than
    /// 4 MiB, and 500 when the handler fails: the phone then shows an error. What the error says is not shown to
    /// anybody: log it yourself. The platform waits about ten seconds.
    pub fn router<H, F, E>(self, handler: H) -> Router
    where
        H: Fn(FlowRequest) -> F + Send + Sync + 'static,
        F: Future<Output = Result<FlowAnswer, E>> + Send + 'static,
        E: Send + 'static,
    {
        let door = Arc::new(Door { endpoint: self, handler });
        Router::new()
            .route("/", post(exchange::<H, F, E>))
            .layer(DefaultBodyLimit::max(WEBHOOK_BYTES_MAX))
            .with_state(door)
    }
}

impl fmt::Debug for FlowEndpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FlowEndpoint(…)")
    }
}

struct Door<H> {
    endpoint: FlowEndpoint,
    handler: H,
}

async fn exchange<H, F, E>(
    State(door): State<Arc<Door<H>>>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response
where
    H: Fn(FlowRequest) -> F + Send + Sync + 'static,
    F: Future<Output = Result<FlowAnswer, E>> + Send + 'static,
{
    let body = match body {
        Ok(body) => body,
        Err(rejection) => return rejection.status().into_response(),
    };
    let FlowEndpoint { secrets, key, on_notice } = &door.endpoint;
    if secrets.verify(signature(&headers), &body) == Err(Forged) {
        return status(FORGED).into_response();
    }
    let (request, reply) = match key.open(&body) {
        Ok(opened) => opened,
        Err(Undecryptable) => return status(Undecryptable::STATUS).into_response(),
    };
    if let (Some(notice), Some(told)) = (request.notice(), on_notice) {
        told(notice).await;
    }
    let answer = match request.routine() {
        Some(answer) => answer,
        None => match (door.handler)(request).await {
            Ok(answer) => answer,
            Err(_) => return StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        },
    };
    (status(answer.status()), [(CONTENT_TYPE, "text/plain")], reply.seal(&answer)).into_response()
}

fn status(code: u16) -> StatusCode {
    StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}
