//! Several calls in one request (Graph API, "Batch Requests").

mod batched;
mod slot;

use std::sync::Arc;

use serde::Serialize;
use wharf_model::endpoint::{Encoding, Endpoint};

use crate::{
    Client, Error,
    body::{Written, form},
    call::Ask,
};
pub use batched::Batched;
pub use slot::Slot;

/// Calls that one batch may have.
pub const BATCH_CALLS_MAX: usize = 50;

/// Calls that go out together, at most 50. Each counts by itself in the budgets of calls.
///
/// ```no_run
/// use wharf_client::{Batch, Client};
/// use wharf_model::{id::{MediaId, PhoneNumberId}, media::GetMedia, number::GetNumber};
///
/// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
/// let mut batch = Batch::new();
/// let number = PhoneNumberId::new("106540352242922")?;
/// let number = batch.add(&GetNumber { number, fields: vec!["verified_name".to_owned()] })?;
/// let file = batch.add(&GetMedia { media: MediaId::new("77")?, number: None })?;
///
/// let mut answers = client.batch(&batch).await?;
/// println!("{:?}", answers.take(number)?.response.verified_name);
/// match answers.take(file) {
///     Ok(file) => println!("{} bytes", file.response.file_size),
///     Err(error) => println!("only this one failed: {error}"),
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default)]
pub struct Batch {
    calls: Vec<Call>,
    /// Whether one of them must not be done twice.
    once: bool,
}

#[derive(Clone)]
struct Call {
    method: http::Method,
    path: String,
    body: Option<String>,
}

wharf_model::quiet_debug! { Call { method } }

/// A call as the platform wants it in a batch.
#[derive(Serialize)]
struct Wire<'a> {
    method: &'a str,
    relative_url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<&'a str>,
}

impl Batch {
    /// Without any call.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a call, and gives what its answer is taken with. An error when there are 50 already, or when the call can
    /// only be made alone, such as one that carries a file.
    pub fn add<E: Endpoint>(&mut self, endpoint: &E) -> Result<Slot<E::Response>, Error> {
        if self.calls.len() >= BATCH_CALLS_MAX {
            return Err(Error::argument("a batch takes at most 50 calls: make another"));
        }
        let alone = matches!(E::ENCODING, Encoding::Multipart { .. } | Encoding::Bytes);
        if alone || E::HOST.is_some() || endpoint.header().is_some() {
            return Err(Error::argument("this call cannot be part of a batch: make it alone"));
        }
        let body = endpoint.body().map(form).transpose()?;
        let path = endpoint.path().into_owned();
        self.calls.push(Call { method: E::METHOD, path, body });
        self.once |= !E::IDEMPOTENT;
        Ok(Slot::new(self.calls.len() - 1, E::IDEMPOTENT))
    }

    /// How many calls it has.
    pub fn len(&self) -> usize {
        self.calls.len()
    }

    /// Whether it has no call.
    pub fn is_empty(&self) -> bool {
        self.calls.is_empty()
    }
}

impl Client {
    /// Makes all calls of a batch by one request. Each has an answer or an error of its own; an error of the batch
    /// itself means that nothing is known of any of them but what [`Error::class`] says.
    ///
    /// The calls run at the same time, in no order. A gateway passes a batch on, but refuses one that has a message to
    /// send in it: those it keeps books about, one by one.
    pub async fn batch(&self, batch: &Batch) -> Result<Batched, Error> {
        if batch.is_empty() {
            return Err(Error::argument("the batch has no call"));
        }
        let version = self.version();
        let calls = batch.calls.iter().map(|call| Wire {
            method: call.method.as_str(),
            relative_url: format!("{version}/{}", call.path),
            body: call.body.as_deref(),
        });
        let calls: Vec<_> = calls.collect();
        let body = Written::form(&serde_json::json!({ "batch": calls }))?;
        let ask = Ask::new("batch", http::Method::POST, "", !batch.once).carrying(Some(body));
        let (calls, tenant) = (batch.len(), Arc::clone(&self.tenant));
        Ok(Batched::new(self.ask(&ask).await?, calls, tenant, self.place.clock.now()))
    }
}
