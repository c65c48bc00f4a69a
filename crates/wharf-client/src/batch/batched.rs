//! The answers to a batch.

use std::sync::Arc;

use http::{HeaderMap, HeaderName, HeaderValue};
use serde::{Deserialize, de::DeserializeOwned};
use wharf_model::time::Timestamp;

use super::Slot;
use crate::{Answer, Error, Kind, Meta, client::Tenant};

/// The answers to a batch, one for each call.
#[derive(Debug)]
pub struct Batched {
    meta: Meta,
    items: Vec<Option<Item>>,
    tenant: Arc<Tenant>,
    came_at: Timestamp,
}

/// What one call was answered with.
#[derive(Deserialize)]
pub(super) struct Item {
    code: u16,
    #[serde(default)]
    headers: Vec<Header>,
    #[serde(default)]
    body: Option<String>,
}

wharf_model::quiet_debug! { Item { code } }

#[derive(Deserialize)]
struct Header {
    name: String,
    value: String,
}

impl Batched {
    pub(super) fn new(
        answer: Answer<Vec<Option<Item>>>,
        calls: usize,
        tenant: Arc<Tenant>,
        came_at: Timestamp,
    ) -> Self {
        let mut items = answer.response;
        items.resize_with(calls, || None);
        Self { meta: answer.meta, items, tenant, came_at }
    }

    /// What the platform said beside the batch as a whole.
    pub fn meta(&self) -> &Meta {
        &self.meta
    }

    /// The answer of one call, or its error. A call that the platform gave no answer for, because the batch took too
    /// long, is [`Kind::Unanswered`]: it may or may not have been acted on.
    pub fn take<T: DeserializeOwned>(&mut self, slot: Slot<T>) -> Result<Answer<T>, Error> {
        let (index, idempotent) = slot.spend();
        let Some(item) = self.items.get_mut(index) else {
            return Err(Error::argument("the slot belongs to another batch"));
        };
        let Some(item) = item.take() else {
            let kind = Kind::Unanswered { host: "the batch".to_owned(), timeout: true };
            return Err(Error::new(kind).beside(self.meta.clone()).idempotent(idempotent));
        };
        let mut meta = item.meta(self.came_at);
        meta.asked_version.clone_from(&self.meta.asked_version);
        let body = item.body.unwrap_or_default();
        match self.tenant.understand((200..300).contains(&item.code), body.as_bytes()) {
            Ok(response) => Ok(Answer { response, meta, tried: Vec::new() }),
            Err(answered) => {
                let error = self.tenant.error(answered, meta, body.as_bytes());
                Err(error.idempotent(idempotent))
            }
        }
    }
}

impl Item {
    fn meta(&self, now: Timestamp) -> Meta {
        let pairs = self.headers.iter().filter_map(|header| {
            let name = HeaderName::try_from(header.name.as_str()).ok()?;
            Some((name, HeaderValue::try_from(header.value.as_str()).ok()?))
        });
        Meta::from_headers(self.code, &pairs.collect::<HeaderMap>(), now)
    }
}
