//! `wharf dev`: emulator and gateway on this machine, wired to each other.

mod banner;
mod env_file;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use clap::Args;
use tempfile::TempDir;
use wharf::time::{Clock as _, SystemClock};
use wharf_emulator::Emulator;
use wharf_gateway::{Gateway, Subscriber};
use wharf_store::Store;

use self::banner::Banner;
use crate::{exit::Failure, gateway, print::Printer, stop::Stop};

/// Start emulator and gateway, wired to each other, and a phone in the browser
#[derive(Debug, Args)]
#[command(
    after_help = "Everything has fixed values, so that scripts can name them; the command prints them all.\n\
    Ctrl-C stops; what is under way is finished first."
)]
pub(crate) struct Dev {
    /// Port of the gateway: where your app sends to; 0 takes a free one
    #[arg(long, default_value_t = 3000, value_name = "PORT")]
    gateway_port: u16,
    /// Port of the gateway's private API and console
    #[arg(long, default_value_t = 3001, value_name = "PORT")]
    api_port: u16,
    /// Port of the emulator and its phone
    #[arg(long, default_value_t = 4000, value_name = "PORT")]
    emulator_port: u16,
    /// Keep the gateway's data in this folder instead of a fresh temporary one
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Write the environment to this file, such as `.env`
    #[arg(long, value_name = "PATH")]
    env_file: Option<PathBuf>,
    /// Hand events to your app at this URL, such as `http://127.0.0.1:8080/webhook`
    #[arg(long, value_name = "URL")]
    app: Option<String>,
}

/// Where the data is; a temporary folder goes when this does.
enum Data {
    Kept(PathBuf),
    Fresh(TempDir),
}

impl Data {
    fn new(kept: Option<PathBuf>) -> Result<Self, Failure> {
        let failed =
            |path: &Path, source| Failure::failed(format!("--data: {}: {source}", path.display()));
        let Some(path) = kept else {
            let fresh = tempfile::Builder::new().prefix("wharf-dev-").tempdir();
            return fresh.map(Self::Fresh).map_err(|source| failed(&std::env::temp_dir(), source));
        };
        std::fs::create_dir_all(&path).map_err(|source| failed(&path, source))?;
        Ok(Self::Kept(path))
    }

    fn path(&self) -> &Path {
        match self {
            Self::Kept(path) => path,
            Self::Fresh(folder) => folder.path(),
        }
    }
}

pub(crate) async fn run(dev: Dev, printer: &mut Printer) -> Result<(), Failure> {
    if let Some(path) = &dev.env_file {
        env_file::may_write(path)?;
    }
    if let Some(url) = dev.app.as_deref().filter(|url| !is_url(url)) {
        return Err(Failure::usage(format!(
            "--app: `{url}` is not a URL that events can be handed to; it should look like \
             http://127.0.0.1:8080/webhook"
        )));
    }
    let mut stop = Stop::listen()?;
    let data = Data::new(dev.data.clone())?;
    let (emulator, person) = emulator(dev.emulator_port).await?;
    let store = gateway::open(&data.path().join("wharf.db"), Arc::new(SystemClock))?;
    let gateway = gateway(&dev, &emulator, Arc::clone(&store)).await?;

    let banner = Banner {
        gateway: gateway.url().to_owned(),
        api: gateway.api_url().to_owned(),
        emulator: emulator.url().to_owned(),
        data: data.path().to_owned(),
        person,
    };
    if let Some(path) = &dev.env_file {
        env_file::write(path, &banner.environment())?;
    }
    banner.print(printer, dev.env_file.as_deref())?;

    stop.asked().await;
    if !printer.is_json() {
        printer.line("\nstopping: finishing what is under way …")?;
    }
    emulator.silence();
    let finish = async {
        gateway.stop().await;
        emulator.stop().await;
        store.close().await.map_err(|error| Failure::failed(error.to_string()))
    };
    stop.finish(finish).await?
}

/// The emulator, and the name of the person who has just written.
async fn emulator(port: u16) -> Result<(Emulator, String), Failure> {
    let mut config = wharf_emulator::Config::dev();
    config.listen = loopback(port);
    config.webhooks_at_once = 4;
    // Ids must not repeat when the data folder outlives the emulator.
    config.seed = SystemClock.now().as_micros().cast_unsigned();
    let person = config.people.first().map(|person| person.name.clone()).unwrap_or_default();
    let emulator = Emulator::start(config).await.map_err(|error| {
        Failure::failed(format!("{error} (--emulator-port moves the emulator)"))
    })?;
    Ok((emulator, person))
}

/// The gateway, which the emulator tells everything.
async fn gateway(
    dev: &Dev,
    emulator: &Emulator,
    store: Arc<dyn Store>,
) -> Result<Gateway, Failure> {
    let mut config = wharf_gateway::Config::dev(emulator.url());
    config.listen = loopback(dev.gateway_port);
    config.api_listen = loopback(dev.api_port);
    let app = dev.app.clone().map(|url| Subscriber { name: "app".to_owned(), url });
    config.subscribers.extend(app);
    let started = Gateway::start(config, store, Arc::new(SystemClock)).await;
    let gateway = started.map_err(|error| {
        Failure::failed(format!("{error} (--gateway-port and --api-port move the gateway)"))
    })?;
    let webhook = format!("{}/webhook", gateway.url());
    let registered = emulator.set_webhook(&webhook, wharf_gateway::config::DEV_VERIFY_TOKEN).await;
    registered.map_err(|error| {
        Failure::failed(format!("the emulator cannot reach the gateway: {error}"))
    })?;
    Ok(gateway)
}

fn is_url(text: &str) -> bool {
    let rest = text.strip_prefix("http://").or_else(|| text.strip_prefix("https://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'))
}

/// An address of this machine only.
fn loopback(port: u16) -> std::net::SocketAddr {
    (std::net::Ipv4Addr::LOCALHOST, port).into()
}
