//! Stopping.

use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
    time::Duration,
};

use tokio::time::timeout;

use crate::http::{NUMBER, emulator};

/// Longer than any stop should take.
const PATIENCE: Duration = Duration::from_secs(30);

#[tokio::test(flavor = "multi_thread")]
async fn a_request_that_never_ends_does_not_hold_up_a_stop() {
    let emulator = emulator().await;
    let address = emulator.url().trim_start_matches("http://").to_owned();
    let half_a_head = format!("POST /v16.0/{NUMBER}/messages HTTP/1.1\r\nHost: x\r\n");
    let half_a_body = format!(
        "POST /v16.0/{NUMBER}/messages HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer wharf-dev\r\nExpect: 100-continue\r\nContent-Length: 500\r\n\r\n"
    );
    let mut open = Vec::new();
    for half in [half_a_head, half_a_body] {
        let mut stream = TcpStream::connect(&address).unwrap();
        stream.write_all(half.as_bytes()).unwrap();
        open.push(stream);
    }
    // It reads the body by now, or it would not ask for it.
    let mut begun = [0; 12];
    open[1].read_exact(&mut begun).unwrap();
    assert_eq!(&begun, b"HTTP/1.1 100");
    timeout(PATIENCE, emulator.stop()).await.unwrap();
    drop(open);
}
