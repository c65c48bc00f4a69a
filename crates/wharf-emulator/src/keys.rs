//! Tokens and secrets of the apps. The world, which can be written to a file, has none.

use std::{
    collections::BTreeMap,
    fmt,
    sync::{PoisonError, RwLock, RwLockReadGuard},
};

use wharf_model::id::AppId;
use wharf_webhook::AppSecret;

use crate::config::Config;

/// What proves that an app is itself.
#[derive(Clone)]
pub(crate) struct Key {
    /// What calls are made with.
    pub(crate) access_token: Box<str>,
    /// What webhooks are signed with.
    pub(crate) secret: AppSecret,
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}

/// Tokens and secrets of the apps.
#[derive(Debug)]
pub(crate) struct Keys(RwLock<BTreeMap<AppId, Key>>);

impl Keys {
    pub(crate) fn new(config: &Config) -> Self {
        let key =
            Key { access_token: config.access_token.clone(), secret: config.app_secret.clone() };
        Self(RwLock::new(BTreeMap::from([(config.app.clone(), key)])))
    }

    fn all(&self) -> RwLockReadGuard<'_, BTreeMap<AppId, Key>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn get(&self, app: &AppId) -> Option<Key> {
        self.all().get(app).cloned()
    }

    /// Gives an app its key. A token that another app has is refused.
    pub(crate) fn set(&self, app: AppId, key: Key) -> Result<(), String> {
        let mut all = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if all.iter().any(|(other, known)| *other != app && known.access_token == key.access_token)
        {
            return Err("access_token: another app has it".to_owned());
        }
        all.insert(app, key);
        Ok(())
    }

    pub(crate) fn remove(&self, app: &AppId) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).remove(app);
    }

    /// Whose access token this is.
    pub(crate) fn of_access_token(&self, given: &str) -> Option<AppId> {
        let all = self.all();
        let known = all.iter().find(|(_, key)| *key.access_token == *given);
        known.map(|(app, _)| app.clone())
    }

    /// Whose own token this is: its id, `|`, its secret.
    pub(crate) fn of_app_token(&self, given: &str) -> Option<AppId> {
        let (id, secret) = given.split_once('|')?;
        let secret = AppSecret::new(secret).ok()?;
        let all = self.all();
        let (app, key) = all.iter().find(|(app, _)| app.as_str() == id)?;
        // Secrets are compared by what they prove.
        (secret.appsecret_proof(id) == key.secret.appsecret_proof(id)).then(|| app.clone())
    }

    /// The secret of an app.
    pub(crate) fn secret(&self, app: &AppId) -> Option<AppSecret> {
        self.get(app).map(|key| key.secret)
    }
}
