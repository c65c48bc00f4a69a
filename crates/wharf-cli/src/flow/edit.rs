//! `wharf flow edit`: what a flow is called and connected to.

use clap::Args;
use serde_json::json;
use wharf_model::flow::UpdateFlow;

use super::{create::categories, flow};
use crate::{exit::Failure, print::Printer, send, target};

/// Change name, categories, endpoint or app of a flow
#[derive(Debug, Args)]
pub(super) struct Edit {
    /// The id of the flow
    flow: String,
    #[command(flatten)]
    changes: Changes,
}

#[derive(Debug, Args)]
#[group(required = true, multiple = true)]
struct Changes {
    /// Its name
    #[arg(long, value_name = "TEXT")]
    name: Option<String>,
    /// What it is for, once or more; these replace what was there
    #[arg(long = "category", value_name = "WORD")]
    categories: Vec<String>,
    /// The URL that it exchanges data with
    #[arg(long, value_name = "URL")]
    endpoint: Option<String>,
    /// The app that its requests are signed for
    #[arg(long, value_name = "ID")]
    app: Option<String>,
}

pub(super) async fn run(command: Edit, printer: &mut Printer) -> Result<(), Failure> {
    let mut call = UpdateFlow::new(flow(&command.flow)?);
    let Changes { name, categories: words, endpoint, app } = command.changes;
    if let Some(name) = name {
        call = call.name(name);
    }
    if !words.is_empty() {
        call = call.categories(categories(&words)?);
    }
    if let Some(url) = endpoint {
        call = call.endpoint_uri(url);
    }
    if let Some(app) = app {
        call = call.application_id(target::id("--app", &app)?);
    }
    let done = send::client()?.call(&call).await?;
    super::stage::done(done.success)?;
    printer.either(&json!({"success": true}), || "changed".to_owned())
}
