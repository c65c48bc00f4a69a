//! What the environment says.

/// The variables that `wharf doctor` knows, as far as they are set. No `Debug`: some are secrets.
#[derive(Default)]
pub(super) struct Settings {
    pub(super) token: Option<String>,
    pub(super) number: Option<String>,
    pub(super) account: Option<String>,
    pub(super) recipient: Option<String>,
    pub(super) app: Option<String>,
    pub(super) app_secret: Option<String>,
    pub(super) verify_token: Option<String>,
    pub(super) version: Option<String>,
    pub(super) base: Option<String>,
    pub(super) gateway_api: Option<String>,
}

/// The platform itself.
pub(super) const PLATFORM: &str = "https://graph.facebook.com";
/// The version that is asked for when nothing is set.
pub(super) const VERSION: &str = "v25.0";

impl Settings {
    /// From variables; an empty one counts as not set.
    pub(super) fn from(lookup: impl Fn(&str) -> Option<String>) -> Self {
        let get = |name: &str| lookup(name).filter(|value| !value.trim().is_empty());
        // What listens everywhere is asked on this machine.
        let private = get("WHARF_API_LISTEN").map(|address| {
            let address = address.replace("0.0.0.0:", "127.0.0.1:").replace("[::]:", "[::1]:");
            format!("http://{address}")
        });
        Self {
            token: get("WHATSAPP_ACCESS_TOKEN"),
            number: get("WHATSAPP_PHONE_NUMBER_ID"),
            account: get("WHATSAPP_BUSINESS_ACCOUNT_ID"),
            recipient: get("RECIPIENT_NUMBER"),
            app: get("WHATSAPP_APP_ID"),
            app_secret: get("WHATSAPP_APP_SECRET"),
            verify_token: get("WHATSAPP_VERIFY_TOKEN"),
            version: get("WHATSAPP_API_VERSION"),
            // In a gateway's own environment, the token is that of its platform.
            base: get("WHATSAPP_GRAPH_URL").or_else(|| get("WHARF_UPSTREAM_URL")),
            gateway_api: private,
        }
    }

    /// Where calls go.
    pub(super) fn base(&self) -> &str {
        self.base.as_deref().unwrap_or(PLATFORM).trim().trim_end_matches('/')
    }

    /// The version that is asked for.
    pub(super) fn version(&self) -> &str {
        self.version.as_deref().unwrap_or(VERSION).trim()
    }

    /// Whether calls go to the platform itself.
    pub(super) fn is_platform(&self) -> bool {
        self.base() == PLATFORM
    }
}
