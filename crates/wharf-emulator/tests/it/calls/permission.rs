//! Whether a person may be called.

use std::time::Duration;

use serde_json::json;
use wharf_model::call::PermissionStatus;

use super::{
    PERSON, act, allow, calls, can, offer, permission, request, ringing, scene, set_calling,
    status_of, with_call,
};
use crate::http::{ADA, Answer, GRACE, code, control, send};

#[tokio::test]
async fn somebody_is_asked_for_permission_and_answers() {
    let (emulator, mut app) = scene().await;
    let before = permission(&emulator).await;
    assert_eq!((status_of(&before), can(&before)), (PermissionStatus::None, (true, false)));
    let refused = calls(&emulator, offer(ADA)).await;
    assert_eq!((refused.status, code(&refused)), (401, 138_006));

    let id = send(&emulator, &request()).await.json()["messages"][0]["id"].clone();
    for _ in 0..3 {
        app.status().await;
    }
    let asked = permission(&emulator).await;
    assert_eq!(can(&asked), (false, false));
    let limits = asked.actions.unwrap()[0].limits.clone().unwrap();
    assert_eq!((limits[0].current_usage, limits[0].max_allowed), (Some(1), Some(1)));
    allow(&emulator, "temporary").await;
    let reply = app.value().await["messages"][0].clone();
    let said = &reply["interactive"]["call_permission_reply"];
    assert_eq!(
        (&reply["interactive"]["type"], &reply["context"]["id"], &said["response"]),
        (&json!("call_permission_reply"), &id, &json!("accept"))
    );
    assert_eq!(
        (&said["is_permanent"], &said["response_source"]),
        (&json!(false), &json!("user_action"))
    );
    let given = permission(&emulator).await;
    assert_eq!((status_of(&given), can(&given).1), (PermissionStatus::Temporary, true));
    assert_eq!(given.permission.unwrap().expiration_time, said["expiration_timestamp"].as_i64());
    emulator.advance(Duration::from_hours(7 * 24)).await;
    assert_eq!(status_of(&permission(&emulator).await), PermissionStatus::None);

    allow(&emulator, "permanent").await;
    app.value().await;
    assert_eq!(status_of(&permission(&emulator).await), PermissionStatus::Permanent);
    assert_eq!(code(&send(&emulator, &request()).await), 138_017);
    allow(&emulator, "never").await;
    let reply = app.value().await["messages"][0].clone();
    assert_eq!(reply["interactive"]["call_permission_reply"]["response"], "reject");
    assert_eq!(code(&calls(&emulator, offer(ADA)).await), 138_006);
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn people_are_asked_once_a_day_and_twice_a_week_until_they_take_a_call() {
    let (emulator, mut app) = scene().await;
    let ask_now = async || code_or_zero(&send(&emulator, &request()).await);
    assert_eq!(ask_now().await, 0);
    assert_eq!(ask_now().await, 138_009);
    emulator.advance(Duration::from_hours(24)).await;
    emulator.write(PERSON, "hi").unwrap();
    assert_eq!(ask_now().await, 0);
    emulator.advance(Duration::from_hours(25)).await;
    emulator.write(PERSON, "hi").unwrap();
    let refused = send(&emulator, &request()).await;
    assert_eq!(code(&refused), 138_009);
    assert!(
        refused.json()["error"]["error_data"]["details"].as_str().unwrap().contains("next time")
    );
    // A call that is taken starts the count anew.
    allow(&emulator, "temporary").await;
    let id = calls(&emulator, offer(ADA)).await.json()["calls"][0]["id"].clone();
    act(&emulator, &id, "answer").await;
    act(&emulator, &id, "hang_up").await;
    assert_eq!(ask_now().await, 0);
    control(
        &emulator,
        "PUT",
        "rules",
        &json!({"call_requests_a_day": null, "call_requests_a_week": null}),
    )
    .await;
    assert_eq!(ask_now().await, 0);
    // A question that did not arrive does not count.
    control(&emulator, "PUT", "rules", &json!({"call_requests_a_day": 1})).await;
    let mut to_grace = request();
    to_grace["to"] = GRACE.into();
    for _ in 0..2 {
        assert_eq!(code_or_zero(&send(&emulator, &to_grace).await), 0);
    }
    while app.next().await["entry"][0]["changes"][0]["value"]["statuses"][0]["errors"].is_null() {}
    emulator.stop().await;
    app.stop().await;
}

fn code_or_zero(answer: &Answer) -> u64 {
    if answer.status == 200 { 0 } else { code(answer) }
}

#[tokio::test]
async fn four_calls_in_a_row_that_nobody_takes_end_a_permission() {
    let (emulator, mut app) = scene().await;
    allow(&emulator, "permanent").await;
    app.value().await;
    for _ in 0..4 {
        let id = ringing(&emulator, &mut app).await;
        calls(&emulator, with_call("terminate", &id)).await;
        app.of("calls").await;
    }
    assert_eq!(code(&calls(&emulator, offer(ADA)).await), 138_006);
    assert_eq!(status_of(&permission(&emulator).await), PermissionStatus::None);
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn who_calls_may_be_called_back_where_the_number_asks_for_it() {
    let (emulator, mut app) = scene().await;
    set_calling(&emulator, json!({"callback_permission_status": "ENABLED"})).await;
    app.next().await;
    let id = control(&emulator, "POST", &format!("users/{PERSON}/calls"), &json!({})).await["id"]
        .clone();
    app.of("calls").await;
    let reply = app.value().await["messages"][0].clone();
    assert_eq!(
        (
            &reply["context"]["id"],
            &reply["interactive"]["call_permission_reply"]["response_source"]
        ),
        (&id, &json!("automatic"))
    );
    act(&emulator, &id, "hang_up").await;
    app.of("calls").await;
    ringing(&emulator, &mut app).await;
    emulator.stop().await;
    app.stop().await;
}
