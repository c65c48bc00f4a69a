//! The platform tells the app: webhooks that are due are signed and posted, one after the other.

mod handshake;
mod post;

use std::time::Duration;

use bytes::Bytes;
use tokio::sync::Notify;
use wharf_model::time::Timestamp;
use wharf_webhook::AppSecret;

use crate::{
    Error,
    shell::Shell,
    world::{Post, Target, World},
};

/// How long a receiver may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// What posts webhooks.
#[derive(Debug)]
pub(crate) struct Push {
    secret: AppSecret,
    /// Something may be due.
    wake: Notify,
    /// A webhook was posted.
    posted: Notify,
}

impl Push {
    pub(crate) fn new(secret: AppSecret) -> Self {
        Self { secret, wake: Notify::new(), posted: Notify::new() }
    }

    /// What a call with this token proves that its maker knows the app secret by.
    pub(crate) fn appsecret_proof(&self, token: &str) -> String {
        self.secret.appsecret_proof(token)
    }

    /// Looks again whether something is due.
    pub(crate) fn wake(&self) {
        self.wake.notify_one();
    }

    /// Asks a webhook for the handshake before it is registered.
    pub(crate) async fn ask(
        &self,
        target: &Target,
        verify_token: &str,
        now: Timestamp,
    ) -> Result<(), Error> {
        let challenge = now.as_micros().unsigned_abs() % 10_000_000_000;
        handshake::ask(target, verify_token, &challenge.to_string()).await
    }

    /// Posts what is due, in order, until the emulator stops. One that is not taken steps aside.
    pub(crate) async fn run(&self, shell: &Shell) {
        loop {
            let wake = self.wake.notified();
            if let Some(post) = shell.take_post() {
                let outcome = self.post(&post).await;
                if let Err(answer) = &outcome {
                    tracing::warn!(webhook = post.id, %answer, "a webhook was not taken");
                }
                shell.settle(outcome);
                self.posted.notify_waiters();
            } else {
                self.posted.notify_waiters();
                let due = shell.look(|world, _| world.next_post());
                let due = async {
                    match due {
                        Some(due) => shell.clock().reach(due).await,
                        None => std::future::pending().await,
                    }
                };
                tokio::select! {
                    () = shell.stopping().cancelled() => return,
                    () = wake => {}
                    () = due => {}
                }
            }
            if shell.stopping().is_cancelled() {
                return;
            }
        }
    }

    /// Waits until nothing that is due is left to post.
    pub(crate) async fn settled(&self, shell: &Shell) {
        loop {
            let posted = self.posted.notified();
            if !shell.look(World::is_posting) {
                return;
            }
            tokio::select! {
                () = shell.stopping().cancelled() => return,
                () = posted => {}
            }
        }
    }

    async fn post(&self, post: &Post) -> Result<(), String> {
        let body: Bytes = post.body.clone();
        let signature = self.secret.sign(&body);
        let sent = post::post(&post.target, &signature, body);
        match tokio::time::timeout(PATIENCE, sent).await {
            Ok(Ok(200)) => Ok(()),
            Ok(Ok(status)) => Err(format!("HTTP {status}")),
            Ok(Err(why)) => Err(why),
            Err(_) => Err(format!("no answer within {} s", PATIENCE.as_secs())),
        }
    }
}
