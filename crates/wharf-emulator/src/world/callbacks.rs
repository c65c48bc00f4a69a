//! Where webhooks go: the app's own URL, or one that overrides it for an account or a number.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use wharf_model::id::PhoneNumberId;

use super::{outbox::Delivery, target::Target};

/// Where webhooks go.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Callbacks {
    /// The app's.
    pub(crate) app: Option<Target>,
    /// In its place for messages of the account.
    pub(crate) account: Option<Target>,
    /// In place of both for messages of a number.
    pub(crate) numbers: BTreeMap<PhoneNumberId, Target>,
}

impl Callbacks {
    /// Whether there is any.
    pub(super) fn is_any(&self) -> bool {
        self.app.is_some() || self.account.is_some() || !self.numbers.is_empty()
    }

    /// Where what is said of messages of this number goes.
    pub(super) fn of_messages(&self, number: Option<&PhoneNumberId>) -> Option<&Target> {
        let number = number.and_then(|number| self.numbers.get(number));
        number.or(self.account.as_ref()).or(self.app.as_ref())
    }

    /// Where this one goes. Overrides are for messages alone.
    pub(super) fn of(&self, delivery: &Delivery) -> Option<&Target> {
        if delivery.field != "messages" {
            return self.app.as_ref();
        }
        self.of_messages(delivery.number.as_ref())
    }
}
