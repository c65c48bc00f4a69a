//! What is said in a group.

use std::time::Duration;

use serde_json::{Value, json};
use wharf_model::{analytics::GroupSeries, page::Page};

use super::{ADA, GRACE, full, group, scene, to_group, whatsapp, writes};
use crate::http::{code, control, get, post, send};

#[tokio::test]
async fn a_message_to_a_group_is_told_of_person_by_person_in_one_webhook() {
    let (emulator, mut app) = scene().await;
    let (id, _) = full(&emulator, &mut app).await;
    let said = writes(&emulator, ADA, &id, "hello all").await;
    let value = app.value().await;
    assert_eq!(
        (&value["messages"][0]["group_id"], &value["messages"][0]["id"]),
        (&json!(id), &said["id"])
    );
    assert_eq!(value["contacts"][0]["wa_id"], ADA);
    control(&emulator, "PUT", &format!("users/{GRACE}"), &json!({"reads": false})).await;

    let mut message = to_group(&id, "text", json!({"body": "hello Ada"}));
    message["biz_opaque_callback_data"] = "job-1".into();
    message["context"] = json!({"message_id": said["id"]});
    let sent = send(&emulator, &message).await.json();
    assert_eq!(
        (&sent["contacts"][0]["input"], &sent["contacts"][0]["wa_id"]),
        (&json!(id), &json!(id))
    );
    assert_eq!(sent["messages"][0]["group_id"], json!(id));
    let status = app.status().await;
    assert_eq!(
        (&status["status"], &status["recipient_id"], &status["recipient_type"]),
        (&json!("sent"), &json!(id), &json!("group"))
    );
    assert_eq!(status["pricing"]["category"], "group_service");
    let delivered = app.value().await;
    let statuses = delivered["statuses"].as_array().unwrap();
    assert_eq!((statuses.len(), delivered["contacts"].as_array().unwrap().len()), (2, 2));
    for (status, wa_id) in statuses.iter().zip([ADA, GRACE]) {
        assert_eq!(
            (&status["status"], &status["recipient_participant_id"]),
            (&json!("delivered"), &json!(wa_id))
        );
        assert_eq!(status["biz_opaque_callback_data"], "job-1");
    }
    let read = app.value().await;
    assert_eq!(read["statuses"].as_array().unwrap().len(), 1);
    assert_eq!(
        (&read["statuses"][0]["status"], &read["statuses"][0]["recipient_participant_id"]),
        (&json!("read"), &json!(ADA))
    );
    let said = control(&emulator, "GET", "messages", &Value::Null).await;
    let last = said["data"].as_array().unwrap().last().unwrap().clone();
    assert_eq!((&last["status"], &last["group_id"]), (&json!("delivered"), &json!(id)));
    assert_eq!(last["participants"][0], json!({"wa_id": ADA, "status": "read"}));
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn people_react_and_quote_in_a_group_and_nobody_outside_writes_there() {
    let (emulator, mut app) = scene().await;
    let (id, _) = full(&emulator, &mut app).await;
    let said = writes(&emulator, ADA, &id, "hello").await["id"].clone();
    app.value().await;
    let path = format!("/_control/users/{GRACE}/messages");
    let body = json!({"type": "reaction", "reaction": {"message_id": said, "emoji": "👍"}, "group_id": id});
    assert_eq!(post(&emulator, &path, &body).await.status, 200);
    let message = app.value().await["messages"][0].clone();
    assert_eq!((&message["type"], &message["group_id"]), (&json!("reaction"), &json!(id)));
    let body = json!({"type": "text", "text": {"body": "hi"}, "context": {"message_id": said}, "group_id": id});
    post(&emulator, &path, &body).await;
    let message = app.value().await["messages"][0].clone();
    assert_eq!(message["context"], json!({"from": ADA, "id": said}));
    let all = control(&emulator, "GET", &format!("users/{GRACE}/messages"), &Value::Null).await;
    assert_eq!(all["data"][0]["reactions"], json!({GRACE: "👍"}));

    control(&emulator, "PUT", "users/15550003333", &json!({"name": "Bea"})).await;
    let stranger = "/_control/users/15550003333/messages";
    for (path, body, says) in [
        (
            stranger,
            json!({"type": "text", "text": {"body": "x"}, "group_id": id}),
            "not in this group",
        ),
        (
            &path,
            json!({"type": "text", "text": {"body": "x"}, "group_id": "none"}),
            "no such group",
        ),
        (&path, json!({"type": "text", "text": {"body": "x"}, "group_id": 7}), "group_id"),
        (
            &path,
            json!({"type": "reaction", "reaction": {"message_id": "wamid.none", "emoji": "x"}, "group_id": id}),
            "reaction.message_id",
        ),
    ] {
        let answer = post(&emulator, path, &body).await;
        assert_eq!(answer.status, 400);
        assert!(answer.json()["error"]["message"].as_str().unwrap().contains(says), "{answer:?}");
    }
    // A business marks nothing as read there.
    let read = whatsapp(json!({"status": "read", "message_id": said}));
    assert_eq!(code(&send(&emulator, &read).await), 131_009);
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn a_group_is_counted_person_by_person_and_day_by_day() {
    let (emulator, mut app) = scene().await;
    let (id, _) = full(&emulator, &mut app).await;
    writes(&emulator, ADA, &id, "hi").await;
    for body in ["one", "two"] {
        let sent = send(&emulator, &to_group(&id, "text", json!({"body": body}))).await;
        assert_eq!(sent.status, 200, "{sent:?}");
    }
    control(&emulator, "DELETE", &format!("users/{GRACE}/groups/{id}"), &Value::Null).await;
    control(&emulator, "POST", "clock/advance", &json!({"hours": 30})).await;

    let now = get(&emulator, "/_control/clock").await.json()["now"].as_i64().unwrap();
    let asked = |more: &str| {
        let start = now - 3 * 86_400;
        format!(
            "/v25.0/200000000000001/group_analytics?start={start}&end={now}&granularity=DAILY{more}"
        )
    };
    let answer = get(&emulator, &asked(&format!("&group_ids=[%22{id}%22]"))).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    let page: Page<GroupSeries> = serde_json::from_value(answer.json()).unwrap();
    let points = page.data[0].data_points.clone().unwrap();
    assert_eq!(points.len(), 1, "{answer:?}");
    let point = &points[0];
    assert_eq!(point.group_id.as_ref().unwrap().as_str(), id);
    assert_eq!(
        (point.sent, point.participants_joined, point.participants_left),
        (Some(4), Some(2), Some(1)),
        "{answer:?}"
    );
    assert!(point.delivered <= point.sent && point.read <= point.delivered, "{answer:?}");
    let one =
        get(&emulator, &asked(&format!("&group_ids=[%22{id}%22]&metric_types=[%22SENT%22]"))).await;
    assert!(!one.body.windows(4).any(|word| word == b"read"), "{one:?}");
    for (more, why) in [
        (String::new(), "group_ids: one id"),
        ("&group_ids=[1,2]".to_owned(), "group_ids: one id"),
        ("&group_ids=[none]".to_owned(), "group_ids: there is no none"),
        (
            format!("&group_ids=[%22{id}%22]&metric_types=[%22SENT%22,%22HEARD%22]"),
            "metric_types[1]",
        ),
    ] {
        let refused = get(&emulator, &asked(&more)).await;
        assert_eq!((refused.status, code(&refused)), (400, 100), "{more}: {refused:?}");
        assert!(refused.json()["error"].to_string().contains(why), "{more}: {refused:?}");
    }
    emulator.stop().await;
}

#[tokio::test]
async fn what_a_group_does_not_take_is_refused() {
    let (emulator, mut app) = scene().await;
    let (empty, _) = group(&emulator, &mut app, "auto_approve").await;
    let (id, _) = full(&emulator, &mut app).await;
    let text = |to: &str| to_group(to, "text", json!({"body": "x"}));
    let buttons = json!({"type": "button", "body": {"text": "?"}, "action": {"buttons": [
        {"type": "reply", "reply": {"id": "y", "title": "Yes"}}]}});
    for (message, expected) in [
        (text(&empty), 131_020),
        (text("Y2FwaV9ncm91cDpub25l"), 131_041),
        (text("+15550001111"), 131_009),
        (text(""), 131_008),
        (to_group(&id, "location", json!({"latitude": 1, "longitude": 2})), 131_051),
        (to_group(&id, "reaction", json!({"message_id": "wamid.A", "emoji": "👍"})), 131_051),
        (to_group(&id, "image", json!({"id": "1"})), 131_009),
        (to_group(&id, "template", json!({"name": "none", "language": {"code": "en"}})), 132_001),
        (
            to_group(
                &id,
                "pin",
                json!({"type": "pin", "message_id": "wamid.A", "expiration_days": 1}),
            ),
            131_009,
        ),
    ] {
        assert_eq!(code(&send(&emulator, &message).await), expected, "{message}");
    }
    let interactive = send(&emulator, &to_group(&id, "interactive", buttons)).await;
    assert_eq!(interactive.status, 400);
    let mut to_person = text(&id);
    to_person["recipient_type"] = "individual".into();
    assert_eq!(code(&send(&emulator, &to_person).await), 131_009);

    // Nobody has written: only a template arrives.
    send(&emulator, &text(&id)).await;
    let failed = app.status().await;
    assert_eq!(
        (&failed["status"], &failed["errors"][0]["code"], &failed["recipient_id"]),
        (&json!("failed"), &json!(131_047), &json!(id))
    );
    let template = json!({"name": "hello_world", "language": {"code": "en_US"}});
    let sent = send(&emulator, &to_group(&id, "template", template)).await.json();
    assert_eq!(sent["messages"][0]["message_status"], "accepted");
    let status = app.status().await;
    assert!(status["pricing"]["category"].as_str().unwrap().starts_with("group_"), "{status}");
    // A window lasts a day.
    app.value().await;
    app.value().await;
    writes(&emulator, ADA, &id, "hi").await;
    app.value().await;
    emulator.advance(Duration::from_hours(24)).await;
    send(&emulator, &text(&id)).await;
    assert_eq!(app.status().await["errors"][0]["code"], 131_047);
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn a_template_carries_the_link_into_a_group() {
    let (emulator, mut app) = scene().await;
    let (id, link) = group(&emulator, &mut app, "auto_approve").await;
    let template = |group: &str| {
        let values =
            json!([{"type": "group_id", "group_id": group}, {"type": "text", "text": "Friday"}]);
        let components = json!([{"type": "body", "parameters": values}]);
        let template = json!({"name": "order_update", "language": {"code": "en_US"}, "components": components});
        whatsapp(json!({"to": "+15550002222", "type": "template", "template": template}))
    };
    assert_eq!(code(&send(&emulator, &template("none")).await), 131_041);
    assert_eq!(send(&emulator, &template(&id)).await.status, 200);
    let page = get(&emulator, &format!("/phone/{GRACE}")).await;
    assert!(String::from_utf8(page.body.to_vec()).unwrap().contains(&link));
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn three_messages_are_pinned_and_a_fourth_takes_the_oldest_down() {
    let (emulator, mut app) = scene().await;
    let (id, _) = full(&emulator, &mut app).await;
    let mut said = Vec::new();
    for at in 0..4 {
        said.push(writes(&emulator, ADA, &id, &format!("message {at}")).await["id"].clone());
        app.value().await;
    }
    let pin = |message: &Value, days: u32| {
        let pin = json!({"type": "pin", "message_id": message, "expiration_days": days});
        to_group(&id, "pin", pin)
    };
    let pinned = async || {
        let groups = control(&emulator, "GET", "groups", &Value::Null).await;
        let pins = groups["data"][0]["pinned"].as_array().unwrap().clone();
        pins.iter().map(|pin| pin["message_id"].clone()).collect::<Vec<_>>()
    };
    for (at, message) in said.iter().enumerate() {
        let days = if at == 3 { 2 } else { 1 };
        let sent = send(&emulator, &pin(message, days)).await.json();
        assert!(sent["messages"][0]["id"].as_str().unwrap().starts_with("wamid."));
        assert_eq!(app.status().await["status"], "sent");
    }
    assert_eq!(pinned().await, said[1..]);
    let unpin = json!({"type": "unpin", "message_id": said[1]});
    assert_eq!(send(&emulator, &to_group(&id, "pin", unpin)).await.status, 200);
    assert_eq!(pinned().await, said[2..]);
    emulator.advance(Duration::from_hours(25)).await;
    assert_eq!(pinned().await, said[3..]);
    assert_eq!(code(&send(&emulator, &pin(&said[0], 31)).await), 131_009);
    let mut alone = pin(&said[0], 1);
    alone["recipient_type"] = "individual".into();
    alone["to"] = "+15550001111".into();
    assert!(send(&emulator, &alone).await.status == 400);
    emulator.stop().await;
    app.stop().await;
}
