//! A handler: what it takes, and what it does with it.

use std::{error::Error, fmt, future::Future, pin::Pin, sync::Arc};

use super::{Context, filter::Filter};

/// Why a handler failed.
pub(super) type HandlerError = Box<dyn Error + Send + Sync>;

/// A handler at work.
pub(super) type Running = Pin<Box<dyn Future<Output = Result<(), HandlerError>> + Send>>;
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
pub(super) struct Handler(Arc<Try>);

impl fmt::Debug for Handler {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Handler(…)")
    }
}

impl Handler {
    /// A handler of what a filter picks.
    pub(super) fn new<T, F, Fut>(filter: Filter<T>, handler: F) -> Self
    where
        T: 'static,
        F: Fn(Context, T) -> Fut + Send + Sync + 'static,
        Fut: Future<Output: Outcome> + Send + 'static,
    {
        Self(Arc::new(move |context: &Context| -> Option<Running> {
            let value = filter.pick(context)?;
            let running = handler(context.clone(), value);
            Some(Box::pin(async { running.await.outcome() }))
        }))
    }

    /// Begins to handle it, if it is one of this handler's.
    pub(super) fn try_run(&self, context: &Context) -> Option<Running> {
        (self.0)(context)
    }
}
