//! Flows: forms inside a chat (Cloud API, "Flows"). What there is, where each stands, and those that people have open.

mod alert;
mod check;
mod deliver;
mod exchange;
mod expr;
mod flow;
mod life;
mod parts;
mod place;
mod scope;
mod session;
mod turn;
mod upload;
mod validate;
mod view;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use wharf_model::id::{FlowId, MessageId};

use self::check::check;
pub(crate) use self::{
    alert::{ALERTS, Alert},
    deliver::Opening,
    exchange::{Answered, Question},
    flow::{Flow, STATUSES},
    life::Published,
    session::Session,
    turn::{Turn, Use},
    view::{Choice, FlowView, Part},
};

/// Every flow of the account.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Flows {
    all: BTreeMap<FlowId, Flow>,
    /// What people have open, by their digits.
    open: BTreeMap<String, Session>,
    /// Messages whose flow does not open any more: its token is no longer good.
    dead: BTreeSet<MessageId>,
    /// Files that endpoints fetch.
    sealed: Vec<upload::Sealed>,
    /// How many questions endpoints were asked.
    asked: u64,
}

impl Flows {
    /// Every flow, by id.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Flow> {
        self.all.values()
    }

    /// A flow by its id.
    pub(crate) fn get(&self, id: &str) -> Option<&Flow> {
        self.all.get(&FlowId::new(id).ok()?)
    }

    fn named(&self, name: &str) -> Option<&Flow> {
        self.all.values().find(|known| known.name == name)
    }

    /// What somebody has open.
    pub(crate) fn open(&self, wa_id: &str) -> Option<&Session> {
        self.open.get(wa_id)
    }

    /// What somebody has open is open on the phone of other digits.
    pub(super) fn renumber(&mut self, old: &str, new: &str) {
        if let Some(mut session) = self.open.remove(old) {
            // The answer that is under way will not find them.
            session.waits = None;
            self.open.insert(new.to_owned(), session);
        }
    }

    /// Whether the flow of this message does not open any more.
    pub(crate) fn is_dead(&self, message: &MessageId) -> bool {
        self.dead.contains(message)
    }
}
