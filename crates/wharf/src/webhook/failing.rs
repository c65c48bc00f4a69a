//! Failures of handlers: told to the app's hook, to the log, and if there is neither, to stderr.

mod discreet;

use std::{
    error::Error,
    fmt,
    io::{self, Write as _},
    sync::Arc,
};

use tracing::{dispatcher, subscriber::NoSubscriber};
use wharf_model::webhook::Event;

use super::handler::HandlerError;

type Hook = dyn Fn(&Event, &(dyn Error + Send + Sync + 'static)) + Send + Sync;

/// Who is told.
#[derive(Clone, Default)]
pub(super) struct OnError(Option<Arc<Hook>>);

/// What comes after a failure.
#[derive(Clone, Copy)]
pub(super) enum Then {
    /// The body is repeated, and with it the event.
    Again,
    /// The handler had waited, and counts as having run.
    Nothing,
}

impl fmt::Debug for OnError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "OnError(…)" } else { "OnError(none)" })
    }
}

impl OnError {
    pub(super) fn new(
        hook: impl Fn(&Event, &(dyn Error + Send + Sync + 'static)) + Send + Sync + 'static,
    ) -> Self {
        Self(Some(Arc::new(hook)))
    }

    pub(super) fn tell(&self, event: &Event, error: &HandlerError, then: Then) {
        let name = event.name();
        let then = match then {
            Then::Again => "the body will be repeated",
            Then::Nothing => "it had waited, and does not run again",
        };
        tracing::warn!(event = %name, %error, "a webhook handler failed; {then}");
        if let Some(hook) = &self.0 {
            hook(event, &**error);
        } else if dispatcher::get_default(dispatcher::Dispatch::is::<NoSubscriber>) {
            let why = discreet::line(&**error, event);
            // Without stderr there is nobody left to tell.
            drop(writeln!(
                io::stderr(),
                "wharf: a webhook handler of {name} failed; {then}: {why}"
            ));
        }
    }
}
