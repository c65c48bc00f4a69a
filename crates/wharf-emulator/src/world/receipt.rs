//! Read receipts and "typing…" of the business: `{"status": "read", …}` on the messages edge.

use serde_json::Value;
use wharf_model::{
    id::PhoneNumberId,
    message::{ReadReceipt, TypingIndicator},
    time::Timestamp,
};

use super::{Author, Refusal, Standing, World, desk};

impl World {
    /// Marks a message, and all before it in its chat, as read.
    pub(super) fn mark_read(
        &mut self,
        number: &PhoneNumberId,
        body: &Value,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        if body["status"] != "read" {
            return Err(Refusal::new(131_009, "status: the only one a business can set is read"));
        }
        let ReadReceipt { message_id, typing_indicator, .. } = desk::read(body)?;
        if typing_indicator.as_ref().is_some_and(|TypingIndicator { kind }| kind != "text") {
            return Err(Refusal::new(131_009, "typing_indicator.type: must be text"));
        }
        if self.is_in_group(&message_id) {
            let details = "message_id: is in a group, where a business marks nothing as read";
            return Err(Refusal::new(131_009, details));
        }
        if self.notes.contains(&(number.clone(), message_id.clone())) {
            return Ok(());
        }
        let key = self.place(&message_id).filter(|(of, _)| of == number).cloned();
        let unknown = || Refusal::new(131_009, "message_id: this number received no such message");
        let key = key.ok_or_else(unknown)?;
        let chat = self.chats.get_mut(&key).ok_or_else(unknown)?;
        let by_person = |author| author == Author::Person;
        let place = chat.entries.iter().position(|entry| entry.id == message_id);
        let place = place.filter(|&at| by_person(chat.entries[at].author)).ok_or_else(unknown)?;
        for entry in chat.entries.iter_mut().take(place + 1) {
            if by_person(entry.author) {
                entry.standing = Standing::Read;
            }
        }
        self.changed(&key.1);
        if typing_indicator.is_some() {
            self.typing_begins(&key, now);
        }
        Ok(())
    }
}
