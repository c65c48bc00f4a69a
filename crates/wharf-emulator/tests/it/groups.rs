//! Groups: the business makes them, people come by a link, and everybody writes.

mod messages;
mod people;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use wharf_emulator::Emulator;
use wharf_model::group::{Group, GroupList, GroupRequest, InviteLink};

use crate::{
    http::{Answer, NUMBER, ask, call, code, control, frozen, get, post, send},
    receiver::Receiver,
};

const ADA: &str = "15550001111";
const GRACE: &str = "15550002222";

async fn scene() -> (Emulator, Receiver) {
    let emulator = frozen().await;
    let mut app = Receiver::start(&[]).await;
    emulator.set_webhook(&app.url, "wharf-dev-verify").await.unwrap();
    app.value().await;
    let number = format!("numbers/{NUMBER}");
    control(&emulator, "PUT", &number, &json!({"official": "APPROVED"})).await;
    assert_eq!(app.next().await["entry"][0]["changes"][0]["field"], "account_alerts");
    (emulator, app)
}

fn edge() -> String {
    format!("/v25.0/{NUMBER}/groups")
}

fn whatsapp(mut body: Value) -> Value {
    body["messaging_product"] = "whatsapp".into();
    body
}

/// A group, and its link.
async fn group(emulator: &Emulator, app: &mut Receiver, approval: &str) -> (String, String) {
    let body = whatsapp(json!({"subject": "Tasting", "join_approval_mode": approval}));
    let answer = post(emulator, &edge(), &body).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    let request: GroupRequest = serde_json::from_value(answer.json()).unwrap();
    let made = app.of("group_lifecycle_update").await["groups"][0].clone();
    assert_eq!(made["request_id"], request.request_id.unwrap());
    let text = |name: &str| made[name].as_str().unwrap().to_owned();
    (text("group_id"), text("invite_link"))
}

async fn join(emulator: &Emulator, wa_id: &str, link: &str) -> Answer {
    let path = format!("/_control/users/{wa_id}/groups");
    post(emulator, &path, &json!({"invite_link": link})).await
}

/// A group with Ada and Grace in it.
async fn full(emulator: &Emulator, app: &mut Receiver) -> (String, String) {
    let (id, link) = group(emulator, app, "auto_approve").await;
    for wa_id in [ADA, GRACE] {
        assert_eq!(join(emulator, wa_id, &link).await.json()["joined"], true);
        app.of("group_participants_update").await;
    }
    (id, link)
}

fn to_group(id: &str, kind: &str, payload: Value) -> Value {
    let mut message = whatsapp(json!({"recipient_type": "group", "to": id, "type": kind}));
    message[kind] = payload;
    message
}

async fn writes(emulator: &Emulator, wa_id: &str, id: &str, body: &str) -> Value {
    let path = format!("users/{wa_id}/messages");
    let body = json!({"type": "text", "text": {"body": body}, "group_id": id});
    control(emulator, "POST", &path, &body).await
}

