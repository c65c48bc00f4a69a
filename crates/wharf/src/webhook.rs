//! Receiving: an event router, usable inside any axum app, and on its own.
//!
//! ```no_run
//! use wharf::prelude::*;
//!
//! # async fn run() -> Result<(), Box<dyn std::error::Error>> {
//! Webhook::from_env()?
//!     .on_text(async |context: Context, text: String| context.reply(format!("You said: {text}")).await)
//!     .on_status(async |_: Context, status: Status| println!("{:?} is {}", status.id, status.status))
//!     .serve("127.0.0.1:8080", "/webhook")
//!     .await?;
//! # Ok(())
//! # }
//! ```

mod context;
mod dispatch;
mod handler;
mod memory;
mod serve;
mod setup;

use std::{future::Future, sync::Arc};

pub use context::Context;
pub use dispatch::{Failure, Rejected};
use handler::Handler;
pub use handler::Outcome;
use memory::Memory;
pub use serve::ServeError;
pub use setup::SetupError;
use wharf_client::Client;
pub use wharf_model::webhook::{
    Contact, Event, EventKind, Inbound, Metadata, Person, Profile, Raw, Received, Status, Unread,
    Update, account, call, flow, group, history, message, people, read, status, template,
};
use wharf_webhook::{AppSecret, Secrets, VerifyToken};

/// An event router: takes signed webhook bodies and calls your handlers, one event at a time.
///
/// Handlers are asked in the order they were added, and **the first one that fits runs**. A body is
/// answered 200 when all its events were handled. If a handler fails, the answer is 503, and the
/// sender (the platform, or the gateway) repeats the body; events that were handled are remembered,
/// so only what failed runs again. An event without a fitting handler counts as handled.
#[derive(Clone, Debug)]
pub struct Webhook {
    secrets: Secrets,
    token: VerifyToken,
    client: Option<Client>,
    handlers: Arc<Vec<Handler>>,
    memory: Arc<Memory>,
}

impl Webhook {
    /// A router that trusts bodies signed with the app secret and answers handshakes that know the verify token.
    pub fn new(secret: AppSecret, token: VerifyToken) -> Self {
        let (handlers, memory) = (Arc::default(), Arc::default());
        Self { secrets: secret.into(), token, client: None, handlers, memory }
    }

    /// The same, trusting one more secret: for the time while the app secret is changed.
    #[must_use]
    pub fn or_secret(mut self, secret: AppSecret) -> Self {
        self.secrets = self.secrets.or(secret);
        self
    }

    /// The same, with a client for [`Context::reply`] and the like.
    #[must_use]
    pub fn client(mut self, client: Client) -> Self {
        self.client = Some(client);
        self
    }

    fn with(mut self, handler: Handler) -> Self {
        Arc::make_mut(&mut self.handlers).push(handler);
        self
    }

    /// Handles text messages; gets the text.
    #[must_use]
    pub fn on_text<F, Fut>(self, handler: F) -> Self
    where
        F: Fn(Context, String) -> Fut + Send + Sync + 'static,
        Fut: Future<Output: Outcome> + Send + 'static,
    {
        let text = |event: &Event| match &event.kind {
            EventKind::Message(message) => match &message.content {
                Received::Text(text) => Some(text.body.clone()),
                _ => None,
            },
            _ => None,
        };
        self.with(Handler::new("text", text, handler))
    }

    /// Handles taps on buttons and rows of lists, template buttons included; gets the id or payload they were given.
    #[must_use]
    pub fn on_tap<F, Fut>(self, handler: F) -> Self
    where
        F: Fn(Context, String) -> Fut + Send + Sync + 'static,
        Fut: Future<Output: Outcome> + Send + 'static,
    {
        let tap = |event: &Event| match &event.kind {
            EventKind::Message(message) => message.tapped().map(str::to_owned),
            _ => None,
        };
        self.with(Handler::new("tap", tap, handler))
    }

    /// Handles every message that comes in, of any type.
    #[must_use]
    pub fn on_message<F, Fut>(self, handler: F) -> Self
    where
        F: Fn(Context, Inbound) -> Fut + Send + Sync + 'static,
        Fut: Future<Output: Outcome> + Send + 'static,
    {
        let message = |event: &Event| match &event.kind {
            EventKind::Message(message) => Some((**message).clone()),
            _ => None,
        };
        self.with(Handler::new("message", message, handler))
    }

    /// Handles what becomes of messages that were sent.
    #[must_use]
    pub fn on_status<F, Fut>(self, handler: F) -> Self
    where
        F: Fn(Context, Status) -> Fut + Send + Sync + 'static,
        Fut: Future<Output: Outcome> + Send + 'static,
    {
        let status = |event: &Event| match &event.kind {
            EventKind::Status(status) => Some((**status).clone()),
            _ => None,
        };
        self.with(Handler::new("status", status, handler))
    }

    /// Handles what the platform tells of the account, its templates, calls, groups, flows and people, where
    /// the shape of that is known.
    #[must_use]
    pub fn on_update<F, Fut>(self, handler: F) -> Self
    where
        F: Fn(Context, Update) -> Fut + Send + Sync + 'static,
        Fut: Future<Output: Outcome> + Send + 'static,
    {
        self.with(Handler::new("update", Event::update, handler))
    }

    /// Handles what nobody could read; gets the reason. The bytes are in `context.event.raw`.
    #[must_use]
    pub fn on_unread<F, Fut>(self, handler: F) -> Self
    where
        F: Fn(Context, Unread) -> Fut + Send + Sync + 'static,
        Fut: Future<Output: Outcome> + Send + 'static,
    {
        let unread = |event: &Event| match &event.kind {
            EventKind::Unread(unread) => Some(unread.clone()),
            _ => None,
        };
        self.with(Handler::new("unread", unread, handler))
    }

    /// Handles every event that no handler before took.
    #[must_use]
    pub fn on_any<F, Fut>(self, handler: F) -> Self
    where
        F: Fn(Context, Arc<Event>) -> Fut + Send + Sync + 'static,
        Fut: Future<Output: Outcome> + Send + 'static,
    {
        self.with(Handler::any(handler))
    }
}
