//! A server of a few lines on a port of its own: it reads whole requests, and answers as it is told.

use std::sync::{Arc, Mutex};

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    task::JoinSet,
};
use wharf_client::{AccessToken, Builder, Client};

/// What the server does with a request.
#[derive(Clone, Debug)]
pub(crate) enum Reply {
    /// Closes the connection without reading from it.
    CloseUnread,
    /// Resets the connection without reading from it.
    ResetUnread,
    /// Reads the head of the request and this many bytes of its body, and resets the connection.
    CutAfter(usize),
    /// Reads the request and closes.
    CloseRead,
    /// Reads the request and resets the connection.
    ResetRead,
    /// Reads the request and is silent for good.
    Silence,
    /// Reads the request, writes these bytes and closes.
    Bytes(Vec<u8>),
    /// Reads the request, writes these bytes and is silent for good.
    BytesThenSilence(Vec<u8>),
    /// Reads the request, writes these bytes, reads another request on the same connection and closes.
    BytesThenCloseRead(Vec<u8>),
    /// Reads the request, writes these bytes, and closes without a word about it.
    BytesThenClose(Vec<u8>),
}

/// A request as it came.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    /// Method, target and version.
    pub(crate) line: String,
    /// The lines after that, in lower case.
    pub(crate) headers: Vec<String>,
    pub(crate) body: Vec<u8>,
}

impl Seen {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let prefix = format!("{name}: ");
        self.headers.iter().find_map(|line| line.strip_prefix(&prefix))
    }
}

/// The server; it ends when this is dropped.
#[derive(Debug)]
pub(crate) struct Server {
    pub(crate) url: String,
    pub(crate) notes: Arc<Mutex<Vec<Seen>>>,
    pub(crate) tasks: JoinSet<()>,
}

impl Server {
    /// Answers the n-th connection with the n-th reply, and all later ones with the last.
    pub(crate) async fn start(replies: Vec<Reply>) -> Self {
        Self::start_with(move |index, _| replies[index.min(replies.len() - 1)].clone()).await
    }

    /// Answers a connection as `reply` says, given its index and the server's own URL.
    pub(crate) async fn start_with(reply: impl Fn(usize, &str) -> Reply + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let seen = Arc::<Mutex<Vec<Seen>>>::default();
        let (notes, own_url) = (Arc::clone(&seen), url.clone());
        let mut tasks = JoinSet::new();
        tasks.spawn(async move {
            let mut open = JoinSet::new();
            for index in 0.. {
                let (connection, _) = listener.accept().await.unwrap();
                open.spawn(serve(connection, reply(index, &own_url), Arc::clone(&notes)));
            }
        });
        Self { url, notes: seen, tasks }
    }

    /// Ends the server, and waits until its port is closed.
    pub(crate) async fn stop(mut self) {
        self.tasks.shutdown().await;
    }

    /// The requests that arrived.
    pub(crate) fn seen(&self) -> Vec<Seen> {
        self.notes.lock().unwrap().clone()
    }

    pub(crate) fn builder(&self) -> Builder {
        Client::builder(AccessToken::new("t0ken").unwrap()).base_url(&self.url)
    }

    pub(crate) fn client(&self) -> Client {
        self.builder().build().unwrap()
    }
}

async fn serve(mut connection: TcpStream, reply: Reply, notes: Arc<Mutex<Vec<Seen>>>) {
    match reply {
        Reply::CloseUnread => return,
        Reply::ResetUnread => return connection.set_zero_linger().unwrap(),
        _ => {}
    }
    let most = if let Reply::CutAfter(bytes) = reply { bytes } else { usize::MAX };
    // Whoever connects and says nothing made no request.
    let Some(seen) = read(&mut connection, most).await else { return };
    notes.lock().unwrap().push(seen);
    match reply {
        Reply::CloseUnread | Reply::ResetUnread | Reply::CloseRead => {}
        Reply::ResetRead | Reply::CutAfter(_) => connection.set_zero_linger().unwrap(),
        Reply::BytesThenSilence(bytes) => {
            connection.write_all(&bytes).await.unwrap();
            std::future::pending::<()>().await;
        }
        Reply::BytesThenClose(bytes) => connection.write_all(&bytes).await.unwrap(),
        Reply::BytesThenCloseRead(bytes) => {
            connection.write_all(&bytes).await.unwrap();
            if let Some(seen) = read(&mut connection, usize::MAX).await {
                notes.lock().unwrap().push(seen);
            }
        }
        Reply::Silence => std::future::pending().await,
        Reply::Bytes(bytes) => {
            connection.write_all(&bytes).await.unwrap();
            connection.shutdown().await.unwrap();
        }
    }
}

/// The next request, or its head and the first `most` bytes of its body.
async fn read(connection: &mut TcpStream, most: usize) -> Option<Seen> {
    let mut bytes = Vec::new();
    let head = loop {
        if connection.read_buf(&mut bytes).await.unwrap_or(0) == 0 {
            return None;
        }
        if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break end + 4;
        }
    };
    let text = String::from_utf8(bytes[..head].to_vec()).unwrap();
    let mut lines = text.trim_end().lines();
    let line = lines.next().unwrap().to_owned();
    let headers = lines.map(lower_name).collect();
    let mut seen = Seen { line, headers, body: bytes.split_off(head) };
    let length = seen.header("content-length").map_or(0, |length| length.parse().unwrap());
    let wanted = length.min(most);
    while seen.body.len() < wanted {
        if connection.read_buf(&mut seen.body).await.unwrap_or(0) == 0 {
            return None;
        }
    }
    seen.body.truncate(wanted);
    Some(seen)
}

fn lower_name(line: &str) -> String {
    let (name, value) = line.split_once(':').unwrap();
    format!("{}:{value}", name.to_ascii_lowercase())
}

/// An HTTP answer with a JSON body.
pub(crate) fn json(status: &str, body: &str) -> Reply {
    answer(status, &["content-type: application/json"], body.as_bytes())
}

/// An HTTP answer.
pub(crate) fn answer(status: &str, headers: &[&str], body: &[u8]) -> Reply {
    let mut bytes = format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\n", body.len()).into_bytes();
    for header in headers {
        bytes.extend_from_slice(format!("{header}\r\n").as_bytes());
    }
    bytes.extend_from_slice(b"connection: close\r\n\r\n");
    bytes.extend_from_slice(body);
    Reply::Bytes(bytes)
}

/// An HTTP answer with a JSON body after which the connection may be used again.
pub(crate) fn kept_alive(body: &str) -> Vec<u8> {
    format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

/// What the platform says to an accepted message.
pub(crate) const SENT: &str = r#"{"messaging_product":"whatsapp","contacts":[{"input":"+15550001111","wa_id":"15550001111"}],"messages":[{"id":"wamid.A"}]}"#;
