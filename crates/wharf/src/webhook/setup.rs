//! A router from the environment.

use std::{env, error, fmt};

use wharf_client::Client;
use wharf_webhook::{AppSecret, VerifyToken};

use super::Webhook;

/// A setting is missing or unusable. Its `Debug` is what it is printed as: a `main` that returns it shows that.
pub struct SetupError {
    what: String,
    source: Option<Box<dyn error::Error + Send + Sync>>,
}

impl fmt::Display for SetupError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}

impl fmt::Debug for SetupError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl error::Error for SetupError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

fn variable(
    lookup: &impl Fn(&str) -> Option<String>,
    name: &str,
    what: &str,
) -> Result<String, SetupError> {
    lookup(name).filter(|value| !value.is_empty()).ok_or_else(|| SetupError {
        what: format!(
            "{name} is not set: it is {what}; `wharf dev` prints one for work without an account"
        ),
        source: None,
    })
}

impl Webhook {
    /// From `WHATSAPP_APP_SECRET` and `WHATSAPP_VERIFY_TOKEN`; with the client of [`Client::from_env`] if
    /// `WHATSAPP_ACCESS_TOKEN` is there.
    ///
    /// # Errors
    ///
    /// When one of the two is missing or empty: without an app secret anybody could write to your app. When there is an
    /// access token, and the client's variables cannot be used.
    pub fn from_env() -> Result<Self, SetupError> {
        Self::from_vars(|name| env::var(name).ok())
    }

    /// The same, with variables from anywhere.
    ///
    /// # Errors
    ///
    /// As [`from_env`](Self::from_env).
    pub fn from_vars(lookup: impl Fn(&str) -> Option<String>) -> Result<Self, SetupError> {
        let variable = |name: &str, what: &str| variable(&lookup, name, what);
        let secret =
            variable("WHATSAPP_APP_SECRET", "the app secret that webhooks are signed with")?;
        let token =
            variable("WHATSAPP_VERIFY_TOKEN", "the text you chose for the webhook's handshake")?;
        let unusable = |name: &str, source: wharf_webhook::EmptySecret| SetupError {
            what: format!("{name}: {source}"),
            source: Some(source.into()),
        };
        let secret =
            AppSecret::new(secret).map_err(|source| unusable("WHATSAPP_APP_SECRET", source))?;
        let token =
            VerifyToken::new(token).map_err(|source| unusable("WHATSAPP_VERIFY_TOKEN", source))?;
        let webhook = Self::new(secret, token);
        if lookup("WHATSAPP_ACCESS_TOKEN").is_none_or(|token| token.trim().is_empty()) {
            return Ok(webhook);
        }
        match Client::from_vars(&lookup) {
            Ok(client) => Ok(webhook.client(client)),
            Err(error) => Err(SetupError { what: error.to_string(), source: Some(error.into()) }),
        }
    }
}
