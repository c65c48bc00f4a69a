use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};
use wharf_client::{Class, Kind, Upload};
use wharf_model::{
    id::{MediaId, PhoneNumberId},
    media::MediaNode,
};

use crate::server::{Reply, Server, answer, json};

const FILE: &[u8] = b"%PDF-1.4 not much of a document";

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02x}").unwrap();
        hex
    })
}

fn node(url: &str) -> MediaNode {
    let size = FILE.len() as u64;
    let id = MediaId::new("77").unwrap();
    MediaNode::new(id, url.to_owned(), "application/pdf".to_owned(), hex(FILE), size)
}

fn file() -> Reply {
    answer("200 OK", &["content-type: application/pdf"], FILE)
}

#[tokio::test]
async fn a_file_is_fetched_and_checked() {
    let server = Server::start(vec![file()]).await;
    let node = node(&format!("{}/blob", server.url));
    assert_eq!(server.client().download(&node).await.unwrap(), FILE);
    let seen = &server.seen()[0];
    assert_eq!(seen.line, "GET /blob HTTP/1.1");
    assert_eq!(seen.header("authorization"), Some("Bearer t0ken"));
}

#[tokio::test]
async fn a_file_that_is_not_the_announced_one_is_refused() {
    let mut flipped = FILE.to_vec();
    flipped[3] ^= 1;
    for bytes in [&flipped[..], &FILE[1..], &[FILE, b"!"].concat()] {
        let server = Server::start(vec![answer("200 OK", &[], bytes)]).await;
        let node = node(&format!("{}/blob", server.url));
        let error = server.client().download(&node).await.unwrap_err();
        assert!(matches!(error.kind(), Kind::Corrupt { .. }), "{error:?}");
    }
}

#[tokio::test]
async fn an_expired_url_is_asked_for_again_once() {
    let fresh = |url: &str| {
        let node = node(&format!("{url}/fresh"));
        json("200 OK", &serde_json::to_string(&node).unwrap())
    };
    let server = Server::start_with(move |index, url| match index {
        0 => answer("404 Not Found", &[], b""),
        1 => fresh(url),
        _ => file(),
    })
    .await;
    let stale = node(&format!("{}/stale", server.url));
    assert_eq!(server.client().download(&stale).await.unwrap(), FILE);
    let lines: Vec<_> = server.seen().into_iter().map(|seen| seen.line).collect();
    assert_eq!(lines, ["GET /stale HTTP/1.1", "GET /v25.0/77 HTTP/1.1", "GET /fresh HTTP/1.1"]);

    let server = Server::start_with(move |index, url| match index {
        1 => fresh(url),
        _ => answer("410 Gone", &[], b""),
    })
    .await;
    let stale = node(&format!("{}/stale", server.url));
    let error = server.client().download(&stale).await.unwrap_err();
    assert!(matches!(error.kind(), Kind::Gone), "{error:?}");
    assert_eq!(server.seen().len(), 3);
}

#[tokio::test]
async fn the_token_does_not_follow_a_redirect_away() {
    let thief = Server::start(vec![file()]).await;
    let port = thief.url.rsplit(':').next().unwrap().to_owned();
    let away = format!("location: http://localhost:{port}/steal");
    let server = Server::start(vec![answer("302 Found", &[&away], b"")]).await;
    let error = server.client().download(&node(&server.url)).await.unwrap_err();
    assert!(matches!(error.kind(), Kind::Foreign { host } if host == "localhost"), "{error:?}");
    assert!(thief.seen().is_empty());

    let server = Server::start(vec![answer("302 Found", &["location: /there"], b""), file()]).await;
    assert_eq!(server.client().download(&node(&server.url)).await.unwrap(), FILE);
    assert_eq!(server.seen()[1].line, "GET /there HTTP/1.1");

    let server = Server::start(vec![answer("302 Found", &["location: /again"], b"")]).await;
    server.client().download(&node(&server.url)).await.unwrap_err();
    assert_eq!(server.seen().len(), 4);
}

#[tokio::test]
async fn a_refused_download_says_why_and_a_cut_one_may_be_tried_again() {
    let refusal = r#"{"error":{"message":"no","code":190}}"#;
    let server = Server::start(vec![json("401 Unauthorized", refusal)]).await;
    let error = server.client().download(&node(&server.url)).await.unwrap_err();
    assert_eq!(error.code(), Some(190));

    let cut = b"HTTP/1.1 200 OK\r\ncontent-length: 31\r\n\r\n%PDF".to_vec();
    let server = Server::start(vec![Reply::Bytes(cut)]).await;
    let error = server.client().download(&node(&server.url)).await.unwrap_err();
    assert_eq!((error.class(), error.advice().is_retry()), (Class::AmbigHard, true), "{error:?}");
}

fn number() -> PhoneNumberId {
    PhoneNumberId::new("1").unwrap()
}

