//! A WhatsApp Business Account, and what one does with it.

mod flows;
mod templates;

pub use flows::Flows;
pub use templates::Templates;
use wharf_model::{
    account::{Account as Info, GetAccount, ListNumbers},
    id::AccountId,
    message::Violation,
    number::Number,
    page::Page,
};

use crate::{Client, Error, Kind, List};

/// A WhatsApp Business Account, as [`Client::account`] gives it. A clone is cheap.
#[derive(Clone, Debug)]
pub struct Account {
    client: Client,
    id: AccountId,
    checked: bool,
}

impl Account {
    pub(crate) fn new(client: Client, id: AccountId) -> Self {
        Self { client, id, checked: true }
    }

    /// The same account, without checks of documented limits before a call: the platform decides.
    #[must_use]
    pub fn unchecked(mut self) -> Self {
        self.checked = false;
        self
    }

    /// Its id.
    pub fn id(&self) -> &AccountId {
        &self.id
    }

    /// The client it calls with.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Its message templates.
    pub fn templates(&self) -> Templates {
        Templates::new(self.clone())
    }

    /// Its flows: forms inside a chat.
    pub fn flows(&self) -> Flows {
        Flows::new(self.clone())
    }

    /// What the platform says about it, in its default set of fields. [`GetAccount`] asks for others.
    pub async fn info(&self) -> Result<Info, Error> {
        self.client.call(&GetAccount::new(self.id.clone())).await
    }

    /// Its business phone numbers, over all pages.
    pub fn numbers(&self) -> List<Page<Number>> {
        self.client.list(&ListNumbers::new(self.id.clone()))
    }

    /// An error that names every limit that is broken, unless nobody wants to know.
    fn check(&self, find: impl FnOnce() -> Vec<Violation>) -> Result<(), Error> {
        if !self.checked {
            return Ok(());
        }
        let broken: Vec<_> = find().into_iter().filter(Violation::is_error).collect();
        if broken.is_empty() { Ok(()) } else { Err(Error::new(Kind::Invalid(broken))) }
    }
}
