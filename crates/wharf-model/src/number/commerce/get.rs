//! Reading the shop's switches.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, NoBody, lenient, path::PathBuilder},
    id::PhoneNumberId,
    page::Page,
};

/// Reads whether catalog and cart are shown: `GET /{phone-number-id}/whatsapp_commerce_settings`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetCommerce {
    /// The business phone number.
    pub number: PhoneNumberId,
}

impl GetCommerce {
    /// The request with what it must have.
    pub fn new(number: PhoneNumberId) -> Self {
        Self { number }
    }
}

impl Endpoint for GetCommerce {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<Commerce>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.number).word("whatsapp_commerce_settings").into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// The switches of a shop.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Commerce {
    /// Their id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Whether people have a cart.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_cart_enabled: Option<bool>,
    /// Whether the shop's button is shown.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_catalog_visible: Option<bool>,
}