#[tokio::test]
async fn an_upload_is_a_form_of_known_length() {
    let server = Server::start(vec![json("200 OK", r#"{"id":"77"}"#)]).await;
    let upload = Upload::bytes("application/pdf", "my \"plan\"\r\n.pdf", FILE);
    let id = server.client().number(number()).upload(upload).await.unwrap();
    assert_eq!(id.as_str(), "77");

    let [seen] = &server.seen()[..] else { panic!("one request") };
    assert_eq!(seen.line, "POST /v25.0/1/media HTTP/1.1");
    assert_eq!(seen.header("content-length"), Some(seen.body.len().to_string().as_str()));
    let boundary = seen.header("content-type").unwrap();
    let boundary = boundary.strip_prefix("multipart/form-data; boundary=").unwrap();
    let text = String::from_utf8(seen.body.clone()).unwrap();
    let expected = format!(
        "--B\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\nwhatsapp\r\n\
         --B\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\napplication/pdf\r\n\
         --B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"my %22plan%22%0D%0A.pdf\"\r\n\
         Content-Type: application/pdf\r\n\r\n{}\r\n--B--\r\n",
        str::from_utf8(FILE).unwrap()
    );
    assert_eq!(
        text,
        expected
            .replace("B\r\n", &format!("{boundary}\r\n"))
            .replace("--B--", &format!("--{boundary}--"))
    );
}

#[tokio::test]
async fn a_file_on_disk_is_streamed_whole() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("big.txt");
    let bytes: Vec<u8> = (0..3_000_000_u32).map(|index| b'a' + (index % 23) as u8).collect();
    std::fs::write(&path, &bytes).unwrap();
    let server = Server::start(vec![json("200 OK", r#"{"id":"77"}"#)]).await;
    let upload = Upload::path(&path).await.unwrap();
    assert_eq!(upload.size(), 3_000_000);
    server.client().number(number()).upload(upload).await.unwrap();
    let [seen] = &server.seen()[..] else { panic!("one request") };
    assert!(seen.body.windows(bytes.len()).any(|window| window == bytes));
    let head = String::from_utf8_lossy(&seen.body[..600]).into_owned();
    assert!(
        head.contains("Content-Type: text/plain") && head.contains("filename=\"big.txt\""),
        "{head}"
    );
}

#[tokio::test]
async fn what_the_platform_does_not_take_is_not_sent() {
    let server = Server::start(vec![json("200 OK", r#"{"id":"77"}"#)]).await;
    let client = server.client();
    for upload in [
        Upload::bytes("application/x-unknown", "a", FILE),
        Upload::bytes("image/png", "empty.png", ""),
        Upload::bytes("image/png", "big.png", vec![0; 5 * 1024 * 1024 + 1]),
    ] {
        let error = client.number(number()).upload(upload).await.unwrap_err();
        assert!(matches!(error.kind(), Kind::Argument { .. }), "{error:?}");
    }
    assert!(server.seen().is_empty());
    let odd = Upload::bytes("application/x-unknown", "a", FILE);
    client.number(number()).unchecked().upload(odd).await.unwrap();
    let error = Upload::path("/nowhere/at/all.png").await.unwrap_err();
    assert!(error.to_string().contains("cannot be opened"), "{error}");
}

/// Declared to be a PNG, and a JPEG.
const JPEG: &[u8] = b"\xff\xd8\xff\xe0\0\x10JFIF";

#[tokio::test]
async fn a_file_that_is_not_what_it_is_declared_to_be_does_not_leave() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.png");
    std::fs::write(&path, JPEG).unwrap();
    let server = Server::start(vec![json("200 OK", r#"{"id":"77"}"#)]).await;
    let number = server.client().number(number());
    for upload in [
        Upload::bytes("image/png", "a.png", JPEG),
        Upload::reader("image/png", "a.png", JPEG.len() as u64, JPEG),
        Upload::path(&path).await.unwrap(),
        Upload::bytes("image/png", "a.pdf", JPEG),
        Upload::bytes("application/pdf", "a.pdf", "<!DOCTYPE html>"),
    ] {
        let mime = upload.mime_type().to_owned();
        let error = number.upload(upload).await.unwrap_err();
        let shown = error.to_string();
        assert!(matches!(error.kind(), Kind::Argument { .. }), "{error:?}");
        assert!(shown.contains(&mime) && shown.contains("nothing was sent"), "{shown}");
    }
    assert!(server.seen().is_empty());
    let right = Upload::path(&path).await.unwrap().mime("image/jpeg");
    let error = number.upload(right).await.err();
    assert!(error.is_none(), "images of one kind may bear another's name: {error:?}");
    number.unchecked().upload(Upload::bytes("image/png", "a.png", JPEG)).await.unwrap();
    assert_eq!(server.seen().len(), 2);
}

#[tokio::test]
async fn a_file_without_an_extension_is_known_by_its_first_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("picture");
    let whole = [JPEG, &[7; 5000]].concat();
    std::fs::write(&path, &whole).unwrap();
    let upload = Upload::path(&path).await.unwrap();
    assert_eq!(upload.mime_type(), "image/jpeg");
    let server = Server::start(vec![json("200 OK", r#"{"id":"77"}"#)]).await;
    server.client().number(number()).upload(upload).await.unwrap();
    // Looking at it took nothing away.
    assert!(server.seen()[0].body.windows(whole.len()).any(|window| window == whole));
}

#[tokio::test(start_paused = true)]
async fn a_stream_that_never_begins_is_given_up() {
    let token = wharf_client::AccessToken::new("t0ken").unwrap();
    let client = wharf_client::Client::builder(token).base_url("http://127.0.0.1:1").build();
    let (reader, _writer) = tokio::io::duplex(64);
    let upload = Upload::reader("text/plain", "a.txt", 5, reader);
    let error = client.unwrap().number(number()).upload(upload).await.unwrap_err();
    assert!(error.to_string().contains("took too long to begin"), "{error}");
}

#[tokio::test]
async fn a_file_is_resolved_and_deleted_by_id() {
    let body = serde_json::to_string(&node("https://lookaside.fbsbx.com/1")).unwrap();
    let done = json("200 OK", r#"{"success":true}"#);
    let server = Server::start(vec![json("200 OK", &body), done]).await;
    let id = MediaId::new("77").unwrap();
    let node = server.client().media(&id).await.unwrap();
    assert_eq!(node.file_size, FILE.len() as u64);
    server.client().delete_media(&id).await.unwrap();
    assert_eq!(server.seen()[1].line, "DELETE /v25.0/77 HTTP/1.1");
}
