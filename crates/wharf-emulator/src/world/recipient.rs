//! Whom a message goes to.

use wharf_model::{id::UserId, message::Message, phone};

use super::{Refusal, World, rewrite};

/// Whom a message goes to, as the caller wrote it and as the platform knows them.
pub(super) struct Recipient {
    /// `to` or `recipient`, as it came.
    pub(super) input: String,
    /// Digits of their phone number.
    pub(super) wa_id: String,
    /// Their user id, when that was what the caller wrote.
    pub(super) user_id: Option<String>,
    /// Their number is not told.
    pub(super) hidden: bool,
}

impl World {
    /// A test number writes to people on its list only.
    pub(super) fn may_be_written_to(&self, wa_id: &str) -> Result<(), Refusal> {
        let list = self.rules.recipients.as_ref();
        if list.is_none_or(|list| list.iter().any(|known| known == wa_id)) {
            return Ok(());
        }
        let details = "Recipient phone number not in allowed list: Add recipient phone number to \
                       recipient list and try again. (In the emulator: PUT /_control/rules.)";
        let mut refusal = Refusal::new(131_030, details);
        refusal.error.subcode = Some(2_655_007);
        Err(refusal)
    }

    /// Finds the recipient; `to` wins over `recipient`.
    pub(super) fn recipient(&self, message: &Message) -> Result<Recipient, Refusal> {
        self.addressee(message.to.as_deref(), message.recipient.as_ref())
    }

    /// The same for anything that is addressed so.
    pub(super) fn addressee(
        &self,
        to: Option<&str>,
        recipient: Option<&UserId>,
    ) -> Result<Recipient, Refusal> {
        if let Some(to) = to.filter(|to| !to.is_empty()) {
            let Some(wa_id) = phone::digits(to).map(|digits| rewrite::wa_id(&digits)) else {
                let details =
                    "to: is not a phone number; write it with country code, such as +15550001111";
                return Err(Refusal::new(131_009, details));
            };
            return Ok(Recipient { input: to.to_owned(), wa_id, user_id: None, hidden: false });
        }
        let Some(user) = recipient else {
            return Err(Refusal::new(131_008, "to: is required (or recipient, a user id)"));
        };
        let known = self.people.values().find(|person| person.user_id == user.as_str());
        let Some(person) = known else {
            return Err(Refusal::new(131_009, "recipient: nobody has this user id"));
        };
        let user_id = Some(person.user_id.clone());
        let (wa_id, hidden) = (person.wa_id.clone(), person.phone_hidden);
        Ok(Recipient { input: user.to_string(), wa_id, user_id, hidden })
    }
}
