//! What of a group somebody has looked at on the phone in the browser. The platform hears nothing of it.

use wharf_model::time::Timestamp;

use super::Group;
use crate::world::World;

impl Group {
    /// What others have said that somebody has not looked at.
    pub(crate) fn unseen(&self, wa_id: &str) -> usize {
        let new = self.said.iter().skip(self.seen.get(wa_id).copied().unwrap_or_default());
        new.filter(|said| said.by.as_deref() != Some(wa_id)).count()
    }

    /// Whether somebody waits to be let in.
    pub(crate) fn is_wished_by(&self, wa_id: &str) -> bool {
        self.wishes.iter().any(|wish| wish.wa_id == wa_id)
    }

    /// Somebody has looked at all of it.
    pub(super) fn is_seen(&mut self, wa_id: &str) {
        self.seen.insert(wa_id.to_owned(), self.said.len());
    }

    /// Somebody is in it no longer.
    pub(super) fn forget(&mut self, wa_id: &str, now: Timestamp) {
        self.went.push(now.as_micros());
        self.members.retain(|member| member != wa_id);
        self.seen.remove(wa_id);
    }
}

impl World {
    /// Somebody looks at a group that they are in.
    pub(crate) fn look_at_group(&mut self, id: &str, wa_id: &str) {
        let Some(group) = self.groups.get_mut(id).filter(|group| group.has(wa_id)) else { return };
        if group.unseen(wa_id) > 0 {
            group.is_seen(wa_id);
            self.changed(wa_id);
        }
    }
}
