//! Several calls in one.

use serde_json::{Value, json};
use url::form_urlencoded;
use wharf_client::{AccessToken, Batch, Client};
use wharf_model::{
    id::PhoneNumberId,
    message::{Message, SendMessage},
    number::GetNumber,
};

use crate::{
    http::{Answer, ask},
    peer::Reply,
    site::{KEY, NUMBER, Site},
};

const FORM: (&str, &str) = ("Content-Type", "application/x-www-form-urlencoded");
const JSON: (&str, &str) = ("Content-Type", "application/json");
const PARTS: (&str, &str) = ("Content-Type", "multipart/form-data; boundary=b");

fn form(calls: &Value) -> String {
    form_urlencoded::Serializer::new(String::new())
        .append_pair("batch", &calls.to_string())
        .append_pair("access_token", "wharf-dev")
        .append_pair("include_headers", "false")
        .finish()
}

fn part(disposition: &str, content: &str) -> String {
    format!("--b\r\nContent-Disposition: form-data; {disposition}\r\n\r\n{content}\r\n--b--\r\n")
}

fn reads() -> Value {
    json!([{ "method": "GET", "relative_url": format!("{NUMBER}?fields=id&access_token=wharf-dev") }])
}

async fn post(site: &Site, kind: (&str, &str), body: impl AsRef<[u8]>) -> Answer {
    ask("POST", &site.url("/v25.0"), &[KEY, kind], body).await
}

/// The fields of the only request that the platform saw.
fn passed(site: &Site) -> Vec<(String, String)> {
    let [seen] = &site.platform.seen()[..] else { panic!("one request") };
    form_urlencoded::parse(&seen.body).into_owned().collect()
}

#[tokio::test]
async fn a_batch_passes_however_it_is_written_and_its_answer_as_it_is() {
    let parts = part("name=\"batch\"", &reads().to_string());
    let object = json!({ "batch": reads(), "access_token": "wharf-dev" }).to_string();
    let text = json!({ "batch": reads().to_string() }).to_string();
    for (kind, body) in [(FORM, form(&reads())), (JSON, object), (JSON, text), (PARTS, parts)] {
        let site = Site::with(|config| config.access_token = "platform-token".into()).await;
        site.platform.then([Reply::Say(200, "[ null ]".to_owned())]);
        let answer = post(&site, kind, &body).await;
        assert_eq!((answer.status, answer.text()), (200, "[ null ]"), "{body}");
        let seen = site.platform.seen();
        assert!(seen[0].target.starts_with("/v25.0?appsecret_proof="), "{seen:?}");
        assert_eq!(seen[0].header("authorization"), "Bearer platform-token");
        assert_eq!(seen[0].header("content-length"), seen[0].body.len().to_string());
        let fields = passed(&site);
        let calls: Value = serde_json::from_str(&fields[0].1).unwrap();
        let url = format!("{NUMBER}?fields=id");
        assert_eq!(calls, json!([{ "method": "GET", "relative_url": url }]));
        assert!(!format!("{fields:?}").contains("wharf-dev"), "{fields:?}");
        assert_eq!(fields.len(), if kind == FORM { 2 } else { 1 }, "{fields:?}");
    }
}

#[tokio::test]
async fn a_batch_that_sends_a_message_is_refused_whole_and_says_which_call() {
    let site = Site::start().await;
    let send = json!({ "method": "POST", "relative_url": format!("v25.0/{NUMBER}/messages"),
        "body": "messaging_product=whatsapp" });
    let calls = json!([reads()[0], send]);
    let in_query =
        form_urlencoded::byte_serialize(calls.to_string().as_bytes()).collect::<String>();
    let url = site.url(&format!("/v25.0?batch={in_query}"));
    let parts = part("name=\"batch\"", &calls.to_string());
    for answer in [
        post(&site, FORM, form(&calls)).await,
        post(&site, JSON, json!({ "batch": calls }).to_string()).await,
        post(&site, PARTS, parts).await,
        ask("POST", &url, &[KEY], "").await,
    ] {
        assert_eq!(answer.status, 400);
        let error = answer.json()["error"].take();
        assert_eq!(error["code"], 100);
        let details = error["error_data"]["details"].as_str().unwrap();
        assert!(
            details.starts_with("batch[1].relative_url: messages sends a message"),
            "{details}"
        );
    }
    assert!(site.platform.seen().is_empty());
    assert!(site.rows("sends").await.is_empty());
}

#[tokio::test]
async fn what_is_no_batch_is_refused() {
    let site = Site::start().await;
    let many = Value::Array(vec![reads()[0].clone(); 51]);
    let file = part("name=\"batch\"; filename=\"a.png\"", "x");
    for (kind, body, says) in [
        (FORM, String::new(), "batch: "),
        (FORM, "batch=%5B".to_owned(), "batch: "),
        (FORM, form(&json!([])), "1 to 50"),
        (FORM, form(&many), "has 51"),
        (FORM, form(&json!([{ "method": "GET" }])), "batch[0].relative_url: is required"),
        (FORM, form(&json!([{ "relative_url": "1/x", "attached_files": "a" }])), "attached_files"),
        (JSON, "[".to_owned(), "JSON"),
        (PARTS, "--c\r\n".to_owned(), "content type"),
        (PARTS, file, "upload it alone"),
    ] {
        let answer = post(&site, kind, &body).await;
        assert_eq!(answer.status, 400, "{body}");
        let answer = answer.json();
        let details = answer["error"]["error_data"]["details"].as_str().unwrap();
        assert!(details.contains(says), "{details}");
    }
    assert_eq!(post(&site, FORM, "x".repeat(1024 * 1024 + 1)).await.status, 413);
    assert_eq!(ask("POST", &site.url("/v25.0"), &[FORM], form(&reads())).await.status, 401);
    assert!(site.platform.seen().is_empty());
}

#[tokio::test]
async fn a_client_makes_a_batch_through_the_gateway() {
    let site = Site::start().await;
    let token = AccessToken::new("wharf-dev").unwrap();
    let client = Client::builder(token).base_url(site.gateway.url()).build().unwrap();
    let number = PhoneNumberId::new(NUMBER).unwrap();
    let answers = json!([{ "code": 200, "body": "{\"verified_name\":\"Shop\"}" }]);
    site.platform.then([Reply::Say(200, answers.to_string())]);
    let mut batch = Batch::new();
    let info = batch.add(&GetNumber { number: number.clone(), fields: Vec::new() }).unwrap();
    let mut answered = client.batch(&batch).await.unwrap();
    let info = answered.take(info).unwrap().response;
    assert_eq!(info.verified_name.as_deref(), Some("Shop"));

    let _slot = batch.add(&SendMessage::new(number, Message::new("+15550001111", "hi"))).unwrap();
    let error = client.batch(&batch).await.unwrap_err();
    assert!(error.to_string().contains("take it out of the batch"), "{error}");
    assert_eq!(site.platform.seen().len(), 1);
}
