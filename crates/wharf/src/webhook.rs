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

mod callback;
mod context;
mod desk;
mod dispatch;
mod failing;
mod fallback;
pub mod filter;
mod handler;
mod memory;
mod sending;
mod serve;
mod setup;
mod waiting;

use std::{collections::BTreeMap, error::Error, future::Future, sync::Arc};

pub use callback::Callback;
pub use context::Context;
use desk::Desk;
pub use dispatch::{Failure, Rejected};
use failing::OnError;
use filter::Filter;
use handler::Handler;
pub use handler::Outcome;
pub use memory::{Claim, Memory, Recent, Remembering};
pub use sending::Sending;
pub use serve::ServeError;
pub use setup::SetupError;
pub use waiting::{Missed, Watch};
use wharf_client::Client;
use wharf_model::id::PhoneNumberId;
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
/// so only what failed runs again. An event without a fitting handler counts as handled. No event is
/// handled twice at the same time: see [`Memory`].
///
/// One router serves any number of business numbers: [`Context`] answers from the number that was
/// written to. A clone is cheap, and shares everything.
#[derive(Clone, Debug)]
pub struct Webhook {
    secrets: Secrets,
    token: VerifyToken,
    client: Option<Client>,
    /// Clients of single numbers, by the number's id.
    clients: Arc<BTreeMap<String, Client>>,
    handlers: Arc<Vec<Handler>>,
    memory: Arc<dyn Memory>,
    on_error: OnError,
    desk: Arc<Desk>,
}

