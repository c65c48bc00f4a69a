//! A message that a handler is about to send.

use std::{fmt, future::IntoFuture, pin::Pin};

use wharf_client::Error;
use wharf_model::message::{Content, Message, Sent, Template};

use super::{Context, fallback::Fallback};

/// A message on its way: it goes out when awaited.
#[must_use = "nothing is sent before it is awaited"]
pub struct Sending {
    context: Context,
    content: Content,
    quoting: bool,
    template: Option<Template>,
}

impl fmt::Debug for Sending {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sending").field("quoting", &self.quoting).finish_non_exhaustive()
    }
}

impl Sending {
    pub(super) fn new(of: Context, content: Content, quoting: bool) -> Self {
        Self { context: of, content, quoting, template: None }
    }

    /// Sends this template instead if the customer service window is closed, that is, if the person's last message is
    /// more than 24 hours ago.
    ///
    /// The platform says so in its answer (error 131047), or later, in a status. In the first case the template goes
    /// out at once, and what it was answered is the result; in the second, it goes out when the status comes, and
    /// [`Context::wait_until`] with the result waits for the template from then on. Only this process knows of that: the
    /// last thousand such messages are remembered. [`Webhook::on_status`](super::Webhook::on_status) hears of both.
    ///
    /// ```
    /// use wharf::prelude::*;
    ///
    /// # fn example(webhook: Webhook) -> Webhook {
    /// webhook.on_text(async |context: Context, _text: String| {
    ///     context.reply("Your order has left.").or_template(Template::new("order_sent", "en_US")).await
    /// })
    /// # }
    /// ```
    pub fn or_template(mut self, template: Template) -> Self {
        self.template = Some(template);
        self
    }

    async fn send(self) -> Result<Sent, Error> {
        let Self { context, content: said, quoting, template } = self;
        let number = context.business()?;
        let mut message = context.address(said)?;
        if quoting {
            message = message.quoting(context.required_id()?);
        }
        let Some(template) = template else { return number.send_message(message).await };
        let instead: Message = context.address(template)?;
        match number.send_message(message).await {
            Err(error) if error.is_window_closed() => number.send_message(instead).await,
            Ok(sent) => {
                let Some(id) = sent.id() else { return Ok(sent) };
                let message = id.as_str().to_owned();
                let overtaken = context.desk().keep(Fallback { message, number, instead }).await;
                overtaken.unwrap_or(Ok(sent))
            }
            Err(error) => Err(error),
        }
    }
}

impl IntoFuture for Sending {
    type Output = Result<Sent, Error>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}
