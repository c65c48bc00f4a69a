//! `/{phone-number-id}/settings`, cart and catalogue, and who runs the business.

use serde_json::{Map, Value, json};

use super::{Desk, product, switch};
use crate::world::{Refusal, World};

/// The group that switches the check of identity keys.
const IDENTITY: &str = "user_identity_change";
/// Its switch.
const CHECK: &str = "enable_identity_key_check";

/// Groups of settings; one a call.
const GROUPS: &[&str] = &["calling", "payload_encryption", "storage_configuration", IDENTITY];

impl Desk {
    /// Whether the app is told of people's identity keys, and may ask for one.
    pub(in crate::world) fn checks_identity(&self) -> bool {
        let check = self.settings.get(IDENTITY).and_then(|group| group.get(CHECK));
        check.is_some_and(|on| switch(on, CHECK).unwrap_or(false))
    }
}

impl World {
    /// Every group.
    pub(crate) fn settings(&self, id: &str) -> Result<Value, Refusal> {
        let Value::Object(mut all) = json!({
            "calling": {"status": "DISABLED"},
            "storage_configuration": {"status": "DEFAULT"},
            "user_identity_change": {"enable_identity_key_check": false},
            "payload_encryption": {"status": "DISABLED"},
        }) else {
            return Ok(Value::Null);
        };
        all.extend(self.number(id, "get")?.desk.settings.clone());
        if let Some(calling) =
            all.get_mut("calling").filter(|calling| calling["status"] == "ENABLED")
        {
            // What was not said otherwise, once calls are taken.
            for (name, usual) in
                [("call_icon_visibility", "DEFAULT"), ("callback_permission_status", "DISABLED")]
            {
                if calling.get(name).is_none() {
                    calling[name] = usual.into();
                }
            }
        }
        Ok(Value::Object(all))
    }

    /// Sets one group.
    pub(crate) fn set_settings(&mut self, id: &str, body: &Value) -> Result<Value, Refusal> {
        self.number(id, "post")?;
        if let Some(calling) = body.get("calling") {
            self.may_set_calling(calling)?;
        }
        let number = self.number_mut(id)?;
        let given: Vec<_> = body
            .as_object()
            .into_iter()
            .flatten()
            .filter(|(name, _)| *name != "messaging_product")
            .collect();
        let [(name, value)] = given.as_slice() else {
            let message = format!("(#100) One group of settings a call: {}", GROUPS.join(", "));
            return Err(Refusal::plain(100, message));
        };
        if !GROUPS.contains(&name.as_str()) || !value.is_object() {
            let message = format!("(#100) Param {name} must be one of {}", GROUPS.join(", "));
            return Err(Refusal::plain(100, message));
        }
        if *name == IDENTITY
            && let Some(on) = value.get(CHECK).filter(|on| !on.is_null())
        {
            switch(on, &format!("{IDENTITY}.{CHECK}"))?;
        }
        if *name == "storage_configuration" && number.registered {
            let details = "storage_configuration: only while the number is not registered";
            return Err(Refusal::new(100, details));
        }
        let old = number.desk.settings.entry(name.as_str()).or_insert_with(|| json!({}));
        if let (Some(old), Some(new)) = (old.as_object_mut(), value.as_object()) {
            // Null counts as absent, wherever it stands.
            let said = new.iter().filter(|(_, value)| !value.is_null());
            old.extend(said.map(|(name, value)| (name.clone(), without_nulls(value))));
        }
        let calling = (*name == "calling").then(|| old.clone());
        let phone = number.id.clone();
        if let Some(calling) = calling {
            let told = json!({
                "type": "phone_number_settings",
                "phone_number_settings": {"phone_number_id": phone, "calling": calling},
            });
            self.tell("account_settings_update", &told);
        }
        Ok(json!({"success": true}))
    }

    /// Cart and catalogue.
    pub(crate) fn commerce(&self, id: &str) -> Result<Value, Refusal> {
        let number = self.number(id, "get")?;
        let mut node = Map::new();
        node.insert("id".to_owned(), number.id.as_str().into());
        for name in ["is_cart_enabled", "is_catalog_visible"] {
            let on = number.desk.commerce.get(name).cloned().unwrap_or(json!(false));
            node.insert(name.to_owned(), on);
        }
        Ok(json!({"data": [node]}))
    }

    /// Switches cart or catalogue.
    pub(crate) fn set_commerce(&mut self, id: &str, body: &Value) -> Result<Value, Refusal> {
        let commerce = &mut self.number_mut(id)?.desk.commerce;
        for name in ["is_cart_enabled", "is_catalog_visible"] {
            if let Some(value) = body.get(name) {
                commerce.insert(name.to_owned(), switch(value, name)?.into());
            }
        }
        Ok(json!({"success": true}))
    }

    /// Who runs the business.
    pub(crate) fn compliance(&self, id: &str) -> Result<Value, Refusal> {
        let given = self.number(id, "get")?.desk.compliance.iter();
        Ok(json!({"data": given.collect::<Vec<_>>()}))
    }

    /// Says who runs the business.
    pub(crate) fn set_compliance(&mut self, id: &str, body: &Value) -> Result<Value, Refusal> {
        let account = self.account.to_string();
        let number = self.number_mut(id)?;
        product(body)?;
        for name in ["entity_name", "entity_type"] {
            super::text(body, name).ok_or_else(|| super::required(name))?;
        }
        let mut given = body.clone();
        given["whatsapp_business_account_id"] = account.into();
        number.desk.compliance = Some(given);
        Ok(json!({"success": true}))
    }
}

fn without_nulls(value: &Value) -> Value {
    match value {
        Value::Object(members) => members
            .iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(name, value)| (name.clone(), without_nulls(value)))
            .collect(),
        other => other.clone(),
    }
}
