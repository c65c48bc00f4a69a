//! Settings of a gateway.

mod persistence;
mod secret;
mod setup;

use std::{
    net::{Ipv4Addr, SocketAddr},
    time::Duration,
};

pub use persistence::Persistence;
pub use secret::Secret;
pub(crate) use setup::Setup;

use crate::{Error, Subscriber};

/// The platform, unless another is named.
pub const UPSTREAM_URL: &str = "https://graph.facebook.com";

/// The verify token of `wharf dev`.
pub const DEV_VERIFY_TOKEN: &str = "wharf-dev-verify";

const DEV_TOKEN: &str = "wharf-dev";
const DEV_APP_SECRET: &str = "wharf-dev-secret";
const DEV_NUMBER: &str = "100000000000001";

/// What the platform takes from a number that was not upgraded.
pub const MESSAGES_PER_SECOND: u32 = 80;

/// How long an app's request waits for the platform's answer. Shorter than the 20 s that clients
/// usually have, so that they get an answer and not a doubt.
const WAIT: Duration = Duration::from_secs(18);

/// How long a request to the platform may take. Shorter than the 20 s that a drain lasts, so that
/// no attempt is left under way.
const TIMEOUT: Duration = Duration::from_secs(18);

/// Settings of a gateway. [`Gateway::start`](crate::Gateway::start) checks them.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Config {
    /// The public listener: the platform's webhooks and apps' requests. `127.0.0.1:3000` unless set;
    /// port 0 takes a free one.
    pub listen: SocketAddr,
    /// The private listener: API, console, metrics, health. `127.0.0.1:3001` unless set. It asks for no
    /// key, so keep it where only you can reach it.
    pub api_listen: SocketAddr,
    /// The platform, or what stands in its place: `https://…`, without a version.
    pub upstream: String,
    /// What the platform wants to see: the token of a system user.
    pub access_token: Secret,
    /// The app's secret: webhooks are signed with it, on the way in and on the way on. Every call to the
    /// platform carries `appsecret_proof` made with it.
    pub app_secret: Secret,
    /// A former or a second app's secret, accepted on the way in as well while a secret is changed.
    pub other_app_secret: Option<Secret>,
    /// The token registered beside the callback URL.
    pub verify_token: Secret,
    /// Keys that apps may show at the front, besides those in the store. Only their digests are kept.
    pub app_keys: Vec<Secret>,
    /// The business phone number ids that are served here.
    pub numbers: Vec<String>,
    /// Who events are handed to.
    pub subscribers: Vec<Subscriber>,
    /// How often a subscriber is asked to take an event; [`Persistence::LONG`] unless set.
    pub persistence: Persistence,
    /// How long an app's request waits for the platform's answer before it gets an id of ours; 18 s
    /// unless set, 25 s at most.
    pub wait: Duration,
    /// How many messages a second the platform takes from one number: 80 unless set, 1000 for upgraded
    /// numbers, 20 for those that share a phone's app.
    pub messages_per_second: u32,
    /// Whether sends to one person are paced as the platform wants it, one per 6 s with a burst of 45, before
    /// it complains. Yes unless set.
    pub pairs_are_paced: bool,
    /// How long a request to the platform may take; 18 s unless set. Longer than 20 s means that a stop
    /// may leave attempts whose end nobody knows.
    pub timeout: Duration,
}

impl Config {
    /// Settings with what cannot be guessed; the texts may come straight from the environment.
    pub fn new(
        access_token: impl Into<Secret>,
        app_secret: impl Into<Secret>,
        verify_token: impl Into<Secret>,
    ) -> Self {
        Self {
            listen: (Ipv4Addr::LOCALHOST, 3000).into(),
            api_listen: (Ipv4Addr::LOCALHOST, 3001).into(),
            upstream: UPSTREAM_URL.to_owned(),
            access_token: access_token.into(),
            app_secret: app_secret.into(),
            other_app_secret: None,
            verify_token: verify_token.into(),
            app_keys: Vec::new(),
            numbers: Vec::new(),
            subscribers: Vec::new(),
            persistence: Persistence::LONG,
            wait: WAIT,
            messages_per_second: MESSAGES_PER_SECOND,
            pairs_are_paced: true,
            timeout: TIMEOUT,
        }
    }

    /// Whether they can be used, as far as that is known before anything is opened.
    ///
    /// # Errors
    /// When a setting is missing or wrong, or the upstream is the gateway itself.
    pub fn check(&self) -> Result<(), Error> {
        Setup::new(self)?.refuse_itself([self.listen, self.api_listen])
    }

    /// The fixed values of `wharf dev`: number 100000000000001, `wharf-dev` as the app's key at the front
    /// and as the access token upstream. Nothing is slowed down: the emulator has no rates.
    pub fn dev(upstream_url: &str) -> Self {
        Self {
            upstream: upstream_url.to_owned(),
            app_keys: vec![DEV_TOKEN.into()],
            numbers: vec![DEV_NUMBER.to_owned()],
            persistence: Persistence::SHORT,
            messages_per_second: 1000,
            pairs_are_paced: false,
            ..Self::new(DEV_TOKEN, DEV_APP_SECRET, DEV_VERIFY_TOKEN)
        }
    }
}
