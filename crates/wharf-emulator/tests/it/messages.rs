//! What can be sent, and what is refused with which code.

use serde_json::{Value, json};
use wharf_emulator::Emulator;

use crate::http::{ADA, NUMBER, call, emulator, get, post, send};

fn message(kind: &str, payload: Value) -> Value {
    let mut message = json!({"messaging_product": "whatsapp", "to": ADA, "type": kind});
    message[kind] = payload;
    message
}

#[tokio::test]
async fn a_list_is_no_object() {
    let emulator = emulator().await;
    for (message, path) in [
        (json!({"type": "text", "text": ["hello"]}), "text"),
        (json!({"type": "location", "location": [1, 2]}), "location"),
        (
            json!({"type": "template", "template": {"name": "hello_world", "language": ["en_US"]}}),
            "template.language",
        ),
        (json!({"type": "reaction", "reaction": ["wamid.x", "x"]}), "reaction"),
        (json!({"type": "contacts", "contacts": [[{"formatted_name": "a"}]]}), "contacts[0]"),
        (json!({"type": "contacts", "contacts": [{"name": ["a"]}]}), "contacts[0].name"),
        (
            json!({"type": "interactive", "interactive": {"type": "button", "body": {"text": "b"},
                "action": {"buttons": [{"type": "reply", "reply": ["1", "t"]}]}}}),
            "interactive.action.buttons[0].reply",
        ),
    ] {
        let mut message = message;
        (message["messaging_product"], message["to"]) = ("whatsapp".into(), ADA.into());
        let answer = send(&emulator, &message).await;
        let details = answer.json()["error"]["error_data"]["details"].as_str().unwrap().to_owned();
        assert_eq!(
            (answer.status, details),
            (400, format!("{path}: must be an object")),
            "{message}"
        );
    }
    emulator.stop().await;
}

#[tokio::test]
async fn every_kind_of_the_guide_is_taken_at_any_version() {
    let emulator = emulator().await;
    let reply =
        |id: &str| json!({"type": "reply", "reply": {"id": id, "title": format!("Title {id}")}});
    let kinds = [
        message("text", json!({"body": "Hello", "preview_url": true})),
        message("image", json!({"link": "https://example.com/image.png", "caption": "Look!"})),
        message("video", json!({"link": "https://example.com/a.mp4"})),
        message("audio", json!({"link": "https://example.com/a.mp3"})),
        message("document", json!({"link": "https://example.com/a.pdf", "filename": "a.pdf"})),
        message("sticker", json!({"link": "https://example.com/a.webp"})),
        message("location", json!({"latitude": 52.5, "longitude": "13.4", "name": "Here"})),
        message(
            "contacts",
            json!([{"name": {"formatted_name": "John Doe"}, "phones": [{"phone": "1234567890", "type": "WORK"}]}]),
        ),
        message("template", json!({"name": "hello_world", "language": {"code": "en_US"}})),
        message(
            "interactive",
            json!({"type": "button", "body": {"text": "Choose"}, "action": {"buttons": [reply("a"), reply("b")]}}),
        ),
        message(
            "interactive",
            json!({"type": "list", "body": {"text": "Menu"}, "action": {"button": "See",
            "sections": [{"title": "Drinks", "rows": [{"id": "tea", "title": "Tea"}]}]}}),
        ),
        message(
            "interactive",
            json!({"type": "product", "action": {"catalog_id": "1", "product_retailer_id": "2"}}),
        ),
        json!({"messaging_product": "whatsapp", "to": "15550001111", "text": {"body": "no type"}}),
    ];
    for version in ["v16.0", "v23.0", "v26.0"] {
        for body in &kinds {
            let answer = post(&emulator, &format!("/{version}/{NUMBER}/messages"), body).await;
            assert_eq!(answer.status, 200, "{body}: {answer:?}");
            assert_eq!(answer.headers["facebook-api-version"], version);
            let json = answer.json();
            assert_eq!(json["messaging_product"], "whatsapp");
            assert_eq!(json["contacts"][0], json!({"input": body["to"], "wa_id": "15550001111"}));
            assert!(json["messages"][0]["id"].as_str().unwrap().starts_with("wamid."), "{json}");
        }
    }
    emulator.stop().await;
}

#[tokio::test]
async fn what_is_wrong_is_refused_with_the_platforms_code() {
    let emulator = emulator().await;
    let cases = [
        (json!({"to": ADA, "type": "text", "text": {"body": "x"}}), 400, 100, "messaging_product"),
        (json!({"messaging_product": "signal", "to": ADA}), 400, 100, "messaging_product"),
        (message("hologram", json!({})), 400, 131_051, "hologram"),
        (message("text", json!({"body": "x".repeat(4097)})), 400, 100, "text.body"),
        (message("text", json!({"body": ""})), 400, 131_008, "text.body"),
        (message("text", json!("x")), 400, 100, "text"),
        (json!({"messaging_product": "whatsapp", "to": ADA, "type": "text"}), 400, 131_008, "text"),
        (
            json!({"messaging_product": "whatsapp", "type": "text", "text": {"body": "x"}}),
            400,
            131_008,
            "to",
        ),
        (
            json!({"messaging_product": "whatsapp", "to": "alice", "text": {"body": "x"}}),
            400,
            131_009,
            "to",
        ),
        (
            json!({"messaging_product": "whatsapp", "to": "+1 555-000-0000", "text": {"body": "x"}}),
            400,
            131_021,
            "to",
        ),
        (
            json!({"messaging_product": "whatsapp", "to": "X", "recipient_type": "group", "text": {"body": "x"}}),
            400,
            131_041,
            "group",
        ),
        (message("image", json!({"link": "ftp://x"})), 400, 100, "image.link"),
        (message("image", json!({"id": "123"})), 400, 131_009, "image.id"),
        (message("interactive", json!({"type": "teleport"})), 400, 131_009, "teleport"),
    ];
    for (body, status, code, says) in cases {
        check(&emulator, &body, status, code, says).await;
    }
    emulator.stop().await;
}

