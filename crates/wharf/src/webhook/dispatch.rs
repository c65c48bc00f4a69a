//! From a signed body to the handlers.

use std::{error::Error, fmt, sync::Arc};

use tokio::{
    sync::{Notify, oneshot},
    task::JoinError,
};
use wharf_model::webhook::{Event, EventKind, read};

use super::{
    Claim, Context, Watch, Webhook, failing::Then, handler::HandlerError, waiting::Waiting,
};

/// Why a body was not taken.
#[derive(Debug)]
#[non_exhaustive]
pub enum Rejected {
    /// It is not signed with a secret we know. Nothing was read. Answer 401.
    Forged,
    /// Handlers failed. Answer 503: the sender repeats the body, and only what failed runs again.
    Failed(Vec<Failure>),
    /// The program is about to end, and takes nothing new. Answer 503.
    Stopping,
}

/// A handler that failed.
#[derive(Debug)]
#[non_exhaustive]
pub struct Failure {
    /// What it handled, such as `message.text`.
    pub event: String,
    /// Why it failed.
    pub source: Box<dyn Error + Send + Sync>,
}

impl Rejected {
    /// The HTTP status to answer with.
    pub fn status(&self) -> u16 {
        match self {
            Self::Forged => 401,
            Self::Failed(_) | Self::Stopping => 503,
        }
    }
}

impl fmt::Display for Rejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Forged => f.write_str("the body is not signed with the app secret"),
            Self::Stopping => f.write_str("the program is about to end, and takes nothing new"),
            Self::Failed(failures) => {
                let first = failures.first();
                write!(f, "{} handlers failed", failures.len())?;
                first.map_or(Ok(()), |first| {
                    write!(f, "; the first, of {}: {}", first.event, first.source)
                })
            }
        }
    }
}

impl Error for Rejected {}

impl Webhook {
    /// Takes a webhook body with its `X-Hub-Signature-256` header: for servers other than axum. Needs a tokio runtime.
    /// Give it the bytes as they came: a body that was parsed and written again has another signature.
    ///
    /// A handler that has begun comes to its end even when nobody waits for this any more.
    ///
    /// # Errors
    ///
    /// [`Rejected`], which says what to answer; else answer 200.
    pub async fn handle(&self, signature: Option<&str>, body: &[u8]) -> Result<(), Rejected> {
        self.secrets.verify(signature, body).map_err(|_| Rejected::Forged)?;
        self.handle_trusted(body).await
    }

    /// The same for a body whose signature was checked before.
    pub(super) async fn handle_trusted(&self, body: &[u8]) -> Result<(), Rejected> {
        if self.desk.stop.is_cancelled() {
            return Err(Rejected::Stopping);
        }
        let mut failures = Vec::new();
        for event in read(body) {
            let name = event.name();
            if let Err(source) = self.run(event).await {
                failures.push(Failure { event: name.into_owned(), source });
            }
        }
        if failures.is_empty() { Ok(()) } else { Err(Rejected::Failed(failures)) }
    }

    async fn run(&self, event: Event) -> Result<(), HandlerError> {
        let (key, waits) = (event.key(), self.desk.waiting.count());
        let is_message = matches!(event.kind, EventKind::Message(_));
        let arrival = Arrival { key, waits: is_message.then_some(waits) };
        match self.memory.claim(&arrival.key).await {
            Ok(Claim::Done) => return Ok(()),
            Ok(Claim::Taken) => {
                tracing::info!(event = %event.name(), "an event came again while it is handled");
                return Err("it is being handled already".into());
            }
            Ok(Claim::Ours) => {}
            Err(error) => {
                arrival.failed(&self.desk.waiting);
                self.on_error.tell(&event, &error, Then::Again);
                return Err(error);
            }
        }
        let context = self.context(event);
        let (tell, told) = oneshot::channel();
        let router = self.clone();
        // On its own: whoever sent the body may hang up, and a handler is not to stop half-way.
        self.desk.tasks.spawn(async move { router.settle(arrival, context, tell).await });
        told.await.unwrap_or_else(|_| Err("the handler's task is gone".into()))
    }

    fn context(&self, event: Event) -> Context {
        let number = event.number_id();
        let own = number.and_then(|number| self.clients.get(number.as_str()));
        let client = own.or(self.client.as_ref()).cloned();
        let watch = Watch(Arc::clone(&self.desk));
        Context { event: Arc::new(event), client, watch, waits: Arc::new(Notify::new()) }
    }

    /// Runs what fits, tells how it went as soon as that is known, and remembers it.
    async fn settle(
        &self,
        arrival: Arrival,
        context: Context,
        tell: oneshot::Sender<Result<(), HandlerError>>,
    ) {
        let key = arrival.key.clone();
        let (event, waits) = (Arc::clone(&context.event), Arc::clone(&context.waits));
        let router = self.clone();
        // Filters and handlers may panic: what is remembered of the event stays right.
        let mut handling = self.desk.tasks.spawn(async move { router.act(&key, &context).await });
        let outcome = tokio::select! {
            biased;
            ended = &mut handling => ended.unwrap_or_else(|error| Err(broken(&error))),
            () = waits.notified() => {
                // It may take long, and the sender will not wait: from here on, the event counts as handled.
                let kept = self.done(&arrival).await;
                if let Err(error) = &kept {
                    self.on_error.tell(&event, error, Then::Again);
                }
                drop(tell.send(kept));
                if let Err(error) = handling.await.unwrap_or_else(|error| Err(broken(&error))) {
                    self.on_error.tell(&event, &error, Then::Nothing);
                }
                return;
            }
        };
        let outcome = match outcome {
            Ok(()) => self.done(&arrival).await,
            Err(error) => {
                arrival.failed(&self.desk.waiting);
                if let Err(error) = self.memory.release(&arrival.key).await {
                    tracing::warn!(%error, "the memory could not release an event whose handler failed");
                }
                Err(error)
            }
        };
        if let Err(error) = &outcome {
            self.on_error.tell(&event, error, Then::Again);
        }
        drop(tell.send(outcome));
    }

    /// Remembers that an event was handled.
    async fn done(&self, arrival: &Arrival) -> Result<(), HandlerError> {
        let kept = self.memory.done(&arrival.key).await;
        match kept {
            Ok(()) => self.desk.waiting.settled(&arrival.key),
            Err(_) => arrival.failed(&self.desk.waiting),
        }
        kept
    }

    /// Shows the event to who waits for it, then to the handlers.
    async fn act(&self, key: &str, context: &Context) -> Result<(), HandlerError> {
        if let EventKind::Status(status) = &context.event.kind {
            self.desk.hear(status).await?;
        }
        if self.desk.waiting.offer(key, context) {
            return Ok(());
        }
        let running = self.handlers.iter().find_map(|handler| handler.try_run(context));
        match running {
            Some(running) => running.await,
            None => Ok(()),
        }
    }
}

/// An event that came in, and how many had begun to wait by then if it is a message.
struct Arrival {
    key: String,
    waits: Option<u64>,
}

impl Arrival {
    /// It will come again.
    fn failed(&self, waiting: &Waiting) {
        if let Some(waits) = self.waits {
            waiting.failed(&self.key, waits);
        }
    }
}

fn broken(error: &JoinError) -> HandlerError {
    let what = if error.is_panic() { "the handler panicked" } else { "the handler was stopped" };
    what.into()
}
