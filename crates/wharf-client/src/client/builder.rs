//! Settings of a client.

use std::{
    fmt,
    sync::{Arc, atomic::AtomicBool},
    time::Duration,
};

use http::{HeaderValue, Uri, uri::Scheme};
use wharf_model::time::{Clock, SystemClock};
use wharf_webhook::AppSecret;

use super::{Client, Place, Tenant};
use crate::{
    AccessToken, Error,
    transport::{Proxies, Transport, authorities},
};

/// The platform itself.
pub(super) const BASE_URL: &str = "https://graph.facebook.com";
const VERSION: &str = "v25.0";
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
const TIMEOUT: Duration = Duration::from_secs(20);
const USER_AGENT: &str = concat!("wharf/", env!("CARGO_PKG_VERSION"));

/// Settings of a client; [`build`](Self::build) checks them. Its `Debug` shows no secret, and not the proxy.
#[derive(Clone)]
pub struct Builder {
    token: AccessToken,
    base_url: String,
    version: String,
    user_agent: String,
    proxy: Proxy,
    trusted: Vec<u8>,
    app_secret: Option<AppSecret>,
    connect_timeout: Duration,
    timeout: Duration,
    clock: Arc<dyn Clock>,
}

/// Which proxy is used.
#[derive(Clone)]
enum Proxy {
    /// The one the environment names.
    Environment,
    /// None.
    None,
    /// This one.
    Url(String),
}

impl Builder {
    pub(super) fn new(token: AccessToken) -> Self {
        Self {
            token,
            base_url: BASE_URL.to_owned(),
            version: VERSION.to_owned(),
            user_agent: USER_AGENT.to_owned(),
            proxy: Proxy::Environment,
            trusted: Vec::new(),
            app_secret: None,
            connect_timeout: CONNECT_TIMEOUT,
            timeout: TIMEOUT,
            clock: Arc::new(SystemClock),
        }
    }

