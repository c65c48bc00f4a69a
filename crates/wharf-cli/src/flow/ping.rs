//! `wharf flow ping`: asks a data endpoint as the platform does, and shows what it answers.

use std::{path::PathBuf, time::Duration};

use bytes::Bytes;
use clap::{Args, ValueEnum};
use http::{HeaderMap, HeaderValue, header};
use serde_json::{Map, Value, json};
use wharf::{
    AccessToken, AppSecret, Client,
    flows::{Action, Asked, FlowPublicKey, FlowRequest},
    number::GetEncryption,
    time::{Clock as _, SystemClock},
};

use super::key;
use crate::{exit::Failure, input, print::Printer, send, target};

/// Ask a data endpoint as the platform does: encrypted and signed; show what it answers
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    wharf flow ping http://127.0.0.1:8080/flow --public-key keys/flow_public.pem\n  \
    wharf flow ping URL --action data-exchange --screen DAY --data '{\"day\":\"Monday\"}' --token t\n\n\
    Exit code 1 when the endpoint does not answer as the platform wants it.")]
pub(super) struct Ping {
    /// Where the endpoint is
    #[arg(value_name = "URL")]
    url: String,
    /// What happened on the phone
    #[arg(long, value_enum, default_value_t = What::Ping)]
    action: What,
    /// The screen that is shown
    #[arg(long, value_name = "NAME")]
    screen: Option<String>,
    /// What the screen submits: a JSON object, or `@` and a file with it
    #[arg(long, value_name = "JSON")]
    data: Option<String>,
    /// The token that the flow was sent with
    #[arg(long, value_name = "TEXT")]
    token: Option<String>,
    /// The version of the data exchange
    #[arg(long, default_value = "3.0", value_name = "VERSION")]
    data_api: String,
    /// PEM of the key to encrypt for; that which the platform has for the number if absent
    #[arg(long, value_name = "FILE")]
    public_key: Option<PathBuf>,
    /// The business phone number id whose key is taken
    #[arg(long, env = "WHATSAPP_PHONE_NUMBER_ID", value_name = "ID")]
    number: Option<String>,
    /// The secret that the request is signed with
    #[arg(long, env = "WHATSAPP_APP_SECRET", hide_env_values = true, value_name = "SECRET")]
    app_secret: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum What {
    /// Nothing: is the endpoint alive?
    Ping,
    /// The flow was opened
    Init,
    /// Somebody went back to an earlier screen
    Back,
    /// A screen was submitted
    DataExchange,
}

/// The platform waits about as long.
const PATIENCE: Duration = Duration::from_secs(10);
/// The platform's word for a signature that is not good.
const FORGED: u16 = 432;
/// What cannot be decrypted.
const UNDECRYPTABLE: u16 = 421;
/// The flow's token is no longer good: a whole answer.
const TOKEN_OVER: u16 = 427;

pub(super) async fn run(command: &Ping, printer: &mut Printer) -> Result<(), Failure> {
    let secret =
        send::required(command.app_secret.as_deref(), "WHATSAPP_APP_SECRET", "--app-secret")?;
    let secret = AppSecret::new(secret.trim())
        .map_err(|error| Failure::usage(format!("WHATSAPP_APP_SECRET: {error}")))?;
    let request = request(command)?;
    let asked = public_key(command).await?.ask(&request);
    let asked = asked.map_err(|error| Failure::failed(error.to_string()))?;
    let body = Bytes::from(asked.body().to_owned());
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    if let Ok(signature) = HeaderValue::try_from(secret.sign(&body)) {
        headers.insert("x-hub-signature-256", signature);
    }
    let begun = SystemClock.now();
    let answer = stranger()?.post_webhook(&command.url, headers, body, PATIENCE).await?;
    let took = SystemClock.now().since(begun).as_millis();
    let opened = open(answer.status, &answer.body, &asked)?;
    let value = json!({"status": answer.status, "milliseconds": took, "answer": opened});
    printer.either(&value, || {
        let text = serde_json::to_string_pretty(&opened).unwrap_or_default();
        format!("HTTP {} after {took} ms\n{text}", answer.status)
    })?;
    judge(command.action, answer.status, &opened)
}

/// A client that shows no token: the endpoint is none of the platform's.
fn stranger() -> Result<Client, Failure> {
    let token = AccessToken::new("none").map_err(|error| Failure::failed(error.to_string()))?;
    Ok(Client::new(token))
}

async fn public_key(command: &Ping) -> Result<FlowPublicKey, Failure> {
    let (pem, whence) = match &command.public_key {
        Some(path) => (key::public(path)?, path.display().to_string()),
        None => (of_number(command).await?, "the number's key".to_owned()),
    };
    FlowPublicKey::from_pem(&pem).map_err(|error| Failure::usage(format!("{whence}: {error}")))
}

async fn of_number(command: &Ping) -> Result<String, Failure> {
    let number = target::number(command.number.as_deref()).map_err(|mut failure| {
        failure.what.push_str("; or give --public-key");
        failure
    })?;
    let page = send::client()?.call(&GetEncryption::new(number)).await?;
    let key = page.data.into_iter().next().and_then(|key| key.business_public_key);
    key.ok_or_else(|| {
        Failure::failed(
            "the number has no key: give --public-key, or set one with `wharf flow key set`",
        )
    })
}

fn request(command: &Ping) -> Result<FlowRequest, Failure> {
    let action = match command.action {
        What::Ping => Action::Ping,
        What::Init => Action::Init,
        What::Back => Action::Back,
        What::DataExchange => Action::DataExchange,
    };
    let mut request = FlowRequest::new(command.data_api.as_str(), action);
    request.screen.clone_from(&command.screen);
    request.flow_token.clone_from(&command.token);
    if let Some(data) = &command.data {
        request.data = object(data)?;
    }
    Ok(request)
}

fn object(given: &str) -> Result<Map<String, Value>, Failure> {
    let bytes = match given.strip_prefix('@') {
        Some(path) => input::bytes(path.as_ref())?,
        None => given.as_bytes().to_vec(),
    };
    serde_json::from_slice(&bytes)
        .map_err(|error| Failure::usage(format!("--data: is no JSON object: {error}")))
}

/// What was answered, or why it cannot be read.
fn open(status: u16, body: &[u8], asked: &Asked) -> Result<Value, Failure> {
    let shown: String = String::from_utf8_lossy(body).trim().chars().take(200).collect();
    match status {
        200 | TOKEN_OVER => asked
            .open(&String::from_utf8_lossy(body))
            .map_err(|error| Failure::failed(format!("HTTP {status}: {error}"))),
        FORGED => Err(Failure::failed(format!(
            "HTTP {FORGED}: the endpoint refuses the signature: give it and this command the same WHATSAPP_APP_SECRET"
        ))),
        UNDECRYPTABLE => Err(Failure::failed(format!(
            "HTTP {UNDECRYPTABLE}: the endpoint cannot decrypt the request: its private key does not belong to this \
             public key"
        ))),
        _ => Err(Failure::failed(format!("HTTP {status}: the phone would show an error. {shown}"))),
    }
}

/// Whether the platform would be content.
fn judge(action: What, status: u16, answer: &Value) -> Result<(), Failure> {
    if action == What::Ping && answer["data"]["status"] != "active" {
        return Err(Failure::failed(
            "a ping must be answered with {\"data\":{\"status\":\"active\"}}",
        ));
    }
    if status == 200 && action != What::Ping && !answer["screen"].is_string() {
        return Err(Failure::failed(
            "an answer names the screen to show: {\"screen\":\"NAME\",\"data\":{…}}; SUCCESS ends the flow",
        ));
    }
    Ok(())
}
