use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpListener,
};
use wharf_client::{AccessToken, Class, Client, Kind};
use wharf_model::{error::Advice, id::PhoneNumberId};

/// What a client that wants TLS makes of a server that answers its greeting like this.
async fn greeted_with(reply: &[u8]) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    let token = AccessToken::new("t0ken").unwrap();
    let number = Client::builder(token).base_url(url).build().unwrap();
    let number = number.number(PhoneNumberId::new("1").unwrap());
    let answering = async {
        let (mut connection, _) = listener.accept().await.unwrap();
        let mut greeting = [0; 5];
        connection.read_exact(&mut greeting).await.unwrap();
        // A handshake record of TLS, and nothing of the request.
        assert_eq!(greeting[..2], [0x16, 0x03]);
        connection.write_all(reply).await.unwrap();
        connection.shutdown().await.unwrap();
        let mut rest = Vec::new();
        let _ended = connection.read_to_end(&mut rest).await;
        assert!(!String::from_utf8_lossy(&rest).contains("t0ken"));
    };
    let (sent, ()) = tokio::join!(number.send("+15550001111", "hello"), answering);
    let error = sent.unwrap_err();
    assert_eq!((error.class(), error.advice()), (Class::NotSent, Advice::Retry), "{error:?}");
    assert!(matches!(error.kind(), Kind::NotSent { .. }), "{error:?}");
}

#[tokio::test]
async fn without_a_handshake_nothing_was_sent() {
    let alert_handshake_failure = [0x15, 3, 3, 0, 2, 2, 40];
    for reply in [&b""[..], b"HTTP/1.1 400 Bad Request\r\n\r\n", &alert_handshake_failure] {
        greeted_with(reply).await;
    }
}

#[tokio::test]
async fn a_handshake_that_is_never_answered_means_that_nothing_was_sent() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    let token = AccessToken::new("t0ken").unwrap();
    let short = std::time::Duration::from_millis(200);
    let client = Client::builder(token).base_url(url).connect_timeout(short).build().unwrap();
    let number = client.number(PhoneNumberId::new("1").unwrap());
    let error = number.send("+15550001111", "hello").await.unwrap_err();
    assert_eq!(error.class(), Class::NotSent, "{error:?}");
    drop(listener);
}
