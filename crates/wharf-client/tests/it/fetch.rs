use wharf_client::{Class, Kind};

use crate::server::{Reply, Server, answer};

#[tokio::test]
async fn a_public_file_is_fetched_without_a_token() {
    let server = Server::start(vec![answer("200 OK", &[], b"encrypted")]).await;
    let url = format!("{}/v/t62?mms3=true", server.url);
    assert_eq!(server.client().fetch(&url, 9).await.unwrap(), "encrypted");
    let seen = &server.seen()[0];
    assert_eq!(seen.line, "GET /v/t62?mms3=true HTTP/1.1");
    assert_eq!(seen.header("authorization"), None);
    let error = server.client().fetch(&url, 8).await.unwrap_err();
    assert!(matches!(error.kind(), Kind::Corrupt { .. }), "{error:?}");
}

#[tokio::test]
async fn what_is_no_file_is_an_error() {
    for (status, gone) in [("404 Not Found", true), ("410 Gone", true), ("500 Oh", false)] {
        let server = Server::start(vec![answer(status, &[], b"<html>")]).await;
        let error = server.client().fetch(&server.url, 100).await.unwrap_err();
        assert_eq!(matches!(error.kind(), Kind::Gone), gone, "{error:?}");
        assert_eq!(matches!(error.kind(), Kind::Unreadable { .. }), !gone, "{error:?}");
    }
    let redirect = answer("302 Found", &["location: /elsewhere"], b"");
    let server = Server::start(vec![redirect, Reply::CloseRead]).await;
    server.client().fetch(&server.url, 100).await.unwrap_err();
    assert_eq!(server.seen().len(), 1);
    let error = server.client().fetch(&server.url, 100).await.unwrap_err();
    assert_eq!((error.class(), error.advice().is_retry()), (Class::AmbigHard, true));
    for url in ["", "http://mmg.whatsapp.net/x", "ftp://x/y", "/x"] {
        let error = server.client().fetch(url, 100).await.unwrap_err();
        assert!(matches!(error.kind(), Kind::Argument { .. }), "{url}: {error:?}");
    }
}
