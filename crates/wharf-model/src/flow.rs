//! Flows: forms inside a chat (Cloud API, "Flows").

mod assets;
mod create;
mod delete;
mod deprecate;
mod get;
mod list;
mod migrate;
mod node;
mod publish;
mod update;
mod upload;

pub use assets::{AssetType, FlowAsset, ListFlowAssets};
pub use create::{CreateFlow, CreateFlowBody, FlowCreated};
pub use delete::DeleteFlow;
pub use deprecate::DeprecateFlow;
pub use get::GetFlow;
pub use list::ListFlows;
pub use migrate::{FlowMigrated, FlowNotMigrated, FlowsMigrated, MigrateFlows, MigrateFlowsBody};
pub use node::{
    Flow, FlowApp, FlowCategory, FlowDatum, FlowError, FlowMetric, FlowMetricName, FlowPoint,
    FlowPointer, FlowPreview, FlowStatus,
};
pub use publish::PublishFlow;
pub use update::{UpdateFlow, UpdateFlowBody};
pub use upload::{FlowJsonUploaded, UploadFlowJson, UploadFlowJsonBody};
