//! The client: where calls go, and in whose name.

mod builder;
mod env;
mod hiding;

use std::{
    fmt,
    sync::{Arc, atomic::AtomicBool},
    time::Duration,
};

use http::{
    HeaderValue, Request, Uri, header,
    uri::{InvalidUri, PathAndQuery},
};
use wharf_model::{
    id::{AccountId, PhoneNumberId},
    time::Clock,
};
use wharf_webhook::AppSecret;

use crate::{
    AccessToken, Account, Error, PhoneNumber, Retry,
    transport::{Payload, Transport},
};
use builder::BASE_URL;
pub use builder::Builder;
pub(crate) use builder::is_version;
pub use env::recipient_from_env;

/// Calls the platform, or anything that speaks like it. A clone is cheap and shares the connections.
#[derive(Clone)]
pub struct Client {
    pub(crate) transport: Transport,
    pub(crate) place: Arc<Place>,
    pub(crate) tenant: Arc<Tenant>,
    pub(crate) retry: Option<Arc<Retry>>,
}

/// Where calls go.
#[derive(Debug)]
pub(crate) struct Place {
    /// Without a slash at its end.
    pub(crate) base: String,
    pub(crate) uri: Uri,
    /// What stands in `Host`, where that is known beforehand.
    pub(crate) host: Option<HeaderValue>,
    pub(crate) version: String,
    pub(crate) timeout: Duration,
    pub(crate) agent: HeaderValue,
    pub(crate) app_secret: Option<AppSecret>,
    pub(crate) clock: Arc<dyn Clock>,
    /// Whether it was said that the platform serves another version than the one asked for.
    pub(crate) warned: AtomicBool,
}

/// In whose name.
pub(crate) struct Tenant {
    pub(crate) token: AccessToken,
    /// HMAC of the token, when the app secret is known.
    pub(crate) proof: Option<String>,
}

impl fmt::Debug for Tenant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tenant(…)")
    }
}

impl Tenant {
    fn new(token: AccessToken, app_secret: Option<&AppSecret>) -> Self {
        let proof = app_secret.map(|secret| secret.appsecret_proof(token.expose()));
        Self { token, proof }
    }
}

impl Client {
    /// A client of `https://graph.facebook.com`, version v25.0.
    pub fn new(token: AccessToken) -> Self {
        Builder::new(token).finish_default()
    }

    /// A client with settings of its own.
    pub fn builder(token: AccessToken) -> Builder {
        Builder::new(token)
    }

    /// The same client in another tenant's name: connections and settings are shared.
    #[must_use]
    pub fn with_token(&self, token: AccessToken) -> Self {
        let tenant = Arc::new(Tenant::new(token, self.place.app_secret.as_ref()));
        Self { tenant, ..self.clone() }
    }

