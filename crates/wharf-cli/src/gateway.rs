//! `wharf gateway`: the gateway towards the platform.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::Arc,
};

use clap::Args;
use serde_json::json;
use wharf::time::{Clock, SystemClock};
use wharf_gateway::{
    Config, Kind, Secret, Subscriber,
    config::{MESSAGES_PER_SECOND, UPSTREAM_URL},
};
use wharf_store::{Store, sqlite::SqliteStore};

use crate::{exit::Failure, print::Printer, stop::Stop};

/// Start the gateway towards the platform
#[derive(Debug, Args)]
#[command(
    after_help = "Your app calls the public listener as it would call the platform, with WHARF_APP_KEY as its access token.\n\
    Register https://<your public name>/webhook with the platform, and let it lead to the same listener.\n\
    The private listener asks for no key: keep it where only you can reach it.\n\
    Ctrl-C stops; what is under way is finished first."
)]
pub(crate) struct Gateway {
    /// The platform, or what stands in its place (`WHATSAPP_GRAPH_URL` is where apps call, and not used here)
    #[arg(long, env = "WHARF_UPSTREAM_URL", value_name = "URL", default_value = UPSTREAM_URL)]
    upstream_url: String,
    /// File that keeps what must not be lost; made if it is absent
    #[arg(long, env = "WHARF_STORE", value_name = "FILE", default_value = "wharf.db")]
    store: PathBuf,
    /// Public listener: webhooks of the platform, and requests of apps
    #[arg(long, env = "WHARF_LISTEN", value_name = "ADDRESS", default_value = "127.0.0.1:3000")]
    listen: SocketAddr,
    /// Private listener: API, console, metrics, health
    #[arg(
        long,
        env = "WHARF_API_LISTEN",
        value_name = "ADDRESS",
        default_value = "127.0.0.1:3001"
    )]
    api_listen: SocketAddr,
    /// Messages a second that the platform takes from one number: 80 as a rule, 1000 when upgraded, 20 when
    /// the number is also used in a phone's app
    #[arg(long, env = "WHARF_MESSAGES_PER_SECOND", value_name = "N", default_value_t = MESSAGES_PER_SECOND)]
    messages_per_second: u32,
    /// Hand events to your app at this URL, such as `http://127.0.0.1:8080/webhook`
    #[arg(long, env = "WHARF_APP_URL", value_name = "URL")]
    app_url: Option<String>,
    /// Ids of the business phone numbers that are served, with commas between
    #[arg(long, env = "WHATSAPP_PHONE_NUMBER_ID", value_name = "ID", value_delimiter = ',')]
    phone_number_id: Vec<String>,
    /// Key that apps show as their access token; only its digest is kept
    #[arg(long, env = "WHARF_APP_KEY", value_name = "KEY", hide_env_values = true)]
    app_key: Option<Secret>,
    /// Access token of the platform, which apps never see
    #[arg(long, env = "WHATSAPP_ACCESS_TOKEN", value_name = "TOKEN", hide_env_values = true)]
    access_token: Option<Secret>,
    /// Secret of the app that is subscribed to webhooks; they are signed with it
    #[arg(long, env = "WHATSAPP_APP_SECRET", value_name = "SECRET", hide_env_values = true)]
    app_secret: Option<Secret>,
    /// A second secret that webhooks may be signed with, while the first is being changed
    #[arg(long, env = "WHARF_OTHER_APP_SECRET", value_name = "SECRET", hide_env_values = true)]
    other_app_secret: Option<Secret>,
    /// Verify token that is registered beside the callback URL
    #[arg(long, env = "WHATSAPP_VERIFY_TOKEN", value_name = "TOKEN", hide_env_values = true)]
    verify_token: Option<Secret>,
}

impl Gateway {
    fn config(&self) -> Config {
        let secret = |secret: &Option<Secret>| secret.clone().unwrap_or_else(|| "".into());
        let (access_token, app_secret, verify_token) =
            (secret(&self.access_token), secret(&self.app_secret), secret(&self.verify_token));
        let mut config = Config::new(access_token, app_secret, verify_token);
        self.upstream_url.trim().clone_into(&mut config.upstream);
        config.listen = self.listen;
        config.api_listen = self.api_listen;
        config.messages_per_second = self.messages_per_second;
        config.other_app_secret.clone_from(&self.other_app_secret);
        config.app_keys.extend(self.app_key.clone());
        config.numbers.clone_from(&self.phone_number_id);
        let app_url = self.app_url.as_deref().map(str::trim).filter(|url| !url.is_empty());
        config
            .subscribers
            .extend(app_url.map(|url| Subscriber { name: "app".to_owned(), url: url.to_owned() }));
        config
    }
}

