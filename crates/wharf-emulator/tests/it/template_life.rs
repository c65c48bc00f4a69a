//! What becomes of templates by and by: pauses, pacing, categories, quality, archive.

use serde_json::{Value, json};
use wharf_emulator::Emulator;

use crate::{
    http::{GRACE, ask, code, control, frozen, get, post, send},
    receiver::Receiver,
};

const WABA: &str = "/v25.0/200000000000001";

/// A template, approved; its id.
async fn made(emulator: &Emulator, name: &str, category: &str) -> String {
    let body = json!({"name": name, "language": "en_US", "category": category,
        "components": [{"type": "BODY", "text": "Hello"}]});
    let made = post(emulator, &format!("{WABA}/message_templates"), &body).await.json();
    control(emulator, "PUT", &format!("templates/{name}"), &json!({"event": "APPROVED"})).await;
    made["id"].as_str().unwrap().to_owned()
}

fn sent(name: &str) -> Value {
    json!({"messaging_product": "whatsapp", "to": GRACE, "type": "template",
        "template": {"name": name, "language": {"code": "en_US"}}})
}

async fn judge(emulator: &Emulator, name: &str, verdict: Value) {
    control(emulator, "PUT", &format!("templates/{name}"), &verdict).await;
}

async fn hours(emulator: &Emulator, hours: u64) {
    control(emulator, "POST", "clock/advance", &json!({"hours": hours})).await;
}

async fn status(emulator: &Emulator, id: &str) -> String {
    let node = get(emulator, &format!("/v25.0/{id}?fields=status")).await.json();
    node["status"].as_str().unwrap().to_owned()
}

/// The next change: its field and its value. The model reads it.
async fn change(app: &mut Receiver) -> (String, Value) {
    let body = app.next().await;
    let events = wharf_model::webhook::read(body.to_string().as_bytes());
    for event in &events {
        assert_eq!(event.unread(), None, "{body}");
    }
    let change = &body["entry"][0]["changes"][0];
    (change["field"].as_str().unwrap().to_owned(), change["value"].clone())
}

