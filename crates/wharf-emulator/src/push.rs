//! The platform tells the app: webhooks, signed, repeated until exactly 200.

mod escape;
mod handshake;
mod post;
mod schedule;
mod target;

use std::{
    collections::VecDeque,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use bytes::Bytes;
use serde_json::{Value, json};
use tokio::sync::Notify;
use wharf_model::{id::AccountId, time::Timestamp};
use wharf_webhook::AppSecret;

pub(crate) use self::target::{Target, TargetError};
use crate::{Error, shell::Shell};

/// Webhooks that wait, at most: the oldest is dropped then.
const WAITING_MOST: usize = 100_000;
/// Webhooks that are remembered after they were taken or dropped.
const REMEMBERED_MOST: usize = 1_000;
/// How long a receiver may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// Webhooks that wait, and what became of the others.
#[derive(Debug)]
pub(crate) struct Push {
    secret: AppSecret,
    state: Mutex<State>,
    wake: Notify,
}

#[derive(Debug, Default)]
struct State {
    target: Option<Target>,
    waiting: VecDeque<Delivery>,
    remembered: VecDeque<Told>,
    count: u64,
}

/// A webhook that waits.
#[derive(Clone, Debug)]
struct Delivery {
    id: u64,
    field: &'static str,
    body: Bytes,
    made_at: Timestamp,
    due: Timestamp,
    attempts: u32,
}

/// What became of a webhook, for the control API.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    /// Its number.
    pub(crate) id: u64,
    /// The field it is about.
    pub(crate) field: &'static str,
    /// How often it was posted.
    pub(crate) attempts: u32,
    /// `waiting`, `taken`, `retrying`, `dropped`.
    pub(crate) state: &'static str,
    /// What the last attempt got: a status, or why there was none.
    pub(crate) answer: Option<String>,
    /// The body, as it is sent.
    pub(crate) body: Bytes,
}

impl Push {
    pub(crate) fn new(secret: AppSecret) -> Self {
        Self { secret, state: Mutex::default(), wake: Notify::new() }
    }

    /// What a call with this token proves that its maker knows the app secret by.
    pub(crate) fn appsecret_proof(&self, token: &str) -> String {
        self.secret.appsecret_proof(token)
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts a webhook into the queue. Until a webhook is registered, it waits there.
    pub(crate) fn queue(
        &self,
        account: &AccountId,
        field: &'static str,
        value: &Value,
        now: Timestamp,
    ) {
        let body = json!({
            "object": "whatsapp_business_account",
            "entry": [{"id": account, "changes": [{"value": value, "field": field}]}],
        });
        let body = Bytes::from(escape::as_the_platform_writes(&body));
        let mut state = self.lock();
        state.count += 1;
        let id = state.count;
        if state.waiting.len() == WAITING_MOST && state.waiting.pop_front().is_some() {
            tracing::warn!("too many webhooks wait: the oldest was dropped");
        }
        let delivery = Delivery { id, field, body, made_at: now, due: now, attempts: 0 };
        state.waiting.push_back(delivery);
        drop(state);
        self.wake.notify_one();
    }

    /// Registers the app's webhook after the handshake.
    pub(crate) async fn register(
        &self,
        target: Target,
        verify_token: &str,
        now: Timestamp,
    ) -> Result<(), Error> {
        let challenge = now.as_micros().unsigned_abs() % 10_000_000_000;
        handshake::ask(&target, verify_token, &challenge.to_string()).await?;
        self.lock().target = Some(target);
        self.wake.notify_one();
        Ok(())
    }

    /// Posts no more webhooks until one is registered again.
    pub(crate) fn silence(&self) {
        self.lock().target = None;
    }

    /// Where webhooks go.
    pub(crate) fn target(&self) -> Option<Target> {
        self.lock().target.clone()
    }

    /// What became of the newest webhooks, newest first.
    pub(crate) fn told(&self, most: usize) -> Vec<Told> {
        let state = self.lock();
        let waiting = state.waiting.iter().rev().map(|delivery| {
            let word = if delivery.attempts == 0 { "waiting" } else { "retrying" };
            delivery.told(word, None)
        });
        let mut all: Vec<_> = waiting.chain(state.remembered.iter().rev().cloned()).collect();
        all.sort_by_key(|told| std::cmp::Reverse(told.id));
        all.truncate(most);
        all
    }

    /// Posts what waits, in order, until the emulator stops. One that is not taken steps aside.
    pub(crate) async fn run(&self, shell: &Shell) {
        loop {
            let wake = self.wake.notified();
            match self.next(shell.now()) {
                Next::Post(target, delivery) => self.post(shell, &target, delivery).await,
                Next::Nothing => tokio::select! {
                    () = shell.stopping().cancelled() => return,
                    () = wake => {}
                },
                Next::Wait(time) => tokio::select! {
                    () = shell.stopping().cancelled() => return,
                    () = wake => {}
                    () = tokio::time::sleep(time) => {}
                },
            }
            if shell.stopping().is_cancelled() {
                return;
            }
        }
    }

    fn next(&self, now: Timestamp) -> Next {
        let mut state = self.lock();
        let Some(target) = state.target.clone() else { return Next::Nothing };
        let ready = state.waiting.iter().position(|delivery| delivery.due <= now);
        if let Some(delivery) = ready.and_then(|at| state.waiting.remove(at)) {
            return Next::Post(target, delivery);
        }
        let due = state.waiting.iter().map(|delivery| delivery.due).min();
        due.map_or(Next::Nothing, |due| Next::Wait(due.since(now)))
    }

    async fn post(&self, shell: &Shell, target: &Target, mut delivery: Delivery) {
        let signature = self.secret.sign(&delivery.body);
        let sent = post::post(target, &signature, delivery.body.clone());
        let answer = match tokio::time::timeout(PATIENCE, sent).await {
            Ok(Ok(200)) => None,
            Ok(Ok(status)) => Some(format!("HTTP {status}")),
            Ok(Err(why)) => Some(why),
            Err(_) => Some(format!("no answer within {} s", PATIENCE.as_secs())),
        };
        delivery.attempts += 1;
        let now = shell.now();
        let Some(answer) = answer else {
            return self.remember(delivery.told("taken", Some("HTTP 200".to_owned())));
        };
        tracing::warn!(webhook = delivery.id, attempts = delivery.attempts, %answer, "a webhook was not taken");
        match schedule::again(delivery.made_at, delivery.attempts, now) {
            Some(due) => {
                delivery.due = due;
                self.lock().waiting.push_back(delivery);
            }
            None => self.remember(delivery.told("dropped", Some(answer))),
        }
    }

    fn remember(&self, told: Told) {
        let mut state = self.lock();
        if state.remembered.len() == REMEMBERED_MOST {
            state.remembered.pop_front();
        }
        state.remembered.push_back(told);
    }
}

/// What the worker does next.
enum Next {
    Post(Target, Delivery),
    Wait(Duration),
    Nothing,
}

impl Delivery {
    fn told(&self, state: &'static str, answer: Option<String>) -> Told {
        let Self { id, field, body, attempts, .. } = self;
        Told { id: *id, field, attempts: *attempts, state, answer, body: body.clone() }
    }
}
