//! From a signed body to the handlers.

use std::{error::Error, fmt, sync::Arc};

use wharf_model::webhook::{Event, read};

use super::{Context, Webhook};

/// Why a body was not taken.
#[derive(Debug)]
#[non_exhaustive]
pub enum Rejected {
    /// It is not signed with a secret we know. Nothing was read. Answer 401.
    Forged,
    /// Handlers failed. Answer 503: the sender repeats the body, and only what failed runs again.
    Failed(Vec<Failure>),
}

/// A handler that failed.
#[derive(Debug)]
#[non_exhaustive]
pub struct Failure {
    /// What it handled, such as `message.text`.
    pub event: String,
    /// Why it failed.
    pub source: Box<dyn Error + Send + Sync>,
}

impl Rejected {
    /// The HTTP status to answer with.
    pub fn status(&self) -> u16 {
        match self {
            Self::Forged => 401,
            Self::Failed(_) => 503,
        }
    }
}

impl fmt::Display for Rejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Forged => f.write_str("the body is not signed with the app secret"),
            Self::Failed(failures) => {
                let first = failures.first();
                write!(f, "{} handlers failed", failures.len())?;
                first.map_or(Ok(()), |first| {
                    write!(f, "; the first, of {}: {}", first.event, first.source)
                })
            }
        }
    }
}

impl Error for Rejected {}

impl Webhook {
    /// Takes a webhook body with its `X-Hub-Signature-256` header: for servers other than axum.
    /// Give it the bytes as they came: a body that was parsed and written again has another signature.
    ///
    /// # Errors
    ///
    /// [`Rejected`], which says what to answer; else answer 200.
    pub async fn handle(&self, signature: Option<&str>, body: &[u8]) -> Result<(), Rejected> {
        self.secrets.verify(signature, body).map_err(|_| Rejected::Forged)?;
        self.handle_trusted(body).await
    }

    /// The same for a body whose signature was checked before.
    pub(super) async fn handle_trusted(&self, body: &[u8]) -> Result<(), Rejected> {
        let mut failures = Vec::new();
        for event in read(body) {
            let name = event.name();
            if let Err(source) = self.run(event).await {
                tracing::warn!(event = %name, error = %source, "a webhook handler failed; the body will be repeated");
                failures.push(Failure { event: name.into_owned(), source });
            }
        }
        if failures.is_empty() { Ok(()) } else { Err(Rejected::Failed(failures)) }
    }

    async fn run(&self, event: Event) -> Result<(), super::handler::HandlerError> {
        let key = event.key();
        if self.memory.knows(&key) {
            return Ok(());
        }
        let context = Context { event: Arc::new(event), client: self.client.clone() };
        if let Some(running) = self.handlers.iter().find_map(|handler| handler.try_run(&context)) {
            running.await?;
        }
        self.memory.keep(&key);
        Ok(())
    }
}
