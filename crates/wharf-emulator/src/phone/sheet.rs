//! Sheets: what opens over the chat. Popovers, so that they open and close without a script.

use maud::{Markup, html};

use super::icons;

/// A sheet with a title; a button with `popovertarget` opens it.
pub(super) fn sheet(id: &str, title: &str, body: &Markup) -> Markup {
    let label = format!("{id}-title");
    html! {
        dialog .sheet popover="auto" id=(id) aria-labelledby=(label) {
            h2 id=(label) { (title) }
            div .sheet-body { (body) }
            // The last in the order of focus: what the sheet is for comes first.
            button .icon.close type="button" popovertarget=(id) popovertargetaction="hide" aria-label="Close" { (icons::close()) }
        }
    }
}
