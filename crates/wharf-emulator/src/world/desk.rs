//! What the business sets on a number: profile, block list, links, automation and the like.

mod automation;
mod blocks;
mod key;
mod links;
mod ownership;
mod profile;
mod settings;
mod username;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use self::username::Username;
pub(crate) use self::{
    links::{Link, no_code},
    username::is_username,
};
use super::{Refusal, typed};

/// Reads a body as one of the model's.
pub(super) fn read<T: serde::de::DeserializeOwned>(body: &Value) -> Result<T, Refusal> {
    typed::read(body).map_err(|what| {
        let code = if what.contains("missing field") { 131_008 } else { 100 };
        Refusal::new(code, what)
    })
}

/// What the business sets on a number.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Desk {
    /// The business profile.
    pub(crate) profile: Map<String, Value>,
    /// People it does not want to hear of, by digits.
    pub(crate) blocked: BTreeSet<String>,
    /// Links (and QR codes) that open a chat, by code.
    pub(crate) links: BTreeMap<String, Link>,
    /// Welcome message, prompts and commands.
    pub(crate) automation: Map<String, Value>,
    /// What Flows are encrypted with, as PEM.
    pub(crate) public_key: Option<String>,
    /// The name people find it by.
    pub(crate) username: Option<Username>,
    /// Groups of settings, as they were given.
    pub(crate) settings: Map<String, Value>,
    /// What was set on the number's own node.
    pub(crate) node: Map<String, Value>,
    /// Cart and catalogue.
    pub(crate) commerce: Map<String, Value>,
    /// Who runs the business, for India.
    pub(crate) compliance: Option<Value>,
    /// The code that proves who owns the number, once it was asked for.
    pub(crate) code: Option<String>,
    /// Whether ownership was proved.
    pub(crate) unproved: bool,
}

/// A text of the body; an empty one counts as absent.
pub(super) fn text<'a>(body: &'a Value, name: &str) -> Option<&'a str> {
    body.get(name).and_then(Value::as_str).filter(|text| !text.is_empty())
}

/// A parameter that is not there.
pub(super) fn required(name: &str) -> Refusal {
    Refusal::plain(100, format!("(#100) The parameter {name} is required."))
}

/// `messaging_product` must be there.
pub(super) fn product(body: &Value) -> Result<(), Refusal> {
    match text(body, "messaging_product") {
        Some("whatsapp") => Ok(()),
        Some(_) => {
            Err(Refusal::plain(100, "(#100) Param messaging_product must be one of {WHATSAPP}"))
        }
        None => Err(required("messaging_product")),
    }
}

/// A text of at most so many characters.
pub(super) fn at_most(name: &str, text: &str, most: usize) -> Result<(), Refusal> {
    let length = text.chars().count();
    if length <= most {
        return Ok(());
    }
    Err(Refusal::new(100, format!("{name}: {length} characters; at most {most}")))
}

/// `true`, `"true"` and the like, as forms and queries spell it.
fn switch(value: &Value, name: &str) -> Result<bool, Refusal> {
    match value {
        Value::Bool(on) => Ok(*on),
        Value::String(word) if word == "true" || word == "1" => Ok(true),
        Value::String(word) if word == "false" || word == "0" => Ok(false),
        _ => Err(Refusal::plain(100, format!("(#100) Param {name} must be true or false"))),
    }
}
