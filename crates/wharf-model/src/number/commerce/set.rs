//! Setting the shop's switches.

use std::borrow::Cow;

use crate::{
    endpoint::{Endpoint, NoBody, Success, path::PathBuilder},
    id::PhoneNumberId,
};

/// Shows or hides catalog and cart: `POST /{phone-number-id}/whatsapp_commerce_settings`, in the query.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SetCommerce {
    /// The business phone number.
    pub number: PhoneNumberId,
    /// Whether people have a cart.
    pub is_cart_enabled: Option<bool>,
    /// Whether the shop's button is shown.
    pub is_catalog_visible: Option<bool>,
}

impl SetCommerce {
    /// The request with what it must have.
    pub fn new(number: PhoneNumberId) -> Self {
        Self { number, is_cart_enabled: None, is_catalog_visible: None }
    }

    /// Whether people have a cart.
    #[must_use]
    pub fn cart_enabled(mut self, cart_enabled: bool) -> Self {
        self.is_cart_enabled = Some(cart_enabled);
        self
    }

    /// Whether the shop's button is shown.
    #[must_use]
    pub fn catalog_visible(mut self, catalog_visible: bool) -> Self {
        self.is_catalog_visible = Some(catalog_visible);
        self
    }
}

impl Endpoint for SetCommerce {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Success;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.number)
            .word("whatsapp_commerce_settings")
            .query("is_cart_enabled", self.is_cart_enabled.as_ref())
            .query("is_catalog_visible", self.is_catalog_visible.as_ref())
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}
