//! What the platform quotes of a call: never its credentials.

use serde_json::{Value, json};
use wharf_client::{AccessToken, Batch, Client, Error, Kind, http::Method};
use wharf_model::{
    id::{MediaId, PhoneNumberId},
    media::GetMedia,
};
use wharf_webhook::AppSecret;

use crate::server::{Server, answer, json as says};

const TOKEN: &str = "106|t0ken/of=this%call";
const OTHER: &str = "EAAJZCx0123456789abcdefGHIJ";
const SECRET: &str = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

fn number() -> PhoneNumberId {
    PhoneNumberId::new("1").unwrap()
}

fn proof() -> String {
    AppSecret::new(SECRET).unwrap().appsecret_proof(TOKEN)
}

/// A client whose token was changed after it was built.
fn client(server: &Server) -> Client {
    let builder = server.builder().app_secret(AppSecret::new(SECRET).unwrap());
    builder.build().unwrap().with_token(AccessToken::new(TOKEN).unwrap())
}

/// All that must not be seen, in all the ways to write it.
fn quote() -> String {
    let encoded = "106%7Ct0ken%2Fof%3dthis%25call";
    format!(
        "Malformed access token {TOKEN}; {encoded}; {OTHER}; access_token%3D{OTHER}; {} of {SECRET}",
        proof()
    )
}

fn check(text: &str) {
    for secret in ["t0ken", "0123456789abcdef", SECRET, &proof()] {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
}

fn check_error(error: &Error) {
    check(&format!("{error} {error:#?} {:?} {}", error.kind(), error.kind()));
    check(&format!("{:?} {:?} {:?}", error.meta(), error.graph(), error.tried()));
    if let Kind::Unreadable { body, .. } = error.kind() {
        check(&String::from_utf8_lossy(&body.0));
    }
}

/// The platform's envelope with the quote in each of its texts.
fn envelope() -> String {
    let text = quote();
    json!({"error": {"message": text, "type": text, "code": 190, "error_subcode": 463,
        "error_data": {"details": text, "blame": [{ &text: text }]}, "error_user_title": text, "error_user_msg": text,
        "fbtrace_id": text}})
    .to_string()
}

#[tokio::test]
async fn an_error_quotes_no_credential() {
    let escaped = envelope().replace('/', "\\/").replace('|', "\\u007c");
    for body in [envelope(), escaped, format!("<html>{}", quote()), format!("{{{}", quote())] {
        let header = format!("x-fb-trace-id: {}", quote());
        for status in ["401 Unauthorized", "200 OK"] {
            let server = Server::start(vec![answer(status, &[&header], body.as_bytes())]).await;
            let client = client(&server);
            let error = client.number(number()).send("+15550001111", "hello").await.unwrap_err();
            check_error(&error);
            assert_eq!(error.code().is_some(), body.contains("463"), "{error}");
            let error = client.raw(Method::GET, "1").send::<Value>().await.unwrap_err();
            check_error(&error);

            let attempt = client.attempt_send("v25.0", &number(), "{}".into()).await;
            check(&format!("{attempt:?} {:?} {:?}", attempt.graph_error, attempt.problem));
            check(&String::from_utf8_lossy(&attempt.body));
            if body.contains("463") {
                let body: Value = serde_json::from_slice(&attempt.body).unwrap();
                assert_eq!(body["error"]["code"], 190, "still the platform's envelope: {body}");
            }
        }
    }
}

#[tokio::test]
async fn what_an_error_says_besides_stays() {
    let body =
        r#"{"error":{"message":"Malformed access token t0ken","code":190,"fbtrace_id":"A1b"}}"#;
    let server = Server::start(vec![says("400 Bad Request", body)]).await;
    let error = server.client().number(number()).info().await.unwrap_err();
    let text = error.to_string();
    assert!(text.contains("Malformed access token [token]") && text.contains("A1b"), "{text}");
}

#[tokio::test]
async fn a_token_that_is_a_word_of_the_envelope_costs_its_texts_and_not_the_code() {
    let body = r#"{"error":{"message":"no message","code":190,"error_subcode":463}}"#;
    let server = Server::start(vec![says("400 Bad Request", body)]).await;
    let client = server.client().with_token(AccessToken::new("error").unwrap());
    let error = client.number(number()).info().await.unwrap_err();
    assert_eq!((error.code(), error.graph().unwrap().subcode), (Some(190), Some(463)), "{error}");
}

#[tokio::test]
async fn a_call_of_a_batch_quotes_no_credential() {
    for (code, body) in [(401, envelope()), (502, quote())] {
        let headers = json!([{"name": "x-fb-trace-id", "value": quote()}]);
        let answers = json!([{"code": code, "headers": headers, "body": body}]).to_string();
        let server = Server::start(vec![says("200 OK", &answers)]).await;
        let mut batch = Batch::new();
        let slot =
            batch.add(&GetMedia { media: MediaId::new("1").unwrap(), number: None }).unwrap();
        let mut answers = client(&server).batch(&batch).await.unwrap();
        check(&format!("{answers:?}"));
        check_error(&answers.take(slot).unwrap_err());
    }
}

#[tokio::test]
async fn what_is_no_error_is_left_as_it_is() {
    let body = json!({"messages": [{"id": "wamid.A"}], "echo": quote()}).to_string();
    let server = Server::start(vec![says("200 OK", &body)]).await;
    let attempt = client(&server).attempt_send("v25.0", &number(), "{}".into()).await;
    assert_eq!(attempt.body, body);
}
