//! `wharf emulator`: the platform on this machine, alone.

use std::{
    net::{IpAddr, Ipv4Addr},
    path::PathBuf,
};

use clap::Args;
use serde_json::json;
use wharf::{
    AppSecret,
    id::{AccountId, PhoneNumberId},
    time::{Clock as _, SystemClock},
};
use wharf_emulator::{Config, config};

use crate::{exit::Failure, print::Printer, stop::Stop};

/// Webhooks that wait before more of them go into one body: an app that is slow sees what it would
/// see on the platform.
const BACKLOG: u32 = 50;

/// Start the emulator alone
#[derive(Debug, Args)]
#[command(
    after_help = "Point your app's client at its URL, and register your app's webhook with --webhook, or later:\n  \
    curl -X PUT http://127.0.0.1:4000/_control/webhook -H 'Content-Type: application/json' \\\n    \
    -d '{\"url\":\"http://127.0.0.1:8080/webhook\",\"verify_token\":\"wharf-dev-verify\"}'"
)]
pub(crate) struct Emulator {
    /// Port to listen on; 0 takes a free one
    #[arg(long, default_value_t = 4000, value_name = "PORT")]
    port: u16,
    /// Address to listen on. The phone and /_control have no password: think before you open them to others
    #[arg(long, default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST), value_name = "IP")]
    host: IpAddr,
    /// Your app's webhook, an http:// URL; it is asked for the handshake first
    #[arg(long, value_name = "URL")]
    webhook: Option<String>,
    /// The access token that calls are made with
    #[arg(long, env = "WHATSAPP_ACCESS_TOKEN", default_value = config::DEV_ACCESS_TOKEN, hide_env_values = true, value_name = "TOKEN")]
    access_token: String,
    /// What webhooks are signed with
    #[arg(long, env = "WHATSAPP_APP_SECRET", default_value = config::DEV_APP_SECRET, hide_env_values = true, value_name = "SECRET")]
    app_secret: String,
    /// What your app's webhook expects in the handshake
    #[arg(
        long,
        env = "WHATSAPP_VERIFY_TOKEN",
        default_value = "wharf-dev-verify",
        hide_env_values = true,
        value_name = "TOKEN"
    )]
    verify_token: String,
    /// The business phone number id
    #[arg(long, env = "WHATSAPP_PHONE_NUMBER_ID", default_value = config::DEV_PHONE_NUMBER_ID, value_name = "ID")]
    number: PhoneNumberId,
    /// The account id
    #[arg(long, env = "WHATSAPP_BUSINESS_ACCOUNT_ID", default_value = config::DEV_ACCOUNT_ID, value_name = "ID")]
    account: AccountId,
    /// What ids come from: the same seed and the same requests give the same ids; a new one each time if absent
    #[arg(long, value_name = "NUMBER")]
    seed: Option<u64>,
    /// How many webhooks are posted at once. Each chat keeps its order; 1 keeps the order of all
    #[arg(long, default_value_t = 4, value_name = "NUMBER")]
    webhooks_at_once: usize,
    /// A world to begin with, from GET /_control/snapshot; its clock stands still until
    /// POST /_control/clock/resume
    #[arg(long, value_name = "FILE")]
    snapshot: Option<PathBuf>,
}

impl Emulator {
    fn config(&self) -> Result<Config, Failure> {
        let mut config = Config::dev();
        config.listen = (self.host, self.port).into();
        config.access_token = self.access_token.as_str().into();
        config.app_secret = AppSecret::new(&self.app_secret).map_err(|source| {
            Failure::usage(format!("WHATSAPP_APP_SECRET or --app-secret: {source}"))
        })?;
        config.account = self.account.clone();
        for number in &mut config.numbers {
            number.id = self.number.clone();
        }
        config.webhooks_at_once = self.webhooks_at_once;
        config.rules.backlog = Some(BACKLOG);
        config.seed = self.seed.unwrap_or_else(|| SystemClock.now().as_micros().cast_unsigned());
        Ok(config)
    }
}

pub(crate) async fn run(command: Emulator, printer: &mut Printer) -> Result<(), Failure> {
    let mut stop = Stop::listen()?;
    let emulator = wharf_emulator::Emulator::start(command.config()?)
        .await
        .map_err(|error| Failure::failed(format!("{error} (--port moves the emulator)")))?;
    if let Some(file) = &command.snapshot {
        let name = file.display();
        let world = std::fs::read(file)
            .map_err(|error| Failure::failed(format!("--snapshot {name}: {error}")))?;
        emulator
            .restore(&world)
            .map_err(|error| Failure::failed(format!("--snapshot {name}: {error}")))?;
    }
    if let Some(url) = &command.webhook {
        emulator
            .set_webhook(url, &command.verify_token)
            .await
            .map_err(|error| {
                Failure::failed(format!(
                    "--webhook {url}: {error}; start your app first, or register it when it is up: PUT /_control/webhook"
                ))
            })?;
    }
    let url = emulator.url();
    if printer.is_json() {
        printer.json(&json!({"emulator": url, "webhook": command.webhook}))?;
    } else {
        printer.line(format!("The platform is on this machine: {url}\n"))?;
        printer.line(format!("  phone     {url}   open it in a browser"))?;
        printer.line(format!("  API       {url}/v25.0/{}/messages", command.number))?;
        printer.line(match &command.webhook {
            Some(webhook) => format!("  webhook   {webhook}"),
            None => "  webhook   none yet: what there is to tell waits (--webhook URL)".to_owned(),
        })?;
        printer.line("\nCtrl-C stops.")?;
    }
    stop.asked().await;
    stop.finish(emulator.stop()).await
}
