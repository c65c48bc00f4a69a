//! The app that is told: its subscriptions.

use serde::{Deserialize, Serialize};
use wharf_model::id::AppId;

/// The app whose token and secret these are.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct App {
    /// Its id.
    pub(crate) id: AppId,
    /// Whether it is subscribed to the account.
    pub(crate) subscribed: bool,
    /// The fields it is subscribed to; all when absent.
    pub(crate) fields: Option<Vec<String>>,
}

impl App {
    pub(super) fn new(id: AppId) -> Self {
        Self { id, subscribed: true, fields: None }
    }

    /// Whether it hears of this field.
    pub(super) fn is_told(&self, field: &str) -> bool {
        let fields = self.fields.as_ref();
        self.subscribed && fields.is_none_or(|fields| fields.iter().any(|known| known == field))
    }
}
