//! `wharf dev`, and the commands beside it.

use std::{fs, net::TcpListener};

use serde_json::{Value, json};

use crate::{
    http,
    program::{Running, run, until, wharf},
};

#[test]
fn everything_of_the_first_minute_works() {
    let mut dev = Running::dev();
    let wharf = |args: &[&str]| {
        let (stdout, stderr, code) = run(dev.wharf().arg("--json").args(args));
        assert_eq!(code, 0, "{args:?}: {stderr}");
        serde_json::from_str::<Value>(&stdout).unwrap()
    };
    let sent = wharf(&["send", "text", "hello"]);
    assert_eq!(sent["contacts"][0]["wa_id"], "15550001111");
    wharf(&["send", "buttons", "Tea?", "--button", "y=Yes", "--button", "n=No"]);
    wharf(&["send", "list", "Menu", "--row", "tea=Tea|Green or black"]);
    wharf(&["send", "template", "hello_world"]);
    wharf(&["send", "contact", "John Doe", "--phone", "1234567890"]);
    wharf(&["send", "location", "52.5", "-13.4", "--name", "Here"]);
    wharf(&["send", "image", "https://example.com/image.png", "--caption", "Look"]);
    wharf(&["send", "reaction", sent["messages"][0]["id"].as_str().unwrap(), "👍"]);
    assert_eq!(wharf(&["phone", "set-pin", "482913"])["success"], true);
    assert_eq!(wharf(&["phone", "info"])["id"], "100000000000001");

    // The statuses of the first message come back and settle it.
    let sends = format!("{}/api/sends", dev.url("api"));
    let id = &sent["messages"][0]["id"];
    until("the first message is read", || {
        let sends = http::json(&sends)?;
        let row = sends["data"].as_array()?.iter().find(|row| row["wamid"] == *id)?.clone();
        (row["state"] == "read").then_some(())
    });
    assert_eq!(dev.stop(), Some(0));
}

#[test]
fn a_file_is_uploaded_and_sent() {
    let dev = Running::dev();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notes.txt");
    fs::write(&path, "Remember the milk.").unwrap();
    let (stdout, stderr, code) = run(dev.wharf().args(["send", "document"]).arg(&path));
    assert_eq!(code, 0, "{stderr}");
    assert!(stdout.starts_with("accepted: wamid."), "{stdout}");
}

#[test]
fn refusals_have_their_exit_code_and_say_what_to_do() {
    let dev = Running::dev();
    let check = |args: &[&str], code: i32, says: &str| {
        let (_, stderr, given) = run(dev.wharf().args(args));
        assert_eq!(given, code, "{args:?}: {stderr}");
        assert!(stderr.contains(says), "{args:?} does not say {says:?}: {stderr}");
    };
    check(&["send", "template", "no_such_template"], 1, "132001");
    check(
        &["send", "text", &"x".repeat(4097)],
        2,
        "text.body: must be at most 4096 characters long, has 4097",
    );
    check(&["phone", "set-pin", "12345"], 2, "six digits");
    let (_, stderr, code) =
        run(dev.wharf().env("WHATSAPP_ACCESS_TOKEN", "wrong").args(["phone", "info"]));
    assert_eq!(code, 1, "{stderr}");
    assert!(stderr.contains("190"), "{stderr}");
    let nobody = dev
        .wharf()
        .env("WHATSAPP_GRAPH_URL", "http://127.0.0.1:9")
        .args(["send", "text", "x"])
        .output()
        .unwrap();
    assert_eq!(nobody.status.code(), Some(3));
}

#[test]
fn a_person_writes_and_the_gateway_has_it() {
    let dev = Running::dev();
    let users = format!("{}/_control/users/15550001111/messages", dev.url("emulator"));
    let (status, _) =
        http::post(&users, "", &json!({"type": "text", "text": {"body": "hi"}})).unwrap();
    assert_eq!(status, 200);
    let events = format!("{}/api/events", dev.url("api"));
    // One from the start, when the person had just written, and this one.
    until("both messages are in the gateway", || {
        let events = http::json(&events)?;
        let texts = events["data"]
            .as_array()?
            .iter()
            .filter(|event| event["kind"] == "message.text")
            .count();
        (texts == 2).then_some(())
    });
}

#[test]
fn a_port_in_use_is_one_line_that_names_the_flag() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    for flag in ["--gateway-port", "--api-port", "--emulator-port"] {
        let mut command = wharf();
        command.arg("dev");
        for other in ["--gateway-port", "--api-port", "--emulator-port"] {
            command.args([other, if other == flag { &port } else { "0" }]);
        }
        let (_, stderr, code) = run(&mut command);
        assert_eq!(code, 1, "{stderr}");
        assert_eq!(stderr.lines().count(), 1, "{stderr}");
        assert!(stderr.contains(flag) && stderr.contains(&port), "{stderr}");
    }
}

#[test]
fn the_environment_is_written_to_a_file_that_the_program_reads() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("dev.env");
    let ports = ["--gateway-port", "0", "--api-port", "0", "--emulator-port", "0"];
    let _dev =
        Running::start(wharf().args(["--json", "dev"]).args(ports).arg("--env-file").arg(&path));
    let (stdout, stderr, code) =
        run(wharf().arg("--env").arg(&path).args(["send", "text", "hello"]));
    assert_eq!(code, 0, "{stderr}");
    assert!(stdout.starts_with("accepted: wamid."), "{stdout}");
}
