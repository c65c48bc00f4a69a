//! Values in the ids of buttons and rows, instead of words.

use serde::{Serialize, de::DeserializeOwned};
use wharf_client::Error;

use super::filter::{self, Filter};

/// A value that goes out as the id of a button or of a list's row, and comes back when somebody taps it.
///
/// The id is the name and the value as JSON, such as `vote:{"poll":7,"yes":true}`. The platform takes ids of 256
/// characters for buttons and 200 for rows: keep it short. It is no secret, and it may come back after months, from an
/// older version of your program: a value that cannot be read any more is left to the handlers after this one.
///
/// ```
/// use serde::{Deserialize, Serialize};
/// use wharf::prelude::*;
/// use wharf::{Callback, filter::callback};
///
/// #[derive(Serialize, Deserialize)]
/// struct Vote { poll: u32, yes: bool }
///
/// impl Callback for Vote {
///     const NAME: &'static str = "vote";
/// }
///
/// # fn example(webhook: Webhook) -> Result<(), Error> {
/// let question = Buttons::new("Shall we?")
///     .reply(Vote { poll: 7, yes: true }.id()?, "Yes")
///     .reply(Vote { poll: 7, yes: false }.id()?, "No");
///
/// let webhook = webhook.on(callback(), async |context: Context, vote: Vote| {
///     context.reply(if vote.yes { "Good." } else { "A pity." }).await
/// });
/// # let _kept = (question, webhook);
/// # Ok(())
/// # }
/// ```
pub trait Callback: Serialize + DeserializeOwned + Send + 'static {
    /// What tells these values from others: a short word without a colon.
    const NAME: &'static str;

    /// The id to give to a button or a row.
    ///
    /// # Errors
    ///
    /// When the value cannot be written as JSON.
    fn id(&self) -> Result<String, Error> {
        let json = serde_json::to_string(self).map_err(|error| {
            Error::argument(format!("the callback data cannot be written as JSON: {error}"))
        })?;
        Ok(format!("{}:{json}", Self::NAME))
    }

    /// The value of an id; none when it is another's, or cannot be read.
    fn from_id(id: &str) -> Option<Self> {
        let json = id.strip_prefix(Self::NAME)?.strip_prefix(':')?;
        serde_json::from_str(json).ok()
    }
}

/// Taps on buttons and rows whose id is such a value: the value.
pub fn callback<C: Callback>() -> Filter<C> {
    let tap = filter::tap();
    Filter::of(move |context| C::from_id(&tap.pick(context)?))
}