    /// The same client, and its calls are made again as `retry` says. Without this, one call is one request.
    ///
    /// It holds for everything that a call's answer tells: sends, reads, settings, batches, pages. Never for what
    /// keeps its own books ([`attempt_send`](Self::attempt_send), [`forward`](Self::forward),
    /// [`post_webhook`](Self::post_webhook)), nor for files, whose bytes may be gone after the first try.
    ///
    /// ```no_run
    /// use wharf_client::{Client, Error, Retry};
    ///
    /// # async fn example() -> Result<(), Error> {
    /// let client = Client::from_env()?.with_retry(Retry::new().tries_max(3));
    /// if let Err(error) = client.number_from_env()?.send("+15550001111", "hello").await {
    ///     for tried in error.tried() {
    ///         println!("{:?} after {:?}, code {:?}", tried.class, tried.at, tried.code);
    ///     }
    ///     println!("given up: {:?}", error.stop());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn with_retry(&self, retry: Retry) -> Self {
        Self { retry: Some(Arc::new(retry)), ..self.clone() }
    }

    /// A business phone number: everything one can do with it.
    pub fn number(&self, id: PhoneNumberId) -> PhoneNumber {
        PhoneNumber::new(self.clone(), id)
    }

    /// A WhatsApp Business Account: its templates, flows and numbers.
    pub fn account(&self, id: AccountId) -> Account {
        Account::new(self.clone(), id)
    }

    /// The address calls go to, without version.
    pub fn base_url(&self) -> &str {
        &self.place.base
    }

    /// The version of the platform's API, such as `v25.0`.
    pub fn version(&self) -> &str {
        &self.place.version
    }

    /// Closes the connections and waits until they are. Other clones must be gone, or this waits for them.
    pub async fn shutdown(self) {
        self.transport.shutdown().await;
    }

    /// How long a call with this many bytes may take: slow lines carry 256 KiB a second.
    pub(crate) fn patience(&self, bytes: u64) -> Duration {
        self.place.timeout + Duration::from_secs(bytes / (256 * 1024))
    }

    /// A request to `/{version}/{path}` with the token in place. `path` may have a query.
    pub(crate) fn request(
        &self,
        method: http::Method,
        version: &str,
        path: &str,
        payload: Payload,
    ) -> Result<Request<Payload>, Error> {
        self.request_to(None, method, version, path, payload)
    }

    /// The same to another host of the platform. A gateway and an emulator have one host for everything.
    pub(crate) fn request_to(
        &self,
        host: Option<&str>,
        method: http::Method,
        version: &str,
        path: &str,
        payload: Payload,
    ) -> Result<Request<Payload>, Error> {
        let wrong = |error: http::Error| {
            Error::argument("an id or the version has characters that cannot stand in a URL")
                .because(error)
        };
        // Scheme and host were read when the client was built; what is new is the path.
        let mut parts = self.place.uri.clone().into_parts();
        if let Some(host) = host.filter(|_| self.place.base == BASE_URL) {
            parts.authority = Some(host.parse().map_err(|error: InvalidUri| wrong(error.into()))?);
        }
        let path = self.path_and_query(version, path);
        let path = PathAndQuery::try_from(path).map_err(|error| wrong(error.into()))?;
        parts.path_and_query = Some(path);
        let uri = Uri::from_parts(parts).map_err(|error| wrong(error.into()))?;
        let mut request = Request::new(payload);
        *request.method_mut() = method;
        *request.uri_mut() = uri;
        let headers = request.headers_mut();
        if let Some(host) = &self.place.host {
            headers.insert(header::HOST, host.clone());
        }
        headers.insert(header::AUTHORIZATION, self.tenant.token.header());
        headers.insert(header::USER_AGENT, self.place.agent.clone());
        Ok(request)
    }
}

impl Client {
    /// `/{version}/{path}` behind the path of the base URL, with what proves the app.
    fn path_and_query(&self, version: &str, path: &str) -> String {
        let prefix = self.place.uri.path().trim_end_matches('/');
        let proof = self.tenant.proof.as_deref().unwrap_or_default();
        let room = prefix.len() + version.len() + path.len() + proof.len() + 20;
        let mut all = String::with_capacity(room);
        for part in [prefix, "/", version, if path.is_empty() { "" } else { "/" }, path] {
            all.push_str(part);
        }
        if !proof.is_empty() {
            all.push(if path.contains('?') { '&' } else { '?' });
            all.push_str("appsecret_proof=");
            all.push_str(proof);
        }
        all
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_url", &self.place.base)
            .field("version", &self.place.version)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use http::Method;

    use super::*;
    use crate::transport::empty;

    #[test]
    fn another_host_is_one_of_the_platform_only() {
        let client = Client::new(AccessToken::new("t").unwrap());
        let elsewhere = Client::builder(AccessToken::new("t").unwrap());
        let elsewhere = elsewhere.base_url("http://127.0.0.1:4000").build().unwrap();
        let other = Some("api.facebook.com");
        for (client, host, path, url) in [
            (&client, None, "1/x", "https://graph.facebook.com/v25.0/1/x"),
            (&client, other, "1/x", "https://api.facebook.com/v25.0/1/x"),
            (&client, None, "", "https://graph.facebook.com/v25.0"),
            (&elsewhere, other, "1/x", "http://127.0.0.1:4000/v25.0/1/x"),
        ] {
            let request = client.request_to(host, Method::GET, "v25.0", path, empty()).unwrap();
            assert_eq!(request.uri().to_string(), url);
        }
    }
}
