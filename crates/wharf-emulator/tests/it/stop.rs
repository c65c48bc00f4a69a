//! Stopping.

use std::{io::Write as _, net::TcpStream, time::Duration};

use tokio::time::timeout;

use crate::http::{NUMBER, emulator};

/// Longer than any stop should take.
const PATIENCE: Duration = Duration::from_secs(30);

#[tokio::test]
async fn a_request_that_never_ends_does_not_hold_up_a_stop() {
    let emulator = emulator().await;
    let address = emulator.url().trim_start_matches("http://").to_owned();
    let half_a_head = format!("POST /v16.0/{NUMBER}/messages HTTP/1.1\r\nHost: x\r\n");
    let half_a_body = format!(
        "POST /v16.0/{NUMBER}/messages HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer wharf-dev\r\nContent-Length: 500\r\n\r\n{{"
    );
    let mut open = Vec::new();
    for half in [half_a_head, half_a_body] {
        let mut stream = TcpStream::connect(&address).unwrap();
        stream.write_all(half.as_bytes()).unwrap();
        open.push(stream);
    }
    timeout(PATIENCE, emulator.stop()).await.unwrap();
    drop(open);
}
