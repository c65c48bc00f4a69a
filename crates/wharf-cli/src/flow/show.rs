//! `wharf flow show` and `preview`: one flow.

use clap::Args;
use serde_json::json;
use wharf_model::{
    account::CanSend,
    flow::{Flow, FlowCategory, FlowStatus, GetFlow},
};

use super::{flow, validation};
use crate::{exit::Failure, print::Printer, send};

/// Show a flow: how it stands, what is wrong with it, where it asks
#[derive(Debug, Args)]
pub(super) struct Show {
    /// The id of the flow
    flow: String,
}

/// Print a link that shows a flow in the browser, good for 30 days
#[derive(Debug, Args)]
pub(super) struct Preview {
    /// The id of the flow
    flow: String,
    /// Make a new link; the old one ends
    #[arg(long)]
    fresh: bool,
}

const FIELDS: [&str; 10] = [
    "id",
    "name",
    "status",
    "categories",
    "validation_errors",
    "json_version",
    "data_api_version",
    "endpoint_uri",
    "application",
    "health_status",
];

pub(super) async fn run(command: &Show, printer: &mut Printer) -> Result<(), Failure> {
    let call = GetFlow::new(flow(&command.flow)?).fields(FIELDS);
    let shown = send::client()?.call(&call).await?;
    printer.either(&shown, || text(&shown))
}

fn text(flow: &Flow) -> String {
    let categories = flow.categories.as_deref().unwrap_or_default();
    let categories: Vec<_> = categories.iter().map(FlowCategory::as_str).collect();
    let app = flow.application.as_ref().and_then(|app| app.name.as_deref());
    let health = flow.health_status.as_ref().and_then(|health| health.can_send_message.as_ref());
    let lines = [
        ("name", flow.name.as_deref()),
        ("status", flow.status.as_ref().map(FlowStatus::as_str)),
        ("categories", Some(categories.join(", ")).as_deref().filter(|text| !text.is_empty())),
        ("JSON version", flow.json_version.as_deref()),
        ("data exchange", flow.data_api_version.as_deref()),
        ("endpoint", flow.endpoint_uri.as_deref()),
        ("app", app),
        ("can be sent", health.map(CanSend::as_str)),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some(format!("{name:<14} {}", value?)))
    .collect::<Vec<_>>();
    let errors = flow.validation_errors.as_deref().unwrap_or_default();
    let errors = validation::of(errors, "flow.json", "");
    if errors.is_empty() { lines.join("\n") } else { format!("{}\n\n{errors}", lines.join("\n")) }
}

pub(super) async fn preview(command: &Preview, printer: &mut Printer) -> Result<(), Failure> {
    let field = format!("preview.invalidate({})", command.fresh);
    let call = GetFlow::new(flow(&command.flow)?).fields(["id".to_owned(), field]);
    let preview = send::client()?.call(&call).await?.preview.unwrap_or_default();
    let Some(url) = &preview.preview_url else {
        return Err(Failure::failed("the platform gives no link: has the flow any JSON?"));
    };
    printer.either(&json!({"preview_url": url, "expires_at": preview.expires_at}), || url.clone())
}
