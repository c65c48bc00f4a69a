//! Which events were handled, so that a repeated body runs nothing twice.

mod recent;

use std::{error::Error, fmt, pin::Pin};

pub use recent::Recent;

/// What a memory answers, in its own time.
pub type Remembering<'m, T> =
    Pin<Box<dyn Future<Output = Result<T, Box<dyn Error + Send + Sync>>> + Send + 'm>>;

/// Whether an event may be handled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// Yes, and by nobody else until it is done or released.
    Ours,
    /// No: somebody is at it. The sender repeats the body later.
    Taken,
    /// No: it was handled.
    Done,
}

/// Remembers which events were handled: what keeps every event to at most one run of a handler.
///
/// [`Recent`], the default, lives in this process. With a memory in a database, restarts and several processes are
/// covered too: one statement that inserts the key unless it is there is all that `claim` needs. What becomes of a
/// claim whose process died is the memory's decision: kept for good, no handler ever runs twice; freed after a
/// while, no event is ever lost.
///
/// ```
/// use std::{collections::BTreeSet, sync::Mutex};
/// use wharf::prelude::*;
/// use wharf::webhook::{Claim, Memory, Remembering};
///
/// /// Never lets go: every event runs once, whether its handler fails or not.
/// #[derive(Debug, Default)]
/// struct Once(Mutex<BTreeSet<String>>);
///
/// impl Memory for Once {
///     fn claim<'m>(&'m self, key: &'m str) -> Remembering<'m, Claim> {
///         Box::pin(async move {
///             let fresh = self.0.lock().map_err(|error| error.to_string())?.insert(key.to_owned());
///             Ok(if fresh { Claim::Ours } else { Claim::Done })
///         })
///     }
///
///     fn done<'m>(&'m self, _: &'m str) -> Remembering<'m, ()> {
///         Box::pin(async { Ok(()) })
///     }
///
///     fn release<'m>(&'m self, _: &'m str) -> Remembering<'m, ()> {
///         Box::pin(async { Ok(()) })
///     }
/// }
///
/// # fn example(webhook: Webhook) -> Webhook {
/// webhook.memory(Once::default())
/// # }
/// ```
pub trait Memory: fmt::Debug + Send + Sync + 'static {
    /// Claims an event before its handler runs. Of two claims at the same time, one is [`Claim::Ours`].
    fn claim<'m>(&'m self, key: &'m str) -> Remembering<'m, Claim>;

    /// The handler ran well: the event is never to be handled again.
    fn done<'m>(&'m self, key: &'m str) -> Remembering<'m, ()>;

    /// The handler failed: the event may be handled when the body is repeated.
    fn release<'m>(&'m self, key: &'m str) -> Remembering<'m, ()>;
}
