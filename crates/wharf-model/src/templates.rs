//! Operations on message templates (Cloud API, "Templates").
//!
//! The parts of a template (`components`) are JSON values here, as the platform wants them and as they came.

mod archive;
mod compare;
mod create;
mod delete;
mod get;
mod group;
mod library;
mod list;
mod migrate;
mod node;
mod preview;
mod sample;
mod unarchive;
mod unpause;
mod update;
mod upsert;

pub use archive::{ArchiveTemplates, ArchiveTemplatesBody, TemplatesArchived};
pub use compare::{CompareTemplates, ComparedMetric, Comparison};
pub use create::{CreateTemplate, CreateTemplateBody, TemplateCreated};
pub use delete::DeleteTemplate;
pub use get::GetTemplate;
pub use group::{
    CreateTemplateGroup, CreateTemplateGroupBody, DeleteTemplateGroup, GetTemplateGroup,
    ListTemplateGroups, TemplateGroup, UpdateTemplateGroup, UpdateTemplateGroupBody,
};
pub use library::{LibraryTemplate, SearchLibrary};
pub use list::ListTemplates;
pub use migrate::{MigrateTemplates, MigrateTemplatesBody, TemplatesMigrated};
pub use node::{
    ParameterFormat, RejectedReason, TemplateCategory, TemplateNode, TemplateQuality,
    TemplateStatus,
};
pub use preview::{PreviewTemplates, TemplatePreview};
pub use sample::{SampleAnswer, SubmitSample};
pub use unarchive::{TemplatesUnarchived, UnarchiveTemplates, UnarchiveTemplatesBody};
pub use unpause::{UnpauseTemplate, Unpaused};
pub use update::{UpdateTemplate, UpdateTemplateBody};
pub use upsert::{TemplateUpserted, UpsertTemplates, UpsertTemplatesBody};
