//! What the page is made of besides HTML, out of the binary.

use axum::{
    Router,
    http::header,
    response::{IntoResponse, Response},
    routing::get,
};

use crate::shell::Shell;

/// In the order in which rules win.
const CSS: &str = concat!(
    include_str!("css/base.css"),
    include_str!("css/desk.css"),
    include_str!("css/frame.css"),
    include_str!("css/chat.css"),
    include_str!("css/cards.css"),
    include_str!("css/taps.css"),
    include_str!("css/sheets.css"),
    include_str!("css/composer.css"),
    include_str!("css/flow.css"),
    include_str!("css/groups.css"),
    include_str!("css/several.css"),
    include_str!("css/habits.css"),
    include_str!("css/small.css"),
);

pub(super) fn routes() -> Router<Shell> {
    Router::new()
        .route("/phone/assets/phone.css", get(async || css()))
        .route("/phone/assets/phone.js", get(async || js()))
        .route("/phone/assets/icon.svg", get(async || icon()))
}

fn css() -> Response {
    asset("text/css; charset=utf-8", CSS)
}

fn js() -> Response {
    asset("text/javascript; charset=utf-8", include_str!("phone.js"))
}

fn icon() -> Response {
    asset("image/svg+xml", include_str!("icon.svg"))
}

/// A newer emulator on the same port must not find an older page's parts in the browser.
fn asset(mime: &'static str, text: &'static str) -> Response {
    ([(header::CONTENT_TYPE, mime), (header::CACHE_CONTROL, "no-cache")], text).into_response()
}
