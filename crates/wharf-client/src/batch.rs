//! Several calls in one request (Graph API, "Batch Requests").

mod batched;
mod slot;

use serde::Serialize;
use serde_json::Value;
use url::form_urlencoded;
use wharf_model::endpoint::Endpoint;

use crate::{
    Client, Error,
    call::{Ask, Written},
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

    /// Adds a call, and gives what its answer is taken with. An error when there are 50 already, or when the call's
    /// body cannot be written as a form, which is how bodies go in a batch.
    pub fn add<E: Endpoint>(&mut self, endpoint: &E) -> Result<Slot<E::Response>, Error> {
        if self.calls.len() >= BATCH_CALLS_MAX {
            return Err(Error::argument("a batch takes at most 50 calls: make another"));
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
    /// The calls run at the same time, in no order. A gateway passes a batch through as it is: what it sends is not in
    /// the gateway's books.
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
        let ask = Ask {
            method: http::Method::POST,
            path: "".into(),
            body: Some(Written::form(&serde_json::json!({ "batch": calls }))?),
            idempotent: !batch.once,
        };
        Ok(Batched::new(self.ask(&ask).await?, batch.len()))
    }
}

/// A body as a form: strings as they are, everything else as its JSON.
pub(crate) fn form(body: &impl Serialize) -> Result<String, Error> {
    let value = serde_json::to_value(body)
        .map_err(|error| Error::argument("the request cannot be written as JSON").because(error))?;
    let Value::Object(members) = value else {
        return Err(Error::argument("only an object can be written as a form"));
    };
    let mut form = form_urlencoded::Serializer::new(String::new());
    for (name, value) in members {
        match value {
            Value::Null => {}
            Value::String(text) => drop(form.append_pair(&name, &text)),
            other => drop(form.append_pair(&name, &other.to_string())),
        }
    }
    Ok(form.finish())
}
