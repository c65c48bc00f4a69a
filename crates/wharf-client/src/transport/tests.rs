//! What only the transport can see: proxies, and streams of HTTP/2 that were refused.

use hyper_util::client::proxy::matcher::Matcher;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
};

use super::*;
use crate::error::Class;

const LONG: Duration = Duration::from_mins(1);

fn get(url: &str) -> Request<Payload> {
    let mut request = Request::new(empty());
    *request.uri_mut() = Uri::try_from(url).unwrap();
    request
}

/// Reads the head of a request.
async fn head(connection: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    while !bytes.ends_with(b"\r\n\r\n") {
        assert_ne!(connection.read_buf(&mut bytes).await.unwrap(), 0);
    }
    String::from_utf8(bytes).unwrap().to_ascii_lowercase()
}

/// What a proxy is asked for, when a client calls this URL and the proxy refuses.
async fn asked(url: &str) -> (String, Error) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let proxy = format!("http://user:pass@{}", listener.local_addr().unwrap());
    let proxies = Proxies::new(Matcher::builder().all(proxy).no("direct.invalid").build());
    let transport = Transport::with(proxies, Vec::new(), LONG, false);
    let answering = async {
        let (mut connection, _) = listener.accept().await.unwrap();
        let head = head(&mut connection).await;
        let refusal = b"HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
        connection.write_all(refusal).await.unwrap();
        head
    };
    let (head, answer) = tokio::join!(answering, transport.exchange(get(url), 10, LONG));
    let refused = answer.map(|(parts, ..)| parts.status.as_u16());
    (head, refused.map_or_else(|error| error, |status| Error::argument(status.to_string())))
}

const AUTH: &str = "proxy-authorization: basic dxnlcjpwyxnz";

#[tokio::test]
async fn a_plain_request_is_shown_to_the_proxy() {
    let (head, answer) = asked("http://somewhere.invalid/a?b").await;
    assert!(head.starts_with("get http://somewhere.invalid/a?b http/1.1"), "{head}");
    assert!(head.contains(AUTH), "{head}");
    assert!(answer.to_string().starts_with("403"), "{answer:?}");
}

#[tokio::test]
async fn a_tls_request_goes_through_a_tunnel_and_a_refused_tunnel_sends_nothing() {
    let (head, error) = asked("https://somewhere.invalid/a?b").await;
    assert!(head.starts_with("connect somewhere.invalid:443 http/1.1"), "{head}");
    assert!(head.contains(AUTH), "{head}");
    assert_eq!(error.class(), Class::NotSent, "{error:?}");
}

/// What comes of a request to a server that speaks just enough HTTP/2 to read one, and then writes these bytes and
/// closes.
async fn answered_with(reply: &[u8]) -> Result<Bytes, Error> {
    const SETTINGS: [u8; 9] = [0, 0, 0, 4, 0, 0, 0, 0, 0];
    const HEADERS: u8 = 1;

    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    let transport = Transport::with(Proxies::from_env(), Vec::new(), LONG, true);
    let answering = async {
        let (mut connection, _) = listener.accept().await.unwrap();
        connection.write_all(&SETTINGS).await.unwrap();
        let mut preface = [0; 24];
        connection.read_exact(&mut preface).await.unwrap();
        loop {
            let mut frame = [0; 9];
            connection.read_exact(&mut frame).await.unwrap();
            let length = u32::from_be_bytes([0, frame[0], frame[1], frame[2]]);
            let mut payload = vec![0; length as usize];
            connection.read_exact(&mut payload).await.unwrap();
            if frame[3] == HEADERS {
                break;
            }
        }
        connection.write_all(reply).await.unwrap();
        connection.shutdown().await.unwrap();
        // Closing with unread bytes would reset the connection, and take the reply with it.
        let mut rest = Vec::new();
        let _ended = connection.read_to_end(&mut rest).await;
    };
    let (answer, ()) = tokio::join!(transport.exchange(get(&url), 10, LONG), answering);
    answer.map(|(parts, body, _)| {
        assert_eq!(parts.status, 200);
        body
    })
}

async fn after_one_request(reply: &[u8]) -> Error {
    answered_with(reply).await.unwrap_err()
}

/// `GOAWAY` with the last stream that was looked at, and why.
fn goaway(last: u8, why: u8) -> [u8; 17] {
    [0, 0, 8, 7, 0, 0, 0, 0, 0, 0, 0, 0, last, 0, 0, 0, why]
}

/// The head of an answer with status 200 to the first stream.
const HEAD: [u8; 10] = [0, 0, 1, 1, 4, 0, 0, 0, 1, 0x88];
/// The end of that answer: `ok`.
const BODY: [u8; 11] = [0, 0, 2, 0, 1, 0, 0, 0, 1, b'o', b'k'];
const NO_ERROR: u8 = 0;
const ENHANCE_YOUR_CALM: u8 = 11;

#[tokio::test]
async fn an_answer_that_comes_after_the_farewell_is_an_answer() {
    // A server that is about to end finishes what it has begun.
    let reply = [&goaway(1, NO_ERROR)[..], &HEAD, &BODY].concat();
    assert_eq!(answered_with(&reply).await.unwrap(), "ok");
}

#[tokio::test]
async fn a_farewell_in_the_middle_of_an_answer_leaves_us_in_the_dark() {
    let reset = [0, 0, 4, 3, 0, 0, 0, 0, 1, 0, 0, 0, 7];
    for end in [&[][..], &reset, &goaway(1, ENHANCE_YOUR_CALM)] {
        let error = after_one_request(&[&HEAD[..], end].concat()).await;
        assert_eq!(error.class(), Class::AmbigHard, "{error:?}");
    }
}

#[tokio::test]
async fn what_the_other_side_promises_not_to_have_touched_was_not_sent() {
    let refused_stream = [0, 0, 4, 3, 0, 0, 0, 0, 1, 0, 0, 0, 7];
    let (graceful, angry) = (goaway(0, NO_ERROR), goaway(0, ENHANCE_YOUR_CALM));
    for reply in [&refused_stream[..], &graceful, &angry] {
        let error = after_one_request(reply).await;
        assert_eq!(error.class(), Class::NotSent, "{error:?}");
    }
}

#[tokio::test]
async fn what_the_other_side_may_have_touched_is_unknown() {
    let internal_error = [0, 0, 4, 3, 0, 0, 0, 0, 1, 0, 0, 0, 2];
    let (graceful, angry) = (goaway(1, NO_ERROR), goaway(1, ENHANCE_YOUR_CALM));
    for reply in [&internal_error[..], &graceful, &angry, &[]] {
        let error = after_one_request(reply).await;
        assert_eq!(error.class(), Class::AmbigHard, "{error:?}");
    }
}
