//! The apps of the account: one at least, whose token and secret the emulator begins with.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use wharf_model::id::AppId;

use super::{app::App, callbacks::Callbacks, outbox::Delivery, target::Target};

/// All apps.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Apps {
    first: App,
    others: BTreeMap<AppId, App>,
}

impl Apps {
    pub(super) fn new(first: App) -> Self {
        Self { first, others: BTreeMap::new() }
    }

    /// The one that the emulator begins with.
    pub(crate) fn first(&self) -> &App {
        &self.first
    }

    pub(crate) fn first_mut(&mut self) -> &mut App {
        &mut self.first
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = &App> {
        std::iter::once(&self.first).chain(self.others.values())
    }

    pub(crate) fn get(&self, id: &AppId) -> Option<&App> {
        self.all().find(|app| app.id == *id)
    }

    pub(crate) fn get_mut(&mut self, id: &AppId) -> Option<&mut App> {
        if self.first.id == *id { Some(&mut self.first) } else { self.others.get_mut(id) }
    }

    /// One more; an app of this id that is there already stays.
    pub(crate) fn add(&mut self, id: &AppId, name: &str) {
        if self.first.id != *id && !self.others.contains_key(id) {
            self.others.insert(id.clone(), App::new(id.clone(), name));
        }
    }

    /// Takes one away, if it is not the first.
    pub(crate) fn remove(&mut self, id: &AppId) -> bool {
        self.others.remove(id).is_some()
    }

    /// The same apps with their own URLs alone.
    pub(crate) fn without_overrides(mut self) -> Self {
        for app in std::iter::once(&mut self.first).chain(self.others.values_mut()) {
            *app = App {
                callbacks: Callbacks { app: app.callbacks.app.take(), ..Callbacks::default() },
                ..App::new(app.id.clone(), &*app.name)
            };
        }
        self
    }

    /// No webhook goes anywhere any more.
    pub(crate) fn silence(&mut self) {
        self.first.callbacks = Callbacks::default();
        for app in self.others.values_mut() {
            app.callbacks = Callbacks::default();
        }
    }

    /// Who hears of this field.
    pub(super) fn told(&self, field: &str) -> Vec<AppId> {
        self.all().filter(|app| app.is_told(field)).map(|app| app.id.clone()).collect()
    }

    /// Whether one of those that are told of it has a URL.
    pub(super) fn lead(&self, delivery: &Delivery) -> bool {
        let mut told = self.all().filter(|app| delivery.apps.contains(&app.id));
        told.any(|app| app.callbacks.of(delivery).is_some())
    }

    /// Where it goes: to every app that is told, again and again until all have taken it.
    pub(super) fn targets(&self, delivery: &Delivery) -> impl Iterator<Item = (AppId, Target)> {
        let told = self.all().filter(|app| delivery.apps.contains(&app.id));
        told.filter_map(|app| Some((app.id.clone(), app.callbacks.of(delivery)?.clone())))
    }

    /// Whether any webhook has somewhere to go.
    pub(super) fn is_any(&self) -> bool {
        self.all().any(|app| app.callbacks.is_any())
    }
}
