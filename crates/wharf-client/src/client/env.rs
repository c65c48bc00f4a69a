//! Settings from the environment: the names of the seed guide.

use std::env;

use wharf_model::id::PhoneNumberId;
use wharf_webhook::AppSecret;

use super::Client;
use crate::{AccessToken, Error, PhoneNumber};

const TOKEN: &str = "WHATSAPP_ACCESS_TOKEN";
const NUMBER: &str = "WHATSAPP_PHONE_NUMBER_ID";
const RECIPIENT: &str = "RECIPIENT_NUMBER";
const BASE_URL: &str = "WHATSAPP_GRAPH_URL";
const VERSION: &str = "WHATSAPP_API_VERSION";
const APP_SECRET: &str = "WHATSAPP_APP_SECRET";

impl Client {
    /// A client as the environment says: `WHATSAPP_ACCESS_TOKEN`, and if set `WHATSAPP_GRAPH_URL`,
    /// `WHATSAPP_API_VERSION` and `WHATSAPP_APP_SECRET`.
    pub fn from_env() -> Result<Self, Error> {
        Self::from_vars(|name| env::var(name).ok())
    }

    /// The same, with variables from anywhere. An empty one counts as not set.
    pub fn from_vars(lookup: impl Fn(&str) -> Option<String>) -> Result<Self, Error> {
        let token = AccessToken::new(required(&lookup, TOKEN)?)
            .map_err(|error| Error::setup(format!("{TOKEN} cannot be used")).because(error))?;
        let mut builder = Self::builder(token);
        if let Some(url) = optional(&lookup, BASE_URL) {
            builder = builder.base_url(url);
        }
        if let Some(version) = optional(&lookup, VERSION) {
            builder = builder.version(version);
        }
        if let Some(secret) = optional(&lookup, APP_SECRET) {
            let secret = AppSecret::new(secret).map_err(|error| {
                Error::setup(format!("{APP_SECRET} cannot be used")).because(error)
            })?;
            builder = builder.app_secret(secret);
        }
        builder.build()
    }

    /// The number named by `WHATSAPP_PHONE_NUMBER_ID`.
    pub fn number_from_env(&self) -> Result<PhoneNumber, Error> {
        self.number_from_vars(|name| env::var(name).ok())
    }

    /// The same, with variables from anywhere.
    pub fn number_from_vars(
        &self,
        lookup: impl Fn(&str) -> Option<String>,
    ) -> Result<PhoneNumber, Error> {
        let id = PhoneNumberId::new(required(&lookup, NUMBER)?)
            .map_err(|error| Error::setup(format!("{NUMBER} cannot be used")).because(error))?;
        Ok(self.number(id))
    }
}

/// The person to write to, named by `RECIPIENT_NUMBER`.
pub fn recipient_from_env() -> Result<String, Error> {
    required(&|name: &str| env::var(name).ok(), RECIPIENT)
}

fn optional(lookup: &impl Fn(&str) -> Option<String>, name: &str) -> Option<String> {
    lookup(name).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())
}

fn required(lookup: &impl Fn(&str) -> Option<String>, name: &str) -> Result<String, Error> {
    optional(lookup, name).ok_or_else(|| {
        Error::setup(format!(
            "{name} is not set: `wharf dev` prints all variables for a platform on this machine; \
             for the real one, look under WhatsApp, API Setup, in your app's dashboard"
        ))
    })
}
