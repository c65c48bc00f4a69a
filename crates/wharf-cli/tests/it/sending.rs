//! What `wharf send` says when it fails, to scripts, and when somebody stops it.

use std::{
    io::{BufRead as _, BufReader},
    net::TcpListener,
    process::{Command, Stdio},
};

use serde_json::{Value, json};

use crate::{
    fake::{Fake, Reply},
    program::{run, until, wharf},
};

fn send(url: &str, args: &[&str]) -> Command {
    let mut command = wharf();
    command
        .env("WHATSAPP_GRAPH_URL", url)
        .env("WHATSAPP_ACCESS_TOKEN", "secret-token")
        .env("WHATSAPP_PHONE_NUMBER_ID", "100")
        .env("RECIPIENT_NUMBER", "+15550001111")
        .args(args);
    command
}

/// The error, and the exit code.
fn failed(url: &str, args: &[&str]) -> (Value, i32) {
    let (stdout, stderr, code) = run(&mut send(url, args));
    assert_eq!(stdout, "");
    let printed: Value = serde_json::from_str(&stderr).unwrap();
    (printed["error"].clone(), code)
}

fn refusal(status: u16, error: &Value) -> Reply {
    (status, vec!["Retry-After: 7".to_owned()], json!({"error": error}).to_string().into())
}

#[test]
fn a_script_is_told_what_is_known() {
    let error = json!({"message": "(#130429) Rate limit hit", "code": 130_429, "error_subcode": 12,
        "fbtrace_id": "Atrace"});
    let fake = Fake::start(move |_| refusal(429, &error));
    let (error, code) = failed(&fake.url, &["--json", "send", "text", "hi"]);
    assert_eq!((code, &error["exit_code"], &error["class"]), (3, &json!(3), &json!("THROTTLED")));
    assert_eq!((&error["code"], &error["error_subcode"]), (&json!(130_429), &json!(12)));
    assert_eq!((&error["fbtrace_id"], &error["retry"]), (&json!("Atrace"), &json!(true)));
    assert_eq!(error["retry_after_seconds"], 7, "{error}");

    let (error, code) = failed("http://127.0.0.1:1", &["--json", "send", "text", ""]);
    assert_eq!((code, &error["class"]), (2, &json!("REFUSED")));
    let broken = json!({"path": "text.body", "what": "must not be empty", "limit": 1, "given": 0, "code": 131_008});
    assert_eq!(error["violations"], json!([broken]));
    let message = error["message"].as_str().unwrap();
    assert!(message.ends_with("or send it with --unchecked"), "{message}");
}

#[test]
fn whoever_stops_a_send_is_told_that_nobody_knows() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let mut child = send(&url, &["send", "text", "hi"]).stderr(Stdio::piped()).spawn().unwrap();
    // It has left, and nobody answers.
    let (stream, _) = listener.accept().unwrap();
    let mut line = String::new();
    BufReader::new(&stream).read_line(&mut line).unwrap();
    assert!(line.starts_with("POST "), "{line}");
    let pid = child.id().to_string();
    assert!(Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
    let status = until("the program stops", || child.try_wait().unwrap());
    assert_eq!(status.code(), Some(4));
    let mut said = String::new();
    BufReader::new(child.stderr.take().unwrap()).read_line(&mut said).unwrap();
    assert!(said.contains("nobody knows whether it was sent"), "{said}");
}
