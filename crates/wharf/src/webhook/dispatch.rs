//! From a signed body to the handlers.

use std::{error::Error, fmt, sync::Arc};

use tokio::{
    sync::{Notify, oneshot},
    task::{JoinError, JoinHandle},
};
use wharf_model::webhook::{Event, EventKind, read};

use super::{
    Claim, Context, Watch, Webhook,
    handler::{HandlerError, Running},
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
                tracing::warn!(event = %name, error = %source, "a webhook handler failed; the body will be repeated");
                failures.push(Failure { event: name.into_owned(), source });
            }
        }
        if failures.is_empty() { Ok(()) } else { Err(Rejected::Failed(failures)) }
    }

    async fn run(&self, event: Event) -> Result<(), HandlerError> {
        let key = event.key();
        match self.memory.claim(&key).await? {
            Claim::Done => return Ok(()),
            Claim::Taken => return Err("it is being handled already".into()),
            Claim::Ours => {}
        }
        let context = self.context(event);
        let (tell, told) = oneshot::channel();
        let router = self.clone();
        // On its own: whoever sent the body may hang up, and a handler is not to stop half-way.
        self.desk.tasks.spawn(async move { router.settle(key, context, tell).await });
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
        key: String,
        context: Context,
        tell: oneshot::Sender<Result<(), HandlerError>>,
    ) {
        let waits = Arc::clone(&context.waits);
        let mut handling = self.begin(context);
        let outcome = tokio::select! {
            biased;
            ended = &mut handling => ended.unwrap_or_else(|error| Err(broken(&error))),
            () = waits.notified() => {
                // It may take long, and the sender will not wait: from here on, the event counts as handled.
                let kept = self.memory.done(&key).await;
                drop(tell.send(kept));
                if let Err(error) = handling.await.unwrap_or_else(|error| Err(broken(&error))) {
                    tracing::warn!(%error, "a webhook handler failed after it had waited");
                }
                return;
            }
        };
        let kept = match &outcome {
            Ok(()) => self.memory.done(&key).await,
            Err(_) => self.memory.release(&key).await,
        };
        drop(tell.send(outcome.and(kept)));
    }

    /// Shows the event to who waits for it, then to the handlers.
    fn begin(&self, context: Context) -> JoinHandle<Result<(), HandlerError>> {
        let status = match &context.event.kind {
            EventKind::Status(status) => Some(status.clone()),
            _ => None,
        };
        if let Some(status) = &status {
            self.desk.waiting.tell(status);
        }
        let running: Option<Running> = if self.desk.waiting.offer(&context) {
            None
        } else {
            self.handlers.iter().find_map(|handler| handler.try_run(&context))
        };
        self.desk.tasks.spawn(async move {
            if let Some(status) = &status {
                context.desk().fallbacks.see(status).await?;
            }
            match running {
                Some(running) => running.await,
                None => Ok(()),
            }
        })
    }
}

fn broken(error: &JoinError) -> HandlerError {
    let what = if error.is_panic() { "the handler panicked" } else { "the handler was stopped" };
    what.into()
}