#[tokio::test]
async fn a_template_must_exist_in_that_language_and_get_its_values() {
    let emulator = emulator().await;
    let template = |name: &str, language: &str, parameters: Value| {
        message(
            "template",
            json!({"name": name, "language": {"code": language},
            "components": [{"type": "body", "parameters": parameters}]}),
        )
    };
    let text = |text: &str| json!([{"type": "text", "text": text}]);
    let cases = [
        (template("no_such_template", "en_US", json!([])), 404, 132_001, "no_such_template"),
        (template("hello_world", "de", json!([])), 404, 132_001, "de"),
        (template("hello_world", "en_US", text("one too many")), 400, 132_000, "body"),
        (template("order_update", "en_US", text("one too few")), 400, 132_000, "body"),
        (
            template(
                "order_update",
                "en_US",
                json!([{"type": "text", "parameter_name": "a", "text": "x"}, {"type": "text", "text": "y"}]),
            ),
            400,
            132_012,
            "body",
        ),
    ];
    for (body, status, code, says) in cases {
        check(&emulator, &body, status, code, says).await;
    }
    emulator.stop().await;
}

/// A message that is refused, with the status and the code of the answer and what it says.
async fn check(emulator: &Emulator, body: &Value, status: u16, code: u64, says: &str) {
    let answer = send(emulator, body).await;
    let error = &answer.json()["error"];
    assert_eq!((answer.status, error["code"].as_u64()), (status, Some(code)), "{body}: {error}");
    let text = error["error_data"]["details"].as_str().or(error["message"].as_str()).unwrap();
    assert!(text.contains(says), "{error}");
    assert!(error["fbtrace_id"].is_string() && error["type"].is_string(), "{error}");
}

/// Method, URL, headers; the status and the code of the answer.
type Case<'a> = (&'a str, &'a str, &'a [(&'a str, &'a str)], u16, u64);

#[tokio::test]
async fn strangers_and_wrong_paths_get_the_platforms_envelope() {
    let emulator = emulator().await;
    let path = format!("{}/v16.0/{NUMBER}/messages", emulator.url());
    let good = ("authorization", "Bearer wharf-dev");
    let cases: [Case<'_>; 9] = [
        ("POST", &path, &[], 401, 104),
        ("POST", &path, &[("authorization", "Bearer wrong")], 401, 190),
        ("POST", &path, &[("authorization", "Basic wharf-dev")], 401, 104),
        ("POST", &path, &[good], 400, 100),
        ("DELETE", &path, &[good], 400, 2500),
        ("POST", &path.replace(NUMBER, "999"), &[good], 400, 100),
        ("GET", &path.replace("v16.0", "v15.0"), &[good], 400, 2500),
        ("GET", &format!("{}/v16.0/999", emulator.url()), &[good], 400, 100),
        ("GET", &format!("{}/v16.0/{NUMBER}/no/such/edge", emulator.url()), &[good], 400, 2500),
    ];
    for (method, url, headers, status, code) in cases {
        let answer = call(method, url, headers, "").await;
        let error = answer.json()["error"].clone();
        assert_eq!(
            (answer.status, error["code"].as_u64()),
            (status, Some(code)),
            "{method} {url}: {error}"
        );
    }
    let unknown =
        post(&emulator, "/v16.0/999/messages", &message("text", json!({"body": "x"}))).await;
    assert_eq!(unknown.json()["error"]["error_subcode"], 33);
    let broken = call("POST", &path, &[good], "{\"a\":").await;
    assert_eq!(broken.json()["error"]["code"], 100);
    let query =
        call("GET", &format!("{}/v16.0/{NUMBER}?access_token=wharf-dev", emulator.url()), &[], "")
            .await;
    assert_eq!(query.status, 200);
    let proof =
        wharf_webhook::AppSecret::new("wharf-dev-secret").unwrap().appsecret_proof("wharf-dev");
    for (proof, status) in [(proof.as_str(), 200), ("0000", 400)] {
        let answer = get(&emulator, &format!("/v16.0/{NUMBER}?appsecret_proof={proof}")).await;
        assert_eq!(answer.status, status, "{answer:?}");
    }
    emulator.stop().await;
}

#[tokio::test]
async fn reading_and_typing_are_shown_to_the_person() {
    let emulator = emulator().await;
    let id = emulator.write("15550001111", "Anybody there?").unwrap();
    let receipt = json!({"messaging_product": "whatsapp", "status": "read", "message_id": id, "typing_indicator": {"type": "text"}});
    let answer = send(&emulator, &receipt).await;
    assert_eq!((answer.status, answer.json()), (200, json!({"success": true})));
    let list = get(&emulator, "/_control/users/15550001111/messages").await.json();
    let standings: Vec<_> =
        list["data"].as_array().unwrap().iter().map(|entry| entry["status"].clone()).collect();
    // All before it are read with it.
    assert_eq!(standings, ["read", "read"]);

    let unknown =
        json!({"messaging_product": "whatsapp", "status": "read", "message_id": "wamid.X"});
    assert_eq!(send(&emulator, &unknown).await.json()["error"]["code"], 131_009);
    let other = json!({"messaging_product": "whatsapp", "status": "delivered", "message_id": id});
    assert_eq!(send(&emulator, &other).await.json()["error"]["code"], 131_009);
    emulator.stop().await;
}
