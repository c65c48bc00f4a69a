//! `wharf webhook sign`: the signature of a body.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;
use wharf::AppSecret;

use crate::{exit::Failure, input, print::Printer};

/// Print the X-Hub-Signature-256 header of a body
#[derive(Debug, Args)]
#[command(
    after_help = "Example: curl -X POST http://127.0.0.1:3000/webhook --data-binary @body.json \\\n    \
    -H \"X-Hub-Signature-256: $(wharf webhook sign body.json)\""
)]
pub(crate) struct Sign {
    /// File with the body, byte for byte; `-` is stdin
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The app secret
    #[arg(long, env = "WHATSAPP_APP_SECRET", hide_env_values = true, value_name = "SECRET")]
    app_secret: String,
}

pub(super) fn run(sign: &Sign, printer: &mut Printer) -> Result<(), Failure> {
    let secret = AppSecret::new(&sign.app_secret).map_err(|source| {
        Failure::usage(format!("WHATSAPP_APP_SECRET or --app-secret: {source}"))
    })?;
    let signature = secret.sign(&input::bytes(&sign.file)?);
    printer.either(&json!({"signature": signature}), || signature.clone())
}
