//! A server of a test's own: for what the emulator does not do, and for webhooks.

use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex},
};

/// A request as it came.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) method: String,
    /// Path and query.
    pub(crate) path: String,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Asked {
    /// A header, by its lower-case name.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then_some(value.trim())
        })
    }
}

/// Status, further header lines, body.
pub(crate) type Reply = (u16, Vec<String>, Vec<u8>);

/// JSON with status 200.
pub(crate) fn json(value: &serde_json::Value) -> Reply {
    (200, vec!["Content-Type: application/json".to_owned()], value.to_string().into())
}

/// Just a status.
pub(crate) fn status(status: u16) -> Reply {
    (status, Vec::new(), Vec::new())
}

/// Answers until the test ends; its thread ends with the process.
pub(crate) struct Fake {
    pub(crate) url: String,
    seen: Arc<Mutex<Vec<Asked>>>,
}

impl Fake {
    pub(crate) fn start(answer: impl Fn(&Asked) -> Reply + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let seen = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&seen);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let Some((asked, stream)) = stream.ok().and_then(read) else { continue };
                kept.lock().unwrap().push(asked.clone());
                write(stream, &answer(&asked));
            }
        });
        Self { url, seen }
    }

    pub(crate) fn seen(&self) -> Vec<Asked> {
        self.seen.lock().unwrap().clone()
    }
}

fn read(stream: TcpStream) -> Option<(Asked, TcpStream)> {
    let mut reader = BufReader::new(stream);
    let mut head = String::new();
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).ok()? == 0 || line.trim().is_empty() {
            break;
        }
        head.push_str(&line);
    }
    let mut first = head.lines().next()?.split(' ').map(str::to_owned);
    let (method, path) = (first.next()?, first.next()?);
    let mut asked = Asked { method, path, head, body: Vec::new() };
    let length = asked.header("content-length").and_then(|length| length.parse().ok());
    asked.body = vec![0; length.unwrap_or(0)];
    reader.read_exact(&mut asked.body).ok()?;
    Some((asked, reader.into_inner()))
}

fn write(mut stream: TcpStream, (status, headers, body): &Reply) {
    let length = format!("Content-Length: {}", body.len());
    let first = format!("HTTP/1.1 {status} X\r\nConnection: close");
    let lines: Vec<_> = [first, length].into_iter().chain(headers.iter().cloned()).collect();
    let head = lines.join("\r\n") + "\r\n\r\n";
    // Whoever asked may be gone.
    let _unheard = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body));
}