#[tokio::test]
async fn a_group_is_made_shown_listed_and_deleted() {
    let (emulator, mut app) = scene().await;
    let body = whatsapp(json!({"subject": "Tasting", "description": "On Fridays"}));
    let request = post(&emulator, &edge(), &body).await.json()["request_id"].clone();
    let told = app.of("group_lifecycle_update").await["groups"][0].clone();
    assert_eq!(
        (&told["type"], &told["request_id"], &told["subject"], &told["join_approval_mode"]),
        (&json!("group_create"), &request, &json!("Tasting"), &json!("auto_approve"))
    );
    assert!(told["invite_link"].as_str().unwrap().starts_with("https://chat.whatsapp.com/"));
    let id = told["group_id"].as_str().unwrap().to_owned();

    let node = get(&emulator, &format!("/v25.0/{id}")).await.json();
    assert_eq!(node, json!({"id": id, "messaging_product": "whatsapp"}));
    let fields = "subject,description,suspended,creation_timestamp,participants,\
                  total_participant_count,join_approval_mode";
    let node = get(&emulator, &format!("/v25.0/{id}?fields={fields}")).await.json();
    let node: Group = serde_json::from_value(node).unwrap();
    assert_eq!(
        (node.description.as_deref(), node.total_participant_count, node.suspended),
        (Some("On Fridays"), Some(0), Some(false))
    );
    assert_eq!(code(&get(&emulator, &format!("/v25.0/{id}?fields=colour")).await), 100);

    group(&emulator, &mut app, "auto_approve").await;
    let page = get(&emulator, &format!("{}?limit=1", edge())).await.json();
    let list: GroupList = serde_json::from_value(page).unwrap();
    let page = list.into_page();
    assert!(page.paging.is_some_and(|paging| paging.next.is_some()));
    assert_eq!(page.data.len(), 1);

    let gone = ask(&emulator, "DELETE", &format!("/v25.0/{id}"), &Value::Null).await.json();
    assert_eq!(gone["success"], true);
    let told = app.of("group_lifecycle_update").await["groups"][0].clone();
    assert_eq!(
        (&told["type"], &told["request_id"], &told["group_id"]),
        (&json!("group_delete"), &gone["request_id"], &json!(id))
    );
    assert_eq!(code(&get(&emulator, &format!("/v25.0/{id}/invite_link")).await), 100);
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn a_group_that_cannot_be_made_is_refused_with_the_reason() {
    let (emulator, app) = scene().await;
    for (body, expected) in [
        (json!({"subject": "x"}), 100),
        (whatsapp(json!({})), 131_008),
        (whatsapp(json!({"subject": " "})), 131_008),
        (whatsapp(json!({"subject": "x".repeat(129)})), 100),
        (whatsapp(json!({"subject": "x", "description": "x".repeat(2_049)})), 100),
        (whatsapp(json!({"subject": "x", "join_approval_mode": "sometimes"})), 100),
        (whatsapp(json!({"subject": 1})), 100),
    ] {
        let answer = post(&emulator, &edge(), &body).await;
        assert_eq!((answer.status, code(&answer)), (400, expected), "{body}");
    }
    let body = whatsapp(json!({"subject": "x"}));
    control(&emulator, "PUT", "rules", &json!({"groups": 0})).await;
    assert_eq!(code(&post(&emulator, &edge(), &body).await), 131_211);
    control(&emulator, "PUT", &format!("numbers/{NUMBER}"), &json!({"official": "EXPIRED"})).await;
    let refused = post(&emulator, &edge(), &body).await;
    assert_eq!((refused.status, code(&refused)), (400, 131_215));
    assert!(get(&emulator, &edge()).await.json()["data"]["groups"].as_array().unwrap().is_empty());
    assert_eq!(code(&get(&emulator, "/v25.0/999/groups").await), 100);
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn a_link_is_read_made_anew_and_revoked() {
    let (emulator, mut app) = scene().await;
    let (id, link) = group(&emulator, &mut app, "auto_approve").await;
    let path = format!("/v25.0/{id}/invite_link");
    assert_eq!(get(&emulator, &path).await.json()["invite_link"], link);
    let product = whatsapp(json!({}));
    let new = post(&emulator, &path, &product).await.json();
    let new: InviteLink = serde_json::from_value(new).unwrap();
    let new = new.invite_link.unwrap();
    assert_ne!(new, link);
    assert_eq!(join(&emulator, ADA, &link).await.status, 400);
    assert_eq!(join(&emulator, ADA, &new).await.status, 200);
    assert_eq!(ask(&emulator, "DELETE", &path, &product).await.json()["success"], true);
    assert_eq!(code(&get(&emulator, &path).await), 100);
    assert_eq!(join(&emulator, GRACE, &new).await.status, 400);
    assert_eq!(code(&post(&emulator, &path, &json!({})).await), 100);
    emulator.stop().await;
    app.stop().await;
}

/// A JPEG of so many pixels, as far as its header goes.
fn jpeg(width: u16, height: u16) -> Vec<u8> {
    let mut bytes = vec![0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8];
    bytes.extend(height.to_be_bytes());
    bytes.extend(width.to_be_bytes());
    bytes.extend([1, 0, 0, 0, 0xFF, 0xD9]);
    bytes
}

async fn upload(emulator: &Emulator, id: &str, mime: &str, picture: &[u8]) -> Answer {
    let mut body = b"--X\r\ncontent-disposition: form-data; name=\"messaging_product\"\r\n\r\nwhatsapp\r\n--X\r\n\
        content-disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\ncontent-type: "
        .to_vec();
    body.extend(format!("{mime}\r\n\r\n").as_bytes());
    body.extend(picture);
    body.extend(b"\r\n--X--\r\n");
    let url = format!("{}/v25.0/{id}", emulator.url());
    let headers = [
        ("authorization", "Bearer wharf-dev"),
        ("content-type", "multipart/form-data; boundary=X"),
    ];
    call("POST", &url, &headers, body).await
}

#[tokio::test]
async fn settings_are_changed_and_what_failed_of_them_is_told() {
    let (emulator, mut app) = scene().await;
    let (id, _) = group(&emulator, &mut app, "auto_approve").await;
    let path = format!("/v25.0/{id}");
    let body = whatsapp(json!({"subject": "Cupping", "description": "On Mondays"}));
    let request = post(&emulator, &path, &body).await.json()["request_id"].clone();
    let told = app.of("group_settings_update").await["groups"][0].clone();
    assert_eq!(
        (&told["type"], &told["request_id"], &told["group_subject"]),
        (
            &json!("group_settings_update"),
            &request,
            &json!({"text": "Cupping", "update_successful": true})
        )
    );
    let node = get(&emulator, &format!("{path}?fields=subject,description")).await.json();
    assert_eq!((&node["subject"], &node["description"]), (&body["subject"], &body["description"]));

    let good = jpeg(192, 192);
    for (mime, picture, failure) in [
        ("image/jpeg", good.clone(), None),
        ("image/jpeg", jpeg(192, 200), Some(131_209)),
        ("image/jpeg", jpeg(191, 191), Some(131_210)),
        ("image/png", good.clone(), Some(131_053)),
        ("image/jpeg", b"GIF89a".to_vec(), Some(131_053)),
    ] {
        let answer = upload(&emulator, &id, mime, &picture).await;
        assert_eq!(answer.status, 200, "{answer:?}");
        let told = app.of("group_settings_update").await["groups"][0]["profile_picture"].clone();
        assert_eq!(told["update_successful"], failure.is_none(), "{told}");
        assert_eq!(told["errors"][0]["code"].as_u64(), failure, "{told}");
        assert_eq!(told["sha256"], STANDARD.encode(Sha256::digest(&picture)));
    }
    for (body, expected) in [
        (whatsapp(json!({})), 131_008),
        (json!({"subject": "x"}), 100),
        (whatsapp(json!({"subject": ""})), 131_008),
        (whatsapp(json!({"subject": "x".repeat(129)})), 100),
        (whatsapp(json!({"description": "x".repeat(2_049)})), 100),
        (whatsapp(json!({"subject": 7})), 100),
        (whatsapp(json!({"colour": "red"})), 100),
        (whatsapp(json!({"profile_picture_file": "/tmp/a.jpg"})), 100),
    ] {
        assert_eq!(code(&post(&emulator, &path, &body).await), expected, "{body}");
    }
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn a_suspended_group_takes_nothing_until_it_is_cleared() {
    let (emulator, mut app) = scene().await;
    let (id, link) = full(&emulator, &mut app).await;
    let path = format!("groups/{id}");
    control(&emulator, "PUT", &path, &json!({"suspended": true})).await;
    let told = app.of("group_status_update").await["groups"][0].clone();
    assert_eq!((&told["type"], &told["group_id"]), (&json!("group_suspend"), &json!(id)));
    let product = whatsapp(json!({}));
    let refused = [
        send(&emulator, &to_group(&id, "text", json!({"body": "x"}))).await,
        post(&emulator, &format!("/v25.0/{id}"), &whatsapp(json!({"subject": "x"}))).await,
        post(&emulator, &format!("/v25.0/{id}/invite_link"), &product).await,
    ];
    for answer in refused {
        assert_eq!((answer.status, code(&answer)), (403, 131_207));
    }
    control(&emulator, "PUT", "users/15550003333", &json!({"name": "Bea"})).await;
    assert_eq!(join(&emulator, "15550003333", &link).await.status, 400);
    let writes_there = json!({"type": "text", "text": {"body": "x"}, "group_id": id});
    let answer = post(&emulator, &format!("/_control/users/{ADA}/messages"), &writes_there).await;
    assert_eq!(answer.status, 400);
    control(&emulator, "PUT", &path, &json!({"suspended": false})).await;
    let told = app.of("group_status_update").await["groups"][0].clone();
    assert_eq!(told["type"], "group_suspend_cleared");
    writes(&emulator, ADA, &id, "again").await;
    let unknown = ask(&emulator, "PUT", &format!("/_control/{path}"), &json!({"colour": 1})).await;
    assert!(unknown.json()["error"]["message"].as_str().unwrap().contains("colour"));
    let none = ask(&emulator, "PUT", "/_control/groups/none", &json!({"suspended": true})).await;
    assert_eq!(none.status, 404);
    emulator.stop().await;
    app.stop().await;
}
