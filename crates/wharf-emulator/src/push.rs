//! The platform tells the apps: webhooks that are due are signed and posted, in as many lanes at once
//! as the world has.

mod exchange;
mod handshake;
mod line;
mod post;

use std::time::Duration;

use bytes::Bytes;
use futures_util::future::{join_all, try_join_all};
use tokio::sync::Notify;
use wharf_model::id::AppId;

use self::line::Lines;
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
    /// Something may be due, lane by lane.
    wake: Vec<Notify>,
    /// A webhook was posted.
    posted: Notify,
}

impl Push {
    pub(crate) fn new(lanes: usize) -> Self {
        Self { wake: (0..lanes.max(1)).map(|_| Notify::new()).collect(), posted: Notify::new() }
    }

    /// Looks again whether something is due in a lane.
    pub(crate) fn wake(&self, lane: usize) {
        if let Some(lane) = self.wake.get(lane) {
            lane.notify_one();
        }
    }

    /// How many are posted at once.
    pub(crate) fn lanes(&self) -> usize {
        self.wake.len()
    }

    /// Asks a webhook for the handshake before it is registered.
    pub(crate) async fn ask(
        &self,
        target: &Target,
        verify_token: &str,
        challenge: &str,
    ) -> Result<(), Error> {
        handshake::ask(target, verify_token, challenge).await
    }

    /// Posts what is due, until the emulator stops.
    pub(crate) async fn run(&self, shell: &Shell) {
        let lanes = self.wake.iter().enumerate();
        join_all(lanes.map(|(lane, wake)| self.run_lane(shell, lane, wake))).await;
    }

    /// Posts what is due in a lane, in order. One that is not taken steps aside.
    async fn run_lane(&self, shell: &Shell, lane: usize, wake: &Notify) {
        let mut lines = Lines::default();
        while !shell.stopping().is_cancelled() {
            let wake = wake.notified();
            if let Some(post) = shell.take_post(lane) {
                let outcome = tell(shell, &mut lines, &post).await;
                if let Err(answer) = &outcome {
                    tracing::warn!(webhook = post.id, %answer, "a webhook was not taken");
                }
                shell.settle(lane, outcome);
                self.posted.notify_waiters();
                continue;
            }
            // Nothing to say: an open connection would only be one that the app has to close.
            lines.hang_up();
            self.posted.notify_waiters();
            let due = shell.look(|world, _| world.next_post_of(lane));
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
}

/// Tells every app of it at once. When one does not take it, all are told again: the platform does so too.
async fn tell(shell: &Shell, lines: &mut Lines, post: &Post) -> Result<(), String> {
    let apart = post.targets.len() > 1;
    let posts = post.targets.iter().zip(lines.to(&post.targets)).map(|((app, target), line)| {
        let body = post.body.clone();
        async move {
            let outcome = tell_one(shell, line, app, target, body).await;
            outcome.map_err(|why| if apart { format!("app {app}: {why}") } else { why })
        }
    });
    try_join_all(posts).await.map(drop)
}

async fn tell_one(
    shell: &Shell,
    line: &mut line::Line,
    app: &AppId,
    target: &Target,
    body: Bytes,
) -> Result<(), String> {
    let Some(secret) = shell.keys().secret(app) else {
        return Err("its secret is not known: PUT /_control/apps/{id} tells it".to_owned());
    };
    let signature = secret.sign(&body);
    let sent = line.post(target, &signature, body);
    match tokio::time::timeout(PATIENCE, sent).await {
        Ok(Ok(200)) => Ok(()),
        Ok(Ok(status)) => Err(format!("HTTP {status}")),
        Ok(Err(why)) => Err(why),
        Err(_) => {
            line.hang_up();
            Err(format!("no answer within {} s", PATIENCE.as_secs()))
        }
    }
}
