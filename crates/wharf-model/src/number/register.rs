//! Registering a number.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::Pin;
use crate::{
    endpoint::{Endpoint, Success, lenient, path::PathBuilder},
    id::PhoneNumberId,
    message::Product,
    secret::Secret,
};

/// Registers a number for the Cloud API: `POST /{phone-number-id}/register`. At most 10 in 72 h, then error 133016;
/// a wrong PIN is error 133005.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Register {
    /// The business phone number.
    pub number: PhoneNumberId,
    /// What it carries.
    pub body: RegisterBody,
}

impl Register {
    /// The request with what it must have.
    pub fn new(number: PhoneNumberId, pin: Pin) -> Self {
        Self {
            number,
            body: RegisterBody {
                messaging_product: Product::Whatsapp,
                pin,
                data_localization_region: None,
                meta_store_retention_minutes: None,
                backup: None,
                tier: None,
            },
        }
    }

    /// Country of data at rest, such as `DE`; cannot be changed while registered.
    #[must_use]
    pub fn data_localization_region(mut self, data_localization_region: impl Into<String>) -> Self {
        self.body.data_localization_region = Some(data_localization_region.into());
        self
    }

    /// Minutes that the platform keeps messages; No-Storage numbers only, up to v20.
    #[must_use]
    pub fn meta_store_retention_minutes(mut self, meta_store_retention_minutes: i64) -> Self {
        self.body.meta_store_retention_minutes = Some(meta_store_retention_minutes);
        self
    }

    /// Brings an on-premise number over.
    #[must_use]
    pub fn backup(mut self, backup: Backup) -> Self {
        self.body.backup = Some(backup);
        self
    }

    /// In the platform's API description only: `PROD` or `SANDBOX`.
    #[must_use]
    pub fn tier(mut self, tier: impl Into<String>) -> Self {
        self.body.tier = Some(tier.into());
        self
    }
}

/// What [`Register`] carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RegisterBody {
    /// Always `whatsapp`.
    pub messaging_product: Product,
    /// The PIN of the number; becomes its PIN if it has none.
    pub pin: Pin,
    /// Country of data at rest, such as `DE`; cannot be changed while registered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data_localization_region: Option<String>,
    /// Minutes that the platform keeps messages; No-Storage numbers only, up to v20.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub meta_store_retention_minutes: Option<i64>,
    /// Brings an on-premise number over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub backup: Option<Backup>,
    /// In the platform's API description only: `PROD` or `SANDBOX`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tier: Option<String>,
}

impl Endpoint for Register {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = false;
    type Body = RegisterBody;
    type Response = Success;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.number).word("register").into()
    }

    fn body(&self) -> Option<&RegisterBody> {
        Some(&self.body)
    }
}

/// The backup of an on-premise number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Backup {
    /// What the on-premise client exported.
    pub data: Secret,
    /// The password it was exported with.
    pub password: Secret,
}

impl Backup {
    /// All of it.
    pub fn new(data: impl Into<Secret>, password: impl Into<Secret>) -> Self {
        Self { data: data.into(), password: password.into() }
    }
}
