//! How an emulator begins.

mod rules;

use std::{
    fmt,
    net::{Ipv4Addr, SocketAddr},
    sync::Arc,
    time::Duration,
};

use serde::{Deserialize, Serialize};
use wharf_model::{
    id::{AccountId, AppId, EmptyId, PhoneNumberId},
    time::{Clock, SystemClock},
};
use wharf_webhook::{AppSecret, EmptySecret};

pub use self::rules::Rules;

/// The access token of [`Config::dev`].
pub const DEV_ACCESS_TOKEN: &str = "wharf-dev";
/// The app secret of [`Config::dev`].
pub const DEV_APP_SECRET: &str = "wharf-dev-secret";
/// The phone number id of [`Config::dev`].
pub const DEV_PHONE_NUMBER_ID: &str = "100000000000001";
/// The account id of [`Config::dev`].
pub const DEV_ACCOUNT_ID: &str = "200000000000001";

/// The app id of [`Config::dev`].
pub const DEV_APP_ID: &str = "400000000000001";

/// How an emulator begins. [`Config::dev`] is the world of `wharf dev`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Config {
    /// Where it listens; port 0 takes a free one.
    pub listen: SocketAddr,
    /// What its ids and other chances come from: the same seed and the same requests give the same ids.
    pub seed: u64,
    /// The token that calls of the first app are made with.
    pub access_token: Box<str>,
    /// What webhooks are signed with.
    pub app_secret: AppSecret,
    /// The first app, whose token and secret these are; `PUT /_control/apps/{id}` makes others.
    pub app: AppId,
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// Its phone numbers. People who name none write to the one with the lowest id.
    pub numbers: Vec<NumberConfig>,
    /// People with phones.
    pub people: Vec<PersonConfig>,
    /// How long things take.
    pub delays: Delays,
    /// How strict the platform is about how much is sent, and to whom.
    pub rules: Rules,
    /// Webhooks that are posted at once: 1 keeps all of them in order, more keep the order of each
    /// chat. The platform keeps none.
    pub webhooks_at_once: usize,
    /// Where the time comes from.
    pub clock: Arc<dyn Clock>,
}

/// A business phone number at the beginning.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct NumberConfig {
    /// Its id.
    pub id: PhoneNumberId,
    /// The number as people read it, such as `+1 555-000-0001`.
    pub display: String,
    /// The business's name.
    pub name: String,
}

/// A person at the beginning.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct PersonConfig {
    /// Their phone number, with country code.
    pub phone: String,
    /// The name on their profile.
    pub name: String,
    /// What they have just written to the business, if they have: the customer service window is open then.
    pub just_wrote: Option<String>,
}

/// How long after the step before a message of the business gets further.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Delays {
    /// From accepted to sent, or failed.
    pub sent: Duration,
    /// From sent to delivered.
    pub delivered: Duration,
    /// From delivered to read.
    pub read: Duration,
}

impl Default for Delays {
    fn default() -> Self {
        let ms = Duration::from_millis;
        Self { sent: ms(80), delivered: ms(250), read: ms(700) }
    }
}

impl Delays {
    /// Everything happens as soon as it can.
    pub const NONE: Self =
        Self { sent: Duration::ZERO, delivered: Duration::ZERO, read: Duration::ZERO };
}

/// An account's constants were empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadConfig;

impl fmt::Display for BadConfig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id or a secret of the emulator may not be empty")
    }
}

impl std::error::Error for BadConfig {}

impl From<EmptyId> for BadConfig {
    fn from(_: EmptyId) -> Self {
        Self
    }
}

impl From<EmptySecret> for BadConfig {
    fn from(_: EmptySecret) -> Self {
        Self
    }
}

impl NumberConfig {
    /// A number.
    pub fn new(id: PhoneNumberId, display: impl Into<String>, name: impl Into<String>) -> Self {
        Self { id, display: display.into(), name: name.into() }
    }
}

impl PersonConfig {
    /// Someone who has not written.
    pub fn new(phone: impl Into<String>, name: impl Into<String>) -> Self {
        Self { phone: phone.into(), name: name.into(), just_wrote: None }
    }

    /// The same, but has just written this.
    #[must_use]
    pub fn just_wrote(mut self, text: impl Into<String>) -> Self {
        self.just_wrote = Some(text.into());
        self
    }
}

impl Config {
    /// A world without people: one account, one number.
    pub fn new(
        access_token: impl Into<Box<str>>,
        app_secret: AppSecret,
        account: AccountId,
        number: NumberConfig,
    ) -> Self {
        Self {
            listen: (Ipv4Addr::LOCALHOST, 0).into(),
            seed: 1,
            access_token: access_token.into(),
            app_secret,
            app: AppId::new(DEV_APP_ID).unwrap_or_else(|_| unreachable!("the id is not empty")),
            account,
            numbers: vec![number],
            people: Vec::new(),
            delays: Delays::default(),
            rules: Rules::default(),
            webhooks_at_once: 1,
            clock: Arc::new(SystemClock),
        }
    }

    /// The world of `wharf dev`, on a free port: Ada (+15550001111) has just written, Grace
    /// (+15550002222) never has.
    ///
    /// ```
    /// let config = wharf_emulator::Config::dev();
    /// assert_eq!(config.people[0].name, "Ada");
    /// ```
    pub fn dev() -> Self {
        Self::try_dev().unwrap_or_else(|BadConfig| unreachable!("the constants are not empty"))
    }

    fn try_dev() -> Result<Self, BadConfig> {
        let number = PhoneNumberId::new(DEV_PHONE_NUMBER_ID)?;
        let number = NumberConfig::new(number, "+1 555-000-0000", "Wharf Coffee");
        let account = AccountId::new(DEV_ACCOUNT_ID)?;
        let secret = AppSecret::new(DEV_APP_SECRET)?;
        let mut config = Self::new(DEV_ACCESS_TOKEN, secret, account, number);
        // Long enough to see it pending.
        config.rules.review_seconds = Some(5);
        config.people = vec![
            PersonConfig::new("+15550001111", "Ada").just_wrote("Hi! Are you open today?"),
            PersonConfig::new("+15550002222", "Grace"),
        ];
        Ok(config)
    }
}

impl fmt::Debug for Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Config")
            .field("listen", &self.listen)
            .field("account", &self.account)
            .field("numbers", &self.numbers.len())
            .field("people", &self.people.len())
            .finish_non_exhaustive()
    }
}
