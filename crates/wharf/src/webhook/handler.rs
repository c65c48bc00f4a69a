//! A handler: what it takes, and what it does with it.

use std::{error::Error, fmt, future::Future, pin::Pin, sync::Arc};

use wharf_model::webhook::Event;

use super::Context;

/// Why a handler failed.
pub(super) type HandlerError = Box<dyn Error + Send + Sync>;

type Running = Pin<Box<dyn Future<Output = Result<(), HandlerError>> + Send>>;
type Try = dyn Fn(&Context) -> Option<Running> + Send + Sync;

/// What a handler may return: nothing, or a `Result` whose value is dropped.
pub trait Outcome: Send {
    /// Whether it went well.
    ///
    /// # Errors
    ///
    /// The handler's own.
    fn outcome(self) -> Result<(), Box<dyn Error + Send + Sync>>;
}

impl Outcome for () {
    fn outcome(self) -> Result<(), HandlerError> {
        Ok(())
    }
}

impl<T: Send, E: Into<HandlerError> + Send> Outcome for Result<T, E> {
    fn outcome(self) -> Result<(), HandlerError> {
        self.map(drop).map_err(Into::into)
    }
}

/// A handler with what it takes.
#[derive(Clone)]
pub(super) struct Handler {
    name: &'static str,
    run: Arc<Try>,
}

impl fmt::Debug for Handler {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Handler({})", self.name)
    }
}

impl Handler {
    /// A handler of what `pick` finds in an event.
    pub(super) fn new<T, P, F, Fut>(name: &'static str, pick: P, handler: F) -> Self
    where
        P: Fn(&Event) -> Option<T> + Send + Sync + 'static,
        F: Fn(Context, T) -> Fut + Send + Sync + 'static,
        Fut: Future<Output: Outcome> + Send + 'static,
    {
        let run = move |context: &Context| -> Option<Running> {
            let running = handler(context.clone(), pick(&context.event)?);
            Some(Box::pin(async { running.await.outcome() }))
        };
        Self { name, run: Arc::new(run) }
    }

    /// A handler of every event.
    pub(super) fn any<F, Fut>(handler: F) -> Self
    where
        F: Fn(Context, Arc<Event>) -> Fut + Send + Sync + 'static,
        Fut: Future<Output: Outcome> + Send + 'static,
    {
        let run = move |context: &Context| -> Option<Running> {
            let running = handler(context.clone(), Arc::clone(&context.event));
            Some(Box::pin(async { running.await.outcome() }))
        };
        Self { name: "any", run: Arc::new(run) }
    }

    /// Begins to handle it, if it is one of this handler's.
    pub(super) fn try_run(&self, context: &Context) -> Option<Running> {
        (self.run)(context)
    }
}
