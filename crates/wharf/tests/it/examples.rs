//! Every example of the guide, run against the emulator.

use std::{
    env,
    io::{BufRead, BufReader, Read as _, Write as _},
    net::{TcpListener, TcpStream},
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::Duration,
};

use tokio::{
    sync::mpsc,
    task::spawn_blocking,
    time::{interval, timeout},
};
use wharf::prelude::*;
use wharf_emulator::{Config, Delays, Emulator};

const TOKEN: &str = "wharf-dev";
const NUMBER: &str = "100000000000001";
const ACCOUNT: &str = "200000000000001";
const PERSON: &str = "15550001111";
const VERIFY: &str = "verify";
/// Longer than anything here takes.
const PATIENCE: Duration = Duration::from_mins(1);

async fn emulator() -> Emulator {
    let mut config = Config::dev();
    config.delays = Delays::NONE;
    config.rules.review_seconds = Some(0);
    Emulator::start(config).await.unwrap()
}

fn program(example: &str) -> PathBuf {
    // Cargo builds the examples with the tests, in a folder beside them.
    let tests = env::current_exe().unwrap();
    let folder = tests.parent().and_then(|deps| deps.parent()).unwrap().join("examples");
    let program = folder.join(format!("{example}{}", env::consts::EXE_SUFFIX));
    assert!(program.exists(), "{example} is not built: run `cargo build -p wharf --examples`");
    program
}

/// The example, as the guide has it started: all settings come from the environment.
fn command(example: &str, emulator: &Emulator) -> Command {
    let mut command = Command::new(program(example));
    command
        // Where no `.env` of a developer is.
        .current_dir(env::temp_dir())
        .env("NO_PROXY", "127.0.0.1")
        .env("WHATSAPP_GRAPH_URL", emulator.url())
        .env("WHATSAPP_ACCESS_TOKEN", TOKEN)
        .env("WHATSAPP_PHONE_NUMBER_ID", NUMBER)
        .env("WHATSAPP_BUSINESS_ACCOUNT_ID", ACCOUNT)
        .env("WHATSAPP_APP_SECRET", "wharf-dev-secret")
        .env("WHATSAPP_VERIFY_TOKEN", VERIFY)
        .env("RECIPIENT_NUMBER", format!("+{PERSON}"))
        .env_remove("WHATSAPP_API_VERSION");
    command
}

/// Runs an example to its end: it must succeed, and each of its lines begin like this.
async fn check(example: &str, lines: &[&str]) {
    let emulator = emulator().await;
    let mut command = command(example, &emulator);
    let output = spawn_blocking(move || command.output().unwrap()).await.unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let whole = format!("{example}: {said}{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{whole}");
    assert_eq!(said.lines().count(), lines.len(), "{whole}");
    for (line, beginning) in said.lines().zip(lines) {
        assert!(line.starts_with(beginning), "not {beginning}: {whole}");
    }
    emulator.stop().await;
}

/// An example that listens for webhooks, until this is dropped.
struct Listening {
    child: Child,
    lines: mpsc::UnboundedReceiver<String>,
}

impl Listening {
    /// Starts it, and registers it with the emulator.
    async fn start(example: &str, emulator: &Emulator) -> Self {
        let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let mut child = command(example, emulator)
            .env("WEBHOOK_LISTEN", free.to_string())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        let (teller, lines) = mpsc::unbounded_channel();
        spawn_blocking(move || {
            output.lines().map_while(Result::ok).try_for_each(|line| teller.send(line)).ok()
        });
        let mut listening = Self { child, lines };
        let url = format!("http://{free}/webhook");
        while emulator.set_webhook(&url, VERIFY).await.is_err() {
            assert!(listening.child.try_wait().unwrap().is_none(), "{example} ended");
        }
        listening
    }

    /// Waits for a line.
    async fn says(&mut self, wanted: &str) {
        let mut heard = Vec::new();
        let waiting = async {
            while let Some(line) = self.lines.recv().await {
                if line == wanted {
                    return true;
                }
                heard.push(line);
            }
            false
        };
        let said = timeout(PATIENCE, waiting).await;
        assert!(said.unwrap_or(false), "never said {wanted}: {heard:#?}");
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

/// What stands on the person's phone, as JSON.
fn phone(emulator: &Emulator) -> String {
    let host = emulator.url().trim_start_matches("http://");
    let mut connection = TcpStream::connect(host).unwrap();
    let path = format!("/_control/users/{PERSON}/messages");
    write!(connection, "GET {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    connection.read_to_string(&mut answer).unwrap();
    answer
}

#[tokio::test(flavor = "multi_thread")]
async fn authentication() {
    check("authentication", &["Client {", "calling as ", "a wrong token: ", "what to do: "]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn text() {
    check("text", &["accepted: wamid.", "accepted: wamid."]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn media() {
    let lines =
        ["by link: wamid.", "by upload: wamid.", "downloaded 18 bytes of text/plain", "deleted"];
    check("media", &lines).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn interactive() {
    check("interactive", &["buttons: wamid.", "list: wamid.", "found at once: "]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn template() {
    let lines = [
        "accepted: wamid.",
        "with texts: wamid.",
        "with names: wamid.",
        "refused with code 132001: change the request",
    ];
    check("template", &lines).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn contacts() {
    check("contacts", &["accepted: wamid."]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_step_pin() {
    check("two_step_pin", &["the PIN is set", "five digits: "]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn errors() {
    let lines = [
        "accepted: wamid.",
        "code:   132001",
        "class:  Refused",
        "advice: ",
        "whole:  the platform refused: (#132001)",
    ];
    check("errors", &lines).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn webhook() {
    let emulator = emulator().await;
    let mut listening = Listening::start("webhook", &emulator).await;
    listening.says("From: +15550001111").await;
    listening.says("Text: Hi! Are you open today?").await;
    emulator.write(PERSON, "second").unwrap();
    listening.says("Text: second").await;

    number(&emulator).send(format!("+{PERSON}"), Text::new("yes")).await.unwrap();
    listening.says("Status: delivered").await;
}

/// The business number, as a program beside the example has it.
fn number(emulator: &Emulator) -> wharf::PhoneNumber {
    let token = AccessToken::new(TOKEN).unwrap();
    let client = Client::builder(token).base_url(emulator.url()).build().unwrap();
    client.number(PhoneNumberId::new(NUMBER).unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn window() {
    let emulator = emulator().await;
    let mut listening = Listening::start("window", &emulator).await;
    listening.says("delivered").await; // the answer to what Ada wrote before
    // Grace has not written yet.
    number(&emulator).send("+15550002222", Text::new("hello")).await.unwrap();
    listening.says("only a template can be sent now").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn echo_bot() {
    let emulator = emulator().await;
    let _bot = Listening::start("echo_bot", &emulator).await;
    for (written, answer) in [("hello", "You said: hello"), ("menu", "What shall I do?")] {
        emulator.write(PERSON, written).unwrap();
        let answered = async {
            let mut again = interval(Duration::from_millis(20));
            while !phone(&emulator).contains(answer) {
                again.tick().await;
            }
        };
        timeout(PATIENCE, answered).await.unwrap();
    }
}
