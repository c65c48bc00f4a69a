//! `wharf emulator`.

use crate::{
    http,
    program::{Running, run, wharf},
};

#[test]
fn it_plays_the_number_of_the_environment() {
    let mut emulator = Running::start(
        wharf().env("WHATSAPP_PHONE_NUMBER_ID", "77").args(["--json", "emulator", "--port", "0"]),
    );
    let url = emulator.url("emulator").to_owned();
    let (status, answer) = http::post(
        &format!("{url}/v25.0/77/messages"),
        "wharf-dev",
        &serde_json::json!({"messaging_product": "whatsapp", "to": "+15550001111", "text": {"body": "x"}}),
    )
    .unwrap();
    assert_eq!(status, 200, "{answer}");
    assert_eq!(emulator.stop(), Some(0));
}

#[test]
fn a_webhook_that_does_not_answer_is_said_so() {
    let (_, stderr, code) =
        run(wharf().args(["emulator", "--port", "0", "--webhook", "http://127.0.0.1:9/webhook"]));
    assert_eq!(code, 1);
    assert!(stderr.contains("--webhook") && stderr.contains("no connection"), "{stderr}");
    assert_eq!(stderr.lines().count(), 1, "{stderr}");
}
