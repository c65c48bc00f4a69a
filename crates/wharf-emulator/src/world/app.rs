//! An app that is told: its subscriptions, and where its webhooks go.

use serde::{Deserialize, Serialize};
use wharf_model::id::AppId;

use super::callbacks::Callbacks;

/// An app. Its token and its secret are the shell's.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct App {
    /// Its id.
    pub(crate) id: AppId,
    /// What it is called.
    pub(crate) name: String,
    /// Whether it is subscribed to the account.
    pub(crate) subscribed: bool,
    /// The fields it is subscribed to; all when absent.
    pub(crate) fields: Option<Vec<String>>,
    /// Where its webhooks go.
    pub(crate) callbacks: Callbacks,
}

impl App {
    pub(crate) fn new(id: AppId, name: impl Into<String>) -> Self {
        let callbacks = Callbacks::default();
        Self { id, name: name.into(), subscribed: true, fields: None, callbacks }
    }

    /// Whether it hears of this field.
    pub(super) fn is_told(&self, field: &str) -> bool {
        let fields = self.fields.as_ref();
        self.subscribed && fields.is_none_or(|fields| fields.iter().any(|known| known == field))
    }
}
