//! Settings, checked.

use std::{
    net::{IpAddr, SocketAddr},
    time::Duration,
};

use sha2::{Digest as _, Sha256};
use url::{Host, Url};
use wharf_client::{AccessToken, Client};
use wharf_webhook::{AppSecret, Secrets, VerifyToken};

use super::{Config, Persistence, Secret};
use crate::{Error, Subscriber};

const WAIT_MOST: Duration = Duration::from_secs(25);

/// What the rooms need to know of the settings.
#[derive(Debug)]
pub(crate) struct Setup {
    pub(crate) client: Client,
    pub(crate) secrets: Secrets,
    pub(crate) verify_token: VerifyToken,
    /// SHA-256 of each key.
    pub(crate) app_keys: Vec<[u8; 32]>,
    pub(crate) numbers: Vec<String>,
    pub(crate) subscribers: Vec<Subscriber>,
    pub(crate) persistence: Persistence,
    pub(crate) wait: Duration,
    pub(crate) messages_per_second: u32,
    pub(crate) pairs_are_paced: bool,
}

impl Setup {
    pub(crate) fn new(config: &Config) -> Result<Self, Error> {
        let app_secret = app_secret(&config.app_secret)?;
        let mut secrets = Secrets::new(app_secret.clone());
        if let Some(other) = config.other_app_secret.as_ref().filter(|other| !other.is_empty()) {
            secrets = secrets.or(self::app_secret(other)?);
        }
        let verify_token = VerifyToken::new(config.verify_token.expose()).map_err(|_| {
            Error::setting(
                "WHATSAPP_VERIFY_TOKEN",
                "is not set: choose any text, and register it beside the callback URL",
            )
        })?;
        for subscriber in &config.subscribers {
            check_subscriber(subscriber)?;
        }
        let numbers: Vec<_> =
            config.numbers.iter().map(|number| number.trim().to_owned()).collect();
        if numbers.is_empty() || numbers.iter().any(String::is_empty) {
            return Err(Error::setting(
                "WHATSAPP_PHONE_NUMBER_ID",
                "is not set: it is the id of the business phone number, or several with commas between",
            ));
        }
        if config.messages_per_second == 0 {
            return Err(Error::setting(
                "WHARF_MESSAGES_PER_SECOND (--messages-per-second)",
                "is 0, and nothing would be sent: the platform takes 80 from one number as a rule",
            ));
        }
        let digest = |key: &Secret| <[u8; 32]>::from(Sha256::digest(key.expose()));
        let app_keys = config.app_keys.iter().filter(|key| !key.is_empty()).map(digest).collect();
        Ok(Self {
            client: client(config, app_secret)?,
            secrets,
            verify_token,
            app_keys,
            numbers,
            subscribers: config.subscribers.clone(),
            persistence: config.persistence,
            wait: config.wait.min(WAIT_MOST),
            messages_per_second: config.messages_per_second,
            pairs_are_paced: config.pairs_are_paced,
        })
    }

    /// Refuses an upstream that is one of our own listeners.
    pub(crate) fn refuse_itself(&self, ours: [SocketAddr; 2]) -> Result<(), Error> {
        let upstream = self.client.base_url();
        let Ok(url) = Url::parse(upstream) else { return Ok(()) };
        let port = url.port_or_known_default();
        let is_ours = |ours: &SocketAddr| {
            let here = match url.host() {
                Some(Host::Domain(name)) => name.eq_ignore_ascii_case("localhost"),
                Some(Host::Ipv4(ip)) => is_here(ip.into(), ours.ip()),
                Some(Host::Ipv6(ip)) => is_here(ip.into(), ours.ip()),
                None => false,
            };
            here && port == Some(ours.port())
        };
        if ours.iter().any(is_ours) { Err(Error::itself(upstream)) } else { Ok(()) }
    }
}