impl Webhook {
    /// A router that trusts bodies signed with the app secret and answers handshakes that know the verify token.
    pub fn new(secret: AppSecret, token: VerifyToken) -> Self {
        Self {
            secrets: secret.into(),
            token,
            client: None,
            clients: Arc::default(),
            handlers: Arc::default(),
            memory: Arc::new(Recent::default()),
            on_error: OnError::default(),
            desk: Arc::default(),
        }
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

    /// The same, with a client of its own for one business number, such as one with another access token. Numbers
    /// without one share the [`client`](Self::client).
    ///
    /// ```
    /// use wharf::prelude::*;
    /// use wharf::filter::{text, to_number};
    ///
    /// # fn example(webhook: Webhook, shop: Client, support: Client) -> Result<Webhook, wharf::id::EmptyId> {
    /// let number = PhoneNumberId::new("106540352242922")?;
    /// let webhook = webhook
    ///     .client(shop)
    ///     .client_of(&number, support)
    ///     .on(text() & to_number(number), async |context: Context, _text: String| context.reply("Support here.").await)
    ///     .on_text(async |context: Context, _text: String| context.reply("The shop here.").await);
    /// # Ok(webhook)
    /// # }
    /// ```
    #[must_use]
    pub fn client_of(mut self, number: &PhoneNumberId, client: Client) -> Self {
        Arc::make_mut(&mut self.clients).insert(number.as_str().to_owned(), client);
        self
    }

    /// The same with another memory of what was handled: see [`Memory`].
    #[must_use]
    pub fn memory(mut self, memory: impl Memory) -> Self {
        self.memory = Arc::new(memory);
        self
    }

    /// Tells this of every failure, whoever sent the body is told or not: a handler that returned an error or panicked
    /// (its panic message stands on stderr), also after it had waited; a [`Memory`] that cannot be asked; a template of
    /// [`Sending::or_template`] that did not go out. A second one takes the first one's place.
    ///
    /// Failures are logged as well, with `tracing` and as warnings. As long as there is neither such a hook nor a tracing
    /// subscriber, each stands on stderr in one line, without the person and the message's text.
    ///
    /// ```
    /// use wharf::prelude::*;
    ///
    /// # fn example(webhook: Webhook) -> Webhook {
    /// webhook
    ///     .on_error(|event, error| eprintln!("{} failed: {error}", event.name()))
    ///     .on_text(async |context: Context, text: String| context.reply(format!("You said: {text}")).await)
    /// # }
    /// ```
    #[must_use]
    pub fn on_error(
        mut self,
        hook: impl Fn(&Event, &(dyn Error + Send + Sync + 'static)) + Send + Sync + 'static,
    ) -> Self {
        self.on_error = OnError::new(hook);
        self
    }

    /// Waits, outside handlers, for what this router hears.
    ///
    /// ```no_run
    /// use std::time::Duration;
    /// use wharf::prelude::*;
    ///
    /// # async fn example(webhook: Webhook, number: wharf::PhoneNumber) -> Result<(), Box<dyn std::error::Error>> {
    /// let watch = webhook.watch(); // and the router runs elsewhere
    /// let sent = number.send("+15550001111", "Are you there?").await?;
    /// watch.until(&sent, Progress::Delivered, Duration::from_mins(1)).await?;
    /// let (context, _reply) = watch.reply_of("+15550001111", Duration::from_mins(5)).await?;
    /// context.react("👍").await?;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn watch(&self) -> Watch {
        Watch(Arc::clone(&self.desk))
    }

    /// Handles what a filter picks: see [`filter`].
    #[must_use]
    pub fn on<T, F, Fut>(mut self, filter: Filter<T>, handler: F) -> Self
    where
        T: 'static,
        F: Fn(Context, T) -> Fut + Send + Sync + 'static,
        Fut: Future<Output: Outcome> + Send + 'static,
    {
        Arc::make_mut(&mut self.handlers).push(Handler::new(filter, handler));
        self
    }

    /// Handles text messages; gets the text.
    #[must_use]
    pub fn on_text<F, Fut>(self, handler: F) -> Self
    where
        F: Fn(Context, String) -> Fut + Send + Sync + 'static,
        Fut: Future<Output: Outcome> + Send + 'static,
    {
        self.on(filter::text(), handler)
    }

    /// Handles taps on buttons and rows of lists, template buttons included; gets the id or payload they were given.
    /// See [`Callback`] for ids that are values.
    #[must_use]
    pub fn on_tap<F, Fut>(self, handler: F) -> Self
    where
        F: Fn(Context, String) -> Fut + Send + Sync + 'static,
        Fut: Future<Output: Outcome> + Send + 'static,
    {
        self.on(filter::tap(), handler)
    }

    /// Handles every message that comes in, of any type.
    #[must_use]
    pub fn on_message<F, Fut>(self, handler: F) -> Self
    where
        F: Fn(Context, Inbound) -> Fut + Send + Sync + 'static,
        Fut: Future<Output: Outcome> + Send + 'static,
    {
        self.on(filter::message(), handler)
    }

    /// Handles what becomes of messages that were sent.
    #[must_use]
    pub fn on_status<F, Fut>(self, handler: F) -> Self
    where
        F: Fn(Context, Status) -> Fut + Send + Sync + 'static,
        Fut: Future<Output: Outcome> + Send + 'static,
    {
        self.on(filter::status(), handler)
    }

    /// Handles what the platform tells of the account, its templates, calls, groups, flows and people, where
    /// the shape of that is known.
    #[must_use]
    pub fn on_update<F, Fut>(self, handler: F) -> Self
    where
        F: Fn(Context, Update) -> Fut + Send + Sync + 'static,
        Fut: Future<Output: Outcome> + Send + 'static,
    {
        self.on(filter::update(), handler)
    }

    /// Handles what nobody could read; gets the reason. The bytes are in `context.event.raw`.
    #[must_use]
    pub fn on_unread<F, Fut>(self, handler: F) -> Self
    where
        F: Fn(Context, Unread) -> Fut + Send + Sync + 'static,
        Fut: Future<Output: Outcome> + Send + 'static,
    {
        self.on(filter::unread(), handler)
    }

    /// Handles every event that no handler before took.
    #[must_use]
    pub fn on_any<F, Fut>(self, handler: F) -> Self
    where
        F: Fn(Context, Arc<Event>) -> Fut + Send + Sync + 'static,
        Fut: Future<Output: Outcome> + Send + 'static,
    {
        self.on(filter::any(), handler)
    }
}
