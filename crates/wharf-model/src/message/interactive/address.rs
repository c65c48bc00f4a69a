//! Asking for a postal address.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::parts::{Body, Footer, Header, check_body, check_parts, parts};
use crate::{
    limits::IN_PIN_CODE_CHARS_MAX,
    message::{Rule, check::Checker},
};

/// A text with a button that opens a form for an address (Cloud API, "Address messages"). For
/// numbers of India, to people of India.
///
/// The answer is an `interactive` message with `nfm_reply` of the name `address_message`. Send it
/// again with [`error`](Self::error) to have a field corrected.
///
/// ```
/// use wharf_model::message::AddressRequest;
///
/// let ask = AddressRequest::new("Where shall we bring it?", "IN").value("city", "Pune").error("in_pin_code", "Which one?");
/// assert_eq!(ask.action.parameters.country, "IN");
/// ```
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AddressRequest {
    /// Above the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub header: Option<Header>,
    /// The text, at most 1024 characters.
    pub body: Body,
    /// Below the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub footer: Option<Footer>,
    /// The form.
    pub action: AddressAction,
}

/// `{"name": "address_message", "parameters": …}`.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AddressAction {
    /// Always `address_message`.
    pub name: String,
    /// The form.
    pub parameters: AddressParameters,
}

/// What is in the form to begin with.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AddressParameters {
    /// Country as ISO 3166 two letters; the person's calling code must match.
    pub country: String,
    /// Fields filled in: `name`, `phone_number`, `in_pin_code`, `house_number`, `floor_number`,
    /// `tower_number`, `building_name`, `address`, `landmark_area`, `city`, `state`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<String, String>,
    /// Addresses to choose from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub saved_addresses: Vec<SavedAddress>,
    /// What is wrong with a field; phones want it corrected first.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub validation_errors: BTreeMap<String, String>,
}

/// An address to choose.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SavedAddress {
    /// Comes back when it is chosen.
    pub id: String,
    /// Its fields, as in `values`.
    #[serde(default)]
    pub value: BTreeMap<String, String>,
}

impl SavedAddress {
    /// An address by its id and fields.
    pub fn new<N: Into<String>, T: Into<String>>(
        id: impl Into<String>,
        fields: impl IntoIterator<Item = (N, T)>,
    ) -> Self {
        let value = fields.into_iter().map(|(name, text)| (name.into(), text.into())).collect();
        Self { id: id.into(), value }
    }
}

impl AddressRequest {
    /// Asks with a text for an address in a country, such as `IN`.
    pub fn new(body: impl Into<String>, country: impl Into<String>) -> Self {
        let parameters =
            AddressParameters { country: country.into(), ..AddressParameters::default() };
        let action = AddressAction { name: "address_message".to_owned(), parameters };
        Self { header: None, body: Body { text: body.into() }, footer: None, action }
    }

    /// The same with a field filled in.
    #[must_use]
    pub fn value(mut self, field: impl Into<String>, text: impl Into<String>) -> Self {
        self.action.parameters.values.insert(field.into(), text.into());
        self
    }

    /// The same with an address to choose.
    #[must_use]
    pub fn saved(mut self, address: SavedAddress) -> Self {
        self.action.parameters.saved_addresses.push(address);
        self
    }

    /// The same with what is wrong with a field.
    #[must_use]
    pub fn error(mut self, field: impl Into<String>, text: impl Into<String>) -> Self {
        self.action.parameters.validation_errors.insert(field.into(), text.into());
        self
    }

    parts!(header footer);

    pub(super) fn check(&self, check: &mut Checker) {
        check_parts(self.header.as_ref(), self.footer.as_ref(), check);
        check_body(&self.body, check);
        check.word("interactive.action.name", &self.action.name, "address_message");
        let at = "interactive.action.parameters";
        let parameters = &self.action.parameters;
        let country = &parameters.country;
        if country.len() != 2 || !country.bytes().all(|byte| byte.is_ascii_uppercase()) {
            let what = "must be a country as two capital letters";
            check.invalid(&format!("{at}.country"), Rule::Format, what);
        } else if country != "IN" {
            let what = "only numbers of India are known to ask for addresses";
            check.warn(&format!("{at}.country"), Rule::OneOf, what);
        }
        check_values(&format!("{at}.values"), &parameters.values, check);
        let saved = || parameters.saved_addresses.iter().enumerate();
        for (index, address) in saved() {
            let at = format!("{at}.saved_addresses[{index}]");
            check.text(&format!("{at}.id"), &address.id, 1, usize::MAX);
            check_values(&format!("{at}.value"), &address.value, check);
        }
        check.unique(
            saved().map(|(i, one)| (format!("{at}.saved_addresses[{i}].id"), one.id.as_str())),
        );
    }
}

fn check_values(at: &str, values: &BTreeMap<String, String>, check: &mut Checker) {
    let code = values.get("in_pin_code").map(String::as_str);
    check.optional(&format!("{at}.in_pin_code"), code, IN_PIN_CODE_CHARS_MAX);
}

crate::quiet_debug! {
    AddressRequest {}
    AddressAction {}
    AddressParameters { country }
    SavedAddress {}
}
