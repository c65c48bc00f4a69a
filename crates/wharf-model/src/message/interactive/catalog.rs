//! The whole catalog.

use serde::{Deserialize, Serialize};

use super::parts::{Body, Footer, check_body, check_parts, parts};
use crate::message::check::Checker;

/// A text with a button that opens the catalog (Cloud API, "Catalog messages"). The catalog must
/// be connected to the account.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CatalogMessage {
    /// The text, at most 1024 characters.
    pub body: Body,
    /// Below the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub footer: Option<Footer>,
    /// The button.
    pub action: CatalogAction,
}

/// `{"name": "catalog_message", "parameters": …}`.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CatalogAction {
    /// Always `catalog_message`.
    pub name: String,
    /// How it looks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parameters: Option<CatalogParameters>,
}

/// How a catalog looks in the chat.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CatalogParameters {
    /// Your own id of the product whose picture is shown; the first one's when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thumbnail_product_retailer_id: Option<String>,
}

impl CatalogMessage {
    /// A text with the button.
    pub fn new(body: impl Into<String>) -> Self {
        let action = CatalogAction { name: "catalog_message".to_owned(), parameters: None };
        Self { body: Body { text: body.into() }, footer: None, action }
    }

    /// The same with the picture of a product, by your own id of it.
    #[must_use]
    pub fn thumbnail(mut self, product_retailer_id: impl Into<String>) -> Self {
        let parameters = self.action.parameters.get_or_insert_default();
        parameters.thumbnail_product_retailer_id = Some(product_retailer_id.into());
        self
    }

    parts!(footer);

    pub(super) fn check(&self, check: &mut Checker) {
        check_parts(None, self.footer.as_ref(), check);
        check_body(&self.body, check);
        check.word("interactive.action.name", &self.action.name, "catalog_message");
    }
}

crate::quiet_debug! {
    CatalogMessage { action }
    CatalogAction { parameters }
    CatalogParameters { thumbnail_product_retailer_id }
}
