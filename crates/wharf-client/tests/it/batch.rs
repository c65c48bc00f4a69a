use serde_json::{Value, json};
use url::form_urlencoded;
use wharf_client::{BATCH_CALLS_MAX, Batch, Class, Kind};
use wharf_model::{
    error::Advice,
    id::{MessageId, PhoneNumberId},
    message::{MarkRead, Message, SendMessage},
    number::GetNumber,
};

use crate::server::{self, Reply, SENT, Server};

fn id() -> PhoneNumberId {
    PhoneNumberId::new("1").unwrap()
}

fn get() -> GetNumber {
    GetNumber { number: id(), fields: vec!["id".to_owned()] }
}

fn send() -> SendMessage {
    SendMessage::new(id(), Message::new("+15550001111", "a & b"))
}

/// One good answer, one refused, one page of HTML, and one that never came.
fn mixed() -> Reply {
    let refusal = json!({ "error": { "message": "no", "code": 131_056 } }).to_string();
    let body = json!([
        { "code": 200, "headers": [{ "name": "facebook-api-version", "value": "v23.0" }], "body": SENT },
        { "code": 400, "headers": [{ "name": "x-fb-trace-id", "value": "T" }], "body": refusal },
        { "code": 502, "body": "<html>" },
        null,
    ]);
    server::json("200 OK", &body.to_string())
}

#[tokio::test]
async fn each_call_of_a_batch_has_its_own_answer() {
    let server = Server::start(vec![mixed()]).await;
    let mut batch = Batch::new();
    let sent = batch.add(&send()).unwrap();
    let refused = batch.add(&send()).unwrap();
    let unreadable = batch.add(&get()).unwrap();
    let missing = batch.add(&MarkRead::new(id(), MessageId::new("wamid.M").unwrap())).unwrap();
    let mut answers = server.client().batch(&batch).await.unwrap();

    let sent = answers.take(sent).unwrap();
    assert_eq!(sent.response.id().unwrap().as_str(), "wamid.A");
    assert_eq!(sent.meta.api_version.as_deref(), Some("v23.0"));
    let refused = answers.take(refused).unwrap_err();
    assert_eq!((refused.class(), refused.advice()), (Class::Throttled, Advice::SlowPair));
    assert_eq!(refused.trace(), Some("T"));
    let unreadable = answers.take(unreadable).unwrap_err();
    assert!(matches!(unreadable.kind(), Kind::Unreadable { status: 502, .. }), "{unreadable:?}");
    let missing = answers.take(missing).unwrap_err();
    assert_eq!(missing.class(), Class::AmbigHard, "{missing:?}");

    let [seen] = &server.seen()[..] else { panic!("one request") };
    assert_eq!(seen.line, "POST /v25.0 HTTP/1.1");
    assert_eq!(seen.header("content-type"), Some("application/x-www-form-urlencoded"));
    let form: Vec<_> = form_urlencoded::parse(&seen.body).into_owned().collect();
    let [(name, calls)] = &form[..] else { panic!("{form:?}") };
    assert_eq!(name, "batch");
    let calls: Value = serde_json::from_str(calls).unwrap();
    assert_eq!(calls[0]["method"], "POST");
    assert_eq!(calls[0]["relative_url"], "v25.0/1/messages");
    let body = calls[0]["body"].as_str().unwrap();
    let body: Vec<_> = form_urlencoded::parse(body.as_bytes()).into_owned().collect();
    let of = |name: &str| body.iter().find(|(key, _)| key == name).unwrap().1.clone();
    assert_eq!(of("messaging_product"), "whatsapp");
    let text: Value = serde_json::from_str(&of("text")).unwrap();
    assert_eq!(text["body"], "a & b");
    assert_eq!(calls[2], json!({ "method": "GET", "relative_url": "v25.0/1?fields=id" }));
}

#[tokio::test]
async fn a_batch_of_one_call_is_answered_with_a_list_of_one() {
    let refusal = json!({ "error": { "message": "no", "code": 100 } }).to_string();
    for (body, code) in [(r#"{"id":"1"}"#, None), (refusal.as_str(), Some(100))] {
        let list = json!([{ "code": if code.is_some() { 400 } else { 200 }, "body": body }]);
        let server = Server::start(vec![server::json("200 OK", &list.to_string())]).await;
        let mut batch = Batch::new();
        let one = batch.add(&get()).unwrap();
        let mut answers = server.client().batch(&batch).await.unwrap();
        assert_eq!(answers.take(one).err().and_then(|error| error.code()), code);
    }
}

#[tokio::test]
async fn a_batch_that_fails_as_a_whole_is_one_error() {
    let refusal = r#"{"error":{"message":"no","code":190}}"#;
    let server = Server::start(vec![server::json("401 Unauthorized", refusal)]).await;
    let mut batch = Batch::new();
    let _slot = batch.add(&get()).unwrap();
    assert_eq!(server.client().batch(&batch).await.unwrap_err().code(), Some(190));

    let server = Server::start(vec![Reply::CloseRead]).await;
    let advice = server.client().batch(&batch).await.unwrap_err().advice();
    assert_eq!(advice, Advice::Retry);
    let _slot = batch.add(&send()).unwrap();
    let advice = server.client().batch(&batch).await.unwrap_err().advice();
    assert_eq!(advice, Advice::WaitForEvent, "one of the calls must not be done twice");
}

#[tokio::test]
async fn a_batch_has_its_limits() {
    let server = Server::start(vec![server::json("200 OK", "[]")]).await;
    let error = server.client().batch(&Batch::new()).await.unwrap_err();
    assert!(matches!(error.kind(), Kind::Argument { .. }), "{error:?}");
    assert!(server.seen().is_empty());

    let mut batch = Batch::new();
    for _ in 0..BATCH_CALLS_MAX {
        batch.add(&get()).unwrap();
    }
    batch.add(&get()).unwrap_err();

    // Fewer answers than calls, and a slot of another batch.
    let mut one = Batch::new();
    let slot = one.add(&get()).unwrap();
    let mut answers = server.client().batch(&one).await.unwrap();
    assert_eq!(answers.take(slot).unwrap_err().class(), Class::AmbigHard);
    let mut two = Batch::new();
    let (_, second) = (two.add(&get()).unwrap(), two.add(&get()).unwrap());
    let error = answers.take(second).unwrap_err();
    assert!(matches!(error.kind(), Kind::Argument { .. }), "{error:?}");
}
