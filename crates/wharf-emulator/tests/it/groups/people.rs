//! Who comes into a group, and who goes.

use serde_json::{Value, json};
use wharf_model::group::JoinAnswer;

use super::{ADA, GRACE, full, group, join, scene, to_group, whatsapp, writes};
use crate::http::{ask, code, control, get, post, send};

#[tokio::test]
async fn people_come_by_the_link_until_the_group_is_full() {
    let (emulator, mut app) = scene().await;
    let (id, link) = group(&emulator, &mut app, "auto_approve").await;
    control(&emulator, "PUT", "users/15550001111", &json!({"username": "ada.l"})).await;
    let joined = join(&emulator, ADA, &link).await.json();
    assert_eq!(joined, json!({"group_id": id, "joined": true}));
    let told = app.of("group_participants_update").await["groups"][0].clone();
    assert_eq!(
        (&told["type"], &told["reason"], &told["added_participants"][0]["wa_id"]),
        (&json!("group_participants_add"), &json!("invite_link"), &json!(ADA))
    );
    assert_eq!(told["added_participants"][0]["username"], "ada.l");
    for at in 0..7 {
        let wa_id = format!("1555000300{at}");
        control(&emulator, "PUT", &format!("users/{wa_id}"), &json!({})).await;
        assert_eq!(join(&emulator, &wa_id, &link).await.status, 200);
        app.of("group_participants_update").await;
    }
    for (wa_id, link, says) in [
        (GRACE, link.as_str(), "full"),
        (ADA, &link, "already"),
        (GRACE, "https://chat.whatsapp.com/none", "nobody in"),
        ("15559999999", &link, "nobody has the number"),
    ] {
        let answer = join(&emulator, wa_id, link).await;
        assert_eq!(answer.status, 400);
        assert!(answer.json()["error"]["message"].as_str().unwrap().contains(says), "{answer:?}");
    }
    let path = format!("/_control/users/{ADA}/groups/{id}");
    assert_eq!(ask(&emulator, "DELETE", &path, &Value::Null).await.status, 200);
    let told = app.of("group_participants_update").await["groups"][0].clone();
    assert_eq!(
        (&told["type"], &told["initiated_by"], &told["removed_participants"][0]["wa_id"]),
        (&json!("group_participants_remove"), &json!("participant"), &json!(ADA))
    );
    assert_eq!(ask(&emulator, "DELETE", &path, &Value::Null).await.status, 400);
    let mine = control(&emulator, "GET", &format!("users/{ADA}/groups"), &Value::Null).await;
    assert_eq!(mine["data"], json!([]));
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn who_asks_to_come_in_is_let_in_refused_or_thinks_better_of_it() {
    let (emulator, mut app) = scene().await;
    let (id, link) = group(&emulator, &mut app, "approval_required").await;
    let path = format!("/v25.0/{id}/join_requests");
    let mut asked = Vec::new();
    for wa_id in [ADA, GRACE] {
        let answer = join(&emulator, wa_id, &link).await.json();
        assert_eq!(answer["joined"], false);
        let told = app.of("group_participants_update").await["groups"][0].clone();
        assert_eq!(
            (&told["type"], &told["join_request_id"], &told["wa_id"]),
            (&json!("group_join_request_created"), &answer["join_request_id"], &json!(wa_id))
        );
        asked.push(told["join_request_id"].clone());
    }
    assert_eq!(join(&emulator, ADA, &link).await.status, 400);
    let list = get(&emulator, &path).await.json();
    assert_eq!(list["data"][1]["join_request_id"], asked[1]);

    let body = whatsapp(json!({"join_requests": [asked[0], "none"]}));
    let answer: JoinAnswer =
        serde_json::from_value(post(&emulator, &path, &body).await.json()).unwrap();
    assert_eq!(answer.approved_join_requests.unwrap().len(), 1);
    let failed = answer.failed_join_requests.unwrap();
    assert_eq!(failed[0].errors.as_ref().unwrap()[0].code, 131_213);
    let told = app.of("group_participants_update").await["groups"][0].clone();
    assert_eq!(told["added_participants"][0]["wa_id"], ADA);

    // Grace asks no longer.
    let own = format!("/_control/users/{GRACE}/groups/{id}");
    assert_eq!(ask(&emulator, "DELETE", &own, &Value::Null).await.status, 200);
    let told = app.of("group_participants_update").await["groups"][0].clone();
    assert_eq!(
        (&told["type"], &told["join_request_id"], &told["reason"]),
        (&json!("group_join_request_revoked"), &asked[1], &json!("canceled"))
    );
    let again = join(&emulator, GRACE, &link).await.json()["join_request_id"].clone();
    app.of("group_participants_update").await;
    let body = whatsapp(json!({"join_requests": [again]}));
    let rejected = ask(&emulator, "DELETE", &path, &body).await.json();
    assert_eq!(rejected["rejected_join_requests"], json!([again]));
    let nothing = ask(&emulator, "DELETE", &path, &body).await.json();
    assert_eq!(
        (&nothing["rejected_join_requests"], &nothing["errors"][0]["code"]),
        (&json!([]), &json!(131_213))
    );
    for body in [json!({"join_requests": ["x"]}), whatsapp(json!({"join_requests": []}))] {
        assert_eq!(code(&post(&emulator, &path, &body).await), 100, "{body}");
    }
    assert_eq!(code(&post(&emulator, &path, &whatsapp(json!({}))).await), 131_008);
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn who_is_taken_out_does_not_come_back_by_the_link() {
    let (emulator, mut app) = scene().await;
    let (id, link) = full(&emulator, &mut app).await;
    let path = format!("/v25.0/{id}/participants");
    let users = |all: &[&str]| {
        let all: Vec<_> = all.iter().map(|user| json!({"user": user})).collect();
        whatsapp(json!({"participants": all}))
    };
    let nine = ["15550001111"; 9];
    for (body, expected) in [
        (users(&[]), 100),
        (users(&nine), 131_204),
        (users(&["+15550001111", "15550001111"]), 131_202),
        (users(&["15559999999"]), 131_212),
        (json!({"participants": [{"user": ADA}]}), 100),
        (whatsapp(json!({})), 131_008),
    ] {
        let answer = ask(&emulator, "DELETE", &path, &body).await;
        assert_eq!((answer.status, code(&answer)), (400, expected), "{body}");
    }
    let partly = ask(&emulator, "DELETE", &path, &users(&["+15550001111", "15559999999"])).await;
    assert_eq!((partly.status, code(&partly)), (206, 131_201));
    let told = app.of("group_participants_update").await["groups"][0].clone();
    assert_eq!(
        (&told["type"], &told["initiated_by"], &told["request_id"]),
        (&json!("group_participants_remove"), &json!("business"), &partly.json()["request_id"])
    );
    assert_eq!(told["removed_participants"][0]["input"], "+15550001111");
    assert_eq!(told["failed_participants"][0]["errors"][0]["code"], 131_212);
    let back = join(&emulator, ADA, &link).await;
    assert!(back.json()["error"]["message"].as_str().unwrap().contains("took them out"));
    let all = ask(&emulator, "DELETE", &path, &users(&[GRACE])).await;
    assert_eq!(all.status, 200);
    // Nobody can be put in.
    assert_eq!(code(&post(&emulator, &path, &users(&[GRACE])).await), 100);
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn somebody_comes_answers_and_leaves_by_script() {
    let (emulator, mut app) = scene().await;
    let (id, link) = group(&emulator, &mut app, "auto_approve").await;
    let steps = json!([
        {"join": link}, {"send": {"type": "text", "text": {"body": "hi all"}, "group_id": id}},
        "await", "read", {"react": "👍"}, {"type": "see you"}, {"edit": "see you all"}, {"leave": id}
    ]);
    control(&emulator, "PUT", &format!("users/{ADA}/script"), &json!({"steps": steps})).await;
    app.of("group_participants_update").await;
    assert_eq!(app.value().await["messages"][0]["text"]["body"], "hi all");
    let sent = send(&emulator, &to_group(&id, "text", json!({"body": "Friday?"}))).await.json();
    let sent = sent["messages"][0]["id"].clone();
    assert_eq!(app.status().await["status"], "sent");
    assert_eq!(app.status().await["status"], "delivered");
    assert_eq!(app.status().await["status"], "read");
    let reaction = app.value().await["messages"][0].clone();
    assert_eq!((&reaction["reaction"]["message_id"], &reaction["group_id"]), (&sent, &json!(id)));
    let typed = app.value().await["messages"][0].clone();
    assert_eq!((&typed["text"]["body"], &typed["group_id"]), (&json!("see you"), &json!(id)));
    let edit = app.value().await["messages"][0].clone();
    assert_eq!(edit["edit"]["original_message_id"], typed["id"]);
    let left = app.of("group_participants_update").await["groups"][0].clone();
    assert_eq!(left["initiated_by"], "participant");
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn somebody_whose_number_is_hidden_stays_so_in_a_group() {
    let (emulator, mut app) = scene().await;
    let (id, link) = group(&emulator, &mut app, "auto_approve").await;
    control(&emulator, "PUT", &format!("users/{ADA}"), &json!({"phone_hidden": true})).await;
    join(&emulator, ADA, &link).await;
    let added =
        app.of("group_participants_update").await["groups"][0]["added_participants"][0].clone();
    assert!(added.get("wa_id").is_none() && added["user_id"].is_string(), "{added}");
    writes(&emulator, ADA, &id, "hi").await;
    assert!(app.value().await["messages"][0].get("from").is_none());
    send(&emulator, &to_group(&id, "text", json!({"body": "hi"}))).await;
    app.status().await;
    let status = app.status().await;
    assert!(status.get("recipient_participant_id").is_none(), "{status}");
    assert_eq!(status["recipient_participant_user_id"], added["user_id"]);
    let node = get(&emulator, &format!("/v25.0/{id}?fields=participants")).await.json();
    assert!(node["participants"][0].get("wa_id").is_none());
    emulator.stop().await;
    app.stop().await;
}
