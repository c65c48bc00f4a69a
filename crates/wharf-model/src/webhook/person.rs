//! Who it is, whatever the platform told of them.

use crate::id::UserId;

/// A person as one event shows them. Every part may be absent.
#[derive(Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Person {
    /// Their business-scoped user id.
    pub user_id: Option<UserId>,
    /// Their phone, as digits without `+`.
    pub phone: Option<String>,
    /// Their id by phone, where the platform gave it apart from `phone`.
    pub wa_id: Option<String>,
    /// Their display name.
    pub name: Option<String>,
    /// Their username.
    pub username: Option<String>,
}

impl Person {
    /// What to know them by: the user id, else the phone, else the `wa_id`.
    pub fn key(&self) -> Option<&str> {
        self.user_id
            .as_ref()
            .map(UserId::as_str)
            .or(self.phone.as_deref())
            .or(self.wa_id.as_deref())
    }

    /// A phone number to answer to, with `+`.
    pub fn number(&self) -> Option<String> {
        self.phone
            .as_deref()
            .or(self.wa_id.as_deref())
            .map(|digits| format!("+{}", digits.trim_start_matches('+')))
    }
}

/// Whether a text is a business-scoped user id (`CC.…`), which some payloads carry where a phone belongs.
pub(super) fn is_user_id(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() > 3
        && bytes[0].is_ascii_uppercase()
        && bytes[1].is_ascii_uppercase()
        && bytes[2] == b'.'
}

crate::quiet_debug! { Person {} }
