//! The account: its numbers, who works on it, what was done on it, what the platform thinks of it.

use serde_json::{Value, json};

use crate::{
    http::{GRACE, NUMBER, ask, call, code, control, frozen, get, look, post, send, text},
    receiver::Receiver,
};

const WABA: &str = "/v25.0/200000000000001";

/// The next change: its field and its value. The model reads it.
async fn change(app: &mut Receiver) -> (String, Value) {
    let body = app.next().await;
    for event in wharf_model::webhook::read(body.to_string().as_bytes()) {
        assert_eq!(event.unread(), None, "{body}");
        assert!(event.update().is_some(), "{body}");
    }
    let change = &body["entry"][0]["changes"][0];
    (change["field"].as_str().unwrap().to_owned(), change["value"].clone())
}

async fn listening(emulator: &wharf_emulator::Emulator) -> Receiver {
    let mut app = Receiver::start(&[]).await;
    emulator.set_webhook(&app.url, "wharf-dev-verify").await.unwrap();
    app.value().await;
    app
}

#[tokio::test]
async fn a_number_is_added_proved_registered_and_sends() {
    let emulator = frozen().await;
    let mut app = listening(&emulator).await;
    let path = format!("{WABA}/phone_numbers");
    let body = json!({"cc": "1", "phone_number": "(555) 000-0002", "verified_name": "Wharf Tea"});
    let added = post(&emulator, &path, &body).await.json();
    let id = added["id"].as_str().unwrap().to_owned();
    let node =
        get(&emulator, &format!("/v25.0/{id}?fields=status,name_status,code_verification_status"))
            .await;
    assert_eq!(
        node.json(),
        json!({"id": id, "status": "PENDING", "name_status": "PENDING_REVIEW", "code_verification_status": "NOT_VERIFIED"})
    );
    assert_eq!(post(&emulator, &path, &body).await.json()["error"]["error_subcode"], 2_388_091);
    for (field, value) in [
        ("phone_number", json!("tea")),
        ("verified_name", json!("")),
        ("phone_number", Value::Null),
    ] {
        let mut body = body.clone();
        body[field] = value;
        assert_eq!(code(&post(&emulator, &path, &body).await), 100, "{body}");
    }
    let mut moved = body.clone();
    moved["migrate_phone_number"] = true.into();
    assert_eq!(post(&emulator, &path, &moved).await.status, 501);

    let edge = |name: &str| format!("/v25.0/{id}/{name}");
    let pin = json!({"messaging_product": "whatsapp", "pin": "123456"});
    assert_eq!(code(&post(&emulator, &edge("register"), &pin).await), 133_006);
    let method = json!({"code_method": "SMS", "language": "en_US"});
    assert_eq!(post(&emulator, &edge("request_code"), &method).await.status, 200);
    let numbers = get(&emulator, "/_control/numbers").await.json();
    let own = numbers["data"].as_array().unwrap().iter().find(|number| number["id"] == id.as_str());
    let proof = json!({"code": own.unwrap()["code"]});
    assert_eq!(post(&emulator, &edge("verify_code"), &proof).await.status, 200);
    let message = json!({"messaging_product": "whatsapp", "to": GRACE, "type": "template",
        "template": {"name": "hello_world", "language": {"code": "en_US"}}});
    assert_eq!(code(&post(&emulator, &edge("messages"), &message).await), 133_010);
    assert_eq!(post(&emulator, &edge("register"), &pin).await.status, 200);
    assert_eq!(change(&mut app).await.1["event"], "ONBOARDING");
    assert_eq!(post(&emulator, &edge("messages"), &message).await.status, 200);
    // The name was looked at in the meantime.
    control(&emulator, "POST", "clock/advance", &json!({"seconds": 5})).await;
    let node = get(&emulator, &format!("/v25.0/{id}?fields=name_status,status")).await.json();
    assert_eq!((&node["name_status"], &node["status"]), (&json!("APPROVED"), &json!("CONNECTED")));
    let kinds = get(&emulator, &format!("{WABA}/activities")).await.json();
    let kinds: Vec<_> =
        kinds["data"].as_array().unwrap().iter().map(|one| &one["activity_type"]).collect();
    assert_eq!(kinds, ["PHONE_NUMBER_VERIFIED", "PHONE_NUMBER_ADDED"]);
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn people_are_let_in_changed_and_shown_out() {
    let emulator = frozen().await;
    let path = format!("{WABA}/assigned_users");
    assert_eq!(code(&get(&emulator, &path).await), 100);
    let url = format!("{}{path}", emulator.url());
    let headers = [
        ("authorization", "Bearer wharf-dev"),
        ("content-type", "application/x-www-form-urlencoded"),
    ];
    let form = "user=42&tasks=%5B%22MANAGE%22%2C%22MESSAGING%22%5D";
    assert_eq!(call("POST", &url, &headers, form).await.status, 200);
    let list = get(&emulator, &format!("{path}?business=1&fields=tasks,user_type")).await.json();
    assert_eq!(
        list["data"],
        json!([{"id": "42", "tasks": ["MANAGE", "MESSAGING"], "user_type": "SYSTEM_USER"}])
    );
    for body in [
        json!({"user": "42"}),
        json!({"tasks": ["MANAGE"]}),
        json!({"user": "42", "tasks": ["RULE"]}),
    ] {
        assert_eq!(code(&post(&emulator, &path, &body).await), 100, "{body}");
    }
    assert_eq!(call("DELETE", &url, &headers, "user=42").await.status, 200);
    assert_eq!(code(&call("DELETE", &url, &headers, "user=42").await), 100);
    assert_eq!(get(&emulator, &format!("{path}?business=1")).await.json(), json!({"data": []}));
    let kinds = format!(
        "{WABA}/activities?activity_type=[\"USER_REMOVED\"]&fields=activity_type,timestamp"
    );
    let done = look(&emulator, &kinds).await.json();
    assert_eq!(
        done["data"],
        json!([{"id": "2", "activity_type": "USER_REMOVED", "timestamp": "2026-09-21T14:13:20+0000"}])
    );
    let later = get(&emulator, &format!("{WABA}/activities?since=2026-09-22")).await.json();
    assert_eq!(later, json!({"data": []}));
    assert_eq!(code(&get(&emulator, &format!("{WABA}/activities?since=yesterday")).await), 100);
    emulator.stop().await;
}

#[tokio::test]
async fn a_restricted_account_cannot_do_what_it_may_not() {
    let emulator = frozen().await;
    let mut app = listening(&emulator).await;
    let restrict = |kind: &str| {
        json!({"event": "ACCOUNT_RESTRICTION", "with": {"restriction_info": [
            {"restriction_type": kind, "expiration": 1_790_600_000}]}})
    };
    let template = json!({"messaging_product": "whatsapp", "to": GRACE, "type": "template",
        "template": {"name": "hello_world", "language": {"code": "en_US"}}});
    control(&emulator, "PUT", "account", &restrict("RESTRICTED_BIZ_INITIATED_MESSAGING")).await;
    let (field, value) = change(&mut app).await;
    assert_eq!(
        (field.as_str(), &value["event"]),
        ("account_update", &json!("ACCOUNT_RESTRICTION"))
    );
    let refused = send(&emulator, &template).await;
    assert_eq!((refused.status, code(&refused)), (403, 368));
    assert_eq!(send(&emulator, &text("x")).await.status, 200);
    control(&emulator, "PUT", "account", &restrict("RESTRICTED_UTILITY_TEMPLATES")).await;
    assert_eq!(code(&send(&emulator, &template).await), 131_064);
    control(&emulator, "PUT", "account", &restrict("RESTRICTED_ADD_PHONE_NUMBER_ACTION")).await;
    let number = json!({"phone_number": "+15550000009", "verified_name": "x"});
    assert_eq!(code(&post(&emulator, &format!("{WABA}/phone_numbers"), &number).await), 368);
    let ban = json!({"event": "DISABLED_UPDATE", "with": {"ban_info": {"waba_ban_state": ["DISABLE"], "waba_ban_date": "April 17, 2027"}}});
    control(&emulator, "PUT", "account", &ban).await;
    let refused = send(&emulator, &text("x")).await;
    assert_eq!((refused.status, code(&refused)), (403, 131_031));
    let free = json!({"event": "DISABLED_UPDATE", "with": {"ban_info": {"waba_ban_state": ["REINSTATE"]}}});
    control(&emulator, "PUT", "account", &free).await;
    assert_eq!(send(&emulator, &text("x")).await.status, 200);
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn decisions_and_alerts_about_the_account_are_told() {
    let emulator = frozen().await;
    let mut app = listening(&emulator).await;
    control(&emulator, "PUT", "account", &json!({"decision": "REJECTED"})).await;
    assert_eq!(
        change(&mut app).await,
        ("account_review_update".to_owned(), json!({"decision": "REJECTED"}))
    );
    let node = get(&emulator, &format!("{WABA}?fields=account_review_status")).await.json();
    assert_eq!(node["account_review_status"], "REJECTED");
    let alert = json!({"entity_type": "BUSINESS", "entity_id": "1", "alert_info": {"alert_type": "PROFILE_PICTURE_LOST"}});
    control(&emulator, "PUT", "account", &json!({"alert": alert})).await;
    assert_eq!(change(&mut app).await, ("account_alerts".to_owned(), alert));
    for (news, why) in [
        (json!({"event": "ACCOUNT_EXPLODED"}), "ACCOUNT_EXPLODED"),
        (json!({"with": {"a": 1}}), "event"),
        (json!({"weather": "fine"}), "weather"),
    ] {
        let answer = ask(&emulator, "PUT", "/_control/account", &news).await;
        assert!(matches!(answer.status, 400 | 422), "{answer:?}");
        assert!(answer.json()["error"]["message"].as_str().unwrap().contains(why), "{answer:?}");
    }
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn the_badge_is_asked_for_refused_asked_for_again_and_given() {
    let emulator = frozen().await;
    let mut app = listening(&emulator).await;
    let path = format!("/v25.0/{NUMBER}/official_business_account");
    let state = || async { get(&emulator, &path).await.json()["oba_status"].clone() };
    assert_eq!(state().await, "NOT_STARTED");
    assert_eq!(code(&post(&emulator, &path, &json!({})).await), 100);
    assert_eq!(
        code(&post(&emulator, &path, &json!({"action": "WITHDRAW_APPLICATION"})).await),
        100
    );
    let guide = json!({"business_website_url": "https://example.com", "primary_country_of_operation": "US"});
    assert_eq!(post(&emulator, &path, &guide).await.json()["success"], true);
    assert_eq!(code(&post(&emulator, &path, &guide).await), 100);
    let number = format!("numbers/{NUMBER}");
    control(&emulator, "PUT", &number, &json!({"official": "REJECTED"})).await;
    let (field, value) = change(&mut app).await;
    assert_eq!(
        (field.as_str(), &value["alert_info"]["alert_type"]),
        ("account_alerts", &json!("OBA_REJECTED"))
    );
    let again = post(&emulator, &path, &json!({"action": "RESUBMIT_APPLICATION"})).await.json();
    assert_eq!(again["updated_status"]["oba_status"], "PENDING");
    control(&emulator, "PUT", &number, &json!({"official": "APPROVED"})).await;
    assert_eq!(change(&mut app).await.1["alert_info"]["alert_type"], "OBA_APPROVED");
    let node =
        get(&emulator, &format!("/v25.0/{NUMBER}?fields=is_official_business_account")).await;
    assert_eq!(node.json()["is_official_business_account"], true);
    emulator.stop().await;
    app.stop().await;
}
