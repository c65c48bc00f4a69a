//! Templates that cannot be sent.

use wharf_model::templates::{TemplateNode, TemplateStatus};

use super::unread;
use crate::doctor::{
    facts::{Facts, Fetched},
    finding::Finding,
};

const CHECK: &str = "templates";
/// Names that are said of each kind.
const NAMED: usize = 5;

/// Pure, as all checks.
pub(super) fn judge(facts: &Facts) -> Vec<Finding> {
    match &facts.templates {
        Fetched::Here(templates) => found(templates),
        Fetched::Failed(trouble) => unread(CHECK, trouble),
        // The check of the account says so.
        Fetched::Missing(_) | Fetched::Moot => Vec::new(),
    }
}

fn found(templates: &[TemplateNode]) -> Vec<Finding> {
    let groups = [
        (
            TemplateStatus::Paused,
            "paused",
            "people disliked them: they rest for 3 or 6 hours, then are sent again",
        ),
        (TemplateStatus::Disabled, "disabled", "make new ones: these stay off"),
        (
            TemplateStatus::Rejected,
            "rejected",
            "see the reason in the WhatsApp Manager, and edit them",
        ),
        (TemplateStatus::PendingDeletion, "being deleted", "stop sending them"),
        (
            TemplateStatus::Archived,
            "archived",
            "send or unarchive what you need: they are deleted after 28 days",
        ),
    ];
    let mut found: Vec<_> = groups
        .into_iter()
        .filter_map(|(status, word, fix)| group(templates, &status, word, fix))
        .collect();
    let approved =
        templates.iter().filter(|one| one.status == Some(TemplateStatus::Approved)).count();
    if found.is_empty() {
        found.push(Finding::ok(CHECK, format!("{approved} of {} can be sent", templates.len())));
    }
    found
}

fn group(
    templates: &[TemplateNode],
    status: &TemplateStatus,
    word: &str,
    fix: &str,
) -> Option<Finding> {
    let names: Vec<_> = templates
        .iter()
        .filter(|template| template.status.as_ref() == Some(status))
        .filter_map(|template| {
            let language = template.language.as_deref().unwrap_or("?");
            Some(format!("{} ({language})", template.name.as_deref()?))
        })
        .collect();
    let first = names.first()?;
    let shown = names.iter().skip(1).take(NAMED - 1);
    let list = shown.fold(first.clone(), |list, name| format!("{list}, {name}"));
    let more = names.len().saturating_sub(NAMED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    Some(Finding::note(CHECK, format!("{word}: {list}{more}"), fix))
}