pub(crate) async fn run(command: Gateway, printer: &mut Printer) -> Result<(), Failure> {
    let mut stop = Stop::listen()?;
    let clock = Arc::new(SystemClock);
    let config = command.config();
    config.check().map_err(|error| failure(&error))?;
    let store = open(&command.store, Arc::clone(&clock) as _)?;
    if config.app_keys.iter().all(Secret::is_empty) && keys(&*store).await? == 0 {
        return Err(Failure::usage(
            "WHARF_APP_KEY is not set, so no app could call: set it to a long random text, such as `openssl rand -hex 32` \
             prints, and give the same to your app as its WHATSAPP_ACCESS_TOKEN",
        ));
    }
    let upstream = config.upstream.clone();
    let gateway = wharf_gateway::Gateway::start(config, Arc::clone(&store), clock)
        .await
        .map_err(|error| failure(&error))?;

    if printer.is_json() {
        printer.json(&json!({
            "gateway": gateway.url(), "api": gateway.api_url(), "upstream": upstream, "store": command.store,
        }))?;
    } else {
        printer.line("The gateway is up.\n")?;
        printer.line(format!(
            "  gateway   {}   apps call this, with WHARF_APP_KEY as their access token",
            gateway.url()
        ))?;
        printer.line(format!(
            "  webhook   {}/webhook   let the platform's callback URL lead here",
            gateway.url()
        ))?;
        printer.line(format!(
            "  console   {}   what the gateway knows; keep it private",
            gateway.api_url()
        ))?;
        printer.line(format!("  platform  {upstream}"))?;
        printer.line(format!("  store     {}", command.store.display()))?;
        match &command.app_url {
            Some(url) => {
                let url = without_secrets(url);
                printer.line(format!("  app       {url}   is handed every event\n"))?;
            }
            None => printer.line(
                "  app       nobody is handed events: set WHARF_APP_URL to your app's webhook\n",
            )?,
        }
        printer.line("Ctrl-C stops.")?;
    }

    let device_failed = tokio::select! {
        () = stop.asked() => false,
        () = gateway.broken() => true,
    };
    if !printer.is_json() {
        printer.line("\nstopping: finishing what is under way …")?;
    }
    let finish = async {
        gateway.stop().await;
        store.close().await
    };
    let closed = stop.finish(finish).await?;
    if device_failed {
        return Err(Failure::failed(format!(
            "the device of {} failed, so nothing more was acknowledged: see to it, then start again",
            command.store.display()
        )));
    }
    closed.map_err(|error| Failure::failed(error.to_string()))
}

/// A URL without user, password and query, any of which may be a secret.
pub(crate) fn without_secrets(url: &str) -> String {
    let plain = url.split(['?', '#']).next().unwrap_or_default();
    let Some((scheme, rest)) = plain.split_once("://") else { return plain.to_owned() };
    let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
    let host = authority.rsplit('@').next().unwrap_or(authority);
    format!("{scheme}://{host}/{path}")
}

/// Opens the store in this file.
pub(crate) fn open(path: &Path, clock: Arc<dyn Clock>) -> Result<Arc<dyn Store>, Failure> {
    match SqliteStore::open(path, clock) {
        Ok(store) => Ok(Arc::new(store)),
        Err(error) => Err(Failure::failed(format!("{}: {error}", path.display()))),
    }
}

async fn keys(store: &dyn Store) -> Result<usize, Failure> {
    let keys = store.keys().await.map_err(|error| Failure::failed(error.to_string()))?;
    Ok(keys.len())
}

fn failure(error: &wharf_gateway::Error) -> Failure {
    match error.kind() {
        Kind::Setting { .. } | Kind::Itself { .. } => Failure::usage(error.to_string()),
        Kind::Listen { .. } => Failure::failed(format!(
            "{error} (--listen and --api-listen, or WHARF_LISTEN and WHARF_API_LISTEN, move the gateway)"
        )),
        _ => Failure::failed(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::without_secrets;

    #[test]
    fn what_may_be_a_secret_is_not_shown() {
        for (url, shown) in [
            ("http://127.0.0.1:8080/webhook", "http://127.0.0.1:8080/webhook"),
            ("https://me:secret@example.com/hook?key=secret#x", "https://example.com/hook"),
        ] {
            assert_eq!(without_secrets(url), shown);
        }
    }
}
