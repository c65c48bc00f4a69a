//! The endpoint for axum.

use std::sync::{Arc, Mutex};

use http_body_util::BodyExt as _;
use serde_json::json;
use tower_service::Service as _;
use wharf_webhook::{
    AppSecret, SIGNATURE_HEADER,
    axum::{
        Router,
        body::Body,
        http::{Request, StatusCode},
    },
    flows::{Action, FlowAnswer, FlowEndpoint, FlowRequest},
};

use super::{body, key, vectors};

fn secret() -> AppSecret {
    AppSecret::new("secret").unwrap()
}

/// An endpoint whose handler knows one flow, and what it was told of errors.
fn app() -> (Router, Arc<Mutex<Vec<String>>>) {
    let notices = Arc::<Mutex<Vec<String>>>::default();
    let told = Arc::clone(&notices);
    let endpoint = FlowEndpoint::new(secret(), key()).on_notice(move |notice| {
        told.lock().unwrap().push(notice.error);
        async {}
    });
    let router = endpoint.router(async |request: FlowRequest| match request.action {
        Action::DataExchange => Ok(FlowAnswer::screen("WELCOME", json!({ "name": "Ann" }))),
        Action::Init => Ok(FlowAnswer::token_expired("too late")),
        _ => Err("the handler was asked what it need not know"),
    });
    (Router::new().nest("/flow", router), notices)
}

async fn ask(app: &mut Router, signature: &str, body: &str) -> (StatusCode, String, String) {
    let request = Request::post("/flow")
        .header(SIGNATURE_HEADER, signature)
        .body(Body::from(body.to_owned()))
        .unwrap();
    let response = app.as_service().call(request).await.unwrap();
    let (head, body) = response.into_parts();
    let kind = head.headers.get("content-type").map(|kind| kind.to_str().unwrap().to_owned());
    let body = body.collect().await.unwrap().to_bytes().to_vec();
    (head.status, kind.unwrap_or_default(), String::from_utf8(body).unwrap())
}

#[tokio::test]
async fn each_request_has_the_answer_that_another_implementation_expects() {
    let (mut app, notices) = app();
    for (name, status, answer) in [
        ("data_exchange", 200, "screen"),
        ("init", 427, "expired"),
        ("ping", 200, "ping"),
        ("notice", 200, "notice"),
    ] {
        let body = body(name);
        let (code, kind, sealed) = ask(&mut app, &secret().sign(body.as_bytes()), &body).await;
        assert_eq!((code.as_u16(), kind.as_str()), (status, "text/plain"), "{name}");
        assert_eq!(sealed, vectors().answers[answer].sealed, "{name}");
    }
    assert_eq!(*notices.lock().unwrap(), ["invalid-screen-transition"]);
}

#[tokio::test]
async fn what_cannot_be_trusted_or_opened_has_a_status_of_its_own() {
    let (mut app, _) = app();
    let body = body("ping");
    let forged = AppSecret::new("another").unwrap().sign(body.as_bytes());
    for signature in [forged.as_str(), "", "sha256=00"] {
        let (status, _, answer) = ask(&mut app, signature, &body).await;
        assert_eq!((status.as_u16(), answer.len()), (432, 0));
    }
    for body in ["", "{}", &body.replace("encrypted_aes_key", "encrypted_key")] {
        let (status, _, answer) = ask(&mut app, &secret().sign(body.as_bytes()), body).await;
        assert_eq!((status.as_u16(), answer.len()), (421, 0));
    }
}

#[tokio::test]
async fn a_handler_that_fails_is_a_500_without_its_words() {
    let endpoint = FlowEndpoint::new(secret(), key());
    let router = endpoint.router(async |_| Err::<FlowAnswer, _>("the password of the database"));
    let mut app = Router::new().nest("/flow", router);
    let body = body("data_exchange");
    let (status, _, answer) = ask(&mut app, &secret().sign(body.as_bytes()), &body).await;
    assert_eq!((status.as_u16(), answer.as_str()), (500, ""));
}

#[test]
fn answers_have_the_platforms_shapes() {
    let finish = FlowAnswer::finish("token-1", json!({ "day": 3 }));
    let params = json!({ "flow_token": "token-1", "day": 3 });
    let expected = json!({ "screen": "SUCCESS", "data": { "extension_message_response": { "params": params } } });
    assert_eq!((finish.status(), finish.body()), (200, &expected));
    let wrong = FlowAnswer::screen("BOOK", json!({})).message("not on Sundays");
    assert_eq!(
        wrong.body(),
        &json!({ "screen": "BOOK", "data": { "error_message": "not on Sundays" } })
    );
    assert_eq!(format!("{wrong:?}"), "FlowAnswer { status: 200, .. }");
}
