use std::sync::{Arc, Mutex};

use bytes::Bytes;
use wharf_client::{Class, Kind, Upload, UploadSession};
use wharf_model::id::AppId;

use crate::server::{Reply, Server, answer, json};

const ID: &str = "upload:MTphdHRhY2htZW50?sig=ARZqkGCA_uQMxC8nHKI";

fn app() -> AppId {
    AppId::new("634").unwrap()
}

fn bytes() -> Bytes {
    let mut bytes: Vec<_> = (0..500_000_u32).map(|index| (index % 251) as u8).collect();
    bytes[..8].copy_from_slice(b"\x89PNG\r\n\x1a\n");
    bytes.into()
}

fn picture() -> Upload {
    Upload::bytes("image/png", "head er.png", bytes())
}

fn begun() -> Reply {
    json("200 OK", &format!(r#"{{"id":"{ID}"}}"#))
}

fn ended() -> Reply {
    json("200 OK", r#"{"h":"4::aW1hZ2U="}"#)
}

fn standing(offset: &str) -> Reply {
    json("200 OK", &format!(r#"{{"id":"{ID}","file_offset":{offset}}}"#))
}

fn lines(server: &Server) -> Vec<String> {
    server.seen().into_iter().map(|seen| seen.line).collect()
}

#[tokio::test]
async fn a_file_goes_up_in_one_piece_when_nothing_happens() {
    let server = Server::start(vec![begun(), ended()]).await;
    let handle = server.client().upload_handle(&app(), picture()).await.unwrap();
    assert_eq!(handle.as_str(), "4::aW1hZ2U=");
    let session = format!("POST /v25.0/{ID} HTTP/1.1");
    let begin = "POST /v25.0/634/uploads?file_name=head%20er.png&file_length=500000&file_type=image%2Fpng HTTP/1.1";
    assert_eq!(lines(&server), [begin, &session]);
    let seen = &server.seen()[1];
    assert_eq!(seen.header("authorization"), Some("OAuth t0ken"));
    assert_eq!(seen.header("file_offset"), Some("0"));
    assert_eq!(seen.body, bytes());
}

#[tokio::test]
async fn after_a_cut_it_goes_on_where_the_platform_stands() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("header.png");
    std::fs::write(&path, bytes()).unwrap();
    for from_disk in [false, true] {
        let cut = || Reply::CutAfter(300_000);
        let replies =
            vec![begun(), cut(), standing("200000"), cut(), standing("\"450000\""), ended()];
        let server = Server::start(replies).await;
        let upload = if from_disk { Upload::path(&path).await.unwrap() } else { picture() };
        let most = Arc::<Mutex<u64>>::default();
        let told = Arc::clone(&most);
        let upload = upload.on_progress(move |done, _| *told.lock().unwrap() = done);
        server.client().upload_handle(&app(), upload).await.unwrap();
        let seen = server.seen();
        let offsets: Vec<_> = seen.iter().filter_map(|seen| seen.header("file_offset")).collect();
        assert_eq!(offsets, ["0", "200000", "450000"]);
        let asked = lines(&server);
        assert_eq!(asked[2], format!("GET /v25.0/{ID} HTTP/1.1"));
        assert_eq!(seen[2].header("authorization"), Some("OAuth t0ken"));
        assert_eq!(seen[5].body, bytes()[450_000..]);
        assert_eq!(*most.lock().unwrap(), 500_000);
    }
}

#[tokio::test]
async fn cuts_without_progress_come_to_an_end() {
    let server = Server::start_with(|index, _| match index {
        0 => begun(),
        _ if index % 2 == 1 => Reply::CutAfter(10),
        _ => standing("0"),
    })
    .await;
    let error = server.client().upload_handle(&app(), picture()).await.unwrap_err();
    assert_eq!(error.class(), Class::AmbigHard, "{error:?}");
    assert_eq!(server.seen().len(), 7);
}

#[tokio::test]
async fn a_refusal_is_not_a_cut() {
    let refusal = r#"{"error":{"message":"no","code":100}}"#;
    let server = Server::start(vec![begun(), json("400 Bad Request", refusal)]).await;
    let error = server.client().upload_handle(&app(), picture()).await.unwrap_err();
    assert_eq!(error.code(), Some(100));
    assert_eq!(server.seen().len(), 2);

    let client = server.client();
    for upload in [
        Upload::bytes("audio/ogg", "a.ogg", "x"),
        Upload::bytes("image/png", "a", ""),
        Upload::bytes("image/png", "a", &b"\xff\xd8\xff"[..]),
    ] {
        let error = client.upload_handle(&app(), upload).await.unwrap_err();
        assert!(matches!(error.kind(), Kind::Argument { .. }), "{error:?}");
    }
    assert_eq!(server.seen().len(), 2);
}

#[tokio::test]
async fn another_process_can_go_on_with_a_session_but_not_from_a_stream() {
    let server =
        Server::start(vec![standing("499999"), ended(), standing("1"), answer("500 Oh", &[], b"")])
            .await;
    let session = UploadSession::new(ID);
    assert!(!format!("{session:?}").contains("sig"));
    server.client().resume_upload(&session, picture()).await.unwrap();
    assert_eq!(server.seen()[1].body, bytes()[499_999..]);
    let stream = Upload::reader("image/png", "a.png", 3, &b"one"[..]);
    let error = server.client().resume_upload(&session, stream).await.unwrap_err();
    assert!(error.to_string().contains("passes by once"), "{error}");
    let short = Upload::bytes("image/png", "a.png", "");
    let error = server.client().resume_upload(&session, short).await.unwrap_err();
    assert!(!error.to_string().is_empty());
}
