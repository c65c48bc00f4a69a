//! The key that somebody's phone encrypts with: another one is another phone, and may be another person.

use wharf_model::{error::GraphError, id::MessageId};

use super::Person;
use crate::world::{ChatKey, World, ids, refusal::later};

impl Person {
    /// The hash of their identity key.
    pub(crate) fn key_hash(&self) -> String {
        self.identity.clone().unwrap_or_else(|| ids::first_key_hash(&self.wa_id))
    }
}

impl World {
    /// Why a message that wants this identity key does not arrive; only where the number checks.
    pub(in crate::world) fn is_somebody_else(
        &self,
        (number, wa_id): &ChatKey,
        wanted: Option<&str>,
    ) -> Option<GraphError> {
        let wanted = wanted?;
        let person = self.people.get(wa_id)?;
        let checks = self.numbers.get(number).is_some_and(|number| number.desk.checks_identity());
        (checks && person.key_hash() != wanted).then(|| {
            let details =
                "recipient_identity_key_hash: the recipient's identity key is another now";
            later(137_000, details)
        })
    }

    /// The same for a message that is on its way.
    pub(in crate::world) fn is_for_somebody_else(&self, id: &MessageId) -> Option<GraphError> {
        let wanted = self.entry(id)?.marks().key_hash.as_deref();
        self.is_somebody_else(self.place(id)?, wanted)
    }
}