    /// Where to call, without version: the platform (`https://graph.facebook.com`, the default), a
    /// gateway or an emulator. `http://` is allowed, for this machine and private networks.
    #[must_use]
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = url.into();
        self
    }

    /// The version of the platform's API, such as `v25.0` (the default).
    #[must_use]
    pub fn version(mut self, version: impl Into<String>) -> Self {
        self.version = version.into();
        self
    }

    /// Who calls: the `User-Agent` of every request. `wharf/` and this crate's version unless set.
    #[must_use]
    pub fn user_agent(mut self, agent: impl Into<String>) -> Self {
        self.user_agent = agent.into();
        self
    }

    /// The proxy for every call, such as `http://proxy.internal:3128`, in place of the one that `HTTPS_PROXY`,
    /// `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY` name. A user and a password may stand in it. This machine itself is
    /// never reached through a proxy.
    #[must_use]
    pub fn proxy(mut self, url: impl Into<String>) -> Self {
        self.proxy = Proxy::Url(url.into());
        self
    }

    /// No proxy, whatever the environment says.
    #[must_use]
    pub fn no_proxy(mut self) -> Self {
        self.proxy = Proxy::None;
        self
    }

    /// Trusts these certificate authorities, too: PEM, as many as there are in it. For a gateway or a proxy whose
    /// certificate is of one's own authority. Those of the machine stay trusted.
    #[must_use]
    pub fn trust(mut self, pem: impl AsRef<[u8]>) -> Self {
        self.trusted.extend_from_slice(pem.as_ref());
        self.trusted.push(b'\n');
        self
    }

    /// What tells the time, for a `Retry-After` that is a date where the answer itself has none. This machine's clock
    /// unless set.
    #[must_use]
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// The app's secret: every call then carries `appsecret_proof`.
    #[must_use]
    pub fn app_secret(mut self, secret: AppSecret) -> Self {
        self.app_secret = Some(secret);
        self
    }

    /// How long a connection may take to open, TLS included. 5 s unless set.
    #[must_use]
    pub fn connect_timeout(mut self, limit: Duration) -> Self {
        self.connect_timeout = limit;
        self
    }

    /// How long a call may take, from the first step to the last byte of the answer. 20 s unless set.
    /// Uploads get one second more per 256 KiB.
    #[must_use]
    pub fn timeout(mut self, limit: Duration) -> Self {
        self.timeout = limit;
        self
    }

    /// The client. Fails when the address, the version, the user agent, the proxy or an authority cannot be used.
    pub fn build(self) -> Result<Client, Error> {
        let (base, uri) = base(&self.base_url)?;
        if !is_version(&self.version) {
            return Err(Error::setup("the version must look like v25.0"));
        }
        let agent = HeaderValue::try_from(&self.user_agent).map_err(|error| {
            Error::setup("the user agent must be one line of visible characters").because(error)
        })?;
        let proxies = match &self.proxy {
            Proxy::Environment => Proxies::from_env(),
            Proxy::None => Proxies::none(),
            Proxy::Url(url) => Proxies::all(url).ok_or_else(|| {
                Error::setup("the proxy must look like http://proxy.internal:3128")
            })?,
        };
        let trusted = match &self.trusted[..] {
            [] => Vec::new(),
            pem => authorities(pem).map_err(|error| {
                Error::setup("the certificate authority to trust cannot be used").because(error)
            })?,
        };
        let transport = Transport::new(proxies, trusted, self.connect_timeout);
        Ok(self.assemble(base, uri, agent, transport))
    }

    pub(super) fn finish_default(self) -> Client {
        let base = self.base_url.clone();
        let agent = HeaderValue::from_static(USER_AGENT);
        let transport = Transport::new(Proxies::from_env(), Vec::new(), self.connect_timeout);
        self.assemble(base, Uri::from_static(BASE_URL), agent, transport)
    }

    fn assemble(self, base: String, uri: Uri, agent: HeaderValue, transport: Transport) -> Client {
        let tenant = Arc::new(Tenant::new(self.token, self.app_secret.as_ref()));
        let place = Arc::new(Place {
            base,
            host: plain_host(&uri),
            uri,
            version: self.version,
            timeout: self.timeout,
            agent,
            app_secret: self.app_secret,
            clock: self.clock,
            warned: AtomicBool::new(false),
        });
        Client { transport, place, tenant, retry: None }
    }
}

/// The `Host` of a URL without TLS, where nothing but HTTP/1.1 is spoken: else it is written anew for each request.
fn plain_host(uri: &Uri) -> Option<HeaderValue> {
    let host = uri.host().filter(|_| uri.scheme() == Some(&Scheme::HTTP))?;
    let port = uri.port_u16().filter(|port| *port != 80);
    let text = port.map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"));
    HeaderValue::try_from(text).ok()
}

impl fmt::Debug for Builder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Builder")
            .field("base_url", &self.base_url)
            .field("version", &self.version)
            .field("user_agent", &self.user_agent)
            .field("connect_timeout", &self.connect_timeout)
            .field("timeout", &self.timeout)
            .finish_non_exhaustive()
    }
}

/// The address without a slash at its end, and as a URI.
fn base(text: &str) -> Result<(String, Uri), Error> {
    let wrong = |what: &str| {
        Error::setup(format!(
            "the base URL {what}; it should look like {BASE_URL} or http://127.0.0.1:3000"
        ))
    };
    let url = url::Url::parse(text.trim()).map_err(|error| wrong("is not a URL").because(error))?;
    if !matches!(url.scheme(), "http" | "https") || url.host().is_none() {
        return Err(wrong("must begin with https:// or http:// and name a host"));
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err(wrong("may not have a query or a fragment"));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(wrong("may not have a user or a password"));
    }
    let base = url.as_str().trim_end_matches('/').to_owned();
    let uri = Uri::try_from(&base).map_err(|error| wrong("is not a URL").because(error))?;
    Ok((base, uri))
}

/// Whether this is `v` and a number, such as `v25.0`.
pub(crate) fn is_version(text: &str) -> bool {
    let Some((major, minor)) = text.strip_prefix('v').and_then(|rest| rest.split_once('.')) else {
        return false;
    };
    let number = |text: &str| {
        (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    number(major) && number(minor)
}
