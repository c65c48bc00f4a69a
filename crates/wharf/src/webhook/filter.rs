//! Which events a handler takes: filters that compose.
//!
//! A filter picks a value out of an event, or does not fit. `a & b` fits when both do and gives the value of `a`;
//! `a | b` gives the value of the first that fits; `!a` fits when `a` does not, and gives nothing.
//!
//! ```
//! use wharf::prelude::*;
//! use wharf::filter::{forwarded, in_group, tapped, text, text_is};
//!
//! # fn example(webhook: Webhook) -> Webhook {
//! webhook
//!     .on(text_is("menu") | text_is("help"), async |context: Context, _word: String| {
//!         context.reply("1: hours, 2: prices").await
//!     })
//!     .on(text() & !forwarded() & !in_group(), async |context: Context, text: String| {
//!         context.reply(format!("You said: {text}")).await
//!     })
//!     .on(tapped("stop"), async |context: Context, ()| context.reply("Good bye.").await)
//! # }
//! ```

mod message;
mod other;

use std::{
    fmt,
    ops::{BitAnd, BitOr, Not},
    sync::Arc,
};

pub use message::{
    file, forwarded, in_group, kind, message, quoting, tap, tapped, text, text_contains, text_is,
};
pub use other::{any, echo, from_person, progress, status, to_number, unread, update};
use wharf_model::webhook::Event;

use super::Context;
pub use super::callback::callback;

type Pick<T> = dyn Fn(&Context) -> Option<T> + Send + Sync;

/// Picks a value out of an event, or does not fit: see [the module](self). A clone is cheap.
pub struct Filter<T = ()>(Arc<Pick<T>>);

impl<T> Clone for Filter<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> fmt::Debug for Filter<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Filter(…)")
    }
}

impl<T: 'static> Filter<T> {
    /// A filter of your own: what it gives, the handler gets.
    ///
    /// ```
    /// use wharf::filter::Filter;
    /// use wharf::prelude::*;
    ///
    /// let amount = Filter::new(|event: &Event| match &event.kind {
    ///     EventKind::Message(message) => message.text()?.trim().parse::<u32>().ok(),
    ///     _ => None,
    /// });
    /// # fn example(webhook: Webhook, amount: Filter<u32>) -> Webhook {
    /// webhook.on(amount, async |context: Context, amount: u32| context.reply(format!("{amount} ordered.")).await)
    /// # }
    /// # let _kept = amount;
    /// ```
    pub fn new(pick: impl Fn(&Event) -> Option<T> + Send + Sync + 'static) -> Self {
        Self::of(move |context| pick(&context.event))
    }

    pub(super) fn of(pick: impl Fn(&Context) -> Option<T> + Send + Sync + 'static) -> Self {
        Self(Arc::new(pick))
    }

    /// The value, if the event fits.
    pub(super) fn pick(&self, context: &Context) -> Option<T> {
        (self.0)(context)
    }

    /// The same with another value.
    #[must_use]
    pub fn map<U: 'static>(self, map: impl Fn(T) -> U + Send + Sync + 'static) -> Filter<U> {
        Filter::of(move |context| self.pick(context).map(&map))
    }
}

impl Filter {
    /// A filter that only says yes or no.
    pub fn is(fits: impl Fn(&Event) -> bool + Send + Sync + 'static) -> Self {
        Self::new(move |event| fits(event).then_some(()))
    }
}

impl<T: 'static, U: 'static> BitAnd<Filter<U>> for Filter<T> {
    type Output = Self;

    fn bitand(self, other: Filter<U>) -> Self {
        Self::of(move |context| {
            other.pick(context)?;
            self.pick(context)
        })
    }
}

impl<T: 'static> BitOr for Filter<T> {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self::of(move |context| self.pick(context).or_else(|| other.pick(context)))
    }
}

impl<T: 'static> Not for Filter<T> {
    type Output = Filter;

    fn not(self) -> Filter {
        Filter::of(move |context| self.pick(context).is_none().then_some(()))
    }
}
