//! A platform that now and then gives no answer, a wrong one, or says that it is too much; and that tells by a
//! status, sooner or later, of every message it took.

use std::{
    collections::BTreeMap,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex, mpsc},
    thread,
    time::Duration,
};

use serde_json::{Value, json};
use wharf::AppSecret;

use crate::http;

pub(super) const NUMBER: &str = "100000000000001";
pub(super) const SECRET: &str = "a secret of the test";

/// The platform. It ends with the test.
#[derive(Debug)]
pub(super) struct Platform {
    url: String,
    books: Arc<Books>,
    statuses: Mutex<Option<mpsc::Receiver<Value>>>,
}

#[derive(Debug)]
struct Books {
    /// The ids it gave for each text.
    accepted: Mutex<BTreeMap<String, Vec<String>>>,
    requests: Mutex<u32>,
    statuses: mpsc::Sender<Value>,
}

impl Platform {
    pub(super) fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let (statuses, told) = mpsc::channel();
        let books =
            Arc::new(Books { accepted: Mutex::default(), requests: Mutex::default(), statuses });
        let notes = Arc::clone(&books);
        thread::spawn(move || {
            for connection in listener.incoming() {
                let notes = Arc::clone(&notes);
                thread::spawn(move || answer(&notes, connection.ok()?));
            }
        });
        Self { url, books, statuses: Mutex::new(Some(told)) }
    }

    pub(super) fn url(&self) -> &str {
        &self.url
    }

    /// The ids of the messages it took, by their text.
    pub(super) fn accepted(&self) -> BTreeMap<String, Vec<String>> {
        self.books.accepted.lock().unwrap().clone()
    }

    /// Tells the gateway of every message, until it is answered 200.
    pub(super) fn tells(&self, gateway: &str) {
        let told = self.statuses.lock().unwrap().take().unwrap();
        let gateway = gateway.to_owned();
        thread::spawn(move || {
            for status in told {
                while !call_webhook(&gateway, &json!({"statuses": [status]})) {
                    thread::park_timeout(Duration::from_millis(5));
                }
            }
        });
    }
}

/// Reads one request, and answers it in one of several ways. Gives nothing; `Option` is for `?`.
fn answer(books: &Books, mut connection: TcpStream) -> Option<()> {
    let body = read(&connection)?;
    let request = {
        let mut requests = books.requests.lock().unwrap();
        *requests += 1;
        *requests
    };
    if request.is_multiple_of(11) {
        let error = json!({"error": {"message": "(#131056) pair", "type": "OAuthException", "code": 131_056}});
        return say(&mut connection, "400 Bad Request", &error.to_string());
    }
    let wamid = format!("wamid.out.{request}");
    let text = body["text"]["body"].as_str()?.to_owned();
    books.accepted.lock().unwrap().entry(text).or_default().push(wamid.clone());
    let status = json!({"id": wamid, "status": "sent", "timestamp": "1700000000", "recipient_id": "15550001111",
        "biz_opaque_callback_data": body["biz_opaque_callback_data"]});
    books.statuses.send(status).ok()?;
    match request % 7 {
        // The answer is lost.
        0 => None,
        1 => say(&mut connection, "502 Bad Gateway", "<html>Bad Gateway</html>"),
        _ => {
            let answer = json!({"messaging_product": "whatsapp", "messages": [{"id": wamid}]});
            say(&mut connection, "200 OK", &answer.to_string())
        }
    }
}

fn read(connection: &TcpStream) -> Option<Value> {
    let mut reader = BufReader::new(connection);
    let mut length = 0;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok().filter(|count| *count > 0)?;
        let line = line.trim_end();
        if line.is_empty() {
            break;
        }
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length: ") {
            length = value.parse().ok()?;
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    serde_json::from_slice(&body).ok()
}

fn say(connection: &mut TcpStream, status: &str, body: &str) -> Option<()> {
    let length = body.len();
    let head =
        format!("HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n");
    connection.write_all(format!("{head}{body}").as_bytes()).ok()
}

/// Calls the gateway's webhook, signed; whether it was answered 200.
pub(super) fn call_webhook(gateway: &str, value: &Value) -> bool {
    let mut value = value.clone();
    value["messaging_product"] = "whatsapp".into();
    value["metadata"] = json!({"display_phone_number": "15550009999", "phone_number_id": NUMBER});
    let body = json!({"object": "whatsapp_business_account",
        "entry": [{"id": "200000000000001", "changes": [{"field": "messages", "value": value}]}]})
    .to_string();
    let signature = signature(body.as_bytes());
    let headers =
        [("X-Hub-Signature-256", signature.as_str()), ("Content-Type", "application/json")];
    let answer = http::request("POST", &format!("{gateway}/webhook"), &headers, body.as_bytes());
    matches!(answer, Some((200, ..)))
}

fn signature(body: &[u8]) -> String {
    AppSecret::new(SECRET).unwrap().sign(body)
}
