//! Making people write.

use serde_json::json;

use crate::{
    http::{ADA, call, emulator, get, post, send},
    receiver::Receiver,
};

const MESSAGES: &str = "/_control/users/15550001111/messages";

#[tokio::test]
async fn whatever_a_person_writes_comes_to_the_app() {
    let emulator = emulator().await;
    let mut app = Receiver::start(&[]).await;
    emulator.set_webhook(&app.url, "wharf-dev-verify").await.unwrap();
    app.value().await;
    let sent = send(
        &emulator,
        &json!({"messaging_product": "whatsapp", "to": ADA, "text": {"body": "hello"}}),
    )
    .await
    .json();
    let quoted = &sent["messages"][0]["id"];
    for _ in 0..3 {
        app.status().await;
    }
    for body in [
        json!({"type": "text", "text": {"body": "hi"}}),
        json!({"type": "text", "text": {"body": "this one"}, "context": {"message_id": quoted}}),
        json!({"type": "location", "location": {"latitude": 1.5, "longitude": 2}}),
        json!({"type": "reaction", "reaction": {"message_id": quoted, "emoji": "👍"}}),
        json!({"type": "contacts", "contacts": [{"name": {"formatted_name": "Bea"}}]}),
        json!({"type": "interactive", "interactive": {"type": "button_reply", "button_reply": {"id": "y", "title": "Yes"}}}),
        json!({"type": "button", "button": {"text": "Stop", "payload": "stop"}}),
    ] {
        let answer = post(&emulator, MESSAGES, &body).await;
        assert_eq!(answer.status, 200, "{body}: {answer:?}");
        let message = app.value().await["messages"][0].clone();
        let kind = body["type"].as_str().unwrap();
        assert_eq!(
            (&message["id"], &message["type"], &message[kind]),
            (&answer.json()["id"], &body["type"], &body[kind])
        );
        if body["context"].is_object() {
            assert_eq!(
                (&message["context"]["id"], &message["context"]["from"]),
                (quoted, &json!("15550000000"))
            );
        }
    }
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn what_nobody_can_write_is_refused_with_what_is_wrong() {
    let emulator = emulator().await;
    for (path, body, says) in [
        (MESSAGES, json!({"type": "text", "text": {"body": ""}}), "text.body"),
        (MESSAGES, json!({"type": "text"}), "text.body"),
        (MESSAGES, json!({"text": {"body": "x"}}), "type: is required"),
        (MESSAGES, json!({"type": "telepathy", "telepathy": {}}), "telepathy"),
        (MESSAGES, json!({"type": "text", "text": {"body": "x"}, "colour": 1}), "colour: unknown"),
        (MESSAGES, json!({"type": "text", "text": {"body": "x"}, "to": "999"}), "to: "),
        (MESSAGES, json!({"type": "image", "image": {"id": "1"}}), "image.id"),
        (MESSAGES, json!({"type": "text", "text": {"body": "x", "size": 3}}), "text.size: unknown"),
        (
            MESSAGES,
            json!({"type": "text", "text": {"body": 3}}),
            "text.body: is not of the right type",
        ),
        (MESSAGES, json!({"type": "text", "text": "x"}), "text: must be an object"),
        (
            MESSAGES,
            json!({"type": "location", "location": {"latitude": 91, "longitude": 0}}),
            "location.latitude: must be",
        ),
        (
            MESSAGES,
            json!({"type": "location", "location": {"latitude": 1}}),
            "location.longitude: must be",
        ),
        (MESSAGES, json!({"type": "contacts", "contacts": []}), "contacts: must be a list"),
        (
            MESSAGES,
            json!({"type": "interactive", "interactive": {"type": "button_reply"}}),
            "interactive.button_reply",
        ),
        (MESSAGES, json!({"type": "order", "order": {"product_items": []}}), "order.product_items"),
        (
            MESSAGES,
            json!({"type": "order", "order": {"product_items": [{"product_retailer_id": "a"}]}}),
            "order.product_items[0].quantity",
        ),
        (
            MESSAGES,
            json!({"type": "text", "text": {"body": "x"}, "referral": {"from": "ad"}}),
            "referral.from: unknown",
        ),
        (
            MESSAGES,
            json!({"type": "text", "text": {"body": "x"}, "context": {"passed_on": true}}),
            "passed_on",
        ),
        (MESSAGES, json!([]), "map"),
        (
            "/_control/users/15559999999/messages",
            json!({"type": "text", "text": {"body": "x"}}),
            "nobody has the number",
        ),
        (
            "/_control/users/alice/messages",
            json!({"type": "text", "text": {"body": "x"}}),
            "no phone number",
        ),
    ] {
        let answer = post(&emulator, path, &body).await;
        let message = answer.json()["error"]["message"].as_str().unwrap_or_default().to_owned();
        assert!(
            (400..500).contains(&answer.status) && message.contains(says),
            "{body}: {answer:?}"
        );
    }
    // Nothing of it was said, and nothing opened the window.
    assert_eq!(get(&emulator, MESSAGES).await.json()["data"].as_array().unwrap().len(), 1);
    emulator.stop().await;
}

#[tokio::test]
async fn a_wrong_path_method_or_body_is_said_in_plain_words() {
    let emulator = emulator().await;
    let json = ("content-type", "application/json");
    for (method, path, headers, body, status, says) in [
        (
            "GET",
            "/_control/nope",
            vec![],
            "",
            404,
            "there is no /_control/nope; GET /_control/openapi.json",
        ),
        ("POST", "/_control/users/1/nope", vec![], "", 404, "there is no /_control/users/1/nope"),
        ("PATCH", "/_control/rules", vec![], "", 405, "/_control/rules does not take PATCH"),
        (
            "PUT",
            "/_control/users/15550003333",
            vec![json],
            r#"{"colour":"red"}"#,
            422,
            "colour: unknown field `colour`, expected",
        ),
        ("PUT", "/_control/users/15550003333", vec![json], "{", 400, "the body is not JSON: "),
        ("PUT", "/_control/users/15550003333", vec![], "{}", 415, "the body must be JSON"),
    ] {
        let answer = call(method, &format!("{}{path}", emulator.url()), &headers, body).await;
        let message = answer.json()["error"]["message"].as_str().unwrap().to_owned();
        assert_eq!(answer.status, status, "{method} {path}: {answer:?}");
        assert!(message.starts_with(says), "{method} {path}: {message}");
    }
    emulator.stop().await;
}

#[tokio::test]
async fn what_was_passed_on_says_so() {
    let emulator = emulator().await;
    let mut app = Receiver::start(&[]).await;
    emulator.set_webhook(&app.url, "wharf-dev-verify").await.unwrap();
    app.value().await;
    let product = json!({"catalog_id": "7", "product_retailer_id": "sku-1"});
    for (context, told) in [
        (json!({"forwarded": true}), json!({"forwarded": true})),
        (json!({"frequently_forwarded": true}), json!({"frequently_forwarded": true})),
        (json!({"referred_product": product}), json!({"referred_product": product})),
    ] {
        let body = json!({"type": "text", "text": {"body": "look"}, "context": context});
        assert_eq!(post(&emulator, MESSAGES, &body).await.status, 200);
        assert_eq!(app.value().await["messages"][0]["context"], told);
    }
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn people_come_into_the_world_with_their_habits() {
    let emulator = emulator().await;
    let mut app = Receiver::start(&[]).await;
    emulator.set_webhook(&app.url, "wharf-dev-verify").await.unwrap();
    app.value().await;
    let url = format!("{}/_control/users/+1 555 000 3333", emulator.url()).replace(' ', "%20");
    let json_type = [("content-type", "application/json")];
    let bea =
        call("PUT", &url, &json_type, json!({"name": "Bea", "reads": false}).to_string()).await;
    assert_eq!(
        (bea.status, &bea.json()["wa_id"], &bea.json()["reads"]),
        (200, &json!("15550003333"), &json!(false))
    );
    let unknown = call("PUT", &url, &json_type, json!({"hobby": "chess"}).to_string()).await;
    assert!(
        (400..500).contains(&unknown.status)
            && unknown.json()["error"]["message"].as_str().unwrap().contains("hobby")
    );

    emulator.write("15550003333", "hi").unwrap();
    app.value().await;
    send(
        &emulator,
        &json!({"messaging_product": "whatsapp", "to": "+15550003333", "text": {"body": "1"}}),
    )
    .await;
    assert_eq!(
        (app.status().await["status"].clone(), app.status().await["status"].clone()),
        (json!("sent"), json!("delivered"))
    );
    call("PUT", &url, &json_type, json!({"reachable": false}).to_string()).await;
    send(
        &emulator,
        &json!({"messaging_product": "whatsapp", "to": "+15550003333", "text": {"body": "2"}}),
    )
    .await;
    assert_eq!(app.status().await["status"], "sent");
    // Neither read nor delivered follows: the next thing told is the next thing said.
    emulator.write("15550003333", "bye").unwrap();
    assert_eq!(app.value().await["messages"][0]["text"]["body"], "bye");
    emulator.stop().await;
    app.stop().await;
}

#[tokio::test]
async fn the_document_names_what_is_there_and_nothing_else() {
    let emulator = emulator().await;
    let document = get(&emulator, "/_control/openapi.json").await.json();
    for (path, operations) in document["paths"].as_object().unwrap() {
        let path = path
            .replace("{digits}", "15550001111")
            .replace("{template}", "none")
            .replace("{id}", "1");
        for method in ["get", "put", "post", "delete", "patch"] {
            let url = format!("{}{path}", emulator.url());
            let named = operations.get(method).is_some();
            let status = call(&method.to_uppercase(), &url, &[], "").await.status;
            // An empty body is wrong where one is wanted; a method that is not there is another thing.
            assert_eq!(status != 405, named, "{method} {path}: {status}");
        }
    }
    emulator.stop().await;
}

#[tokio::test]
async fn another_sites_page_cannot_make_people_write() {
    let emulator = emulator().await;
    let url = format!("{}{MESSAGES}", emulator.url());
    let body = json!({"type": "text", "text": {"body": "x"}}).to_string();
    for header in
        [("sec-fetch-site", "cross-site"), ("origin", "https://example.com"), ("origin", "null")]
    {
        let answer =
            call("POST", &url, &[("content-type", "application/json"), header], body.clone()).await;
        assert_eq!(answer.status, 403, "{header:?}");
    }
    let own = [("content-type", "application/json"), ("origin", emulator.url())];
    assert_eq!(call("POST", &url, &own, body).await.status, 200);
    emulator.stop().await;
}

#[tokio::test]
async fn what_became_of_webhooks_can_be_seen() {
    let emulator = emulator().await;
    let waiting = get(&emulator, "/_control/deliveries").await.json();
    assert_eq!(waiting["data"][0]["state"], "waiting");
    assert_eq!(
        waiting["data"][0]["body"]["entry"][0]["changes"][0]["value"]["messages"][0]["from"],
        "15550001111"
    );
    assert_eq!(
        get(&emulator, "/_control/webhook").await.json(),
        json!({"url": null, "waiting": 1})
    );
    let app = Receiver::start(&[]).await;
    let url = format!("{}/_control/webhook", emulator.url());
    let webhook = json!({"url": app.url, "verify_token": "wharf-dev-verify"}).to_string();
    assert_eq!(
        call("PUT", &url, &[("content-type", "application/json")], webhook).await.status,
        200
    );
    assert_eq!(get(&emulator, "/_control/webhook").await.json()["url"], app.url);
    let wrong = json!({"url": app.url, "verify_token": "wrong"}).to_string();
    assert_eq!(call("PUT", &url, &[("content-type", "application/json")], wrong).await.status, 502);
    emulator.stop().await;
    app.stop().await;
}
