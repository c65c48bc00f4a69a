//! Groups of templates, which are measured together.

mod create;
mod delete;
mod get;
mod list;
mod update;

pub use create::{CreateTemplateGroup, CreateTemplateGroupBody};
pub use delete::DeleteTemplateGroup;
pub use get::GetTemplateGroup;
pub use list::{ListTemplateGroups, TemplateGroup};
pub use update::{UpdateTemplateGroup, UpdateTemplateGroupBody};
