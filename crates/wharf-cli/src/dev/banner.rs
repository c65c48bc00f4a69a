//! What `wharf dev` says when it is up.

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::{exit::Failure, print::Printer};

/// Where everything is.
pub(super) struct Banner {
    pub(super) gateway: String,
    pub(super) api: String,
    pub(super) emulator: String,
    pub(super) data: PathBuf,
    pub(super) person: String,
}

/// The fixed values of `wharf dev`, which docs and scripts name.
const FIXED: [(&str, &str); 6] = [
    ("WHATSAPP_ACCESS_TOKEN", "wharf-dev"),
    ("WHATSAPP_PHONE_NUMBER_ID", "100000000000001"),
    ("WHATSAPP_BUSINESS_ACCOUNT_ID", "200000000000001"),
    ("RECIPIENT_NUMBER", "+15550001111"),
    ("WHATSAPP_APP_SECRET", "wharf-dev-secret"),
    ("WHATSAPP_VERIFY_TOKEN", "wharf-dev-verify"),
];

impl Banner {
    /// Every variable with its value.
    pub(super) fn environment(&self) -> Vec<(&'static str, String)> {
        let fixed = FIXED.map(|(name, value)| (name, value.to_owned()));
        let mut all = Vec::from(fixed);
        all.push(("WHATSAPP_GRAPH_URL", self.gateway.clone()));
        all
    }

    pub(super) fn print(
        &self,
        printer: &mut Printer,
        env_file: Option<&Path>,
    ) -> Result<(), Failure> {
        if printer.is_json() {
            let environment: serde_json::Map<_, _> = self
                .environment()
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value.into()))
                .collect();
            return printer.json(&json!({
                "gateway": self.gateway, "api": self.api, "emulator": self.emulator,
                "data": self.data, "environment": environment,
            }));
        }
        printer.line("Wharf is up: the WhatsApp Business Platform on this machine.\n")?;
        printer.line(format!(
            "  phone     {}   open it: {} has just written",
            self.emulator, self.person
        ))?;
        printer.line(format!("  gateway   {}   where your app sends to", self.gateway))?;
        printer.line(format!("  console   {}   what the gateway knows", self.api))?;
        printer.line(format!("  data      {}\n", self.data.display()))?;
        match env_file {
            Some(path) => printer.line(format!("The environment is in {}:\n", path.display()))?,
            None => printer.line(
                "Paste this into another terminal (--env-file .env writes it to a file):\n",
            )?,
        }
        for (name, value) in self.environment() {
            printer.line(format!("export {name}={value}"))?;
        }
        // Whoever began with cargo has no `wharf` on the path yet.
        let wharf = if std::env::var_os("CARGO").is_some() { "cargo run --" } else { "wharf" };
        printer.line(format!("\nThen: {wharf} send text \"hello\"        Ctrl-C stops."))
    }
}
