use serde_json::{Value, json};
use wharf_client::{Kind, http::Method};
use wharf_model::error::Advice;

use crate::server::{self, Reply, Server};

#[tokio::test]
async fn any_call_can_be_put_together_by_hand() {
    let server = Server::start(vec![server::json("200 OK", r#"{"new":true}"#)]).await;
    let client = server.client();
    let asked = client.raw(Method::GET, "1/new?a=b").query("fields", "a,b{c}").query("ü", "&");
    assert_eq!(asked.send::<Value>().await.unwrap().response["new"], true);
    let told = client.raw(Method::POST, "1/new").json(&json!({ "x": [1] }));
    told.send::<Value>().await.unwrap();
    let form = client.raw(Method::POST, "1/new").form(&json!({ "k": "a b", "n": [1], "z": null }));
    form.send::<Value>().await.unwrap();

    let seen = server.seen();
    let query = "?a=b&fields=a%2Cb%7Bc%7D&%C3%BC=%26";
    assert_eq!(seen[0].line, format!("GET /v25.0/1/new{query} HTTP/1.1"));
    assert_eq!(seen[0].header("authorization"), Some("Bearer t0ken"));
    assert_eq!(seen[0].header("content-type"), None);
    assert_eq!(seen[1].header("content-type"), Some("application/json"));
    assert_eq!(seen[1].body, br#"{"x":[1]}"#);
    assert_eq!(seen[2].header("content-type"), Some("application/x-www-form-urlencoded"));
    assert_eq!(seen[2].body, b"k=a+b&n=%5B1%5D");
}

#[tokio::test]
async fn a_call_by_hand_is_classified_like_every_other() {
    let server = Server::start(vec![Reply::CloseRead]).await;
    let client = server.client();
    for (raw, advice) in [
        (client.raw(Method::GET, "1"), Advice::Retry),
        (client.raw(Method::POST, "1"), Advice::WaitForEvent),
        (client.raw(Method::POST, "1").idempotent(), Advice::Retry),
    ] {
        assert_eq!(raw.send::<Value>().await.unwrap_err().advice(), advice);
    }
    for path in ["/v25.0/1", "../1", "1/.."] {
        let error = client.raw(Method::GET, path).send::<Value>().await.unwrap_err();
        assert!(matches!(error.kind(), Kind::Argument { .. }), "{path}: {error:?}");
    }
    let error = client.raw(Method::POST, "1").form(&"text").send::<Value>().await.unwrap_err();
    assert!(matches!(error.kind(), Kind::Argument { .. }), "{error:?}");
    assert_eq!(server.seen().len(), 3);
}