fn is_here(theirs: IpAddr, ours: IpAddr) -> bool {
    let local = |ip: IpAddr| ip.is_loopback() || ip.is_unspecified();
    theirs == ours || (local(theirs) && local(ours))
}

fn client(config: &Config, app_secret: AppSecret) -> Result<Client, Error> {
    let token = AccessToken::new(config.access_token.expose()).map_err(|error| {
        let what = if config.access_token.is_empty() {
            "is not set: the gateway calls the platform with it".to_owned()
        } else {
            format!("cannot be used: {error}")
        };
        Error::setting("WHATSAPP_ACCESS_TOKEN", what)
    })?;
    Client::builder(token)
        .base_url(&config.upstream)
        .app_secret(app_secret)
        .timeout(config.timeout)
        .build()
        .map_err(|error| {
            // What is wrong, without what the client adds: nothing was to be sent.
            Error::setting("WHARF_UPSTREAM_URL", format!("cannot be used: {}", error.kind()))
        })
}

fn app_secret(text: &Secret) -> Result<AppSecret, Error> {
    AppSecret::new(text.expose()).map_err(|_| {
        Error::setting(
            "WHATSAPP_APP_SECRET",
            "is not set: webhooks are signed with it; it is in your app's dashboard, under App settings, Basic",
        )
    })
}

fn check_subscriber(subscriber: &Subscriber) -> Result<(), Error> {
    let fits = Url::parse(&subscriber.url)
        .is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
    if fits {
        return Ok(());
    }
    Err(Error::subscriber(&subscriber.name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;

    #[test]
    fn a_gateway_does_not_call_itself() {
        let ours =
            [SocketAddr::from(([127, 0, 0, 1], 3000)), SocketAddr::from(([0, 0, 0, 0], 3001))];
        for (upstream, refused) in [
            ("http://127.0.0.1:3000", true),
            ("http://localhost:3000/", true),
            ("http://127.0.0.2:3001", true),
            ("http://[::1]:3001", true),
            ("http://127.0.0.1:4000", false),
            ("https://graph.facebook.com", false),
        ] {
            let setup = Setup::new(&Config::dev(upstream)).unwrap();
            assert_eq!(setup.refuse_itself(ours).is_err(), refused, "{upstream}");
        }
    }

    #[test]
    fn what_is_missing_is_named() {
        let dev = Config::dev("http://127.0.0.1:4000");
        for (config, name) in [
            (Config { access_token: "".into(), ..dev.clone() }, "WHATSAPP_ACCESS_TOKEN"),
            (Config { app_secret: " ".into(), ..dev.clone() }, "WHATSAPP_APP_SECRET"),
            (Config { verify_token: "".into(), ..dev.clone() }, "WHATSAPP_VERIFY_TOKEN"),
            (Config { numbers: Vec::new(), ..dev.clone() }, "WHATSAPP_PHONE_NUMBER_ID"),
            (Config { messages_per_second: 0, ..dev.clone() }, "WHARF_MESSAGES_PER_SECOND"),
            (Config { upstream: "ftp://x".to_owned(), ..dev }, "WHARF_UPSTREAM_URL"),
        ] {
            let error = Setup::new(&config).unwrap_err();
            assert!(error.to_string().starts_with(name), "{error}");
        }
    }

    #[test]
    fn a_url_that_nothing_can_be_handed_to_says_whose_it_is() {
        for url in ["127.0.0.1:8080/webhook", "ftp://127.0.0.1/", "", "http://"] {
            let subscribers = vec![Subscriber { name: "app".to_owned(), url: url.to_owned() }];
            let config = Config { subscribers, ..Config::dev("http://127.0.0.1:4000") };
            let error = Setup::new(&config).unwrap_err();
            assert!(error.to_string().starts_with("WHARF_APP_URL (--app-url) is not"), "{error}");
            assert!(
                matches!(error.kind(), Kind::Setting { subscriber: Some(name), .. } if name == "app")
            );
        }
    }
}