#[tokio::test]
async fn a_template_that_people_do_not_like_rests_twice_and_is_then_disabled() {
    let emulator = frozen().await;
    let id = made(&emulator, "sale", "MARKETING").await;
    let mut app = Receiver::start(&[]).await;
    control(&emulator, "POST", "clock/advance", &json!({"seconds": 1})).await;
    emulator.set_webhook(&app.url, "wharf-dev-verify").await.unwrap();
    // Ada's message, and the approval.
    app.next().await;
    app.next().await;
    for (title, rest) in [("FIRST_PAUSE", 3), ("SECOND_PAUSE", 6)] {
        judge(&emulator, "sale", json!({"quality": "RED"})).await;
        if title == "FIRST_PAUSE" {
            let (field, value) = change(&mut app).await;
            assert_eq!(field, "message_template_quality_update");
            assert_eq!(
                (&value["previous_quality_score"], &value["new_quality_score"]),
                (&json!("UNKNOWN"), &json!("RED"))
            );
        }
        let (field, value) = change(&mut app).await;
        assert_eq!(
            (field.as_str(), &value["event"], &value["other_info"]["title"]),
            ("message_template_status_update", &json!("PAUSED"), &json!(title))
        );
        assert_eq!(code(&send(&emulator, &sent("sale")).await), 132_015);
        hours(&emulator, rest - 1).await;
        assert_eq!(status(&emulator, &id).await, "PAUSED");
        hours(&emulator, 1).await;
        assert_eq!(status(&emulator, &id).await, "APPROVED");
        assert_eq!(change(&mut app).await.1["other_info"]["title"], "UNPAUSE");
    }
    judge(&emulator, "sale", json!({"quality": "RED"})).await;
    assert_eq!(change(&mut app).await.1["event"], "DISABLED");
    assert_eq!(code(&send(&emulator, &sent("sale")).await), 132_016);
    let gone = format!("{WABA}/message_templates?name=sale");
    assert_eq!(code(&ask(&emulator, "DELETE", &gone, &Value::Null).await), 100);
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn the_app_is_told_that_a_template_is_gone() {
    let emulator = frozen().await;
    let id = made(&emulator, "offer", "UTILITY").await;
    let mut app = Receiver::start(&[]).await;
    emulator.set_webhook(&app.url, "wharf-dev-verify").await.unwrap();
    let gone = format!("{WABA}/message_templates?name=offer");
    assert_eq!(ask(&emulator, "DELETE", &gone, &Value::Null).await.status, 200);
    loop {
        let (field, value) = change(&mut app).await;
        if field == "message_template_status_update" && value["event"] == "DELETED" {
            assert_eq!(value["message_template_id"].to_string(), id);
            break;
        }
    }
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn a_paused_template_can_be_had_back_after_five_minutes() {
    let emulator = frozen().await;
    let id = made(&emulator, "sale", "MARKETING").await;
    let path = format!("/v25.0/{id}/unpause");
    assert_eq!(post(&emulator, &path, &json!({})).await.json()["success"], false);
    judge(&emulator, "sale", json!({"event": "PAUSED"})).await;
    let early = post(&emulator, &path, &json!({})).await.json();
    assert!(early["reason"].as_str().unwrap().contains("5 minutes"), "{early}");
    control(&emulator, "POST", "clock/advance", &json!({"minutes": 5})).await;
    assert_eq!(post(&emulator, &path, &json!({})).await.json(), json!({"success": true}));
    assert_eq!(status(&emulator, &id).await, "APPROVED");
    emulator.stop().await;
}

#[tokio::test]
async fn a_paced_template_goes_to_a_few_first_and_the_rest_is_held() {
    for (liked, expected) in [(true, "delivered"), (false, "failed")] {
        let emulator = frozen().await;
        let id = made(&emulator, "sale", "MARKETING").await;
        judge(&emulator, "sale", json!({"pacing": 1})).await;
        let first = send(&emulator, &sent("sale")).await.json();
        assert_eq!(first["messages"][0]["message_status"], "accepted");
        let second = send(&emulator, &sent("sale")).await.json();
        assert_eq!(second["messages"][0]["message_status"], "held_for_quality_assessment");
        let on_phone = || async {
            let all = get(&emulator, "/_control/users/15550002222/messages").await.json();
            all["data"][1].clone()
        };
        control(&emulator, "PUT", "users/15550002222", &json!({"reads": false})).await;
        control(&emulator, "POST", "clock/advance", &json!({"minutes": 29})).await;
        assert_eq!(on_phone().await["status"], "accepted");
        if !liked {
            // In time to be held back.
            judge(&emulator, "sale", json!({"held": "drop"})).await;
            let node = get(&emulator, &format!("/v25.0/{id}?fields=status")).await.json();
            assert_eq!(node["status"], "PAUSED");
        }
        control(&emulator, "POST", "clock/advance", &json!({"minutes": 2})).await;
        let message = on_phone().await;
        assert_eq!(message["status"], expected, "{message}");
        if !liked {
            assert_eq!(message["errors"][0]["code"], 132_015);
            // A pause of this kind does not end by itself.
            hours(&emulator, 48).await;
            assert_eq!(status(&emulator, &id).await, "PAUSED");
        }
        emulator.stop().await;
    }
}

#[tokio::test]
async fn another_category_is_announced_a_day_ahead() {
    let emulator = frozen().await;
    let id = made(&emulator, "notice", "UTILITY").await;
    let mut app = Receiver::start(&[]).await;
    emulator.set_webhook(&app.url, "wharf-dev-verify").await.unwrap();
    app.next().await;
    app.next().await;
    judge(&emulator, "notice", json!({"correct_category": "marketing"})).await;
    let (field, value) = change(&mut app).await;
    assert_eq!(
        (field.as_str(), &value["new_category"], &value["correct_category"]),
        ("template_category_update", &json!("UTILITY"), &json!("MARKETING"))
    );
    assert_eq!(value["category_update_timestamp"], 1_790_000_000 + 86_400);
    let list = format!("{WABA}/message_templates?correct_category=MARKETING&fields=name");
    assert_eq!(get(&emulator, &list).await.json()["data"][0]["name"], "notice");
    hours(&emulator, 24).await;
    let (_, value) = change(&mut app).await;
    assert_eq!(
        (&value["previous_category"], &value["new_category"], value.get("correct_category")),
        (&json!("UTILITY"), &json!("MARKETING"), None)
    );
    let node = get(&emulator, &format!("/v25.0/{id}?fields=category,previous_category")).await;
    assert_eq!(
        node.json(),
        json!({"id": id, "category": "MARKETING", "previous_category": "UTILITY"})
    );
    judge(&emulator, "notice", json!({"detected_category": "AUTHENTICATION"})).await;
    let (field, value) = change(&mut app).await;
    assert_eq!(
        (field.as_str(), &value["correct_category"]),
        ("template_correct_category_detection", &json!("AUTHENTICATION"))
    );
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn an_edit_is_told_when_it_is_approved_and_a_refusal_says_why() {
    let emulator = frozen().await;
    let id = made(&emulator, "edited", "UTILITY").await;
    let mut app = Receiver::start(&[]).await;
    emulator.set_webhook(&app.url, "wharf-dev-verify").await.unwrap();
    app.next().await;
    app.next().await;
    let parts = json!({"components": [
        {"type": "HEADER", "format": "TEXT", "text": "News"},
        {"type": "BODY", "text": "Hello again"},
        {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "Stop"}]},
    ]});
    post(&emulator, &format!("/v25.0/{id}"), &parts).await;
    control(&emulator, "POST", "clock/advance", &json!({"seconds": 5})).await;
    assert_eq!(change(&mut app).await.1["event"], "APPROVED");
    let (field, value) = change(&mut app).await;
    assert_eq!(field, "message_template_components_update");
    assert_eq!(
        (&value["message_template_element"], &value["message_template_title"]),
        (&json!("Hello again"), &json!("News"))
    );
    assert_eq!(
        value["message_template_buttons"],
        json!([{"message_template_button_type": "QUICK_REPLY", "message_template_button_text": "Stop"}])
    );
    let refusal = json!({"event": "REJECTED", "reason": "INVALID_FORMAT", "after_seconds": 60});
    judge(&emulator, "edited", refusal).await;
    assert_eq!(status(&emulator, &id).await, "APPROVED");
    control(&emulator, "POST", "clock/advance", &json!({"seconds": 60})).await;
    let (_, value) = change(&mut app).await;
    assert_eq!(
        (&value["event"], &value["reason"], value["rejection_info"].is_object()),
        (&json!("REJECTED"), &json!("INVALID_FORMAT"), true)
    );
    let node = get(&emulator, &format!("/v25.0/{id}?fields=rejected_reason")).await.json();
    assert_eq!(node["rejected_reason"], "INVALID_FORMAT");
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn what_is_put_away_can_be_taken_out_for_28_days() {
    let emulator = frozen().await;
    let (one, two) =
        (made(&emulator, "one", "UTILITY").await, made(&emulator, "two", "UTILITY").await);
    let path = |verb: &str| format!("{WABA}/message_templates/{verb}");
    let ids = json!({"hsm_ids": format!("{one},{two},7")});
    let away = post(&emulator, &path("archive"), &ids).await.json();
    assert_eq!(away["archived_templates"], json!([one, two]));
    assert!(away["failed_templates"]["7"].is_string(), "{away}");
    assert_eq!(code(&send(&emulator, &sent("one")).await), 132_001);
    let out = post(&emulator, &path("unarchive"), &json!({"hsm_ids": one})).await.json();
    assert_eq!(out["unarchived_templates"], json!([one]));
    assert_eq!(send(&emulator, &sent("one")).await.status, 200);
    assert_eq!(code(&post(&emulator, &path("archive"), &json!({})).await), 100);
    let many = vec!["7"; 101].join(",");
    assert_eq!(code(&post(&emulator, &path("archive"), &json!({"hsm_ids": many})).await), 100);
    hours(&emulator, 28 * 24).await;
    assert_eq!(code(&get(&emulator, &format!("/v25.0/{two}")).await), 100);
    assert_eq!(status(&emulator, &one).await, "APPROVED");
    emulator.stop().await;
}

#[tokio::test]
async fn a_phone_that_is_on_again_gets_what_is_not_too_old() {
    let emulator = frozen().await;
    let body = json!({"name": "soon", "language": "en_US", "category": "UTILITY",
        "message_send_ttl_seconds": 3_600, "components": [{"type": "BODY", "text": "Soon"}]});
    post(&emulator, &format!("{WABA}/message_templates"), &body).await;
    judge(&emulator, "soon", json!({"event": "APPROVED"})).await;
    let wrong = json!({"message_send_ttl_seconds": 29});
    let id = get(&emulator, &format!("{WABA}/message_templates?name=soon")).await.json();
    let id = id["data"][0]["id"].as_str().unwrap().to_owned();
    assert_eq!(code(&post(&emulator, &format!("/v25.0/{id}"), &wrong).await), 100);
    control(&emulator, "PUT", "users/15550002222", &json!({"reachable": false, "reads": false}))
        .await;
    for name in ["soon", "hello_world"] {
        assert_eq!(send(&emulator, &sent(name)).await.status, 200);
    }
    control(&emulator, "POST", "clock/advance", &json!({"minutes": 59})).await;
    assert_eq!(send(&emulator, &sent("soon")).await.status, 200);
    control(&emulator, "POST", "clock/advance", &json!({"minutes": 2})).await;
    control(&emulator, "PUT", "users/15550002222", &json!({"reachable": true})).await;
    let all = get(&emulator, "/_control/users/15550002222/messages").await.json();
    let standings: Vec<_> =
        all["data"].as_array().unwrap().iter().map(|one| &one["status"]).collect();
    // The first was too old by then; nobody is told of that.
    assert_eq!(standings, ["sent", "delivered", "delivered"]);
    emulator.stop().await;
}

#[tokio::test]
async fn a_verdict_that_says_nothing_or_nonsense_is_refused() {
    let emulator = frozen().await;
    for verdict in [
        json!({}),
        json!({"event": "EXPLODED"}),
        json!({"quality": "PURPLE"}),
        json!({"held": "maybe"}),
        json!({"mood": "good"}),
    ] {
        let answer = ask(&emulator, "PUT", "/_control/templates/hello_world", &verdict).await;
        assert!(matches!(answer.status, 400 | 422), "{verdict}: {answer:?}");
    }
    emulator.stop().await;
}
