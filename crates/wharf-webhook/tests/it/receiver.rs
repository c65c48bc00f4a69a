use std::{
    future::poll_fn,
    sync::{Arc, Mutex},
};

use http_body_util::BodyExt as _;
use tower_service::Service as _;
use wharf_webhook::{
    AppSecret, SIGNATURE_HEADER, VerifyToken,
    axum::{
        Router,
        body::{Body, Bytes},
        http::{HeaderMap, Request, StatusCode},
    },
    receiver,
};

const LIMIT: usize = 4 * 1024 * 1024;

fn secret() -> AppSecret {
    AppSecret::new("secret").unwrap()
}

/// A receiver that keeps what it gets, unless that is `full`, and what it kept.
fn app() -> (Router, Arc<Mutex<Vec<Bytes>>>) {
    let kept = Arc::<Mutex<Vec<Bytes>>>::default();
    let keep = Arc::clone(&kept);
    let handler = move |body: Bytes| {
        let keep = Arc::clone(&keep);
        async move {
            if body.as_ref() == b"full" {
                return Err("the disk is full");
            }
            keep.lock().unwrap().push(body);
            Ok(())
        }
    };
    let door = receiver(secret(), VerifyToken::new("token").unwrap(), handler);
    (Router::new().nest("/hooks/whatsapp", door), kept)
}

async fn ask(mut app: Router, request: Request<Body>) -> (StatusCode, HeaderMap, Bytes) {
    poll_fn(|cx| app.as_service::<Body>().poll_ready(cx)).await.unwrap();
    let response = app.as_service().call(request).await.unwrap();
    let (head, body) = response.into_parts();
    (head.status, head.headers, body.collect().await.unwrap().to_bytes())
}

fn post(signatures: &[&str], body: impl Into<Body>) -> Request<Body> {
    let mut request = Request::post("/hooks/whatsapp");
    for signature in signatures {
        request = request.header(SIGNATURE_HEADER, *signature);
    }
    request.body(body.into()).unwrap()
}

#[tokio::test]
async fn signed_bytes_reach_the_handler_as_they_came() {
    let (app, kept) = app();
    let body = b"{ not even JSON \xFF";
    let (status, _, answer) = ask(app, post(&[&secret().sign(body)], body.to_vec())).await;
    assert_eq!((status, answer.len()), (StatusCode::OK, 0));
    assert_eq!(*kept.lock().unwrap(), [Bytes::from_static(body)]);
}

#[tokio::test]
async fn a_forged_body_does_not_reach_the_handler() {
    let good = secret().sign(b"body");
    let sha1 = good.replace("sha256=", "sha1=");
    for signatures in [&[][..], &["sha256=00"], &[&sha1], &[&good[..70]], &[&good, &good], &["é"]]
    {
        let (app, kept) = app();
        let (status, _, answer) = ask(app, post(signatures, "body")).await;
        assert_eq!((status, answer.len()), (StatusCode::UNAUTHORIZED, 0), "{signatures:?}");
        assert!(kept.lock().unwrap().is_empty());
    }
}

#[tokio::test]
async fn what_could_not_be_kept_is_asked_for_again() {
    let (app, _) = app();
    let (status, ..) = ask(app, post(&[&secret().sign(b"full")], "full")).await;
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
}

#[tokio::test]
async fn four_mebibytes_are_taken_and_one_byte_more_is_not() {
    for (size, expected) in [(LIMIT, StatusCode::OK), (LIMIT + 1, StatusCode::PAYLOAD_TOO_LARGE)] {
        let (app, kept) = app();
        let body = vec![b' '; size];
        let (status, ..) = ask(app, post(&[&secret().sign(&body)], body)).await;
        assert_eq!(status, expected);
        assert_eq!(kept.lock().unwrap().len(), usize::from(expected == StatusCode::OK));
    }
}

#[tokio::test]
async fn the_handshake_is_answered_in_plain_text() {
    let (app, _) = app();
    let ask_with = |token: &str| {
        let query = format!("hub.mode=subscribe&hub.verify_token={token}&hub.challenge=%3Cb%3E1");
        Request::get(format!("/hooks/whatsapp?{query}")).body(Body::empty()).unwrap()
    };
    let (status, headers, body) = ask(app.clone(), ask_with("token")).await;
    assert_eq!((status, body.as_ref()), (StatusCode::OK, b"<b>1".as_slice()));
    assert!(headers["content-type"].to_str().unwrap().starts_with("text/plain"));
    assert_eq!(headers["x-content-type-options"], "nosniff");

    let (status, _, body) = ask(app.clone(), ask_with("wrong")).await;
    assert_eq!((status, body.len()), (StatusCode::FORBIDDEN, 0));
    let bare = Request::get("/hooks/whatsapp").body(Body::empty()).unwrap();
    assert_eq!(ask(app, bare).await.0, StatusCode::BAD_REQUEST);
}
