//! A business number: its node, and what overrides its webhook.

use serde_json::{Map, Value, json};
use wharf_model::id::{AppId, PhoneNumberId};

use super::{
    fields,
    node::{NOTHING, Node, done},
};
use crate::{
    coverage::{Operation, op},
    shell::Shell,
    world::{App, Number, Refusal, Target, TargetError, World},
};

/// What this edge serves.
pub(super) const OPERATIONS: &[Operation] =
    &[op("numbers", "GET", "/{phone}"), op("numbers", "POST", "/{phone}")];

/// A business number.
pub(super) const NODE: Node = Node {
    is: |world, id| PhoneNumberId::new(id).is_ok_and(|id| world.numbers.contains_key(&id)),
    read: |world, call, _| {
        let id = PhoneNumberId::new(call.id.as_str());
        let id = id.map_err(|_| Refusal::no_object("get", &call.id))?;
        node(world, &call.app, &id, call.asked.fields())
    },
    update: |world, call, now| done(world.update_number(&call.id, &call.body, now)),
    remove: NOTHING,
};

/// What a number is called in refusals.
pub(super) const KIND: &str = "WhatsAppBusinessPhoneNumber";
/// What a number shows when nobody asks for fields.
pub(super) const DEFAULT_FIELDS: &[&str] = &[
    "verified_name",
    "code_verification_status",
    "display_phone_number",
    "quality_rating",
    "platform_type",
    "throughput",
    "last_onboarded_time",
    "webhook_configuration",
];

/// What a number may have, and has not here.
pub(super) const UNSET_FIELDS: &[&str] = &[
    "certificate",
    "new_certificate",
    "new_name_status",
    "username",
    "eligibility_for_api_business_global_search",
    "country_code",
    "country_dial_code",
];

/// The node of a number.
pub(super) fn node(
    world: &World,
    app: &AppId,
    id: &PhoneNumberId,
    asked: Option<&str>,
) -> Result<Value, Refusal> {
    let number = world.numbers.get(id).ok_or_else(|| Refusal::no_object("get", id.as_str()))?;
    fields::select_of(all_fields(world, app, number), asked, DEFAULT_FIELDS, UNSET_FIELDS, KIND)
}

/// Every field of a number.
pub(super) fn all_fields(world: &World, app: &AppId, number: &Number) -> Map<String, Value> {
    let mut all = number.fields();
    let callbacks = world.apps.get(app).map(|app| callbacks(app, &number.id)).unwrap_or_default();
    all.insert("webhook_configuration".to_owned(), callbacks.into());
    let tier = world.rules.tier();
    for field in ["messaging_limit_tier", "whatsapp_business_manager_messaging_limit"] {
        all.insert(field.to_owned(), tier.into());
    }
    all
}

/// Where messages of this number go, for an app.
fn callbacks(app: &App, id: &PhoneNumberId) -> Map<String, Value> {
    let callbacks = &app.callbacks;
    let all = [
        ("phone_number", callbacks.numbers.get(id)),
        ("whatsapp_business_account", callbacks.account.as_ref()),
        ("application", callbacks.app.as_ref()),
    ];
    let set = all.into_iter().filter_map(|(name, target)| Some((name, target?)));
    set.map(|(name, target)| (name.to_owned(), target.as_str().into())).collect()
}

/// An override of a callback URL: `None` takes it away.
pub(super) async fn override_of(
    shell: &Shell,
    url: Option<&str>,
    verify_token: Option<&str>,
) -> Result<Option<Target>, Refusal> {
    let Some(url) = url.filter(|url| !url.is_empty()) else { return Ok(None) };
    let Some(verify_token) = verify_token.filter(|token| !token.is_empty()) else {
        return Err(Refusal::plain(100, "(#100) The parameter verify_token is required."));
    };
    if url.len() > 200 {
        return Err(Refusal::new(100, "override_callback_uri: at most 200 characters"));
    }
    let target = Target::new(url)
        .map_err(|TargetError(what)| Refusal::new(100, format!("override_callback_uri: {what}")))?;
    shell.ask(&target, verify_token).await.map_err(|error| {
        let mut refusal = Refusal::new(2_200, error.to_string());
        refusal.error.subcode = Some(2_200);
        refusal
    })?;
    Ok(Some(target))
}

/// `POST /{phone-number-id}` with `webhook_configuration`: asks, and takes it out of the body.
pub(super) async fn configure(
    shell: &Shell,
    app: &AppId,
    id: &str,
    body: &Value,
) -> Result<Option<Value>, Refusal> {
    let Some(configuration) = body.get("webhook_configuration") else { return Ok(None) };
    let text = |name: &str| configuration.get(name).and_then(Value::as_str);
    let known = shell.look(|world, _| world.number(id, "post").map(|number| number.id.clone()))?;
    let target = override_of(shell, text("override_callback_uri"), text("verify_token")).await?;
    shell.step(|world, _| {
        let Some(app) = world.apps.get_mut(app) else { return };
        match target {
            Some(target) => app.callbacks.numbers.insert(known, target),
            None => app.callbacks.numbers.remove(&known),
        };
    });
    Ok(Some(json!({"success": true})))
}
