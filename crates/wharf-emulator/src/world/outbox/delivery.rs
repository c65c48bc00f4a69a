//! One webhook.

use std::borrow::Cow;

use bytes::Bytes;
use serde::{Deserialize, Serialize};
use wharf_model::{
    id::{AccountId, AppId, PhoneNumberId},
    time::Timestamp,
};

use crate::world::{moment, target::Target};

/// Changes in one body, at most, as on the platform.
const CHANGES_MOST: usize = 1_000;

/// A webhook that waits.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Delivery {
    /// Its number.
    pub(crate) id: u64,
    /// The apps that are told.
    pub(crate) apps: Vec<AppId>,
    /// A number for what it is about: the same for the same chat.
    pub(crate) about: u64,
    /// The field it is about.
    pub(crate) field: Cow<'static, str>,
    /// The account it is about.
    pub(crate) account: AccountId,
    /// The business number it is about, if it is about one.
    pub(crate) number: Option<PhoneNumberId>,
    /// What stands under `changes`, as the platform spells it.
    pub(crate) changes: Vec<String>,
    /// How many there may be, while more are waited for.
    pub(crate) room: Option<usize>,
    /// Others that went into the same body, by their numbers.
    pub(crate) also: Vec<u64>,
    #[serde(with = "moment")]
    pub(crate) made_at: Timestamp,
    #[serde(with = "moment")]
    pub(crate) due: Timestamp,
    pub(crate) attempts: u32,
    /// What the last attempt got.
    pub(crate) answer: Option<String>,
}

/// A webhook to be posted.
#[derive(Clone, Debug)]
pub(crate) struct Post {
    pub(crate) id: u64,
    /// To whom, and where.
    pub(crate) targets: Vec<(AppId, Target)>,
    pub(crate) body: Bytes,
}

/// What became of a webhook, for the control API.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Told {
    /// Its number.
    pub(crate) id: u64,
    /// Others that went into the same body.
    pub(crate) also: Vec<u64>,
    /// The field it is about.
    pub(crate) field: Cow<'static, str>,
    /// How often it was posted.
    pub(crate) attempts: u32,
    /// `waiting`, `taken`, `retrying`, `dropped`.
    pub(crate) state: Cow<'static, str>,
    /// What the last attempt got: a status, or why there was none.
    pub(crate) answer: Option<String>,
    /// The body, as it is sent.
    pub(crate) body: String,
}

impl Delivery {
    pub(super) fn key(&self) -> (Timestamp, u64) {
        (self.due, self.id)
    }

    pub(super) fn has_room(&self) -> bool {
        self.attempts == 0 && self.room.is_some_and(|room| self.changes.len() < room)
    }

    /// Whether one goes the same way, and there is room for it.
    pub(super) fn takes(&self, other: &Self) -> bool {
        self.changes.len() + other.changes.len() <= CHANGES_MOST
            && (self.attempts, other.attempts, self.room, other.room) == (0, 0, None, None)
            && (&self.apps, &self.account, &self.number, &self.field)
                == (&other.apps, &other.account, &other.number, &other.field)
    }

    /// Takes another into the same body.
    pub(super) fn take(&mut self, other: Self) {
        self.changes.extend(other.changes);
        self.also.push(other.id);
        self.also.extend(other.also);
    }

    /// Whether this is the webhook of this number, or took it in.
    pub(super) fn is(&self, id: u64) -> bool {
        self.id == id || self.also.contains(&id)
    }

    fn text(&self) -> String {
        let changes = self.changes.join(",");
        let id = self.account.as_str();
        // What is about the account and no number of it says when it was.
        let time = match self.number {
            Some(_) => String::new(),
            None => format!(r#""time":{},"#, self.made_at.as_secs()),
        };
        format!(
            r#"{{"object":"whatsapp_business_account","entry":[{{"id":"{id}",{time}"changes":[{changes}]}}]}}"#
        )
    }

    pub(super) fn body(&self) -> Bytes {
        self.text().into()
    }

    pub(super) fn told(&self, state: &'static str, answer: Option<String>) -> Told {
        let Self { id, also, field, attempts, .. } = self;
        Told {
            id: *id,
            also: also.clone(),
            field: field.clone(),
            attempts: *attempts,
            state: state.into(),
            answer,
            body: self.text(),
        }
    }
}
