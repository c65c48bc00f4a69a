//! Templates and what came of them: what is not emulated.

use crate::coverage::{Operation, op};

/// Answered with a loud error.
pub(super) const MISSING: &[Operation] = &[
    op("templates", "GET", "/{template}/compare"),
    op("templates", "POST", "/{waba}/upsert_message_templates"),
    op("templates", "POST", "/{waba}/migrate_message_templates"),
    op("templates", "GET", "/{waba}/message_template_previews"),
    op("templates", "GET", "/message_template_library"),
    op("templates", "POST", "/{waba}/message_templates/archive"),
    op("templates", "POST", "/{waba}/message_templates/unarchive"),
    op("templates", "GET", "/{waba}/template_groups"),
    op("templates", "POST", "/{waba}/template_groups"),
    op("templates", "GET", "/{template_group}"),
    op("templates", "POST", "/{template_group}"),
    op("templates", "DELETE", "/{template_group}"),
    op("templates", "POST", "/{waba}/message_samples"),
    op("templates", "GET", "/{waba}/template_analytics"),
    op("templates", "GET", "/{waba}/template_group_analytics"),
    op("templates", "GET", "/{waba}/group_analytics"),
];
