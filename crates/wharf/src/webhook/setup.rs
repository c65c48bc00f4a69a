//! A router from the environment.

use std::{env, error, fmt};

use wharf_client::Client;
use wharf_webhook::{AppSecret, VerifyToken};

use super::Webhook;

/// A setting is missing or unusable.
#[derive(Debug)]
pub struct SetupError {
    what: String,
    source: Option<Box<dyn error::Error + Send + Sync>>,
}

impl fmt::Display for SetupError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}

impl error::Error for SetupError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

fn variable(name: &str, what: &str) -> Result<String, SetupError> {
    env::var(name).ok().filter(|value| !value.is_empty()).ok_or_else(|| SetupError {
        what: format!(
            "{name} is not set: it is {what}; `wharf dev` prints one for work without an account"
        ),
        source: None,
    })
}

impl Webhook {
    /// From `WHATSAPP_APP_SECRET` and `WHATSAPP_VERIFY_TOKEN`; with the client of [`Client::from_env`] if its
    /// variables are there.
    ///
    /// # Errors
    ///
    /// When one of the two is missing or empty: without an app secret anybody could write to your app.
    pub fn from_env() -> Result<Self, SetupError> {
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
        Ok(match Client::from_env() {
            Ok(client) => webhook.client(client),
            Err(_) => webhook,
        })
    }
}
