//! Somebody in groups is known by other digits.

use std::collections::BTreeMap;

use super::{Group, Groups};

impl Groups {
    /// Everything of somebody, in every group, is of other digits.
    pub(in crate::world) fn renumber(&mut self, old: &str, new: &str) {
        for group in self.all.values_mut() {
            group.renumber(old, new);
        }
    }
}

impl Group {
    fn renumber(&mut self, old: &str, new: &str) {
        let authors = self.said.iter_mut().filter_map(|said| said.by.as_mut());
        let wishes = self.wishes.iter_mut().map(|wish| &mut wish.wa_id);
        let all = self.members.iter_mut().chain(wishes).chain(authors);
        for wa_id in all.filter(|wa_id| *wa_id == old) {
            new.clone_into(wa_id);
        }
        if self.removed.remove(old) {
            self.removed.insert(new.to_owned());
        }
        rename(&mut self.seen, old, new);
        for said in &mut self.said {
            rename(&mut said.standings, old, new);
            rename(&mut said.reactions, old, new);
        }
    }
}

fn rename<V>(map: &mut BTreeMap<String, V>, old: &str, new: &str) {
    if let Some(value) = map.remove(old) {
        map.insert(new.to_owned(), value);
    }
}
