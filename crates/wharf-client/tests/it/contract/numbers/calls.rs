//! Calls, and whether somebody may be called.

use serde_json::{Value, json};
use wharf_model::{
    call::{Call, CallVerb, GetCallPermission, PermissionStatus, SdpType, Session},
    id::CallId,
};

use super::Contract;
use crate::contract::{PERSON, number};

/// Calling is switched on by the settings.
pub(super) async fn by_the_business(contract: &Contract) {
    let allow = json!({ "allow": "permanent" });
    contract.control("PUT", &format!("users/{PERSON}/call_permission"), &allow).await;
    let get = GetCallPermission::new(number()).user_wa_id(PERSON);
    let permission = contract.call("GET /{phone}/call_permissions", &get).await.permission.unwrap();
    assert_eq!(permission.status, Some(PermissionStatus::Permanent));

    let offer = Session::new(SdpType::Offer, "v=0");
    let connect = Call::new(number(), CallVerb::Connect).to(PERSON).session(offer);
    let begun = contract.call("POST /{phone}/calls", &connect).await;
    let id = begun.calls.unwrap()[0].id.clone();
    let end = Call::new(number(), CallVerb::Terminate).call_id(id.clone());
    assert_eq!(contract.call("POST /{phone}/calls", &end).await.success, Some(true));
    let calls = contract.control("GET", "calls", &Value::Null).await;
    let known = CallId::new(calls["data"][0]["id"].as_str().unwrap()).unwrap();
    assert_eq!(known, id);
}
