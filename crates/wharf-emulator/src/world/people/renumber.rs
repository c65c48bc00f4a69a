//! Everything about somebody moves to other digits.

use crate::world::{Chat, World};

impl World {
    /// Everything that was known by these digits is known by others, which nobody has.
    pub(super) fn renumber(&mut self, old: &str, new: &str) {
        let Some(mut person) = self.people.remove(old) else { return };
        // The phone is the same, and so is its key.
        person.identity = Some(person.key_hash());
        new.clone_into(&mut person.wa_id);
        self.people.insert(new.to_owned(), person);
        self.vacated.remove(new);
        self.vacated.insert(old.to_owned());
        for (id, number) in &mut self.numbers {
            if number.desk.blocked.remove(old) {
                number.desk.blocked.insert(new.to_owned());
            }
            if let Some(chat) = self.chats.remove(&(id.clone(), old.to_owned())) {
                let key = (id.clone(), new.to_owned());
                let chat = match self.chats.remove(&key) {
                    Some(stray) => chat.with(stray),
                    None => chat,
                };
                self.chats.insert(key, chat);
            }
        }
        self.agenda.renumber(old, new);
        self.rates.renumber(old, new);
        self.groups.renumber(old, new);
        self.calls.renumber(old, new);
        self.flows.renumber(old, new);
        self.find_places();
        // Whoever is in a group with them sees it.
        let groups = self.groups.of(new).flat_map(|group| group.members.iter().cloned());
        let mut concerned: Vec<String> = groups.collect();
        concerned.extend([old.to_owned(), new.to_owned()]);
        for wa_id in concerned {
            self.changed(&wa_id);
        }
    }
}

impl Chat {
    /// The same with what the business had sent to these digits while nobody had them.
    fn with(mut self, stray: Self) -> Self {
        self.seen += stray.entries.len();
        self.entries.extend(stray.entries);
        self.entries.sort_by_key(|entry| entry.at);
        self
    }
}
