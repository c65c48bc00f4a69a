//! URLs that others wrote.

use maud::{Markup, html};

/// The URL, if a browser may follow it: `javascript:` and the like are text.
pub(super) fn safe(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_once("://")?;
    let web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    (web && !rest.is_empty()).then_some(url)
}

/// A link that says this, or only the text where the URL is none to follow.
pub(super) fn out(url: &str, class: &str, text: &Markup) -> Markup {
    html! {
        @if let Some(url) = safe(url) {
            a class=(class) href=(url) target="_blank" rel="noopener noreferrer" { (text) }
        } @else {
            span class=(class) title=(url) { (text) }
        }
    }
}

/// The host of a URL, for a preview.
pub(super) fn host(url: &str) -> Option<String> {
    url::Url::parse(url).ok()?.host_str().map(str::to_owned)
}
