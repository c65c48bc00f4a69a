//! Waiting outside handlers.

use std::{sync::Arc, time::Duration};

use tokio::{sync::oneshot, time::timeout};
use wharf_model::{
    message::Sent,
    webhook::{Inbound, Status, status::Progress},
};

use super::{
    super::{Context, desk::Desk, filter},
    Missed, Who,
};

/// Waits for what a router hears: from [`Webhook::watch`](super::super::Webhook::watch). A clone is cheap.
///
/// The router must run meanwhile, and must be the one that the platform, or the gateway, sends the events to.
#[derive(Clone, Debug)]
pub struct Watch(pub(in crate::webhook) Arc<Desk>);

impl Watch {
    /// Waits until a message got so far, or further. A status that came already counts: the last thousand messages of
    /// this process are known. When the template of [`Sending::or_template`](super::super::Sending::or_template) went out
    /// instead, it is what is waited for: the status that this gives has the template's id.
    ///
    /// # Errors
    ///
    /// [`Missed`]: it failed, the time was over, or the program is about to end.
    pub async fn until(
        &self,
        sent: &Sent,
        goal: Progress,
        patience: Duration,
    ) -> Result<Status, Missed> {
        let id = sent.id().ok_or(Missed::Nothing)?;
        let (_place, told) = self.0.waiting.for_status(id.as_str(), goal);
        self.wait(told, patience).await?
    }

    /// Waits for the next message of a person, outside groups, to any number; handlers do not get it. `person` is a
    /// user id, or a phone with `+`.
    ///
    /// # Errors
    ///
    /// [`Missed`]: the time was over, or the program is about to end.
    pub async fn reply_of(
        &self,
        person: &str,
        patience: Duration,
    ) -> Result<(Context, Inbound), Missed> {
        let (_place, told) = self.0.waiting.for_reply(Who::named(person), filter::message());
        self.wait(told, patience).await
    }

    pub(in crate::webhook) async fn wait<T>(
        &self,
        told: oneshot::Receiver<T>,
        patience: Duration,
    ) -> Result<T, Missed> {
        tokio::select! {
            biased;
            told = timeout(patience, told) => match told {
                Ok(Ok(value)) => Ok(value),
                Ok(Err(_)) => Err(Missed::Stopped),
                Err(_) => Err(Missed::Late),
            },
            () = self.0.stop.cancelled() => Err(Missed::Stopped),
        }
    }
}
