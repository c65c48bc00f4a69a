//! Calls by SIP.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{endpoint::lenient, id::AppId, number::Switch, secret::Secret};

/// Calls by SIP.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Sip {
    /// Whether they go by SIP.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Switch>,
    /// The business's server: one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub servers: Option<Vec<SipServer>>,
    /// Whether webhooks come as well.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub webhook_delivery: Option<Switch>,
}

impl Sip {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether they go by SIP.
    #[must_use]
    pub fn status(mut self, status: Switch) -> Self {
        self.status = Some(status);
        self
    }

    /// The business's server: one.
    #[must_use]
    pub fn servers(mut self, servers: impl IntoIterator<Item = SipServer>) -> Self {
        self.servers = Some(servers.into_iter().collect());
        self
    }

    /// Whether webhooks come as well.
    #[must_use]
    pub fn webhook_delivery(mut self, webhook_delivery: Switch) -> Self {
        self.webhook_delivery = Some(webhook_delivery);
        self
    }
}

/// A SIP server.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SipServer {
    /// The app it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub app_id: Option<AppId>,
    /// Its host name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hostname: Option<String>,
    /// Its port; 5061 if absent.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_number",
        skip_serializing_if = "Option::is_none"
    )]
    pub port: Option<i64>,
    /// Parameters put into the user part of the request URI.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_uri_user_params: Option<BTreeMap<String, String>>,
    /// The password the platform made; read only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sip_user_password: Option<Secret>,
}

impl SipServer {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// The app it belongs to.
    #[must_use]
    pub fn app_id(mut self, app_id: AppId) -> Self {
        self.app_id = Some(app_id);
        self
    }

    /// Its host name.
    #[must_use]
    pub fn hostname(mut self, hostname: impl Into<String>) -> Self {
        self.hostname = Some(hostname.into());
        self
    }

    /// Its port; 5061 if absent.
    #[must_use]
    pub fn port(mut self, port: i64) -> Self {
        self.port = Some(port);
        self
    }

    /// Parameters put into the user part of the request URI.
    #[must_use]
    pub fn request_uri_user_params(
        mut self,
        request_uri_user_params: BTreeMap<String, String>,
    ) -> Self {
        self.request_uri_user_params = Some(request_uri_user_params);
        self
    }

    /// The password the platform made; read only.
    #[must_use]
    pub fn sip_user_password(mut self, sip_user_password: impl Into<Secret>) -> Self {
        self.sip_user_password = Some(sip_user_password.into());
        self
    }
}
