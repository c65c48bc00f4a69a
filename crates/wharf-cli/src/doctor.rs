//! `wharf doctor`: looks at everything that could keep messages from going through, and says what mends it.
//!
//! [`fetch`] asks, [`check`] judges what was found; the two know nothing of each other.

mod check;
mod facts;
mod fetch;
mod finding;
mod settings;
mod table;

use clap::Args;

use self::{finding::Level, settings::Settings};
use crate::{exit::Failure, print::Printer};

/// Find out what would keep messages from going through, and how to mend it
#[derive(Debug, Args)]
#[command(
    after_help = "Nothing is changed and no message is sent: the platform is only read. Variables that are missing\n\
    narrow what can be checked; it is said which ones.\n\n\
    Your webhook is asked three things, none of which does anything to an app that checks signatures:\n  \
    GET with the handshake of the platform, with WHATSAPP_VERIFY_TOKEN\n  \
    GET with the handshake and a wrong token, which must be refused\n  \
    POST of a webhook without events and with a wrong signature, which must be refused\n\
    --signed adds a POST of a webhook without events and with a good signature.\n\n\
    Levels: ok · note (good to know) · warning (see to it) ·\n\
    danger (messages would be lost, or could be forged).\n\
    Exit code 1 when there is a danger, else 0. With --json: [{\"check\",\"level\",\"what\",\"fix\"}]."
)]
pub(crate) struct Doctor {
    /// Try this webhook instead of the one that the platform names
    #[arg(long, value_name = "URL")]
    webhook_url: Option<String>,
    /// Do not call the webhook
    #[arg(long, conflicts_with_all = ["webhook_url", "signed"])]
    no_webhook: bool,
    /// Also send the webhook a body without events that is signed with `WHATSAPP_APP_SECRET`; an app may keep it
    #[arg(long)]
    signed: bool,
    /// The app's id; found out with the access token if absent
    #[arg(long, env = "WHATSAPP_APP_ID", value_name = "ID")]
    app: Option<String>,
    /// The business phone number id; of several in the variable, the first is looked at
    #[arg(long, value_name = "ID")]
    number: Option<String>,
    /// The private listener of the gateway that `WHATSAPP_GRAPH_URL` leads to, such as `http://127.0.0.1:3001`
    #[arg(long, value_name = "URL")]
    gateway_api: Option<String>,
}

pub(crate) async fn run(doctor: Doctor, printer: &mut Printer) -> Result<(), Failure> {
    let mut settings = Settings::from(|name| std::env::var(name).ok());
    settings.app = doctor.app.or(settings.app);
    settings.number = doctor.number.or(settings.number);
    settings.gateway_api = doctor.gateway_api.or(settings.gateway_api);
    let wish = match (doctor.no_webhook, doctor.webhook_url) {
        (true, _) => fetch::Webhook::Leave,
        (false, Some(url)) => fetch::Webhook::At(url),
        (false, None) => fetch::Webhook::Named,
    };
    let facts = fetch::all(settings, &wish, doctor.signed).await;
    let findings = check::all(&facts);
    if printer.is_json() {
        printer.json(&findings)?;
    } else {
        printer.line(table::of(&findings))?;
    }
    let dangers = findings.iter().filter(|finding| finding.level == Level::Danger).count();
    match dangers {
        0 => Ok(()),
        1 => Err(Failure::failed("1 danger: messages would be lost, or could be forged")),
        _ => Err(Failure::failed(format!(
            "{dangers} dangers: messages would be lost, or could be forged"
        ))),
    }
}
