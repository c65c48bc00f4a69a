//! Asking a person for their phone number.

use serde::{Deserialize, Serialize};

use super::{
    NamedAction,
    parts::{Body, check_body},
};
use crate::message::check::Checker;

/// A text with a button that shares the person's phone number: the way to the number of someone
/// known by user id only (Cloud API, "Request contact information").
///
/// The answer is a `contacts` message whose origin is `contact_request`.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ContactInfoRequest {
    /// The text, at most 1024 characters.
    pub body: Body,
    /// Always `request_contact_info`.
    pub action: NamedAction,
}

impl ContactInfoRequest {
    /// Asks with a text.
    pub fn new(body: impl Into<String>) -> Self {
        let action = NamedAction::new("request_contact_info");
        Self { body: Body { text: body.into() }, action }
    }

    pub(super) fn check(&self, check: &mut Checker) {
        check_body(&self.body, check);
        check.word("interactive.action.name", &self.action.name, "request_contact_info");
    }
}

crate::quiet_debug! { ContactInfoRequest {} }
