use std::{
    pin::Pin,
    sync::{Arc, Mutex},
    task::{Context, Poll},
};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use bytes::Bytes;
use futures_core::Stream;
use sha2::{Digest as _, Sha256};
use wharf_client::{Client, Kind, Upload};
use wharf_model::{
    id::{MediaId, PhoneNumberId},
    media::MediaNode,
};

use crate::server::{Reply, Server, answer, json};

/// Pieces, one after the other.
struct Pieces(std::vec::IntoIter<Result<Bytes, &'static str>>);

impl Stream for Pieces {
    type Item = Result<Bytes, &'static str>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.next())
    }
}

fn pieces(pieces: &[Result<&'static [u8], &'static str>]) -> Pieces {
    let pieces = pieces.iter().map(|piece| piece.map(Bytes::from_static)).collect::<Vec<_>>();
    Pieces(pieces.into_iter())
}

fn stream(size: u64, given: &[Result<&'static [u8], &'static str>]) -> Upload {
    Upload::stream("text/plain", "a.txt", size, pieces(given))
}

async fn uploaded(client: Client, upload: Upload) -> Result<MediaId, wharf_client::Error> {
    client.number(PhoneNumberId::new("1").unwrap()).upload(upload).await
}

#[tokio::test]
async fn a_stream_is_uploaded_as_it_comes() {
    let server = Server::start(vec![json("200 OK", r#"{"id":"77"}"#)]).await;
    let steps = Arc::<Mutex<Vec<(u64, u64)>>>::default();
    let told = Arc::clone(&steps);
    let upload = stream(1800, &[Ok(&[b'1'; 600]), Ok(&[b'2'; 600]), Ok(&[b'6'; 600])])
        .on_progress(move |done, all| told.lock().unwrap().push((done, all)));
    uploaded(server.client(), upload).await.unwrap();
    let [seen] = &server.seen()[..] else { panic!("one request") };
    let whole = ["1", "2", "6"].map(|digit| digit.repeat(600)).concat();
    let sent = format!("\r\n\r\n{whole}\r\n--");
    assert!(String::from_utf8_lossy(&seen.body).contains(&sent));
    // The first bytes were looked at before.
    assert_eq!(*steps.lock().unwrap(), [(512, 1800), (600, 1800), (1200, 1800), (1800, 1800)]);

    let server = Server::start(vec![json("200 OK", r#"{"id":"77"}"#)]).await;
    let reader = Upload::reader("text/plain", "a.txt", 3, &b"one"[..]);
    uploaded(server.client(), reader).await.unwrap();
}

#[tokio::test]
async fn a_stream_that_is_not_as_long_as_announced_is_not_uploaded() {
    for (size, given) in [
        (2, &[Ok(&b"one"[..])][..]),
        (4, &[Ok(b"one")]),
        (6, &[Ok(b"one"), Err("the disk is gone")]),
    ] {
        let server = Server::start(vec![json("200 OK", r#"{"id":"77"}"#)]).await;
        let error = uploaded(server.client(), stream(size, given)).await.unwrap_err();
        assert!(
            error.to_string().contains("file") || error.to_string().contains("disk"),
            "{error}"
        );
        assert!(server.seen().is_empty(), "{size}");
    }
    // What is known beforehand is checked beforehand.
    let server = Server::start(vec![json("200 OK", r#"{"id":"77"}"#)]).await;
    let large = Upload::stream("image/png", "a.png", 5 * 1024 * 1024 + 1, pieces(&[]));
    let error = uploaded(server.client(), large).await.unwrap_err();
    assert!(matches!(error.kind(), Kind::Argument { .. }), "{error:?}");
}

const FILE: &[u8] = b"not much of a picture";

fn node(server: &Server) -> MediaNode {
    let digest = STANDARD.encode(Sha256::digest(FILE));
    let (id, url) = (MediaId::new("77").unwrap(), format!("{}/blob", server.url));
    MediaNode::new(id, url, "image/png".to_owned(), digest, FILE.len() as u64)
}

#[tokio::test]
async fn a_download_is_a_stream_that_ends_well_only_when_it_is_the_announced_file() {
    let server = Server::start(vec![answer("200 OK", &[], FILE)]).await;
    let steps = Arc::<Mutex<Vec<(u64, u64)>>>::default();
    let told = Arc::clone(&steps);
    let download = server.client().download_stream(&node(&server)).await.unwrap();
    let mut download =
        download.on_progress(move |done, all| told.lock().unwrap().push((done, all)));
    let mut whole = Vec::new();
    while let Some(piece) = download.piece().await.unwrap() {
        whole.extend_from_slice(&piece);
    }
    assert_eq!((whole.as_slice(), download.done()), (FILE, 21));
    assert_eq!(steps.lock().unwrap().last(), Some(&(21, 21)));
    assert!(download.piece().await.unwrap().is_none());

    let mut flipped = FILE.to_vec();
    flipped[0] ^= 1;
    let server = Server::start(vec![answer("200 OK", &[], &flipped)]).await;
    let mut download = server.client().download_stream(&node(&server)).await.unwrap();
    let error = loop {
        match download.piece().await {
            Ok(piece) => assert!(piece.is_some(), "it ended well"),
            Err(error) => break error,
        }
    };
    assert!(matches!(error.kind(), Kind::Corrupt { .. }), "{error:?}");
    assert!(download.piece().await.unwrap().is_none());
}

#[tokio::test]
async fn a_download_that_stops_half_way_is_an_error() {
    let half = b"HTTP/1.1 200 OK\r\ncontent-length: 21\r\n\r\nnot much".to_vec();
    for (reply, silent) in
        [(Reply::BytesThenSilence(half.clone()), true), (Reply::Bytes(half), false)]
    {
        let server = Server::start(vec![reply]).await;
        let short = std::time::Duration::from_millis(1500);
        let client = server.builder().timeout(short).build().unwrap();
        let error = client.download(&node(&server)).await.unwrap_err();
        let Kind::Unanswered { timeout, .. } = error.kind() else { panic!("{error:?}") };
        assert_eq!(*timeout, silent, "{error:?}");
        assert!(error.advice().is_retry());
    }
}
