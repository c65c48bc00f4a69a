//! `/{phone-number-id}/whatsapp_business_profile` (Cloud API, "Business profiles").

use serde_json::{Map, Value, json};

use super::{at_most, product};
use crate::world::{Refusal, World};

/// Fields of text, and how long they may be.
const TEXTS: &[(&str, usize)] = &[
    ("about", 139),
    ("address", 256),
    ("description", 512),
    ("email", 128),
    ("profile_picture_handle", 2_048),
];

const VERTICALS: &[&str] = &[
    "",
    "ALCOHOL",
    "APPAREL",
    "AUTO",
    "BEAUTY",
    "EDU",
    "ENTERTAIN",
    "EVENT_PLAN",
    "FINANCE",
    "GOVT",
    "GROCERY",
    "HEALTH",
    "HOTEL",
    "NONPROFIT",
    "ONLINE_GAMBLING",
    "OTC_DRUGS",
    "OTHER",
    "PHYSICAL_GAMBLING",
    "PROF_SERVICES",
    "RESTAURANT",
    "RETAIL",
    "TRAVEL",
    "UNDEFINED",
];

/// Websites, at most.
const WEBSITES_MOST: usize = 2;

impl World {
    /// The profile, as far as it is asked for.
    pub(crate) fn profile(&self, id: &str, asked: Option<&str>) -> Result<Value, Refusal> {
        let mut profile = self.number(id, "get")?.desk.profile.clone();
        if let Some(handle) = profile.remove("profile_picture_handle") {
            let handle = handle.as_str().unwrap_or_default();
            let url = format!("https://pps.whatsapp.net/{}", handle.len());
            profile.insert("profile_picture_url".to_owned(), url.into());
        }
        if let Some(asked) = asked {
            let wanted: Vec<_> = asked.split(',').map(str::trim).collect();
            profile.retain(|name, _| wanted.contains(&name.as_str()));
        }
        profile.insert("messaging_product".to_owned(), "whatsapp".into());
        Ok(json!({"data": [profile]}))
    }

    /// Changes what is named.
    pub(crate) fn set_profile(&mut self, id: &str, body: &Value) -> Result<Value, Refusal> {
        self.number(id, "post")?;
        product(body)?;
        let mut new = Map::new();
        for (name, value) in body.as_object().into_iter().flatten() {
            if name != "messaging_product" {
                check(name, value)?;
                new.insert(name.clone(), value.clone());
            }
        }
        self.number_mut(id)?.desk.profile.extend(new);
        Ok(json!({"success": true}))
    }
}

fn check(name: &str, value: &Value) -> Result<(), Refusal> {
    let text = value.as_str();
    let wrong = |what: &str| Err(Refusal::new(100, format!("{name}: {what}")));
    if let Some((_, most)) = TEXTS.iter().find(|(known, _)| *known == name) {
        let Some(text) = text else { return wrong("must be a text") };
        at_most(name, text, *most)?;
        return match name {
            "about" if text.is_empty() => wrong("must not be empty"),
            "email" if !text.is_empty() && !text.contains('@') => wrong("is no address"),
            _ => Ok(()),
        };
    }
    match name {
        "vertical" if text.is_some_and(|word| VERTICALS.contains(&word)) => Ok(()),
        "vertical" => wrong(&format!("must be one of {}", VERTICALS[1..].join(", "))),
        "websites" => {
            let Some(all) = value.as_array() else { return wrong("must be a list") };
            if all.len() > WEBSITES_MOST {
                return wrong("at most 2");
            }
            let good = |site: &Value| {
                site.as_str().is_some_and(|site| site.starts_with("http") && site.len() <= 256)
            };
            if all.iter().all(good) {
                Ok(())
            } else {
                wrong("each with http:// or https://, at most 256 characters")
            }
        }
        _ => Err(Refusal::plain(100, format!("(#100) Param {name} is not one of the profile's"))),
    }
}
