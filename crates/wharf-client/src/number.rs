//! A business phone number, and what one does with it.

mod info;
mod pin;
mod read;
mod send;
mod upload;

use wharf_model::id::PhoneNumberId;

use crate::Client;

/// A business phone number, as [`Client::number`] gives it. A clone is cheap.
#[derive(Clone, Debug)]
pub struct PhoneNumber {
    client: Client,
    id: PhoneNumberId,
    checked: bool,
}

impl PhoneNumber {
    pub(crate) fn new(client: Client, id: PhoneNumberId) -> Self {
        Self { client, id, checked: true }
    }

    /// The same number, without checks of documented limits before sending: the platform decides.
    #[must_use]
    pub fn unchecked(mut self) -> Self {
        self.checked = false;
        self
    }

    /// Its id.
    pub fn id(&self) -> &PhoneNumberId {
        &self.id
    }

    /// The client it calls with.
    pub fn client(&self) -> &Client {
        &self.client
    }
}
