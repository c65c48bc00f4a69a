//! A server of its own that ends in order.

use std::time::Duration;

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    sync::oneshot,
};
use wharf::prelude::*;

use crate::helpers::{Heard, body, sign, text, webhook};

#[tokio::test]
async fn a_server_ends_when_it_is_told_and_after_its_handlers() {
    let free = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().to_string();
    let notes = Heard::default();
    let told = notes.clone();
    let webhook = webhook().on_text(move |context: Context, _| {
        let told = told.clone();
        async move {
            let missed = context.wait_for_reply(Duration::from_hours(1)).await.unwrap_err();
            told.hear(missed.to_string());
        }
    });
    let (stop, stopped) = oneshot::channel::<()>();
    let serving = webhook.serve_until(&free, "/hook", async { stopped.await.unwrap() });
    let posting = async {
        let mut connection = loop {
            match TcpStream::connect(&free).await {
                Ok(connection) => break connection,
                Err(_) => tokio::task::yield_now().await,
            }
        };
        let body = body(&format!(r#""messages":[{}]"#, text("a", "hi")));
        let head = format!(
            "POST /hook HTTP/1.1\r\nhost: x\r\nconnection: close\r\nx-hub-signature-256: {}\r\ncontent-length: {}\r\n\r\n",
            sign(&body),
            body.len()
        );
        connection.write_all(head.as_bytes()).await.unwrap();
        connection.write_all(&body).await.unwrap();
        let mut answer = String::new();
        connection.read_to_string(&mut answer).await.unwrap();
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        stop.send(()).unwrap();
    };
    let (served, ()) = tokio::join!(serving, posting);
    served.unwrap();
    assert_eq!(notes.all(), ["the program is about to end"]);
}
